using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Transmissions;

/// <summary>Notes that programmes did not answer, and tells the recruiter once, with who could get the offer next.</summary>
internal sealed class TellRecruiter(RecruitingDb db, NextProgrammes next) : IHandle<TransmissionsUnanswered>
{
    // Two deliveries at once meet at the concurrency token; the later one finds nothing new.
    public async Task HandleAsync(TransmissionsUnanswered happened, CancellationToken cancellation)
    {
        var transmissions = await db.Transmissions.Where(t => happened.TransmissionIds.Contains(t.Id)).OrderBy(t => t.SentAt).ThenBy(t => t.Id).ToListAsync(cancellation);
        var news = transmissions.FindAll(t => t.TryMarkUnanswered(happened.At));
        if (news.Count == 0) return;
        var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == happened.OfferId, cancellation);
        var programmes = await next.FindAsync(offer, cancellation);
        foreach (var recruiter in await db.ReadersOfAsync(offer, cancellation)) db.Publish(Mail(recruiter, offer, news, programmes));
        await db.SaveChangesAsync(cancellation);
    }

    private static MailRequested Mail(Recruiter recruiter, Offer offer, IReadOnlyList<Transmission> silent, IReadOnlyList<RankedProgramme> programmes)
    {
        List<string> paragraphs =
        [
            Say("UnansweredHello", recruiter.Name),
            Say("UnansweredWhat", offer.Title) + "\n" + Lines(silent.Select(t => (t.ProgrammeName, t.Component))),
            Say("UnansweredStill"),
        ];
        if (programmes.Count > 0) paragraphs.Add(Say("UnansweredNext") + "\n" + Lines(programmes.Select(p => (p.Name, p.Component))));
        return new MailRequested(
            recruiter.Email, recruiter.Name, Say("UnansweredSubject", offer.Title), recruiter.Language, paragraphs,
            new MailAction(Say(programmes.Count > 0 ? "UnansweredButton" : "UnansweredFollow"), $"/offers/{offer.Id}/transmissions"));

        string Say(string key, params object[] values) => Text.In(recruiter.Language, key, values);
        static string Lines(IEnumerable<(string Name, string Component)> programmes) => string.Join('\n', programmes.Select(p => $"– {p.Name} · {p.Component}"));
    }
}
