using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Statistics;
using static SmartRecruiting.Schooling.Dashboard.Cells;

namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>The offers behind a figure.</summary>
internal sealed class OffersModel(SchoolingDb db, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private static readonly Columns<Row> ListColumns = new Columns<Row>("-Day")
        .Add("Title", r => r.Title)
        .Add("ColumnCompany", r => r.Company)
        .Add("Day", r => r.Day)
        .Add("ColumnDomain", r => DomainName.Of(r.Domain), r => r.Domain)
        .Add("ColumnProgramme", r => r.Programme)
        .Add("Match", r => Text.Get("Strength" + r.Best), r => r.Best)
        .Add("ColumnState", r => Text.Get("Fact" + r.State), r => r.State);

    [BindProperty(SupportsGet = true)]
    public StatFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    /// <summary>What the figure counts by; nothing for all offers.</summary>
    [BindProperty(SupportsGet = true, Name = "by")]
    public string? By { get; set; }

    [BindProperty(SupportsGet = true, Name = "key")]
    public string? Key { get; set; }

    public Places Places { get; private set; } = new();

    public Place Place { get; private set; } = null!;

    public StatYear Year { get; private set; }

    public StatPeriod Period { get; private set; }

    /// <summary>What the figure counts, in words.</summary>
    public string What { get; private set; } = "";

    public Slice<Row> List { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Places = await Places.LoadAsync(db, user, cancellation);
        if ((Filter.Id is { } id ? Places.Find(id) : Places.Default(Filter.Level, user)) is not { } place) return NotFound();
        var until = await db.FigureStates.Where(s => s.Id == FigureState.Only).Select(s => s.Until).FirstOrDefaultAsync(cancellation);
        (Place, Year) = (place, Filter.YearOn(clock));
        Period = new StatPeriod(Year, until);
        if (await WhatAsync(cancellation) is not { } what || Facts() is not { } facts) return NotFound();
        What = what;
        var rows = facts.Select(f => new Row
        {
            Id = f.Id, Title = f.Title, Company = f.Company, Day = f.Day, Domain = f.Domain, Best = f.Best, State = f.State,
            Programme = db.Programmes.Where(p => p.Id == f.ProgrammeId).Select(p => p.Name).FirstOrDefault(),
        });
        if (Query.WantsCsv) return await rows.ToCsvAsync(ListColumns, Query, "offers.csv", text, cancellation);
        List = await rows.ToSliceAsync(ListColumns, Query, r => r.Id, cancellation);
        return Page();
    }

    private async Task<string?> WhatAsync(CancellationToken cancellation)
    {
        var key = Key ?? "";
        return By switch
        {
            null => Say("BehindAll"),
            "domain" or "unmet" => Domains.All.Contains(key) ? Say(By is "unmet" ? "BehindUnmet" : "BehindDomain", DomainName.Of(key)) : null,
            "skill" => await NameAsync(key, cancellation) is { } skill ? Say("BehindSkill", skill) : null,
            "company" => await NameAsync(key, cancellation) is { } company ? Say("BehindCompany", company) : null,
            "school" => key.Length == 0 ? Say("NoSchool") : null,
            "month" => MonthOf(key) is { } month ? month.ToString("MMMM yyyy", System.Globalization.CultureInfo.CurrentCulture) : null,
            "study" => key.Length == 0 ? Say("StudyUnsaid") : int.TryParse(key, out _) ? Say("StudyYear", key) : null,
            "state" => Enum.TryParse<FactState>(key, out var state) && state is not FactState.Waiting ? Say("Fact" + state) : null,
            _ => null,
        };
    }

    private async Task<string?> NameAsync(string key, CancellationToken cancellation) =>
        (await db.Names.AsNoTracking().FirstOrDefaultAsync(n => n.Key == key, cancellation))?.Shown;

    private IQueryable<OfferFact>? Facts()
    {
        var (first, last, key) = (Period.First, Period.Last, Key ?? "");
        var facts = db.OfferFacts.AsNoTracking().Where(f => f.State != FactState.Waiting && f.Day >= first && f.Day <= last);
        facts = Place.Level switch
        {
            StatLevel.Programme => facts.Where(f => f.ProgrammeId == Place.Id),
            StatLevel.Component => facts.Where(f => f.ComponentId == Place.Id),
            // What no programme fits is everybody's.
            _ => facts.Where(f => f.UniversityId == Place.Id || f.UniversityId == null),
        };
        switch (By)
        {
            case null: return facts;
            case "domain": return facts.Where(f => f.Domain == key);
            case "unmet": return facts.Where(f => f.Domain == key && f.Best != Strength.Good && f.Best != Strength.Strong);
            case "skill":
                var mark = OfferFact.SkillMark(key);
                return facts.Where(f => f.Skills.Contains(mark));
            case "company": return Guid.TryParse(key, out var company) ? facts.Where(f => f.CompanyId == company) : null;
            case "school": return facts.Where(f => f.ComponentId == null);
            case "month":
                if (MonthOf(key) is not { } month) return null;
                var (from, to) = (month, month.AddMonths(1).AddDays(-1));
                return facts.Where(f => f.Day >= from && f.Day <= to);
            case "study":
                int? year = int.TryParse(key, out var number) ? number : null;
                return facts.Where(f => f.YearOfStudy == year);
            case "state":
                var state = Enum.Parse<FactState>(key);
                return facts.Where(f => f.State == state);
            default: return null;
        }
    }

    private static DateOnly? MonthOf(string key) => DateOnly.TryParseExact(key, "yyyyMM", out var month) ? month : null;

    internal sealed record Row
    {
        public Guid Id { get; init; }

        public string Title { get; init; } = "";

        public string Company { get; init; } = "";

        public DateOnly Day { get; init; }

        public string Domain { get; init; } = "";

        public string? Programme { get; init; }

        public Strength Best { get; init; }

        public FactState State { get; init; }
    }
}
