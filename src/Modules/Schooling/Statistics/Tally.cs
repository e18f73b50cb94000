using System.Globalization;

namespace SmartRecruiting.Schooling.Statistics;

/// <summary>
/// Which figures a fact counts in: the definitions behind every number that is shown, in one place. An offer counts once in its
/// university, once in the component and once in the programme that came first; one that no programme fits counts for everybody, and in no
/// component.
/// </summary>
/// <param name="until">The last day counted: a year before it ends the part of a term that figures are compared with.</param>
internal sealed class Tally(DateOnly until)
{
    private readonly Dictionary<(Guid Scope, FigureKind Kind, int Period, string Key), Counts> cells = [];

    /// <summary>How many figures have changed.</summary>
    public int Size => cells.Count;

    /// <summary>The part of a term up to the last day counted, a year before.</summary>
    public static (DateOnly First, DateOnly Last) PartOf(DateOnly until)
    {
        var last = until.AddYears(-1);
        return (FirstOfTerm(last), last);
    }

    /// <summary>1 September, or 1 January: where the one or the other year begins.</summary>
    public static DateOnly FirstOfTerm(DateOnly day) => new(day.Year, day.Month >= 9 ? 9 : 1, 1);

    /// <summary>As in <see cref="Figure.Period"/>.</summary>
    public static int TermOf(DateOnly day) => MonthOf(FirstOfTerm(day));

    /// <summary>Year and month as 202611.</summary>
    public static int MonthOf(DateOnly day) => (day.Year * 100) + day.Month;

    /// <summary>What has changed, as rows to be added to those that are there: place by place, so that neighbours are written one after the other.</summary>
    public IEnumerable<Figure> Changes =>
        from cell in cells
        where cell.Value != default
        orderby cell.Key.Scope, cell.Key.Kind, cell.Key.Period
        select new Figure
        {
            ScopeId = cell.Key.Scope, Kind = cell.Key.Kind, Period = cell.Key.Period, Key = cell.Key.Key,
            Offers = cell.Value.Offers, Well = cell.Value.Well, Filled = cell.Value.Filled, Hours = cell.Value.Hours,
        };

    /// <summary>Counts a fact, or takes it out again.</summary>
    /// <param name="content">Null counts nothing.</param>
    /// <param name="sign">1 or −1.</param>
    /// <param name="onlyPart">Only in the part of a term: when that has grown and the terms have it already.</param>
    public void Count(FactContent? content, int sign, bool onlyPart = false)
    {
        if (content is null) return;
        var (day, (first, last)) = (content.Day, PartOf(until));
        var isInPart = day >= first && day <= last;
        if (onlyPart && !isInPart) return;
        var (term, month) = (TermOf(day), MonthOf(day));
        foreach (var (scope, kind, key, counts) in FiguresOf(content, sign))
        {
            if (!onlyPart) Add(scope, kind, term, key, counts);
            if (!onlyPart && kind is FigureKind.Total) Add(scope, FigureKind.Month, month, key, counts);
            if (isInPart) Add(scope, kind, -term, key, counts);
        }
    }

    private static IEnumerable<(Guid Scope, FigureKind Kind, string Key, Counts Counts)> FiguresOf(FactContent content, int sign) => content switch
    {
        OfferContent offer => OfOffer(offer, new Counts(sign, offer.FitsWell ? sign : 0, offer.State is FactState.Filled ? sign : 0, 0)),
        SentContent sent => OfSent(sent, new Counts(sign, sent.AnswerHours is null ? 0 : sign, sent.IsForwarded ? sign : 0, sign * (long)(sent.AnswerHours ?? 0))),
        SearchContent search => OfSearch(search, new Counts(sign, 0, 0, 0)),
        _ => [],
    };

    private static IEnumerable<(Guid, FigureKind, string, Counts)> OfOffer(OfferContent offer, Counts once)
    {
        var (component, programme, company) = (offer.ComponentId?.ToString() ?? "", offer.ProgrammeId?.ToString() ?? "", offer.CompanyId.ToString());
        (FigureKind, string)[] keys =
        [
            (FigureKind.Total, ""), (FigureKind.Domain, offer.Domain), (FigureKind.Company, company), (FigureKind.CompanyDomain, $"{company} {offer.Domain}"),
            (FigureKind.Year, offer.YearOfStudy?.ToString(CultureInfo.InvariantCulture) ?? ""), (FigureKind.State, offer.State.ToString()),
            .. offer.Skills.Select(skill => (FigureKind.Skill, skill)),
        ];
        var university = offer.UniversityId ?? Figure.Everybody;
        foreach (var (kind, key) in keys) yield return (university, kind, key, once);
        yield return (university, FigureKind.School, component, once);
        if (offer.ComponentId is { } school)
        {
            foreach (var (kind, key) in keys) yield return (school, kind, key, once);
            yield return (school, FigureKind.School, programme, once);
        }
        if (offer.ProgrammeId is { } first)
        {
            foreach (var (kind, key) in keys) yield return (first, kind, key, once);
        }
    }

    private static IEnumerable<(Guid, FigureKind, string, Counts)> OfSent(SentContent sent, Counts once) =>
    [
        (sent.UniversityId, FigureKind.SchoolSent, sent.ComponentId.ToString(), once), (sent.ComponentId, FigureKind.SchoolSent, sent.ProgrammeId.ToString(), once),
    ];

    private static IEnumerable<(Guid, FigureKind, string, Counts)> OfSearch(SearchContent search, Counts once) =>
        search.Skills.Select(skill => (Figure.Everybody, FigureKind.SkillSought, skill, once)).Prepend((Figure.Everybody, FigureKind.DomainSought, search.Domain, once));

    private void Add(Guid scope, FigureKind kind, int period, string key, Counts counts)
    {
        ref var cell = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(cells, (scope, kind, period, key), out _);
        cell += counts;
    }

    private readonly record struct Counts(int Offers, int Well, int Filled, long Hours)
    {
        public static Counts operator +(Counts a, Counts b) => new(a.Offers + b.Offers, a.Well + b.Well, a.Filled + b.Filled, a.Hours + b.Hours);
    }
}
