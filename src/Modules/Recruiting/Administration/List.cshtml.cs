using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Administration;

/// <summary>All companies, whatever their state.</summary>
internal sealed class ListModel(RecruitingDb db, IStringLocalizer<Text> text) : PageModel
{
    private static readonly Columns<Row> Columns = new Columns<Row>("Company")
        .Add("Company", r => r.Name, r => r.Order)
        .Add("Siret", r => r.Siret)
        .Add("City", r => r.City)
        .Add("Country", r => r.Country)
        .Add("Status", r => Text.Get("Company" + r.Status), r => r.Status)
        .Add("KnownSince", r => r.KnownSince)
        .Add("Recruiters", r => r.Recruiters)
        .Add("Offers", r => r.Offers);

    [BindProperty(SupportsGet = true)] public ListQuery Query { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "status")] public CompanyStatus? Status { get; set; }

    public Slice<Row> List { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var companies = db.Companies.AsQueryable();
        // A SIRET has no folded column.
        if (Siret.TryParse(Query.Words, out var siret)) companies = companies.Where(c => c.Siret == siret);
        else companies = companies.WhereWords(Query.Words);
        if (Status is { } status) companies = companies.Where(c => c.Status == status);
        var rows = companies.Select(c => new Row
        {
            Id = c.Id,
            Name = c.TradeName ?? c.LegalName,
            Order = EF.Property<string>(c, SearchColumns.Name),
            Siret = c.ActiveSiret,
            City = c.City,
            Country = c.Country,
            Status = c.Status,
            KnownSince = c.KnownSince,
            Recruiters = db.Recruiters.Count(r => r.CompanyId == c.Id && r.State == RecruiterState.Accepted),
            Offers = db.Offers.Count(o => o.CompanyId == c.Id),
        });
        if (Query.WantsCsv) return await rows.ToCsvAsync(Columns, Query, text["CompaniesFile"], text, cancellation);
        List = await rows.ToSliceAsync(Columns, Query, r => r.Id, cancellation);
        return Page();
    }

    internal sealed record Row
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public string Order { get; init; } = "";
        public string? Siret { get; init; }
        public string? City { get; init; }
        public string Country { get; init; } = "";
        public CompanyStatus Status { get; init; }
        public DateTime? KnownSince { get; init; }
        public int Recruiters { get; init; }
        public int Offers { get; init; }
    }
}
