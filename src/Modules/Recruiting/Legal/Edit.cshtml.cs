using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Legal;

/// <summary>One rule: its figure, words, article and year.</summary>
internal sealed class EditModel(RecruitingDb db, IAudit audit, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>Of the rule as the form shows it: whoever changed it since came first.</summary>
    [BindProperty] public int Seen { get; set; }

    public LegalRuleKey Key { get; private set; }

    public bool HasFigure { get; private set; }

    public async Task<IActionResult> OnGetAsync(string rule, CancellationToken cancellation)
    {
        if (await FindAsync(rule, cancellation) is not { } found) return NotFound();
        Seen = found.Revision;
        Input = new Form { Figure = found.Figure, Article = found.Article, Since = found.Since, French = found.French, English = found.English };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string rule, CancellationToken cancellation)
    {
        if (await FindAsync(rule, cancellation) is not { } found) return NotFound();
        if (HasFigure && Input.Figure is null) ModelState.AddModelError("Input.Figure", text["LegalFigureMissing"]);
        if (Seen != found.Revision) ModelState.AddModelError("", text["LegalChangedMeanwhile"]);
        if (!ModelState.IsValid) return Page();
        var before = found.Wording;
        if (found.TryChange(HasFigure ? Input.Figure : null, Input.Article!, Input.Since!.Value, Input.French!, Input.English!))
        {
            db.Add(new LegalChange(found.Key.ToString(), before, found.Wording, user.Id, clock.GetUtcNow().UtcDateTime));
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                ModelState.AddModelError("", text["LegalChangedMeanwhile"]);
                return Page();
            }
            await audit.WriteAsync(new AuditEntry("legal.rule-changed", "legal", null, $"{found.Key}: {found.Wording}"), cancellation);
        }
        this.Say(text["LegalSaved"]);
        return RedirectToPage("Index");
    }

    private async Task<LegalRule?> FindAsync(string rule, CancellationToken cancellation)
    {
        if (!Enum.TryParse<LegalRuleKey>(rule, out var key) || key.ToString() != rule) return null;
        var found = await db.LegalRules.SingleAsync(r => r.Key == key, cancellation);
        (Key, HasFigure) = (key, found.Figure is not null);
        return found;
    }

    internal sealed record Form : IValidatableObject
    {
        [Range(1, LegalRule.FigureMax, ErrorMessage = "LegalFigureRange"), ModelBinder<AmountBinder>]
        public decimal? Figure { get; init; }

        [Required(ErrorMessage = "LegalArticleMissing"), StringLength(LegalRule.ArticleMax, ErrorMessage = "TooLong")]
        public string? Article { get; init => field = OneLine.Of(value); }

        [Required(ErrorMessage = "LegalYearMissing"), Range(LegalRule.FirstYear, LegalRule.LastYear, ErrorMessage = "LegalYearRange")]
        public int? Since { get; init; }

        [Required(ErrorMessage = "LegalWordsMissing"), StringLength(LegalRule.WordsMax, ErrorMessage = "TooLong")]
        public string? French { get; init => field = OneLine.Of(value); }

        [Required(ErrorMessage = "LegalWordsMissing"), StringLength(LegalRule.WordsMax, ErrorMessage = "TooLong")]
        public string? English { get; init => field = OneLine.Of(value); }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (!LegalRule.CanSay(French)) yield return new ValidationResult(Text.Get("LegalWordsWrong"), [nameof(French)]);
            if (!LegalRule.CanSay(English)) yield return new ValidationResult(Text.Get("LegalWordsWrong"), [nameof(English)]);
        }
    }
}
