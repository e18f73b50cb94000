using System.Globalization;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Schooling.Statistics;
using static SmartRecruiting.Schooling.Dashboard.Cells;

namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>The tables of a dashboard, made of one set of figures, in the language of the thread.</summary>
/// <param name="figures">Whose and when.</param>
/// <param name="most">Rows a table at the most: few on a screen, more in a file.</param>
internal sealed class Tables(FigureSet figures, int most)
{
    // A growth computed on fewer offers than this is chance.
    private const int FewestToCompare = 5;
    private const string NowKey = "ColumnNow";

    private readonly StatYear year = figures.Period.Year;

    private string Now => Say(NowKey, year.Label);

    private string Before => Say(NowKey, year.Back(1).Label);

    /// <summary>What the place has in all.</summary>
    public IReadOnlyList<KeyFigure> KeyFigures()
    {
        var (_, now, before) = figures.Total;
        var list = new List<KeyFigure>
        {
            new(Say("KeyOffers"), Count(now.Offers).Text, WithArrow(Movement(now.Offers, before.Offers))),
            new(Say("KeyWell"), Share(now.Well, now.Offers).Text, null),
            new(Say("KeyFilled"), Share(now.Filled, now.Offers).Text, null),
        };
        if (figures.Place.Level is not StatLevel.University)
        {
            var beside = figures.Beside(FigureKind.School).Where(l => l.Key.Length > 0 && l.Now.Offers > 0).OrderByDescending(l => l.Now.Offers).ToList();
            var rank = beside.FindIndex(l => l.Key == figures.Place.Id.ToString());
            if (rank >= 0) list.Add(new(Say(figures.Place.Level is StatLevel.Component ? "KeyPlaceComponent" : "KeyPlaceProgramme"), Say("PlaceOf", rank + 1, beside.Count), null));
        }
        return list;
    }

    public StatTable Skills() => InDemand("skills", FigureKind.Skill, FigureKind.SkillSought, figures.NameOf, "ColumnSkill", "skill");

    public StatTable Domains() => InDemand("domains", FigureKind.Domain, FigureKind.DomainSought, DomainName.Of, "ColumnDomain", "domain");

    /// <summary>The parts of the place, or the programme among its like: those where a programme comes first most often, first.</summary>
    public StatTable Schools()
    {
        var alone = figures.Place.Level is StatLevel.Programme;
        var lines = (alone ? figures.Beside(FigureKind.School) : figures.Of(FigureKind.School)).Where(l => l.Key.Length > 0)
            .OrderByDescending(l => l.Now.Offers).ThenBy(l => SchoolName(l.Key), StringComparer.CurrentCulture).ToList();
        // Those that no offer fits stand there too, last: the parts make the whole.
        var nowhere = (alone ? [] : figures.Of(FigureKind.School)).Where(l => l.Key.Length == 0);
        var rank = 0;
        var rows = lines.Concat(nowhere).Select(l => Row(
            l.Key.Length > 0 && figures.Places.Find(Guid.Parse(l.Key)) is { } part ? Address.Of(part, year) : l.Key.Length == 0 ? Behind("school", "") : null,
            Of(l.Key.Length > 0 ? $"{++rank}. {SchoolName(l.Key)}" : Say("NoSchool")), Count(l.Now.Offers), Count(l.Before.Offers), Movement(l.Now.Offers, l.Before.Offers),
            Share(l.Now.Well, l.Now.Offers)));
        var component = figures.Place.Level is StatLevel.University;
        var finding = lines is [var first, ..] && first.Now.Offers > 0
            ? Say(component ? "FindingComponents" : "FindingProgrammes", SchoolName(first.Key), Offers(first.Now.Offers), Movement(first.Now.Offers, first.Before.Offers).Text)
            : Say("FindingNone");
        return Table(component ? "components" : "programmes", StatChart.Bars, finding, rows,
            Label(component ? "ColumnComponent" : "ColumnProgramme"), Series(Now), Series(Before), Column("ColumnMovement", StatFormat.Movement),
            Column("ColumnWell", StatFormat.Share));
    }

    public StatTable Rising() => Moving("rising", l => l.Now.Offers > l.Before.Offers, l => -Clearness(l));

    public StatTable Falling() => Moving("falling", l => l.Now.Offers < l.Before.Offers, Clearness);

    /// <summary>How many offers ask for a skill, how that moves, and how well those offers are matched.</summary>
    public StatTable SkillMap()
    {
        var lines = figures.Of(FigureKind.Skill).Where(l => l.Now.Offers > 0).ToList();
        var rows = lines.Select(l => Row(
            Behind("skill", l.Key), Of(figures.NameOf(l.Key)), Count(l.Now.Offers), Movement(l.Now.Offers, l.Before.Offers), Share(l.Now.Well, l.Now.Offers)));
        var best = lines.Take(most).Where(l => l.Before.Offers >= FewestToCompare).MaxBy(Growth);
        var finding = best is null ? Say("FindingNone") : Say("FindingSkillMap", figures.NameOf(best.Key), Movement(best.Now.Offers, best.Before.Offers).Text, Share(best.Now.Well, best.Now.Offers).Text);
        return Table("skillmap", StatChart.Bubbles, finding, rows,
            Label("ColumnSkill"), new StatColumn(Say("ColumnOffers"), StatFormat.Count, StatAxis.Size), new StatColumn(Say("ColumnGrowth"), StatFormat.Movement, StatAxis.X),
            new StatColumn(Say("ColumnWell"), StatFormat.Share, StatAxis.Y));
    }

    /// <summary>Skills that offers ask for and that no programme of the place names among those it teaches.</summary>
    /// <param name="taught">Names of skills taught, folded.</param>
    public StatTable Untaught(IReadOnlySet<string> taught)
    {
        var lines = figures.Of(FigureKind.Skill).Where(l => l.Now.Offers > 0 && !figures.NamesOf(l.Key).Any(name => taught.Contains(Fold.Text(name)))).ToList();
        var rows = lines.Select(l => Row(
            Behind("skill", l.Key), Of(figures.NameOf(l.Key)), Count(l.Now.Offers), Share(l.Now.Offers, figures.Total.Now.Offers), Movement(l.Now.Offers, l.Before.Offers)));
        var finding = lines is [var first, ..] ? Say("FindingUntaught", figures.NameOf(first.Key), Offers(first.Now.Offers)) : Say("FindingAllTaught");
        return Table("untaught", StatChart.None, finding, rows,
            Label("ColumnSkill"), Column("ColumnOffers", StatFormat.Count), Column("ColumnShare", StatFormat.Share), Column("ColumnMovement", StatFormat.Movement));
    }

    public StatTable Companies()
    {
        var rows = figures.Of(FigureKind.Company).Where(l => l.Now.Offers > 0).Select(l => Row(
            Behind("company", l.Key), Of(figures.NameOf(l.Key)), Count(l.Now.Offers), Count(l.Before.Offers), Movement(l.Now.Offers, l.Before.Offers), Of(MainDomain(l.Key))));
        return Table("companies", StatChart.Bars, Leader(FigureKind.Company, figures.NameOf, "FindingCompanies"), rows,
            Label("ColumnCompany"), Series(Now), Series(Before), Column("ColumnMovement", StatFormat.Movement), Column("ColumnMainDomain", StatFormat.Text));
    }

    public StatTable Growing()
    {
        var lines = figures.Of(FigureKind.Company).Where(l => l.Before.Offers > 0 && l.Now.Offers > l.Before.Offers)
            .OrderByDescending(l => l.Now.Offers - l.Before.Offers).ThenByDescending(Growth).ThenBy(l => figures.NameOf(l.Key), StringComparer.CurrentCulture).Take(most).ToList();
        var rows = lines.Select(l => Row(
            Behind("company", l.Key), Of(figures.NameOf(l.Key)), Count(l.Now.Offers), Count(l.Before.Offers), Movement(l.Now.Offers, l.Before.Offers)));
        var finding = lines is [var first, ..] ? Say("FindingGrowing", figures.NameOf(first.Key), Count(first.Before.Offers).Text, Offers(first.Now.Offers)) : Say("FindingNone");
        return Table("growing", StatChart.None, finding, rows,
            Label("ColumnCompany"), Column(Now, StatFormat.Count), Column(Before, StatFormat.Count), Column("ColumnMovement", StatFormat.Movement));
    }

    /// <summary>The domains of the companies that recruit here.</summary>
    public StatTable CompanyDomains()
    {
        var companies = figures.CompanyDomains;
        var rows = companies.Select(g => Row(Behind("domain", g.Domain), Of(DomainName.Of(g.Domain)), Count(g.Offers), Share(g.Offers, figures.Total.Now.Offers), Count(g.Companies)));
        var finding = companies is [var first, ..] ? Say("FindingCompanyDomains", DomainName.Of(first.Domain), Count(first.Companies).Text, Share(first.Offers, figures.Total.Now.Offers).Text) : Say("FindingNone");
        return Table("companydomains", StatChart.Doughnut, finding, rows,
            Label("ColumnDomain"), Series(Say("ColumnOffers")), Column("ColumnShare", StatFormat.Share), Column("ColumnCompanies", StatFormat.Count));
    }

    public StatTable NewCompanies() => Changed("newcompanies", l => l.Before.Offers == 0 && l.Now.Offers > 0, l => l.Now.Offers, Now);

    public StatTable StoppedCompanies() => Changed("stoppedcompanies", l => l.Now.Offers == 0 && l.Before.Offers > 0, l => l.Before.Offers, Before);

    public StatTable ByMonth()
    {
        var (start, until) = (year.First, figures.Period.Until);
        var months = Enumerable.Range(0, 12).Select(start.AddMonths).ToList();
        var rows = months.Select(m =>
        {
            var (now, before) = (figures.Months.GetValueOrDefault(Tally.MonthOf(m)), figures.Months.GetValueOrDefault(Tally.MonthOf(m.AddYears(-1))));
            var ahead = m > until;
            return Row(
                ahead ? null : Behind("month", Tally.MonthOf(m).ToString(CultureInfo.InvariantCulture)), Of(m.ToString("MMM yyyy", CultureInfo.CurrentCulture)),
                ahead ? new StatCell("–") : Count(now.Offers), Count(before.Offers));
        });
        var busiest = months.Where(m => m <= until).MaxBy(m => figures.Months.GetValueOrDefault(Tally.MonthOf(m)).Offers);
        var finding = figures.Total.Now.Offers == 0 ? Say("FindingNone") : Say(
            "FindingMonths", Offers(figures.Total.Now.Offers), Movement(figures.Total.Now.Offers, figures.Total.Before.Offers).Text, busiest.ToString("MMMM", CultureInfo.CurrentCulture));
        return Whole("months", StatChart.Lines, finding, rows, Label("ColumnMonth"), Series(Now), Series(Before));
    }

    /// <summary>Whole years, the current one as far as it has gone.</summary>
    public StatTable Years(int back)
    {
        var years = Enumerable.Range(0, back + 1).Select(n => year.Back(back - n)).Select(y => (Year: y, Counts: SumOf(y))).SkipWhile(y => y.Counts.Offers == 0).ToList();
        var rows = years.Select(y => Row(
            Address.Of(figures.Place, y.Year), Of(y.Year == year && !figures.Period.IsOver ? Say("YearSoFar", y.Year.Label) : y.Year.Label),
            Count(y.Counts.Offers), Count(y.Counts.Well), Count(y.Counts.Filled)));
        // The first year may have begun before the first offer: the last two that are over can be compared.
        var whole = years.Where(y => y.Year != year || figures.Period.IsOver).Select(y => (y.Year.Label, y.Counts.Offers)).ToList();
        var finding = whole is [.., var before, var last]
            ? Say("FindingYears", before.Label, Offers(before.Offers), last.Label, Count(last.Offers).Text, Movement(last.Offers, before.Offers).Text)
            : Say("FindingNone");
        return Whole("years", StatChart.Lines, finding, rows,
            Label("ColumnYear"), Series(Say("ColumnOffers")), Series(Say("ColumnWellCount")), Series(Say("ColumnFilledCount")));
    }

    public StatTable YearsOfStudy()
    {
        var lines = figures.Of(FigureKind.Year).OrderBy(l => l.Key.Length == 0).ThenBy(l => l.Key, StringComparer.Ordinal).ToList();
        var rows = lines.Select(l => Row(
            Behind("study", l.Key), Of(StudyName(l.Key)), Count(l.Now.Offers), Count(l.Before.Offers), Share(l.Now.Offers, figures.Total.Now.Offers), Movement(l.Now.Offers, l.Before.Offers)));
        var first = lines.Where(l => l.Key.Length > 0 && l.Now.Offers > 0).MaxBy(l => l.Now.Offers);
        var finding = first is null ? Say("FindingNone") : Say("FindingStudy", StudyName(first.Key), Offers(first.Now.Offers));
        return Whole("study", StatChart.Bars, finding, rows,
            Label("ColumnStudy"), Series(Now), Series(Before), Column("ColumnShare", StatFormat.Share), Column("ColumnMovement", StatFormat.Movement));
    }

    public StatTable States()
    {
        var found = figures.Of(FigureKind.State).ToDictionary(l => l.Key);
        var lines = new[] { FactState.Filled, FactState.Open, FactState.Expired, FactState.Withdrawn }
            .Select(s => (State: s, Line: found.GetValueOrDefault(s.ToString()) ?? new FigureLine("", default, default))).ToList();
        var total = figures.Total.Now.Offers;
        var rows = lines.Select(l => Row(
            Behind("state", l.State.ToString()), Of(Say("Fact" + l.State)), Count(l.Line.Now.Offers), Count(l.Line.Before.Offers), Share(l.Line.Now.Offers, total)));
        var finding = total == 0 ? Say("FindingNone") : Say("FindingStates", Share(lines[0].Line.Now.Offers, total).Text, Share(lines[2].Line.Now.Offers, total).Text);
        return Whole("states", StatChart.Doughnut, finding, rows,
            Label("ColumnState"), Series(Now), Column(Before, StatFormat.Count), Column("ColumnShare", StatFormat.Share));
    }

    /// <summary>What became of transmissions, by part of the place.</summary>
    public StatTable Answers()
    {
        var lines = (figures.Place.Level is StatLevel.Programme ? figures.Beside(FigureKind.SchoolSent).Where(l => l.Key == figures.Place.Id.ToString()) : figures.Of(FigureKind.SchoolSent))
            .Where(l => l.Now.Offers > 0).OrderByDescending(l => l.Now.Offers).ToList();
        var rows = lines.Select(l => Row(
            null, Of(SchoolName(l.Key)), Count(l.Now.Offers), Share(l.Now.Well, l.Now.Offers), Share(l.Now.Filled, l.Now.Offers), Days(l.Now.Hours, l.Now.Well)));
        var (sent, answered, hours) = (lines.Sum(l => l.Now.Offers), lines.Sum(l => l.Now.Well), lines.Sum(l => l.Now.Hours));
        var finding = sent == 0 ? Say("FindingNotSent") : answered == 0 ? Say("FindingNoAnswer", Offers(sent)) : Say("FindingAnswers", Share(answered, sent).Text, Days(hours, answered).Text);
        return Table("answers", StatChart.None, finding, rows,
            Label(figures.Place.Level is StatLevel.University ? "ColumnComponent" : "ColumnProgramme"), Column("ColumnSent", StatFormat.Count), Column("ColumnAnswered", StatFormat.Share),
            Column("ColumnForwarded", StatFormat.Share), Column("ColumnDays", StatFormat.Days));
    }

    private static double Growth(FigureLine line) => line.Before.Offers == 0 ? 0 : ((double)line.Now.Offers / line.Before.Offers) - 1;

    // By how many standard deviations two counts differ (Poisson): from 1 to 5 may be chance, from 31 to 44 hardly is.
    private static double Clearness(FigureLine line) => (line.Now.Offers - line.Before.Offers) / Math.Sqrt(line.Now.Offers + line.Before.Offers);

    private static StatRow Row(string? link, params StatCell[] cells) => new(cells, link);

    private static StatColumn Label(string key) => new(Say(key), StatFormat.Text);

    private static StatColumn Series(string name) => new(name, StatFormat.Count, StatAxis.Series);

    private static StatColumn Column(string key, StatFormat format) => new(Say(key), format);

    private static string StudyName(string key) => key.Length == 0 ? Say("StudyUnsaid") : Say("StudyYear", key);

    private StatTable Table(string key, StatChart chart, string finding, IEnumerable<StatRow> rows, params StatColumn[] columns) =>
        new(key, Say("Table_" + key), finding, Say("Definition_" + key), chart, columns, [.. rows.Take(most)]);

    // Months, years and states are few, and none may be missing.
    private static StatTable Whole(string key, StatChart chart, string finding, IEnumerable<StatRow> rows, params StatColumn[] columns) =>
        new(key, Say("Table_" + key), finding, Say("Definition_" + key), chart, columns, [.. rows]);

    private string Behind(string by, string key) => Address.Behind(figures.Place, year, by, key);

    // What is gone this year has its offers in the last one.
    private string Behind(string by, FigureLine line) => Address.Behind(figures.Place, line.Now.Offers > 0 ? year : year.Back(1), by, line.Key);

    private string SchoolName(string key) => Guid.TryParse(key, out var id) ? figures.Places.NameOf(id) ?? Say("SchoolGone") : Say("NoSchool");

    private string Leader(FigureKind kind, Func<string, string> name, string finding) =>
        figures.Of(kind).FirstOrDefault() is { Now.Offers: > 0 } first
            ? Say(finding, name(first.Key), Offers(first.Now.Offers), Share(first.Now.Offers, figures.Total.Now.Offers).Text, Movement(first.Now.Offers, first.Before.Offers).Text)
            : Say("FindingNone");

    // What offers ask for, and beside it what students look for.
    private StatTable InDemand(string key, FigureKind kind, FigureKind soughtKind, Func<string, string> name, string column, string by)
    {
        var sought = figures.Of(soughtKind).ToDictionary(l => l.Key, l => l.Now.Offers);
        var rows = figures.Of(kind).Select(l => Row(
            Behind(by, l), Of(name(l.Key)), Count(l.Now.Offers), Count(l.Before.Offers), Share(l.Now.Offers, figures.Total.Now.Offers),
            Movement(l.Now.Offers, l.Before.Offers), CountOfStudents(sought.GetValueOrDefault(l.Key))));
        return Table(key, StatChart.Bars, Leader(kind, name, "Finding_" + key), rows,
            Label(column), Series(Now), Series(Before), Column("ColumnShare", StatFormat.Share), Column("ColumnMovement", StatFormat.Movement),
            Column("ColumnSought", StatFormat.Count));
    }

    private StatTable Moving(string key, Func<FigureLine, bool> moves, Func<FigureLine, double> order)
    {
        var lines = figures.Of(FigureKind.Skill).Where(l => Math.Max(l.Now.Offers, l.Before.Offers) >= FewestToCompare && moves(l))
            .OrderBy(order).ThenByDescending(l => l.Now.Offers).ThenBy(l => l.Key, StringComparer.Ordinal).ToList();
        var rows = lines.Select(l => Row(
            Behind("skill", l), Of(figures.NameOf(l.Key)), Count(l.Now.Offers), Movement(l.Now.Offers, l.Before.Offers)));
        var finding = lines is [var first, ..] ? Say("Finding_" + key, figures.NameOf(first.Key), Count(first.Before.Offers).Text, Offers(first.Now.Offers)) : Say("FindingNone");
        return Table(key, StatChart.None, finding, rows, Label("ColumnSkill"), Column(Now, StatFormat.Count), Column("ColumnMovement", StatFormat.Movement));
    }

    private StatTable Changed(string key, Func<FigureLine, bool> changed, Func<FigureLine, int> count, string column)
    {
        var all = figures.Of(FigureKind.Company).Where(changed).ToList();
        var lines = all.OrderByDescending(count).ThenBy(l => figures.NameOf(l.Key), StringComparer.CurrentCulture).Take(most).ToList();
        var rows = lines.Select(l => Row(Behind("company", l), Of(figures.NameOf(l.Key)), Count(count(l)), Of(MainDomain(l.Key))));
        var finding = lines.Count == 0 ? Say("FindingNone") : Say("Finding_" + key, Count(all.Count).Text, figures.NameOf(lines[0].Key));
        return Table(key, StatChart.None, finding, rows, Label("ColumnCompany"), Column(column, StatFormat.Count), Column("ColumnMainDomain", StatFormat.Text));
    }

    private string MainDomain(string company) => figures.MainDomainOf(company) is { Length: > 0 } domain ? DomainName.Of(domain) : "";

    private Counts SumOf(StatYear of)
    {
        var sum = default(Counts);
        for (var month = of.First; month <= of.Last; month = month.AddMonths(1))
        {
            var counts = figures.Months.GetValueOrDefault(Tally.MonthOf(month));
            sum = new Counts(sum.Offers + counts.Offers, sum.Well + counts.Well, sum.Filled + counts.Filled, 0);
        }
        return sum;
    }
}
