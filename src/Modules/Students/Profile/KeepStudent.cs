using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students.Profile;

/// <summary>The row of the student who makes this request, made at the first deed that needs it.</summary>
internal sealed class KeepStudent(StudentsDb db, ICurrentUser user)
{
    public async Task<Student> RunAsync(CancellationToken cancellation)
    {
        var student = await FindAsync(cancellation);
        if (student is null) db.Add(student = new Student(user.Id, user.Name, user.Email));
        student.Describe(user.Name, user.Email);
        student.Read(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // The same student in another tab: the row is there now.
            db.ChangeTracker.Clear();
            student = (await FindAsync(cancellation))!;
        }
        return student;
    }

    private Task<Student?> FindAsync(CancellationToken cancellation) => db.Students.FirstOrDefaultAsync(s => s.AccountId == user.Id, cancellation);
}
