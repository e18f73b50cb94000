using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.OptOut;
using SmartRecruiting.Recruiting.Transmissions;

namespace SmartRecruiting.Recruiting.Companies;

/// <summary>A company as its own recruiters see it.</summary>
internal sealed class ShowModel(RecruitingDb db, IAudit audit, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>What the company answers to the administrators' question.</summary>
    [BindProperty, StringLength(CompanyChange.WordsMax, ErrorMessage = "TooLong")]
    public string? Answer { get; set; }

    public CompanySheet Shown { get; private set; } = null!;

    public IReadOnlyList<ContactRow> Contacts { get; private set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    /// <summary>What the administrators said last; null when they never did.</summary>
    public Remark? Said { get; private set; }

    public int Offers { get; private set; }

    public Funnel Fate { get; private set; } = null!;

    /// <summary>Not among the companies of before that students see.</summary>
    public bool IsUnlisted { get; private set; }


    /// <summary>Who is accepted must be accepted by somebody whom the platform knows.</summary>
    public bool CanAccept => Shown.IsApproved;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) is { } company ? await ShowAsync(company, cancellation) : NotFound();

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } company) return NotFound();
        if (string.IsNullOrWhiteSpace(Answer)) ModelState.AddModelError(nameof(Answer), text["AnswerMissing"]);
        if (!ModelState.IsValid) return await ShowAsync(company, cancellation);
        if (company.TryAnswer())
        {
            db.Add(CompanyChange.Of(company, user.Id, Roles.Recruiter, clock.GetUtcNow().UtcDateTime, CompanyChange.Answered, Answer!.Trim()));
            db.Publish(company.ToRequest(company.RequestedBy ?? user.Id));
            await db.SaveChangesAsync(cancellation);
        }
        this.Say(text["AnswerSent"]);
        return RedirectToPage();
    }

    public Task<IActionResult> OnPostAcceptAsync(Guid recruiter, CancellationToken cancellation) => DecideAsync(
        "recruiter.accepted",
        recruiter,
        (asking, _) =>
        {
            if (!asking.TryAccept()) return false;
            db.Publish(new AccountVouched(asking.AccountId, user.Id));
            this.Say(text["ColleagueAccepted", asking.Name]);
            return true;
        },
        cancellation);

    public Task<IActionResult> OnPostDeclineAsync(Guid recruiter, CancellationToken cancellation) => DecideAsync(
        "recruiter.declined",
        recruiter,
        (asking, company) =>
        {
            if (!asking.TryDecline()) return false;
            string Tell(string key, params object[] values) => Text.In(asking.Language, key, values);
            db.Publish(new MailRequested(
                asking.Email, asking.Name, Tell("MailDeclinedSubject", company), asking.Language,
                [Tell("MailHello", asking.Name), Tell("MailDeclinedIntro", company), Tell("MailDeclinedNext")], Action: null));
            this.Say(text["ColleagueDeclined", asking.Name]);
            return true;
        },
        cancellation);

    public Task<IActionResult> OnPostUnlistAsync(CancellationToken cancellation) => ListAsync(isOut: true, cancellation);

    public Task<IActionResult> OnPostListAsync(CancellationToken cancellation) => ListAsync(isOut: false, cancellation);

    private async Task<IActionResult> ListAsync(bool isOut, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } company) return NotFound();
        (await db.OptOutOfAsync(company.Id, cancellation)).Choose(isOut);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // A colleague chose in the same moment; the page shows what holds.
        }
        return RedirectToPage();
    }

    private async Task<IActionResult> DecideAsync(string deed, Guid id, Func<Recruiter, string, bool> decide, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { MayPublish: true } company) return NotFound();
        if (await db.Recruiters.SingleOrDefaultAsync(r => r.Id == id && r.CompanyId == company.Id, cancellation) is not { } asking) return NotFound();
        var decided = decide(asking, company.Name);
        await db.SaveChangesAsync(cancellation);
        if (decided) await audit.WriteAsync(new AuditEntry(deed, "account", asking.AccountId, $"company {company.Id}"), cancellation);
        return RedirectToPage();
    }

    private Task<Company?> FindAsync(CancellationToken cancellation)
    {
        var id = user.CompanyId;
        return db.Companies.SingleOrDefaultAsync(c => c.Id == id, cancellation);
    }

    private async Task<IActionResult> ShowAsync(Company company, CancellationToken cancellation)
    {
        var id = company.Id;
        Shown = CompanySheet.Of(company);
        Contacts = (await db.Contacts.Where(c => c.CompanyId == id).OrderBy(c => c.Name).ThenBy(c => c.Id).ToListAsync(cancellation))
            .ConvertAll(ContactRow.Of);
        Colleagues = await db.Recruiters
            .Where(r => r.CompanyId == id && (r.State == RecruiterState.Accepted || r.State == RecruiterState.Waiting))
            .OrderByDescending(r => r.State).ThenBy(r => r.Name).ThenBy(r => r.Id)
            .Select(r => new Colleague(r.Id, r.Name, r.Email, r.State == RecruiterState.Waiting)).ToListAsync(cancellation);
        Said = await db.CompanyChanges.Where(c => c.CompanyId == id && c.Role == Roles.Administrator)
            .OrderByDescending(c => c.At).Select(c => new Remark(c.Words, c.At)).FirstOrDefaultAsync(cancellation);
        Offers = await db.Offers.CountAsync(o => o.CompanyId == id, cancellation);
        Fate = await Funnel.OfAsync(db.Transmissions.Where(t => db.Offers.Any(o => o.Id == t.OfferId && o.CompanyId == id)), cancellation);
        IsUnlisted = await db.OptOuts.AnyAsync(x => x.CompanyId == id && x.IsOut, cancellation);
        return Page();
    }

    internal sealed record Colleague(Guid Id, string Name, string Email, bool IsWaiting);

    internal sealed record Remark(string Words, DateTime At);
}
