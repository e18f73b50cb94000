using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Calendar;
using SmartRecruiting.Students.Data;
using SmartRecruiting.Students.Offers;
using SmartRecruiting.Students.Searches;

namespace SmartRecruiting.Students.Alerts;

/// <summary>
/// Each day: the offers that are new for a student's saved searches, all in one mail, and the favourites and forwarded offers that are over,
/// all in another. A mail and the rows that say that it left are one commit, so that the job can be killed anywhere and run twice.
/// </summary>
internal sealed class SendAlerts(StudentsDb db, IOfferSearch offers, TimeProvider clock)
{
    /// <summary>Offers of one mail.</summary>
    public const int MostOffers = 10;

    /// <summary>Of them, of one company.</summary>
    public const int MostOfCompany = 2;

    // Enough to find ten offers even where a few companies post most of them.
    private const int Page = 100, MostPages = 5;

    // As many as a search takes; an offer is seldom open for longer than it takes to mail that many.
    private const int MostKnown = 1000;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var today = WorkingDays.DayOf(Now);
        var due = await db.Students
            .Where(s => !s.IsClosed && s.WantsMails && (s.MailedOn == null || s.MailedOn < today) && db.Searches.Any(x => x.AccountId == s.AccountId && x.IsOn))
            .OrderBy(s => s.AccountId).Select(s => s.AccountId).ToListAsync(cancellation);
        foreach (var account in due)
        {
            await SaveAsync(() => MailNewAsync(account, today, cancellation), cancellation);
        }
        foreach (var over in await OverAsync(cancellation))
        {
            await SaveAsync(() => MailOverAsync(over, cancellation), cancellation);
        }
    }

    private async Task SaveAsync(Func<Task> work, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await work();
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another host mailed the same, or the student changed something in this moment: what is left is for the next day.
        }
    }

    private async Task MailNewAsync(Guid account, DateOnly today, CancellationToken cancellation)
    {
        var student = await db.Students.SingleAsync(s => s.AccountId == account, cancellation);
        if (!student.WantsMails || student.IsClosed || student.MailedOn >= today) return;
        var searches = await db.Searches.AsNoTracking().Where(s => s.AccountId == account && s.IsOn).OrderBy(s => s.Id).ToListAsync(cancellation);
        var chosen = await ChooseAsync(searches, await SeenAsync(account, cancellation), cancellation);
        if (chosen.Count == 0) return;
        foreach (var hit in chosen)
        {
            db.Add(new SentOffer(account, hit.Offer.OfferId, Now));
            await db.KnowAsync(hit.Offer, cancellation);
        }
        student.Mailed(today);
        db.Publish(AlertMail.New(student, chosen));
    }

    // What the student was mailed, got from the school or noted something of is not new; the latest first.
    private async Task<List<Guid>> SeenAsync(Guid account, CancellationToken cancellation)
    {
        var sent = await db.Sent.Where(s => s.AccountId == account).OrderByDescending(s => s.At).Select(s => s.OfferId).Take(MostKnown).ToListAsync(cancellation);
        var marked = await db.Marks.Where(m => m.AccountId == account).Select(m => m.OfferId).ToListAsync(cancellation);
        var received = await (
            from r in db.ForwardedOffers
            join e in db.Roster on r.RosterEntryId equals e.Id
            where e.AccountId == account
            join f in db.Forwards on r.ForwardId equals f.Id
            select f.OfferId).ToListAsync(cancellation);
        return [.. sent.Concat(marked).Concat(received).Distinct()];
    }

    private async Task<List<OfferHit>> ChooseAsync(List<SavedSearch> searches, List<Guid> seen, CancellationToken cancellation)
    {
        var found = new List<(OfferHit Hit, int Rank)>();
        foreach (var search in searches)
        {
            for (var page = 0; page < MostPages; page++)
            {
                var hits = await offers.SearchAsync(
                    search.Sought().ToQuery(page * Page, Page) with { PostedSince = search.Since, Without = [.. seen.Take(MostKnown)] }, cancellation);
                found.AddRange(hits.Offers.Select((hit, i) => (hit, (page * Page) + i)).Where(f => IsWorthAMail(search, f.hit)));
                if (hits.Offers.Count < Page || Pick(found, seen).Count == MostOffers) break;
            }
        }
        return Pick(found, seen);
    }

    // Best first, whichever search found them.
    private static List<OfferHit> Pick(List<(OfferHit Hit, int Rank)> found, List<Guid> seen)
    {
        var known = seen.ToHashSet();
        var ofCompany = new Dictionary<Guid, int>();
        return
        [
            .. found.OrderByDescending(f => f.Hit.Strength).ThenBy(f => f.Rank).Select(f => f.Hit)
                .Where(h => known.Add(h.Offer.OfferId) && (ofCompany[h.Offer.CompanyId] = ofCompany.GetValueOrDefault(h.Offer.CompanyId) + 1) <= MostOfCompany)
                .Take(MostOffers),
        ];
    }

    // One common word is enough for the end of a page, but not for a mail.
    private static bool IsWorthAMail(SavedSearch search, OfferHit hit) => !search.Sought().HasText || hit.Strength >= Strength.Good || hit.Reasons.Count > 1;

    // Who has to be told of what: an account, or an address of a roster that no account is known for.
    private async Task<List<Over>> OverAsync(CancellationToken cancellation)
    {
        var favourites = await (
            from mark in db.Marks
            where mark.SavedAt != null && mark.ToldAt == null
            join offer in db.Offers on mark.OfferId equals offer.OfferId
            where offer.ClosedAt != null
            select new { mark.AccountId, mark.OfferId }).ToListAsync(cancellation);
        var forwarded = await (
            from received in db.ForwardedOffers
            where received.ToldAt == null
            join forward in db.Forwards on received.ForwardId equals forward.Id
            join offer in db.Offers on forward.OfferId equals offer.OfferId
            where offer.ClosedAt != null
            join entry in db.Roster on received.RosterEntryId equals entry.Id
            select new { received.Id, entry.AccountId, entry.Email }).ToListAsync(cancellation);
        return
        [
            .. favourites.Select(f => (Who: (Account: (Guid?)f.AccountId, Email: ""), Favourite: (Guid?)f.OfferId, Received: (Guid?)null))
                .Concat(forwarded.Select(f => (Who: (Account: f.AccountId, Email: f.AccountId is null ? f.Email : ""), Favourite: (Guid?)null, Received: (Guid?)f.Id)))
                .GroupBy(f => f.Who)
                .Select(g => new Over(g.Key.Account, [.. g.Select(f => f.Favourite).OfType<Guid>()], [.. g.Select(f => f.Received).OfType<Guid>()])),
        ];
    }

    private async Task MailOverAsync(Over over, CancellationToken cancellation)
    {
        var student = over.Account is { } account ? await db.Students.AsNoTracking().FirstOrDefaultAsync(s => s.AccountId == account, cancellation) : null;
        var marks = await db.Marks.Where(m => m.AccountId == over.Account && over.Favourites.Contains(m.OfferId) && m.ToldAt == null).ToListAsync(cancellation);
        var received = await (
            from r in db.ForwardedOffers
            where over.Received.Contains(r.Id) && r.ToldAt == null
            join f in db.Forwards on r.ForwardId equals f.Id
            join e in db.Roster on r.RosterEntryId equals e.Id
            select new { Received = r, f.OfferId, Entry = e }).ToListAsync(cancellation);
        marks.ForEach(m => m.Tell(Now));
        received.ForEach(r => r.Received.Tell(Now));
        // Who wants no such mail, or whose account is closed, need not be told; nor later.
        var wantsFavourites = student is { WantsMails: true, IsClosed: false };
        var wanted = received.FindAll(r => !r.Entry.OptedOut && !r.Entry.IsClosed);
        var ids = marks.Where(_ => wantsFavourites).Select(m => m.OfferId).Concat(wanted.Select(r => r.OfferId)).Distinct().ToList();
        if (ids.Count == 0) return;
        var ended = await db.Offers.AsNoTracking().Where(o => ids.Contains(o.OfferId) && o.ClosedAt != null).OrderBy(o => o.Title).ThenBy(o => o.OfferId).ToListAsync(cancellation);
        if (ended.Count == 0) return;
        var entry = wanted.FirstOrDefault()?.Entry;
        if (wantsFavourites) db.Publish(AlertMail.Over(student!.Email, student.Name, student.Language, ended, $"/stop/alerts/{student.StopToken}"));
        else db.Publish(AlertMail.Over(student?.Email ?? entry!.Email, entry!.Name, student?.Language ?? "fr", ended, $"/stop/{entry.StopToken}"));
    }

    private sealed record Over(Guid? Account, List<Guid> Favourites, List<Guid> Received);
}
