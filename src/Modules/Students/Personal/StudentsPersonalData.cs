using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Students.Data;
using SmartRecruiting.Students.Forwarding;
using SmartRecruiting.Students.Roster;

namespace SmartRecruiting.Students.Personal;

/// <summary>What is kept of a person as a student, as the author of a note to students, and as the contact of an offer they received.</summary>
internal sealed class StudentsPersonalData(StudentsDb db, IStringLocalizer<Text> text) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalPart>> ReadAsync(PersonalOwner owner, CancellationToken cancellation)
    {
        var roster = await Entries(owner).AsNoTracking().OrderBy(e => e.ProgrammeCode).ToListAsync(cancellation);
        var received = await (
            from offer in Received(owner).AsNoTracking()
            join forward in db.Forwards on offer.ForwardId equals forward.Id
            orderby forward.ForwardedAt
            select new { forward.Title, forward.Company, forward.ProgrammeName, forward.ForwardedAt, offer.MisfitAt }).ToListAsync(cancellation);
        var waiting = await db.Waiting.AsNoTracking().Where(s => s.AccountId == owner.AccountId).ToListAsync(cancellation);
        var notes = await db.Forwards.AsNoTracking().Where(f => f.By == owner.AccountId && f.Note != null).OrderBy(f => f.ForwardedAt)
            .Select(f => new { f.Title, f.Note, f.ForwardedAt }).ToListAsync(cancellation);
        var contacts = await ContactOf(owner).AsNoTracking().OrderBy(f => f.ForwardedAt)
            .Select(f => new { f.Title, f.Company, f.ContactName, f.ContactEmail }).ToListAsync(cancellation);
        PersonalPart[] parts =
        [
            Part("PersonalRoster", roster.Select(e => Row(
                ("Name", e.Name), ("Email", e.Email), ("Programme", e.ProgrammeCode), ("Year", e.Year.ToString(CultureInfo.CurrentCulture)), ("Mails", text[e.OptedOut ? "MailsNo" : "MailsYes"])))),
            Part("PersonalReceived", received.Select(r => Row(
                ("Offer", r.Title), ("Company", r.Company), ("Programme", r.ProgrammeName), ("ForwardedAt", Time(r.ForwardedAt)), ("PersonalMisfit", r.MisfitAt is { } at ? Time(at) : "")))),
            Part("PersonalWaiting", waiting.Select(s => Row(("Name", s.Name), ("Email", s.Email), ("Programme", s.ProgrammeName ?? ""), ("WaitingSince", Time(s.Since))))),
            Part("PersonalNotes", notes.Select(n => Row(("Offer", n.Title), ("PersonalNote", n.Note!), ("ForwardedAt", Time(n.ForwardedAt))))),
            Part("PersonalContact", contacts.Select(f => Row(("Offer", f.Title), ("Company", f.Company), ("Name", f.ContactName ?? ""), ("Email", f.ContactEmail ?? "")))),
        ];
        return [.. parts.Where(p => p.Rows.Count > 0)];
    }

    public Task EraseAsync(PersonalOwner owner, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            // How many students an offer reached is a figure of the forward itself, and stays.
            await Received(owner).ExecuteDeleteAsync(cancellation);
            await Entries(owner).ExecuteDeleteAsync(cancellation);
            await db.Waiting.Where(s => s.AccountId == owner.AccountId || s.Email == owner.Email).ExecuteDeleteAsync(cancellation);
            await db.Forwards.Where(f => f.By == owner.AccountId).ExecuteUpdateAsync(
                f => f.SetProperty(x => x.Note, (string?)null).SetProperty(x => x.By, (Guid?)null), cancellation);
            var named = await ContactOf(owner).Select(f => f.Id).ToArrayAsync(cancellation);
            await db.Forwards.Where(f => named.Contains(f.Id)).ExecuteUpdateAsync(
                f => f.SetProperty(x => x.ContactName, (string?)null).SetProperty(x => x.ContactEmail, (string?)null), cancellation);
        },
        cancellation);

    private IQueryable<RosterEntry> Entries(PersonalOwner owner) => db.Roster.Where(e => e.Email == owner.Email);

    private IQueryable<ForwardedOffer> Received(PersonalOwner owner) =>
        db.ForwardedOffers.Where(r => db.Roster.Any(e => e.Id == r.RosterEntryId && e.Email == owner.Email));

    // As the recruiter spelled it.
    private IQueryable<Forward> ContactOf(PersonalOwner owner) => db.Forwards.FromSql($"SELECT * FROM students_forwards WHERE LOWER(ContactEmail) = {owner.Email}");

    private PersonalPart Part(string title, IEnumerable<IReadOnlyDictionary<string, string>> rows) => new(text[title], [.. rows]);

    private Dictionary<string, string> Row(params (string Key, string Value)[] cells) => cells.ToDictionary(c => text[c.Key].Value, c => c.Value);

    private static string Time(DateTime at) => at.ToString("g", CultureInfo.CurrentCulture);
}
