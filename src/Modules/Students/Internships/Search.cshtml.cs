using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Students.Data;
using SmartRecruiting.Students.Searching;

namespace SmartRecruiting.Students.Internships;

/// <summary>
/// The public search for internships: open offers, best first for a text and newest first without one; the companies that proposed such
/// work before; and people to write to.
/// </summary>
internal sealed class SearchModel(
    StudentsDb db, IOfferSearch offers, IPastCompanies companies, IProgrammeRanking ranking, IProgrammes programmes, RecordSearch record, ICurrentUser user) : PageModel
{
    /// <summary>Skills shown for one offer, beside those that brought it.</summary>
    public const int MostSkills = 3;

    /// <summary>Words and skills shown as what brought an offer.</summary>
    public const int MostReasons = 4;

    private const int MostResults = 10;
    private const int MostCompanies = 5;
    private const int MostProgrammes = 3;
    private const int MostContacts = 4;

    /// <summary>Nobody reads on to the hundredth page; a search engine pays for every page before the one asked for.</summary>
    private const int LastPage = 100;

    // The newest of what a student put aside: as many as a search takes.
    private const int MostHidden = 1000;

    /// <summary>Euros a month to choose from; 1 for any pay.</summary>
    public static IReadOnlyList<int> Pays { get; } = [1, 700, 900, 1200];

    /// <summary>What is sought; of a student who asks for nothing, what their profile says.</summary>
    [BindProperty(SupportsGet = true)]
    public Sought Wish { get; set; } = new();

    /// <summary>"date" for the newest first also for a text.</summary>
    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Slice<OfferHit> List { get; private set; } = new();

    /// <summary>How many offers each value of a filter would leave.</summary>
    public OfferFacets Facets { get; private set; } = new([], [], [], []);

    public IReadOnlyList<PastCompany> Companies { get; private set; } = [];

    public IReadOnlyList<ProgrammeSnapshot> Programmes { get; private set; } = [];

    public IReadOnlyList<CompanyContact> Contacts { get; private set; } = [];

    /// <summary>Names of the skills that the text speaks of, by id.</summary>
    public IReadOnlyDictionary<string, string> Skills { get; private set; } = new Dictionary<string, string>();

    /// <summary>The text is the profile's: nobody typed it now.</summary>
    public bool IsOfProfile { get; private set; }

    public bool IsByDate => Sort == "date";

    public bool IsStudent => user.Role == Roles.Student;

    public bool MaySeeContacts => user.IsSignedIn;

    /// <summary>How many offers a value would leave, to be shown behind its name.</summary>
    public static int CountOf(IReadOnlyList<FacetCount> facet, string value) => facet.FirstOrDefault(f => f.Value == value)?.Count ?? 0;

    /// <summary>The same for all numbers in a range.</summary>
    public static int CountOf(IReadOnlyList<FacetCount> facet, int? from, int? until) =>
        facet.Where(f => int.Parse(f.Value, System.Globalization.CultureInfo.InvariantCulture) is var n && n >= (from ?? 0) && n <= (until ?? int.MaxValue)).Sum(f => f.Count);

    /// <summary>Values of a filter that some offer has, and the one that is chosen.</summary>
    public static IEnumerable<string> Offered(IEnumerable<string> all, IReadOnlyList<FacetCount> facet, string? chosen) =>
        all.Where(value => value == chosen || CountOf(facet, value) > 0);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Wish = Wish.Tidy();
        if (IsStudent && Wish == new Sought() && !Request.Query.ContainsKey("q") && await AboutAsync(cancellation) is { } about)
        {
            (Wish, IsOfProfile) = (new Sought { Text = about }.Tidy(), true);
        }
        var number = Math.Clamp(Number, 1, LastPage);
        var hits = await offers.SearchAsync(
            Wish.ToQuery((number - 1) * MostResults, MostResults) with { ByDate = IsByDate, Without = await HiddenAsync(cancellation) }, cancellation);
        Facets = hits.Facets;
        List = new Slice<OfferHit>(hits.Offers, Math.Min(hits.Total, LastPage * MostResults), number, MostResults, "");
        if (number > 1 || (!Wish.HasText && Wish.Domain is null)) return;
        var facts = Wish.Text is { } text ? await record.RunAsync(SearchKind.Internship, text, keep: !IsOfProfile, cancellation) : null;
        await LoadPeopleAsync(facts, cancellation);
    }

    private async Task LoadPeopleAsync(TextFacts? facts, CancellationToken cancellation)
    {
        var domain = Wish.Domain ?? (facts?.Domain is { } found && found != Domains.Other ? found : null);
        Skills = facts?.Skills.Where(s => !s.IsGeneral).DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.Name()) ?? [];
        Companies = await companies.FindAsync(new WorkSought(domain, [.. Skills.Keys], Wish.Kind, Wish.City), MostCompanies, cancellation);
        if (MaySeeContacts && domain is not null) Contacts = await companies.ContactsAsync(domain, [.. Companies.Select(c => c.Id)], MostContacts, cancellation);
        if (Wish.Text is not { } text) return;
        var ranked = await ranking.RankAsync(new RankingQuery(text, MostProgrammes) { Nearest = 0, Levels = Wish.Level is { } level ? [level] : [] }, cancellation);
        var shown = (await programmes.FindAsync([.. ranked.Programmes.Select(p => p.ProgrammeId)], cancellation)).ToDictionary(p => p.Id);
        Programmes = [.. ranked.Programmes.Where(p => shown.ContainsKey(p.ProgrammeId)).Select(p => shown[p.ProgrammeId]).Where(p => p.Email is not null || p.Phone is not null)];
    }

    private async Task<string?> AboutAsync(CancellationToken cancellation) =>
        await db.Students.Where(s => s.AccountId == user.Id).Select(s => s.About).FirstOrDefaultAsync(cancellation);

    private async Task<IReadOnlyCollection<Guid>> HiddenAsync(CancellationToken cancellation) => !IsStudent ? [] :
        await db.Marks.Where(m => m.AccountId == user.Id && m.HiddenAt != null).OrderByDescending(m => m.HiddenAt).Select(m => m.OfferId).Take(MostHidden).ToListAsync(cancellation);
}
