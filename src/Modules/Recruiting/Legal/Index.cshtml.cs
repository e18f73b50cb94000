using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Legal;

/// <summary>What the legal assistant goes by: rules, rates by year, and who changed them.</summary>
internal sealed class IndexModel(RecruitingDb db, IAudit audit, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private const int LatestChanges = 50;

    [BindProperty] public Form Input { get; set; } = new();

    public IReadOnlyList<Row> Rules { get; private set; } = [];

    /// <summary>The latest year first.</summary>
    public IReadOnlyList<Rate> Rates { get; private set; } = [];

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Change> Changes { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Sets the rate of one year, new or known.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellation);
            return Page();
        }
        var (year, hourly) = (Input.Year!.Value, Input.Hourly!.Value);
        var rate = await db.LegalRates.SingleOrDefaultAsync(r => r.Year == year, cancellation);
        var before = rate?.Hourly;
        if (rate is null) db.Add(new LegalRate(year, hourly));
        else if (!rate.TryChange(hourly)) return Done();
        var change = new LegalChange(Plain(year), before is { } was ? Plain(was) : "", Plain(hourly), user.Id, clock.GetUtcNow().UtcDateTime);
        db.Add(change);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", text["LegalChangedMeanwhile"]);
            await LoadAsync(cancellation);
            return Page();
        }
        await audit.WriteAsync(new AuditEntry("legal.rate-set", "legal", change.Id, $"{change.What}: {change.Before} → {change.After}"), cancellation);
        return Done();
    }

    private static string Plain(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private RedirectToPageResult Done()
    {
        this.Say(text["LegalSaved"]);
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var law = await Law.ReadAsync(db, cancellation);
        Rules = [.. law.Rules.Values.OrderBy(r => r.Key).Select(r => new Row(r.Key, r.In(language), r.Article, r.Since))];
        Rates = [.. law.Rates.OrderByDescending(r => r.Year).Select(r => new Rate(r.Year, r.Hourly))];
        Changes = await db.LegalChanges.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(LatestChanges)
            .Select(c => new Change(c.At, c.What, c.Before, c.After, c.By)).ToListAsync(cancellation);
    }

    internal sealed record Form
    {
        [Required(ErrorMessage = "LegalYearMissing"), Range(LegalRule.FirstYear, LegalRule.LastYear, ErrorMessage = "LegalYearRange")]
        public int? Year { get; init; }

        [Required(ErrorMessage = "LegalHourlyMissing"), Range(0.01, (double)LegalRate.Most, ErrorMessage = "LegalHourlyRange"), ModelBinder<AmountBinder>]
        public decimal? Hourly { get; init; }
    }

    internal sealed record Row(LegalRuleKey Key, string Words, string Article, int Since);

    internal sealed record Rate(int Year, decimal Hourly);

    internal sealed record Change(DateTime At, string What, string Before, string After, Guid By);
}
