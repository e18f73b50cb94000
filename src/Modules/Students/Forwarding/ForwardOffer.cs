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
        var places = db.Roster.AsNoTracking().OfProgramme(happened.ProgrammeId, happened.Years).WhereReceiving();
        var students = await places.ToListAsync(cancellation);
        // Their accounts know where they read now, and in which language: by id, or by address while no account is known for the place.
        var accounts = (await places.Join(db.Students, e => e.AccountId, s => s.AccountId, (e, s) => new { e.Id, s.Email, s.Language })
            .Concat(places.Where(e => e.AccountId == null).Join(db.Students, e => e.Email, s => s.Email, (e, s) => new { e.Id, s.Email, s.Language }))
            .ToListAsync(cancellation)).ToLookup(a => a.Id);
        var forward = Forward.Of(happened, students.Count, clock.GetUtcNow().UtcDateTime);
        db.Add(forward);
        await db.KnowAsync(happened.Offer, cancellation);
        foreach (var student in students)
        {
            var (account, received) = (accounts[student.Id].FirstOrDefault(), ForwardedOffer.Of(forward.Id, student.Id));
            db.Add(received);
            db.Publish(OfferMail.To(student, account?.Language, received, forward) with { To = account?.Email ?? student.Email });
        }
        db.Publish(new TransmissionForwarded(forward.Id, happened.TransmissionId, forward.Count, forward.ForwardedAt));
        await db.SaveChangesAsync(cancellation);
    }
}
