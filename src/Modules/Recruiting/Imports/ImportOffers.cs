using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Csv;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;
using SmartRecruiting.Recruiting.Transmissions;

namespace SmartRecruiting.Recruiting.Imports;

/// <summary>
/// Takes in offers of the past or of another system. Each is known by its company and reference. The programmes a row names as right
/// teach the model; those it was sent to get a transmission, the first time the row comes. What was sent in the past, because its offer
/// is closed or its answer known, stays in the past: nobody gets a mail.
/// </summary>
internal sealed class ImportOffers(RecruitingDb db, IProgrammes programmes, TimeProvider clock, IStringLocalizer<Text> text) : IImport
{
    private const int Batch = 200;

    // More than any programme has.
    private const int MostStudents = 10_000;
    private static readonly OfferStatus[] Statuses = [OfferStatus.Published, OfferStatus.Filled, OfferStatus.Expired, OfferStatus.Withdrawn];

    public string Kind => "offers";

    public async Task<ImportReport> ImportAsync(TextReader csv, CancellationToken cancellation)
    {
        var content = await CsvInput.ReadAsync(csv, ["siret", "reference", "title", "text", "date"], cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var errors = content.Errors.ToList();
        var companies = await db.Companies.Where(c => c.ActiveSiret != null)
            .Select(c => new Sender(c.Id, c.ActiveSiret!, c.TradeName ?? c.LegalName, c.Status == CompanyStatus.Approved)).ToDictionaryAsync(c => c.Siret, cancellation);
        var receivers = await ReceiversAsync(content.Rows, cancellation);
        var (added, updated, unchanged) = (0, 0, 0);
        foreach (var rows in content.Rows.Chunk(Batch))
        {
            var good = rows.Select(row => Read(row, companies, receivers, DateOnly.FromDateTime(now), errors)).OfType<Row>().ToList();
            var known = await KnownAsync(good, cancellation);
            var news = new List<ImportedOffer>();
            foreach (var row in good)
            {
                if (!known.TryGetValue((row.Sender.Id, row.Reference), out var offer))
                {
                    offer = Offer.Import(row.Sender.Id, row.Fields, row.Status, row.PostedAt, now);
                    known.Add((row.Sender.Id, row.Reference), offer);
                    db.Add(offer);
                    news.Add(new ImportedOffer(offer.ToSnapshot(row.Sender.Name), offer.Status is OfferStatus.Published, row.Programmes, ReasonOf(offer.Status)));
                    Send(offer, row);
                    added++;
                }
                else if (Update(offer, row, now)) updated++;
                else unchanged++;
            }
            if (news.Count > 0) db.Publish(new OffersImported(news));
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
        return new ImportReport(added, updated, unchanged, [.. errors.OrderBy(e => e.Line)]);
    }

    private async Task<Dictionary<string, ProgrammeSnapshot>> ReceiversAsync(IReadOnlyList<CsvRow> rows, CancellationToken cancellation)
    {
        var codes = rows.SelectMany(row => row.List("sent_to")).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (codes.Count == 0) return [];
        return (await programmes.FindByCodeAsync(codes, cancellation)).ToDictionary(p => p.Code, StringComparer.OrdinalIgnoreCase);
    }

    private async Task<Dictionary<(Guid, string), Offer>> KnownAsync(List<Row> rows, CancellationToken cancellation)
    {
        var senders = rows.Select(r => r.Sender.Id).Distinct().ToList();
        var references = rows.Select(r => r.Reference).Distinct().ToList();
        return await db.Offers.Where(o => senders.Contains(o.CompanyId) && references.Contains(o.Reference!))
            .ToDictionaryAsync(o => (o.CompanyId, o.Reference!), cancellation);
    }

    // The file may end an offer that is open here; it never opens one that ended here.
    private bool Update(Offer offer, Row row, DateTime now)
    {
        var wasOpen = offer.Status is OfferStatus.Published;
        var revised = offer.TryRevise(row.Fields, now);
        if (revised && wasOpen) db.Publish(new OfferRevised(offer.ToSnapshot(row.Sender.Name)));
        if (ReasonOf(row.Status) is not { } ended || !offer.TryClose(ended, now)) return revised;
        db.Publish(new OfferClosed(offer.Id, offer.Revision, ended));
        return true;
    }

    private static CloseReason? ReasonOf(OfferStatus status) => status switch
    {
        OfferStatus.Filled => CloseReason.Filled,
        OfferStatus.Expired => CloseReason.Expired,
        OfferStatus.Withdrawn => CloseReason.Withdrawn,
        _ => null,
    };

    private void Send(Offer offer, Row row)
    {
        foreach (var programme in row.Receivers)
        {
            var transmission = Transmission.Send(offer, programme, Strength.Good, [], row.PostedAt);
            db.Add(transmission);
            if (row.Answer is { Declined: { } code } no) transmission.Decline(code, no.Words, no.At);
            else if (row.Answer is { } yes) db.Add(transmission.AddForward(Guid.CreateVersion7(), yes.Students, yes.At));
            var closed = ReasonOf(offer.Status);
            db.Publish(transmission.ToEvent(offer.ToSnapshot(row.Sender.Name), closed is null && row.Answer is null ? null : new PastTransmission(closed, row.Answer)));
        }
    }

    private Row? Read(
        CsvRow row, Dictionary<string, Sender> companies, Dictionary<string, ProgrammeSnapshot> receivers, DateOnly today, List<ImportError> errors)
    {
        var cells = new RowReader(row, text, errors);
        Sender? sender = null;
        if (!Siret.TryParse(row["siret"], out var siret)) cells.Refuse("siret", "SiretInvalid", row["siret"]);
        else if (!companies.TryGetValue(siret.ToString(), out sender)) cells.Refuse("siret", "CompanyUnknown", siret.ToString());
        var level = Levels.Find(row["level"]);
        if (level is null && row["level"].Length > 0) cells.Refuse("level", "CellChoice", row["level"], string.Join(", ", Levels.All));
        var posted = cells.Day("date");
        if (row["date"].Length == 0) cells.Refuse("date", "CellMissing");
        else if (posted > today) cells.Refuse("date", "DateInFuture", row["date"]);
        var sentTo = new List<ProgrammeSnapshot>();
        foreach (var code in row.List("sent_to").Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (receivers.TryGetValue(code, out var programme)) sentTo.Add(programme);
            else cells.Refuse("sent_to", "ProgrammeUnknown", code);
        }
        var answer = ReadAnswer(cells, row, posted, today);
        var reference = cells.Needed("reference", 1, Offer.ReferenceMax);
        var fields = new OfferFields(
            cells.Needed("title", Offer.TitleMin, Offer.TitleMax),
            cells.Needed("text", Offer.TextMin, Offer.TextMax, oneLine: false),
            cells.OneOf("kind", OfferKind.Internship),
            level,
            cells.Optional("city", Offer.CityMax),
            cells.Day("start"),
            cells.Number("duration_weeks", 1, Offer.WeeksMax),
            cells.Optional("contact_name", Offer.ContactMax),
            cells.Email("contact_email", Offer.EmailMax))
        {
            Reference = reference,
            Terms = new OfferTerms
            {
                WeeklyHours = cells.Amount("weekly_hours", 1, Offer.HoursMax),
                Posts = cells.Number("posts", 1, Offer.PostsMax) ?? 1,
                Pay = cells.Amount("pay", 0, Offer.PayMax),
                PayUnit = cells.OneOf("pay_unit", PayUnit.Hour),
                Remote = row["remote"].Length == 0 ? null : cells.OneOf<RemoteWork>("remote", default),
                ApplyUrl = cells.Optional("apply_url", Offer.UrlMax),
                ApplyPhone = cells.Optional("apply_phone", Offer.PhoneMax),
            },
        };
        var status = cells.OneOf("status", Statuses, OfferStatus.Published);
        if (status is OfferStatus.Published && sender is { MayPublish: false }) status = OfferStatus.AwaitingCompany;
        if (!cells.IsGood || sender is null || posted is not { } day) return null;
        return new Row(sender, reference, fields, status, day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), row.List("programme"), sentTo, answer);
    }

    private static PastAnswer? ReadAnswer(RowReader cells, CsvRow row, DateOnly? posted, DateOnly today)
    {
        if (row["answer"].Length == 0) return null;
        var answer = cells.OneOf<Answer>("answer", default);
        if (row["sent_to"].Length == 0) cells.Refuse("sent_to", "CellMissing");
        if (row["answered"].Length == 0) cells.Refuse("answered", "CellMissing");
        var day = cells.Day("answered");
        if (day > today) cells.Refuse("answered", "DateInFuture", row["answered"]);
        else if (day < posted) cells.Refuse("answered", "AnsweredBefore", row["answered"]);
        var students = cells.Number("students", 0, MostStudents) ?? 0;
        var code = cells.OneOf("decline_code", DeclineReason.Other);
        var words = cells.Optional("decline_words", Transmission.LongestWords) ?? "";
        if (!cells.IsGood || day is not { } at) return null;
        return new PastAnswer(at.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), students, answer is Answer.Declined ? code : null, words);
    }

    private enum Answer
    {
        Forwarded,
        Declined,
    }

    private sealed record Sender(Guid Id, string Siret, string Name, bool MayPublish);

    private sealed record Row(
        Sender Sender,
        string Reference,
        OfferFields Fields,
        OfferStatus Status,
        DateTime PostedAt,
        IReadOnlyList<string> Programmes,
        IReadOnlyList<ProgrammeSnapshot> Receivers,
        PastAnswer? Answer);
}
