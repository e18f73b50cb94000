using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Calendar;
using SmartRecruiting.Schooling.Catalogue;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Inbox;

namespace SmartRecruiting.Schooling.Personal;

/// <summary>What schools keep of a person: as a manager or director, as the contact of a programme, as the contact of an offer received.</summary>
internal sealed class SchoolingPersonalData(SchoolingDb db, IStringLocalizer<Text> text) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalPart>> ReadAsync(PersonalOwner owner, CancellationToken cancellation)
    {
        var account = owner.AccountId;
        var member = await db.Staff.AsNoTracking().Where(s => s.AccountId == account).ToListAsync(cancellation);
        var mandates = await db.Mandates.AsNoTracking().Where(m => m.AccountId == account)
            .Select(m => m.University!.Name ?? m.Component!.Name ?? m.Programme!.Name).ToListAsync(cancellation);
        var mails = await db.ReportSubscriptions.AsNoTracking().Where(s => s.AccountId == account).ToListAsync(cancellation);
        var waiting = await db.Notices.AsNoTracking().Where(n => n.AccountId == account).OrderBy(n => n.At).Select(n => new { n.Item.Title, n.At }).ToListAsync(cancellation);
        var reports = await db.Reports.AsNoTracking().Where(r => r.MadeBy == account).OrderBy(r => r.MadeAt)
            .Select(r => new { r.University, r.Year, r.MadeAt }).ToListAsync(cancellation);
        var forwards = await db.Forwards.AsNoTracking().Where(f => f.ByAccountId == account).OrderBy(f => f.RequestedAt)
            .Select(f => new { f.RequestedAt, f.ByName, f.Note, Title = db.Inbox.Where(i => i.Id == f.TransmissionId).Select(i => i.Title).First() }).ToListAsync(cancellation);
        var programmes = await Named(owner).AsNoTracking().ToListAsync(cancellation);
        var offers = await Received(owner).AsNoTracking().ToListAsync(cancellation);
        PersonalPart[] parts =
        [
            Part("PersonalStaff", member.Select(s => Row(("Name", s.Name), ("Email", s.Email), ("StaffRole", text["Role" + s.Role]), ("State", text["Staff" + s.State]),
                ("PersonalPace", text["MailPace" + s.MailPace]), ("PersonalLanguage", s.Language)))),
            Part("PersonalNotices", waiting.Select(n => Row(("Title", n.Title), ("SentAt", Time(n.At))))),
            Part("PersonalMandates", mandates.Select(place => Row(("StaffPlace", place)))),
            Part("PersonalMails", mails.Select(s => Row(("Name", s.Name), ("Email", s.Email), ("State", text[s.IsOn ? "PersonalOn" : "PersonalOff"])))),
            Part("PersonalReports", reports.Select(r => Row(("ReportUniversity", r.University), ("ReportYear", r.Year), ("MadeAt", Time(r.MadeAt))))),
            Part("PersonalForwards", forwards.Select(f => Row(("Title", f.Title), ("Name", f.ByName), ("Note", f.Note ?? ""), ("SentAt", Time(f.RequestedAt))))),
            Part("PersonalProgrammes", programmes.Select(p => Row(
                ("Programme", p.Name), ("Responsible", p.Responsible ?? ""), ("Email", p.Email ?? ""), ("Deputy", p.Deputy ?? ""), ("DeputyEmail", p.DeputyEmail ?? "")))),
            Part("PersonalOffers", offers.Where(i => IsContact(i, owner)).Select(i => Row(
                ("Title", i.Title), ("Company", i.Company), ("Contact", i.Offer.ContactName ?? ""), ("Email", i.Offer.ContactEmail ?? "")))),
        ];
        return [.. parts.Where(p => p.Rows.Count > 0)];
    }

    public Task EraseAsync(PersonalOwner owner, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var account = owner.AccountId;
            await db.Notices.Where(n => n.AccountId == account).ExecuteDeleteAsync(cancellation);
            await db.Mandates.Where(m => m.AccountId == account).ExecuteDeleteAsync(cancellation);
            await db.Staff.Where(s => s.AccountId == account).ExecuteDeleteAsync(cancellation);
            await db.ReportSubscriptions.Where(s => s.AccountId == account).ExecuteDeleteAsync(cancellation);
            // Nobody, and not null: that would make it a monthly one.
            await db.Reports.Where(r => r.MadeBy == account).ExecuteUpdateAsync(r => r.SetProperty(x => x.MadeBy, Guid.Empty), cancellation);
            await db.Forwards.Where(f => f.ByAccountId == account).ExecuteUpdateAsync(
                f => f.SetProperty(x => x.ByAccountId, Guid.Empty).SetProperty(x => x.ByName, "").SetProperty(x => x.Note, (string?)null), cancellation);
            foreach (var programme in await Named(owner).Include(p => p.Component.University).ToListAsync(cancellation))
            {
                programme.Forget(owner.Email);
                db.Publish(new ProgrammeChanged(programme.ToSnapshot(), programme.Revision));
            }
            foreach (var item in await Received(owner).ToListAsync(cancellation)) if (IsContact(item, owner)) item.ForgetContact();
            await db.SaveChangesAsync(cancellation);
        },
        cancellation);

    // Addresses of a catalogue are kept in lower case.
    private IQueryable<Programme> Named(PersonalOwner owner) => db.Programmes.Where(p => p.Email == owner.Email || p.DeputyEmail == owner.Email);

    // The offer is one text to the database: what it holds of the address, as JSON spells it, finds those to look at.
    private IQueryable<InboxItem> Received(PersonalOwner owner)
    {
        var spelled = JsonSerializer.Serialize(owner.Email).ToLowerInvariant();
        return db.Inbox.FromSql($"SELECT * FROM schooling_inbox WHERE INSTR(LOWER(Offer), {spelled}) > 0");
    }

    private static bool IsContact(InboxItem item, PersonalOwner owner) => string.Equals(item.Offer.ContactEmail, owner.Email, StringComparison.OrdinalIgnoreCase);

    private PersonalPart Part(string title, IEnumerable<IReadOnlyDictionary<string, string>> rows) => new(text[title], [.. rows]);

    private Dictionary<string, string> Row(params (string Key, string Value)[] cells) => cells.ToDictionary(c => text[c.Key].Value, c => c.Value);

    private static string Time(DateTime at) => at.InFrance().ToString("g", CultureInfo.CurrentCulture);
}
