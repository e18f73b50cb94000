using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Csv;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Imports;

/// <summary>Takes in the companies that the university works with; each is known by its SIRET and counts as approved.</summary>
internal sealed partial class ImportCompanies(RecruitingDb db, IStringLocalizer<Text> text) : IImport
{
    private const int Batch = 200;
    private const string France = "France";

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
            var known = await db.Companies.Where(c => sirets.Contains(c.ActiveSiret!)).ToDictionaryAsync(c => c.ActiveSiret!, cancellation);
            foreach (var row in good)
            {
                if (!known.TryGetValue(row.Siret.ToString(), out var company))
                {
                    company = Company.Import(row.Siret, row.Details, row.Contact);
                    known.Add(row.Siret.ToString(), company);
                    db.Add(company);
                    added++;
                    continue;
                }
                company.Update(row.Details, row.Contact);
                if (db.Entry(company).State is EntityState.Modified) updated++;
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
        if (insee is not null && !InseeCode().IsMatch(insee)) cells.Refuse("insee", "InseeInvalid", insee);
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
            cells.Optional("country", 60) ?? France,
            Website(cells),
            row.List("domains"));
        var contact = new CompanyContact(
            cells.Optional("contact_name", Offer.ContactMax),
            cells.Optional("contact_function", Offer.ContactMax),
            cells.Email("contact_email", Offer.EmailMax),
            cells.Optional("contact_phone", 30),
            cells.YesNo("spontaneous"));
        return cells.IsGood ? new Row(siret, details, contact) : null;
    }

    // The address becomes a link, so nothing but the web may stand in it.
    private static string? Website(RowReader cells)
    {
        if (cells.Optional("website", 190) is not { } typed) return null;
        var address = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)) return address;
        cells.Refuse("website", "WebsiteInvalid", typed);
        return null;
    }

    [GeneratedRegex(@"^([0-9]{2}|2A|2B)[0-9]{3}\z")]
    private static partial Regex InseeCode();

    private sealed record Row(Siret Siret, CompanyDetails Details, CompanyContact Contact);
}
