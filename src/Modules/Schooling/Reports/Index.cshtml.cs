using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>The reports that are kept; where one more is made, and where the monthly mail is asked for.</summary>
internal sealed class IndexModel(SchoolingDb db, KeepReport keep, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>Trends go back that far.</summary>
    private const int YearsBack = 5;

    private static readonly Columns<Row> ListColumns = new Columns<Row>("-MadeAt")
        .Add("ReportUniversity", r => r.University)
        .Add("ReportYear", r => r.Year)
        .Add("MadeAt", r => r.MadeAt)
        .Add("ReportOrigin", r => Text.Get(r.Origin), r => r.Monthly)
        .Add("StatSnapshot", r => r.SnapshotId);

    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    [BindProperty]
    public Form Input { get; set; } = new();

    public Slice<Row> List { get; private set; } = new();

    public IReadOnlyList<SelectListItem> Universities { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    public bool IsSubscribed { get; private set; }

    public string Email => user.Email;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Query.WantsCsv) return await Rows().ToCsvAsync(ListColumns, Query, "reports.csv", text, cancellation);
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var university = await db.UniversitiesOf(user).AsNoTracking().FirstOrDefaultAsync(u => u.Id == Input.University, cancellation);
        if (university is null) ModelState.AddModelError("Input.University", text["ReportUniversityMissing"]);
        var year = AllYears().Where(y => Key(y) == Input.Year).Select(y => (StatYear?)y).FirstOrDefault();
        if (year is null) ModelState.AddModelError("Input.Year", text["ReportYearWrong"]);
        if (university is not null && year is { } chosen && ModelState.IsValid)
        {
            if (await keep.RunAsync(university, chosen, user.Id, cancellation) is { } id)
            {
                this.Say(text["ReportKept"]);
                return RedirectToPage("Show", new { id });
            }
            ModelState.AddModelError("Input.Year", text["ReportNothing"]);
        }
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostSubscribeAsync(CancellationToken cancellation)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        if (await db.ReportSubscriptions.FirstOrDefaultAsync(s => s.AccountId == user.Id, cancellation) is { } mine) mine.Resume(user, language);
        else db.Add(new ReportSubscription(user, language));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // The same button, pressed twice at once.
            db.ChangeTracker.Clear();
            if (!await IsSubscribedAsync(cancellation)) throw;
        }
        this.Say(text["ReportSubscribed", user.Email]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostUnsubscribeAsync(CancellationToken cancellation)
    {
        if (await db.ReportSubscriptions.FirstOrDefaultAsync(s => s.AccountId == user.Id, cancellation) is { } mine)
        {
            mine.Stop();
            await db.SaveChangesAsync(cancellation);
        }
        this.Say(text["ReportUnsubscribed"]);
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        List = await Rows().ToSliceAsync(ListColumns, Query, r => r.Id, cancellation);
        IsSubscribed = await IsSubscribedAsync(cancellation);
        var universities = await db.UniversitiesOf(user).AsNoTracking().Select(u => new { u.Id, u.Name }).ToListAsync(cancellation);
        Universities = [.. universities.OrderBy(u => u.Name, StringComparer.CurrentCulture).Select(u => new SelectListItem(u.Name, u.Id.ToString()))];
        var groups = Enum.GetValues<YearBasis>().ToDictionary(basis => basis, basis => new SelectListGroup { Name = text["Basis" + basis] });
        Years = [.. AllYears().Select(year => new SelectListItem(year.Label, Key(year)) { Group = groups[year.Basis] })];
    }

    private IQueryable<Row> Rows() => db.ReportsOf(user).AsNoTracking().Select(r => new Row
    {
        Id = r.Id,
        University = r.University,
        Year = r.Year,
        MadeAt = r.MadeAt,
        Monthly = r.MadeBy == null,
        SnapshotId = r.SnapshotId,
    });

    private Task<bool> IsSubscribedAsync(CancellationToken cancellation) =>
        db.ReportSubscriptions.AnyAsync(s => s.AccountId == user.Id && s.IsOn, cancellation);

    // The current years first: those are asked for most.
    private IEnumerable<StatYear> AllYears() =>
        from basis in Enum.GetValues<YearBasis>()
        let now = StatYear.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), basis)
        from back in Enumerable.Range(0, YearsBack + 1)
        select now with { Start = now.Start - back };

    // A label names its basis, too: "2025-2026" or "2025".
    private static string Key(StatYear year) => year.Label;

    internal sealed record Form
    {
        [Required(ErrorMessage = "ReportUniversityMissing")]
        public Guid? University { get; init; }

        [Required(ErrorMessage = "ReportYearWrong")]
        public string? Year { get; init; }
    }

    internal sealed record Row
    {
        public Guid Id { get; init; }

        public string University { get; init; } = "";

        public string Year { get; init; } = "";

        public DateTime MadeAt { get; init; }

        public bool Monthly { get; init; }

        public string SnapshotId { get; init; } = "";

        public string Origin => Monthly ? "ReportMonthly" : "ReportOnDemand";
    }
}
