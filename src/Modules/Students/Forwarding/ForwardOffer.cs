using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Students.Data;
using SmartRecruiting.Students.Offers;
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
        var students = await db.Roster.AsNoTracking().OfProgramme(happened.ProgrammeId, happened.Years).WhereReceiving()
            .Select(e => new { Entry = e, Account = db.Students.Where(s => s.AccountId == e.AccountId).Select(s => new { s.Email, s.Language }).FirstOrDefault() }).ToListAsync(cancellation);
        var forward = Forward.Of(happened, students.Count, clock.GetUtcNow().UtcDateTime);
        db.Add(forward);
        await db.KnowAsync(happened.Offer, cancellation);
        foreach (var student in students)
        {
            var received = ForwardedOffer.Of(forward.Id, student.Entry.Id);
            db.Add(received);
            db.Publish(OfferMail.To(student.Entry, student.Account?.Language, received, forward) with { To = student.Account?.Email ?? student.Entry.Email });
        }
        db.Publish(new TransmissionForwarded(forward.Id, happened.TransmissionId, forward.Count, forward.ForwardedAt));
        await db.SaveChangesAsync(cancellation);
    }
}
