using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Administration;

/// <summary>One company with everything that happened to it; the address of one that was merged leads to the other.</summary>
internal sealed class RecordModel(RecruitingDb db) : PageModel
{
    public CompanySheet Shown { get; private set; } = null!;

    public DateTime? KnownSince { get; private set; }

    public bool CanMerge { get; private set; }

    public int Offers { get; private set; }

    public int Transmissions { get; private set; }

    public IReadOnlyList<Member> Recruiters { get; private set; } = [];

    public IReadOnlyList<ContactRow> Contacts { get; private set; } = [];

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Step> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Companies.SingleOrDefaultAsync(c => c.Id == id, cancellation) is not { } company) return NotFound();
        if (company.MergedIntoId is { } other) return RedirectToPage(new { id = other });
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

    internal sealed record Member(string Name, string Email, RecruiterState State);

    internal sealed record Step(DateTime At, CompanyStatus Status, string Role, Guid By, string Reason, string Words);
}
