namespace SmartRecruiting.Schooling.Statistics;

/// <summary>
/// Which figures a fact counts in: the definitions behind every number that is shown, in one place. An offer counts once in its
/// university, once in the component and once in the programme that came first; one that no programme fits counts in every university
/// and in no component.
/// </summary>
/// <param name="universities">All of them.</param>
/// <param name="until">The last day counted: a year before it ends the part of a month that figures are compared with.</param>
internal sealed class Tally(IReadOnlyList<Guid> universities, DateOnly until)
{
    private readonly Dictionary<(Guid Scope, FigureKind Kind, int Month, string Key), Counts> cells = [];

    /// <summary>The part of a month up to the last day counted, a year before.</summary>
    public static (DateOnly First, DateOnly Last) PartOf(DateOnly until)
    {
        var last = until.AddYears(-1);
        return (new DateOnly(last.Year, last.Month, 1), last);
    }

    /// <summary>As in <see cref="Figure.Month"/>.</summary>
    public static int MonthOf(DateOnly day) => (day.Year * 100) + day.Month;

    /// <summary>What has changed, as rows to be added to those that are there.</summary>
    public IEnumerable<Figure> Changes =>
        from cell in cells
        where cell.Value != default
        select new Figure
        {
            ScopeId = cell.Key.Scope, Kind = cell.Key.Kind, Month = cell.Key.Month, Key = cell.Key.Key,
            Offers = cell.Value.Offers, Well = cell.Value.Well, Filled = cell.Value.Filled, Hours = cell.Value.Hours,
        };

    /// <summary>Counts a fact, or takes it out again.</summary>
    /// <param name="content">Null counts nothing.</param>
    /// <param name="sign">1 or −1.</param>
    /// <param name="onlyPart">Only in the part of a month: when that has grown and the months have it already.</param>
    public void Count(object? content, int sign, bool onlyPart = false)
    {
        var day = content switch
        {
            OfferContent offer => offer.Day,
            SentContent sent => sent.Day,
            SearchContent search => search.Day,
            _ => default,
        };
        var (first, last) = PartOf(until);
        if (!onlyPart) CountIn(MonthOf(day), content, sign);
        if (day >= first && day <= last) CountIn(-MonthOf(day), content, sign);
    }

    private void CountIn(int month, object? content, int sign)
    {
        switch (content)
        {
            case OfferContent offer: CountOffer(month, offer, sign); break;
            case SentContent sent: CountSent(month, sent, sign); break;
            case SearchContent search: CountSearch(month, search, sign); break;
        }
    }

    private void CountOffer(int month, OfferContent offer, int sign)
    {
        var once = new Counts(sign, offer.FitsWell ? sign : 0, offer.State is FactState.Filled ? sign : 0, 0);
        foreach (var university in offer.UniversityId is { } own ? (IReadOnlyList<Guid>)[own] : universities)
        {
            CountOffer(university, month, offer, once);
            Add(university, FigureKind.School, month, offer.ComponentId?.ToString() ?? "", once);
        }
        if (offer.ComponentId is { } component)
        {
            CountOffer(component, month, offer, once);
            Add(component, FigureKind.School, month, offer.ProgrammeId?.ToString() ?? "", once);
        }
        if (offer.ProgrammeId is { } programme) CountOffer(programme, month, offer, once);
    }

    private void CountOffer(Guid scope, int month, OfferContent offer, Counts once)
    {
        Add(scope, FigureKind.Total, month, "", once);
        Add(scope, FigureKind.Domain, month, offer.Domain, once);
        Add(scope, FigureKind.Company, month, offer.CompanyId.ToString(), once);
        Add(scope, FigureKind.CompanyDomain, month, $"{offer.CompanyId} {offer.Domain}", once);
        Add(scope, FigureKind.Year, month, offer.YearOfStudy?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", once);
        Add(scope, FigureKind.State, month, offer.State.ToString(), once);
        foreach (var skill in offer.Skills) Add(scope, FigureKind.Skill, month, skill, once);
    }

    private void CountSent(int month, SentContent sent, int sign)
    {
        var once = new Counts(sign, sent.AnswerHours is null ? 0 : sign, sent.IsForwarded ? sign : 0, sign * (long)(sent.AnswerHours ?? 0));
        foreach (var scope in (Guid[])[sent.UniversityId, sent.ComponentId, sent.ProgrammeId]) Add(scope, FigureKind.Sent, month, "", once);
        Add(sent.UniversityId, FigureKind.SchoolSent, month, sent.ComponentId.ToString(), once);
        Add(sent.ComponentId, FigureKind.SchoolSent, month, sent.ProgrammeId.ToString(), once);
    }

    private void CountSearch(int month, SearchContent search, int sign)
    {
        foreach (var university in universities)
        {
            Add(university, FigureKind.DomainSought, month, search.Domain, new Counts(sign, 0, 0, 0));
            foreach (var skill in search.Skills) Add(university, FigureKind.SkillSought, month, skill, new Counts(sign, 0, 0, 0));
        }
    }

    private void Add(Guid scope, FigureKind kind, int month, string key, Counts counts)
    {
        ref var cell = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(cells, (scope, kind, month, key), out _);
        cell += counts;
    }

    private readonly record struct Counts(int Offers, int Well, int Filled, long Hours)
    {
        public static Counts operator +(Counts a, Counts b) => new(a.Offers + b.Offers, a.Well + b.Well, a.Filled + b.Filled, a.Hours + b.Hours);
    }
}
