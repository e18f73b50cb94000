using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Staff;

/// <summary>Tells the managers of a programme that a student waits for them. Delivered twice, it makes the same mails again, which leave once.</summary>
internal sealed class TellOfStudents(SchoolingDb db) : IHandle<StudentWaits>
{
    public async Task HandleAsync(StudentWaits happened, CancellationToken cancellation)
    {
        if (await db.Programmes.AsNoTracking().FirstOrDefaultAsync(p => p.Id == happened.ProgrammeId, cancellation) is not { } programme) return;
        var managers = await db.Mandates.AsNoTracking()
            .Where(m => m.Member.State == StaffState.Active && (m.ProgrammeId == programme.Id || m.ComponentId == programme.ComponentId))
            .Select(m => m.Member).ToListAsync(cancellation);
        foreach (var manager in managers.DistinctBy(m => m.Email))
        {
            var language = Cultures.Of(manager.Language);
            db.Publish(new MailRequested(
                manager.Email,
                manager.Name,
                Text.In(language, "StudentWaitsSubject", programme.Name),
                manager.Language,
                [Text.In(language, "StudentWaitsHello", manager.Name), Text.In(language, "StudentWaitsWhat", programme.Name), Text.In(language, "StudentWaitsNext")],
                new MailAction(Text.In(language, "StudentWaitsAction"), "/roster")) { EventId = IdOf(happened.EventId, manager.AccountId) });
        }
        await db.SaveChangesAsync(cancellation);
    }

    private static Guid IdOf(Guid happened, Guid reader) => new(SHA256.HashData([.. happened.ToByteArray(), .. reader.ToByteArray()])[..16]);
}
