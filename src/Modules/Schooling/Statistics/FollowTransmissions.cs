using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Statistics;

/// <summary>Keeps the facts of transmissions true to what managers did with them.</summary>
internal sealed class FollowTransmissions(SchoolingDb db)
    : IHandle<OfferTransmitted>, IHandle<TransmissionDeclined>, IHandle<TransmissionForwarded>, IHandle<ProgrammeChanged>
{
    public async Task HandleAsync(OfferTransmitted happened, CancellationToken cancellation)
    {
        if (await db.SentFacts.AnyAsync(f => f.Id == happened.TransmissionId, cancellation)) return;
        var programme = await db.Programmes.Include(p => p.Component).FirstOrDefaultAsync(p => p.Id == happened.ProgrammeId, cancellation);
        if (programme is null) return;
        var fact = new SentFact(happened.TransmissionId, happened.SentAt, programme);
        if (happened.Past?.Answer is { } answer) fact.Answer(answer.At, forwarded: answer.Declined is null);
        db.Add(fact);
        await db.SaveChangesAsync(cancellation);
    }

    public Task HandleAsync(TransmissionDeclined happened, CancellationToken cancellation) =>
        AnswerAsync(happened.TransmissionId, happened.DeclinedAt, forwarded: false, cancellation);

    public Task HandleAsync(TransmissionForwarded happened, CancellationToken cancellation) =>
        AnswerAsync(happened.TransmissionId, happened.ForwardedAt, forwarded: true, cancellation);

    /// <summary>A programme that moves to another component takes its facts along: figures show the university as it stands now.</summary>
    public async Task HandleAsync(ProgrammeChanged happened, CancellationToken cancellation)
    {
        var programme = await db.Programmes.Include(p => p.Component).FirstOrDefaultAsync(p => p.Id == happened.Programme.Id, cancellation);
        if (programme is null) return;
        foreach (var offer in await db.OfferFacts.Where(f => f.ProgrammeId == programme.Id && f.ComponentId != programme.ComponentId).ToListAsync(cancellation))
        {
            offer.Move(programme);
        }
        foreach (var sent in await db.SentFacts.Where(f => f.ProgrammeId == programme.Id && f.ComponentId != programme.ComponentId).ToListAsync(cancellation))
        {
            sent.Move(programme);
        }
        await db.SaveChangesAsync(cancellation);
    }

    private async Task AnswerAsync(Guid transmission, DateTime at, bool forwarded, CancellationToken cancellation)
    {
        var fact = await db.SentFacts.FirstOrDefaultAsync(f => f.Id == transmission, cancellation)
            // Delivered before the transmission it answers: the relay brings it again, later.
            ?? throw new InvalidOperationException("The transmission is not known here yet.");
        fact.Answer(at, forwarded);
        await db.SaveChangesAsync(cancellation);
    }
}
