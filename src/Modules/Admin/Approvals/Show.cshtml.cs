using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Admin.Approvals;

/// <summary>One request: who asks for what, what is known of them, and the decision. The next one opens by itself.</summary>
internal sealed class ShowModel(
    AdminDb db, DecideApproval decide, IEnumerable<ITrustFacts> modules, ICurrentUser user, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public View Asked { get; private set; } = null!;

    public IReadOnlyList<TrustFact> Facts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Reasons { get; private set; } = [];

    /// <summary>Requests that wait, this one among them.</summary>
    public int Waiting { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        var version = await db.Approvals.Where(a => a.Id == id).Select(a => (Guid?)a.Version).SingleOrDefaultAsync(cancellation);
        if (version is null) return NotFound();
        Check();
        if (!ModelState.IsValid) return await LoadAsync(id, cancellation) ? Page() : NotFound();
        var decision = Input.Decision!.Value;
        var (reason, words) = decision is Decision.Approve ? (null, "") : (Input.Reason, Input.Words?.ReplaceLineEndings("\n").Trim() ?? "");
        var outcome = version == Input.Seen ? await decide.RunAsync(Input.Seen, decision, reason, words, cancellation) : DecisionOutcome.Changed;
        if (outcome is not DecisionOutcome.Done)
        {
            this.Say(text["Outcome" + outcome]);
            return RedirectToPage("Show", new { id });
        }
        var next = await NextAsync(id, cancellation);
        this.Say(text["Decided" + decision] + " " + (next is null ? text["NoneLeft"] : text["NextOpen"]));
        return next is null ? RedirectToPage("Index") : RedirectToPage("Show", new { id = next });
    }

    private void Check()
    {
        if (Input.Decision is not { } decision) ModelState.AddModelError("Input.Reason", text["DecisionMissing"]);
        else if (decision is not Decision.Approve && Input.Reason is null) ModelState.AddModelError("Input.Reason", text["ReasonMissing"]);
        if ((Input.Decision is Decision.AskMore || (Input.Decision is not Decision.Approve && Input.Reason is DecisionReason.Other)) && string.IsNullOrWhiteSpace(Input.Words))
        {
            ModelState.AddModelError("Input.Words", text["WordsMissing"]);
        }
    }

    // The longest wait first; one's own is for a colleague.
    private Task<Guid?> NextAsync(Guid but, CancellationToken cancellation) =>
        Open().Where(a => a.Id != but).OrderBy(a => a.OpenedAt).ThenBy(a => a.Id).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellation);

    private IQueryable<Approval> Open() => db.OpenApprovals().Where(a => a.AccountId != user.Id);

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        var approval = await db.Approvals.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellation);
        if (approval is null) return false;
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == approval.AccountId, cancellation);
        if (account.Status is AccountStatus.Erased) return false;
        var people = approval.Steps.Select(s => s.ById).OfType<Guid>().Distinct().ToList();
        var names = await db.Accounts.Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellation);
        var own = account.Id == user.Id;
        Asked = new View(
            approval.Version, approval.Kind, approval.Asks, approval.Siret, approval.Country, approval.CompanyId, approval.State, approval.OpenedAt,
            account.Id, account.Name, account.Email!, account.Status, own ? [] : approval.Possible, own,
            [.. approval.Steps.OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Select(s => new Step(s.What, s.ById is { } by ? names.GetValueOrDefault(by) : null, s.Reason, s.Words, s.At))]);
        var subject = new TrustSubject(account.Id, account.Email!, approval.CompanyId);
        var facts = new List<TrustFact>();
        foreach (var module in modules) facts.AddRange(await module.AboutAsync(subject, cancellation));
        Facts = [.. facts.OrderByDescending(f => f.Tone)];
        Reasons = [new SelectListItem(text["ReasonChoose"], ""), .. Enum.GetNames<DecisionReason>().Select(r => new SelectListItem(text["Reason" + r], r))];
        Waiting = await Open().CountAsync(cancellation);
        return true;
    }

    internal sealed record Form
    {
        /// <summary>The version of the request that is on the screen.</summary>
        public Guid Seen { get; init; }

        public Decision? Decision { get; init; }

        public DecisionReason? Reason { get; init; }

        [StringLength(Approval.LongestWords, ErrorMessage = "WordsLength")]
        public string? Words { get; init; }
    }

    internal sealed record View(
        Guid Version, ApprovalKind Kind, string Asks, string? Siret, string? Country, Guid? CompanyId, ApprovalState State, DateTime OpenedAt,
        Guid AccountId, string Name, string Email, AccountStatus Status, IReadOnlyList<Decision> Possible, bool IsOwn, IReadOnlyList<Step> Steps);

    internal sealed record Step(string What, string? By, string Reason, string Words, DateTime At);
}
