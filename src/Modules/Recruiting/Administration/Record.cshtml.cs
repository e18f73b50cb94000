using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Administration;

/// <summary>One company with everything that happened to it; the address of one that was merged leads to the other.</summary>
internal sealed class RecordModel(RecruitingDb db, FollowDecisions follow, IAudit audit, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public CompanySheet Shown { get; private set; } = null!;

    public DateTime? KnownSince { get; private set; }

    public bool CanMerge { get; private set; }

    /// <summary>Nobody signed it up, so no request of it can be decided: it is decided here.</summary>
    public bool IsDecidedHere { get; private set; }

    /// <summary>What can be decided here now.</summary>
    public IReadOnlyList<CompanyDecision> Possible => !IsDecidedHere ? [] : Shown.Status switch
    {
        CompanyStatus.Approved => [CompanyDecision.Suspended, CompanyDecision.Banned],
        CompanyStatus.Suspended => [CompanyDecision.Approved, CompanyDecision.Banned],
        _ => [],
    };

    public int Offers { get; private set; }

    public int Transmissions { get; private set; }

    public IReadOnlyList<Member> Recruiters { get; private set; } = [];

    public IReadOnlyList<ContactRow> Contacts { get; private set; } = [];

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Step> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } company) return NotFound();
        return company.MergedIntoId is { } other ? RedirectToPage(new { id = other }) : await ShowAsync(company, cancellation);
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } company) return NotFound();
        var page = await ShowAsync(company, cancellation);
        var words = Input.Words?.ReplaceLineEndings("\n").Trim() ?? "";
        if (!Possible.Contains(Input.Decision))
        {
            this.Say(text["DecidedMeanwhile"]);
            return RedirectToPage(new { id });
        }
        if (words.Length == 0 && Input.Decision is not CompanyDecision.Approved) ModelState.AddModelError("Input.Words", text["DecideWordsMissing"]);
        if (!ModelState.IsValid) return page;
        var decided = new CompanyDecided(id, Input.Decision, "", words, user.Id, clock.GetUtcNow().UtcDateTime);
        foreach (var recruiter in await db.Recruiters.Where(r => r.CompanyId == id && r.State == RecruiterState.Accepted).ToListAsync(cancellation))
        {
            db.Publish(MailOf(recruiter, company.Name, decided));
        }
        try
        {
            await follow.HandleAsync(decided, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", text["DecidedMeanwhile"]);
            return page;
        }
        await audit.WriteAsync(new AuditEntry($"company.{(decided.Decision is CompanyDecision.Approved ? "reinstated" : decided.Decision.ToString().ToLowerInvariant())}", "company", id), cancellation);
        this.Say(text["CompanyDecisionDone"]);
        return RedirectToPage(new { id });
    }

    private static MailRequested MailOf(Recruiter recruiter, string company, CompanyDecided decided)
    {
        string Say(string key, params object[] values) => Text.In(recruiter.Language, key, values);
        var key = "MailCompany" + decided.Decision;
        return new MailRequested(
            recruiter.Email, recruiter.Name, Say(key + "Subject", company), recruiter.Language,
            [Say("MailHello", recruiter.Name), Say(key, company), .. decided.Words.Length > 0 ? [Say("MailCompanyWords", decided.Words)] : Array.Empty<string>()], null);
    }

    private Task<Company?> FindAsync(Guid id, CancellationToken cancellation) => db.Companies.SingleOrDefaultAsync(c => c.Id == id, cancellation);

    private async Task<PageResult> ShowAsync(Company company, CancellationToken cancellation)
    {
        var id = company.Id;
        IsDecidedHere = company.RequestedBy is null;
        (Shown, KnownSince, CanMerge) = (CompanySheet.Of(company), company.KnownSince, company.CanBeMerged);
        Offers = await db.Offers.CountAsync(o => o.CompanyId == id, cancellation);
        Transmissions = await db.Transmissions.CountAsync(t => db.Offers.Any(o => o.Id == t.OfferId && o.CompanyId == id), cancellation);
        Recruiters = await db.Recruiters.Where(r => r.CompanyId == id).OrderBy(r => r.Name).ThenBy(r => r.Id)
            .Select(r => new Member(r.Name, r.Email, r.State)).ToListAsync(cancellation);
        Contacts = (await db.Contacts.Where(c => c.CompanyId == id).OrderBy(c => c.Name).ThenBy(c => c.Id).ToListAsync(cancellation))
            .ConvertAll(ContactRow.Of);
        History = await db.CompanyChanges.Where(c => c.CompanyId == id).OrderByDescending(c => c.At).ThenByDescending(c => c.Id)
            .Select(c => new Step(c.At, c.Status, c.Role, c.By, c.Reason, c.Words)).ToListAsync(cancellation);
        return Page();
    }

    internal sealed record Form
    {
        public CompanyDecision Decision { get; init; }

        [StringLength(CompanyChange.WordsMax, ErrorMessage = "TooLong")]
        public string? Words { get; init; }
    }

    internal sealed record Member(string Name, string Email, RecruiterState State);

    internal sealed record Step(DateTime At, CompanyStatus Status, string Role, Guid By, string Reason, string Words);
}
