using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Students.Searching;

namespace SmartRecruiting.Students.Internships;

/// <summary>The public search of open offers: best first for a text, newest first without one.</summary>
internal sealed class SearchModel(IOfferSearch offers, RecordSearch record) : PageModel
{
    /// <summary>Characters of a search: its address must fit the 8 KB of a request line, each accent taking six.</summary>
    public const int MostText = 1000;

    /// <summary>Skills shown for one offer.</summary>
    public const int MostSkills = 4;

    private const int MostResults = 10;

    /// <summary>Nobody reads on to the hundredth page; a search engine pays for every page before the one asked for.</summary>
    private const int LastPage = 100;

    /// <summary>What the student looks for, in their own words.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Wish { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public OfferKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "level")]
    public string? Level { get; set; }

    [BindProperty(SupportsGet = true, Name = "domain")]
    public string? Domain { get; set; }

    [BindProperty(SupportsGet = true, Name = "city")]
    public string? City { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Slice<OfferHit> List { get; private set; } = new();

    /// <summary>How many offers each value of a filter would leave.</summary>
    public OfferFacets Facets { get; private set; } = new([], [], [], []);

    public bool HasWish => !string.IsNullOrWhiteSpace(Wish);

    /// <summary>How many offers a value would leave, to be shown behind its name.</summary>
    public static int CountOf(IReadOnlyList<FacetCount> facet, string value) => facet.FirstOrDefault(f => f.Value == value)?.Count ?? 0;

    /// <summary>Values of a filter that some offer has, and the one that is chosen.</summary>
    public static IEnumerable<string> Offered(IEnumerable<string> all, IReadOnlyList<FacetCount> facet, string? chosen) =>
        all.Where(value => value == chosen || CountOf(facet, value) > 0);

    public bool HasFilter => Kind is not null || Level is not null || Domain is not null || City is not null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!Levels.All.Contains(Level)) Level = null;
        if (!Domains.All.Contains(Domain)) Domain = null;
        City = string.IsNullOrWhiteSpace(City) ? null : City.Trim();
        var number = Math.Clamp(Number, 1, LastPage);
        var hits = await offers.SearchAsync(
            new OfferQuery(HasWish ? Wish : null, Kind, Level, Domain, City, (number - 1) * MostResults, MostResults), cancellation);
        Facets = hits.Facets;
        List = new Slice<OfferHit>(hits.Offers, Math.Min(hits.Total, LastPage * MostResults), number, MostResults, "");
        if (HasWish && number == 1) await record.RunAsync(SearchKind.Internship, Wish!, cancellation);
    }
}
