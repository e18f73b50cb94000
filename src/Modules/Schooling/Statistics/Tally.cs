using System.Globalization;
using SmartRecruiting.Schooling.Dashboard;

namespace SmartRecruiting.Schooling.Statistics;

/// <summary>
/// Which figures a fact counts in: the definitions behind every number that is shown, in one place. An offer counts once in its
/// university, once in the component and once in the programme that came first; one that no programme fits counts in every university
/// and in no component.
/// </summary>
/// <param name="universities">All of them.</param>
/// <param name="until">The last day counted: a year before it ends the part of a year that figures are compared with.</param>
internal sealed class Tally(IReadOnlyList<Guid> universities, DateOnly until)
{
    private readonly Dictionary<(Guid Scope, FigureKind Kind, int Period, string Key), Counts> cells = [];

    /// <summary>The ways to cut years.</summary>
    public static IReadOnlyList<YearBasis> Bases { get; } = Enum.GetValues<YearBasis>();

    /// <summary>The part of a year up to the last day counted, a year before; its period is that of <see cref="Figure.Period"/>.</summary>
    public static (int Period, DateOnly First, DateOnly Last) PartOf(YearBasis basis, DateOnly until)
    {
        var last = until.AddYears(-1);
        var year = StatYear.Of(last, basis);
        return (-year.Code, year.First, last);
    }

    /// <summary>As in <see cref="Figure.Period"/>.</summary>
    public static int MonthOf(DateOnly day) => (day.Year * 100) + day.Month;

    /// <summary>What has changed, as rows to be added to those that are there.</summary>
    public IEnumerable<Figure> Changes =>
        from cell in cells
        where cell.Value != default
        select new Figure
        {
            ScopeId = cell.Key.Scope, Kind = cell.Key.Kind, Period = cell.Key.Period, Key = cell.Key.Key,
            Offers = cell.Value.Offers, Well = cell.Value.Well, Filled = cell.Value.Filled, Hours = cell.Value.Hours,
        };

    /// <summary>Counts a fact, or takes it out again.</summary>
    /// <param name="content">Null counts nothing.</param>
    /// <param name="sign">1 or −1.</param>
    public void Count(FactContent? content, int sign)
    {
        if (content is null) return;
        if (content is OfferContent offer) CountMonth(offer, sign);
        foreach (var basis in Bases)
        {
            CountIn(StatYear.Of(content.Day, basis).Code, content, sign);
            CountPart(basis, content, sign);
        }
    }

    /// <summary>Counts a fact in the part of a year only: when that has grown and the year has it already.</summary>
    public void CountPart(YearBasis basis, FactContent? content, int sign)
    {
        var (period, first, last) = PartOf(basis, until);
        if (content is not null && content.Day >= first && content.Day <= last) CountIn(period, content, sign);
    }

    private static Counts Once(OfferContent offer, int sign) => new(sign, offer.FitsWell ? sign : 0, offer.State is FactState.Filled ? sign : 0, 0);

    private void CountIn(int period, FactContent content, int sign)
    {
        switch (content)
        {
            case OfferContent offer: CountOffer(period, offer, sign); break;
            case SentContent sent: CountSent(period, sent, sign); break;
            case SearchContent search: CountSearch(period, search, sign); break;
        }
    }

    private IReadOnlyList<Guid> UniversitiesOf(OfferContent offer) => offer.UniversityId is { } own ? [own] : universities;

    private void CountMonth(OfferContent offer, int sign)
    {
        var (month, once) = (MonthOf(offer.Day), Once(offer, sign));
        foreach (var university in UniversitiesOf(offer)) Add(university, FigureKind.Total, month, "", once);
        if (offer.ComponentId is { } component) Add(component, FigureKind.Total, month, "", once);
        if (offer.ProgrammeId is { } programme) Add(programme, FigureKind.Total, month, "", once);
    }

    private void CountOffer(int period, OfferContent offer, int sign)
    {
        var once = Once(offer, sign);
        foreach (var university in UniversitiesOf(offer))
        {
            CountOffer(university, period, offer, once);
            Add(university, FigureKind.School, period, offer.ComponentId?.ToString() ?? "", once);
        }
        if (offer.ComponentId is { } component)
        {
            CountOffer(component, period, offer, once);
            Add(component, FigureKind.School, period, offer.ProgrammeId?.ToString() ?? "", once);
        }
        if (offer.ProgrammeId is { } programme) CountOffer(programme, period, offer, once);
    }

    private void CountOffer(Guid scope, int period, OfferContent offer, Counts once)
    {
        Add(scope, FigureKind.Total, period, "", once);
        Add(scope, FigureKind.Domain, period, offer.Domain, once);
        Add(scope, FigureKind.Company, period, offer.CompanyId.ToString(), once);
        Add(scope, FigureKind.CompanyDomain, period, $"{offer.CompanyId} {offer.Domain}", once);
        Add(scope, FigureKind.Year, period, offer.YearOfStudy?.ToString(CultureInfo.InvariantCulture) ?? "", once);
        Add(scope, FigureKind.State, period, offer.State.ToString(), once);
        foreach (var skill in offer.Skills) Add(scope, FigureKind.Skill, period, skill, once);
    }

    private void CountSent(int period, SentContent sent, int sign)
    {
        var once = new Counts(sign, sent.AnswerHours is null ? 0 : sign, sent.IsForwarded ? sign : 0, sign * (long)(sent.AnswerHours ?? 0));
        foreach (var scope in (Guid[])[sent.UniversityId, sent.ComponentId, sent.ProgrammeId]) Add(scope, FigureKind.Sent, period, "", once);
        Add(sent.UniversityId, FigureKind.SchoolSent, period, sent.ComponentId.ToString(), once);
        Add(sent.ComponentId, FigureKind.SchoolSent, period, sent.ProgrammeId.ToString(), once);
    }

    private void CountSearch(int period, SearchContent search, int sign)
    {
        foreach (var university in universities)
        {
            Add(university, FigureKind.DomainSought, period, search.Domain, new Counts(sign, 0, 0, 0));
            foreach (var skill in search.Skills) Add(university, FigureKind.SkillSought, period, skill, new Counts(sign, 0, 0, 0));
        }
    }

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
