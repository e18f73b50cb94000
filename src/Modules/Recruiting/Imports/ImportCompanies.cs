using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Csv;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Imports;

/// <summary>Takes in the companies that the university works with; each is known by its SIRET and counts as approved.</summary>
internal sealed class ImportCompanies(RecruitingDb db, TimeProvider clock, IStringLocalizer<Text> text) : IImport
{
    private const int Batch = 200;

    public string Kind => "companies";

    public async Task<ImportReport> ImportAsync(TextReader csv, CancellationToken cancellation)
    {
        var content = await CsvInput.ReadAsync(csv, ["siret", "legal_name"], cancellation);
        var errors = content.Errors.ToList();
        var (added, updated, unchanged) = (0, 0, 0);
        foreach (var rows in content.Rows.Chunk(Batch))
        {
            var good = rows.Select(row => Read(row, errors)).OfType<Row>().ToList();
            var sirets = good.Select(r => r.Siret.ToString()).ToList();
            var contacts = await db.Contacts.Where(x => x.IsOfFile && db.Companies.Any(c => c.Id == x.CompanyId && sirets.Contains(c.ActiveSiret!)))
                .ToDictionaryAsync(x => x.CompanyId, cancellation);
            var known = await db.Companies.Where(c => sirets.Contains(c.ActiveSiret!)).ToDictionaryAsync(c => c.ActiveSiret!, cancellation);
            foreach (var row in good)
            {
                if (!known.TryGetValue(row.Siret.ToString(), out var company))
                {
                    company = Company.Import(row.Siret, row.Details, clock.GetUtcNow().UtcDateTime);
                    known.Add(row.Siret.ToString(), company);
                    db.Add(company);
                    if (row.Contact is not null) db.Add(contacts[company.Id] = Contact.Import(company.Id, row.Contact));
                    added++;
                    continue;
                }
                company.Update(row.Details);
                // A contact that its company took out, or wrote itself, is not the file's any more.
                var contact = contacts.GetValueOrDefault(company.Id);
                if (row.Contact is not null) contact?.Reimport(row.Contact);
                if (db.Entry(company).State is EntityState.Modified || (contact is not null && db.Entry(contact).State is EntityState.Modified)) updated++;
                else unchanged++;
            }
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
        return new ImportReport(added, updated, unchanged, [.. errors.OrderBy(e => e.Line)]);
    }

    private Row? Read(CsvRow row, List<ImportError> errors)
    {
        var cells = new RowReader(row, text, errors);
        if (!Siret.TryParse(row["siret"], out var siret)) cells.Refuse("siret", "SiretInvalid", row["siret"]);
        NafCode? naf = null;
        if (row["naf"].Length > 0)
        {
            if (NafCode.TryParse(row["naf"], out var code)) naf = code;
            else cells.Refuse("naf", "NafInvalid", row["naf"]);
        }
        var insee = cells.Optional("insee", 40);
        if (insee is not null && !InseeCode.IsOne(insee)) cells.Refuse("insee", "InseeInvalid", insee);
        var details = new CompanyDetails(
            cells.Needed("legal_name", 1, Company.NameLength),
            cells.Optional("trade_name", Company.NameLength),
            naf,
            cells.OneOf("kind", CompanyKind.Other),
            cells.Optional("headcount", 40),
            cells.Optional("address", 200),
            cells.Optional("postcode", 10),
            cells.Optional("city", Offer.CityMax),
            insee,
            cells.Optional("country", 60) ?? CompanyDetails.France,
            Website(cells),
            row.List("domains"));
        var contact = new
        {
            Name = cells.Optional("contact_name", Offer.ContactMax),
            Function = cells.Optional("contact_function", Offer.ContactMax),
            Email = cells.Email("contact_email", Offer.EmailMax),
            Phone = cells.Optional("contact_phone", Contact.PhoneMax),
            TakesSpontaneous = cells.YesNo("spontaneous"),
        };
        var name = contact.Name ?? contact.Email ?? contact.Phone;
        if (!cells.IsGood) return null;
        return new Row(siret, details, name is null ? null : new ContactDetails(
            name, contact.Function, contact.Email, contact.Phone, contact.TakesSpontaneous, ContactFields.All));
    }

    private static string? Website(RowReader cells)
    {
        if (cells.Optional("website", WebAddress.Length) is not { } typed) return null;
        if (WebAddress.TryRead(typed, out var address)) return address;
        cells.Refuse("website", "WebsiteInvalid", typed);
        return null;
    }

    private sealed record Row(Siret Siret, CompanyDetails Details, ContactDetails? Contact);
}
