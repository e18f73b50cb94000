using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Students.Data;
using SmartRecruiting.Students.Roster;

namespace SmartRecruiting.Students.Forwarding;

/// <summary>
/// Brings an offer to the students of a group who accept mail, and tells how many they were. Everything commits with the one row
/// whose key is the request's: a second delivery finds it, or fails on it and then finds it.
/// </summary>
internal sealed class ForwardOffer(StudentsDb db, TimeProvider clock) : IHandle<ForwardRequested>
{
    public async Task HandleAsync(ForwardRequested happened, CancellationToken cancellation)
    {
        if (await db.Forwards.AnyAsync(f => f.Id == happened.ForwardId, cancellation)) return;
        var students = await db.Roster.AsNoTracking().OfProgramme(happened.ProgrammeId, happened.Years).Where(e => !e.OptedOut).ToListAsync(cancellation);
        var forward = Forward.Of(happened, students.Count, clock.GetUtcNow().UtcDateTime);
        db.Add(forward);
        foreach (var student in students)
        {
            var received = ForwardedOffer.Of(forward.Id, student.Id);
            db.Add(received);
            db.Publish(OfferMail.To(student, received, forward));
        }
        db.Publish(new TransmissionForwarded(forward.Id, happened.TransmissionId, forward.Count, forward.ForwardedAt));
        await db.SaveChangesAsync(cancellation);
    }
}
