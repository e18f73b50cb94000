using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Calendar;
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
        var profile = await db.Students.AsNoTracking().Where(s => s.AccountId == owner.AccountId).ToListAsync(cancellation);
        var searches = await db.Searches.AsNoTracking().Where(s => s.AccountId == owner.AccountId).OrderBy(s => s.Id).ToListAsync(cancellation);
        var marks = await (
            from mark in db.Marks.AsNoTracking()
            where mark.AccountId == owner.AccountId
            join offer in db.Offers on mark.OfferId equals offer.OfferId
            orderby offer.Title
            select new { offer.Title, offer.Company, Mark = mark }).ToListAsync(cancellation);
        var sent = await (
            from s in db.Sent
            where s.AccountId == owner.AccountId
            join offer in db.Offers on s.OfferId equals offer.OfferId
            orderby s.At
            select new { offer.Title, offer.Company, s.At }).ToListAsync(cancellation);
        PersonalPart[] parts =
        [
            Part("PersonalProfile", profile.Select(s => Row(
                ("Name", s.Name), ("Email", s.Email), ("ProfileAbout", s.About ?? ""), ("ProfileLanguages", s.Languages ?? ""), ("Mails", text[s.WantsMails ? "MailsYes" : "MailsNo"])))),
            Part("MySearchesTitle", searches.Select(s => Row(("InternshipsWish", Searches.IndexModel.Describe(s.Sought(), text)), ("PersonalSince", Time(s.Since)), ("Mails", text[s.IsOn ? "MailsYes" : "MailsNo"])))),
            Part("MyListTitle", marks.Select(m => Row(
                ("Offer", m.Title), ("Company", m.Company), ("MyList_Saved", Time(m.Mark.SavedAt)), ("MyList_Hidden", Time(m.Mark.HiddenAt)),
                ("MyList_Applied", Time(m.Mark.AppliedAt)), ("Reported", Time(m.Mark.ReportedAt))))),
            Part("MySearchesSent", sent.Select(s => Row(("Offer", s.Title), ("Company", s.Company), ("PersonalSince", Time(s.At))))),
            Part("PersonalRoster", roster.Select(e => Row(
                ("Name", e.Name), ("Email", e.Email), ("Programme", e.ProgrammeCode), ("Year", e.Year.ToString(CultureInfo.CurrentCulture)), ("Mails", text[e.OptedOut ? "MailsNo" : "MailsYes"])))),
            Part("PersonalReceived", received.Select(r => Row(
                ("Offer", r.Title), ("Company", r.Company), ("Programme", r.ProgrammeName), ("ForwardedAt", Time(r.ForwardedAt)), ("PersonalMisfit", Time(r.MisfitAt))))),
            Part("PersonalWaiting", waiting.Select(s => Row(("Name", s.Name), ("Email", s.Email), ("Programme", s.ProgrammeName ?? ""), ("WaitingSince", Time(s.Since))))),
            Part("PersonalNotes", notes.Select(n => Row(("Offer", n.Title), ("PersonalNote", n.Note!), ("ForwardedAt", Time(n.ForwardedAt))))),
            Part("PersonalContact", contacts.Select(f => Row(("Offer", f.Title), ("Company", f.Company), ("Name", f.ContactName ?? ""), ("Email", f.ContactEmail ?? "")))),
        ];
        return [.. parts.Where(p => p.Rows.Count > 0)];
    }

    public Task EraseAsync(PersonalOwner owner, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            // A roster that names the address again must not bring mails with it.
            var places = await Entries(owner).Select(e => e.Email).Distinct().ToListAsync(cancellation);
            if (places.Count > 0 || await db.Students.AnyAsync(s => s.AccountId == owner.AccountId, cancellation))
            {
                foreach (var email in places.Append(owner.Email).Distinct()) await ErasedAddress.AddAsync(db, email, cancellation);
                await db.SaveChangesAsync(cancellation);
            }
            await db.Searches.Where(s => s.AccountId == owner.AccountId).ExecuteDeleteAsync(cancellation);
            await db.Marks.Where(m => m.AccountId == owner.AccountId).ExecuteDeleteAsync(cancellation);
            await db.Sent.Where(s => s.AccountId == owner.AccountId).ExecuteDeleteAsync(cancellation);
            await db.Students.Where(s => s.AccountId == owner.AccountId).ExecuteDeleteAsync(cancellation);
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

    private IQueryable<RosterEntry> Entries(PersonalOwner owner) =>
        db.Roster.Where(e => e.AccountId == owner.AccountId || (e.AccountId == null && e.Email == owner.Email));

    private IQueryable<ForwardedOffer> Received(PersonalOwner owner) => db.ForwardedOffers.Where(r => Entries(owner).Any(e => e.Id == r.RosterEntryId));

    // As the recruiter spelled it.
    private IQueryable<Forward> ContactOf(PersonalOwner owner) => db.Forwards.FromSql($"SELECT * FROM students_forwards WHERE LOWER(ContactEmail) = {owner.Email}");

    private PersonalPart Part(string title, IEnumerable<IReadOnlyDictionary<string, string>> rows) => new(text[title], [.. rows]);

    private Dictionary<string, string> Row(params (string Key, string Value)[] cells) => cells.ToDictionary(c => text[c.Key].Value, c => c.Value);

    private static string Time(DateTime? at) => at?.InFrance().ToString("g", CultureInfo.CurrentCulture) ?? "";
}
