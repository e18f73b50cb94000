using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.OptOut;

/// <summary>
/// Where a company that finds itself in a list has itself taken off: the link goes to the addresses that the platform knows, so that only
/// the company can use it. The answer is the same whether there are any.
/// </summary>
internal sealed class AskModel(RecruitingDb db, TimeProvider clock) : PageModel
{
    private const int MostMails = 3;

    public string Name { get; private set; } = "";

    public bool IsSent { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation)) return NotFound();
        var row = await db.OptOutOfAsync(id, cancellation);
        if (row.TryMail(clock.GetUtcNow().UtcDateTime))
        {
            foreach (var email in await AddressesAsync(id, cancellation)) db.Publish(MailTo(email, row));
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException)
            {
                // Asked twice in the same moment: one mail is enough.
            }
        }
        IsSent = true;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Companies.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.Status == CompanyStatus.Approved, cancellation) is not { } company) return false;
        Name = company.Name;
        return true;
    }

    // Contacts and recruiters first, else who was named in the latest offers.
    private async Task<IEnumerable<string>> AddressesAsync(Guid id, CancellationToken cancellation)
    {
        var people = await db.Contacts.Where(c => c.CompanyId == id && c.Email != null).OrderBy(c => c.Id).Select(c => c.Email!)
            .Union(db.Recruiters.Where(r => r.CompanyId == id && r.State == RecruiterState.Accepted).Select(r => r.Email)).Take(MostMails).ToListAsync(cancellation);
        if (people.Count == 0)
        {
            people = await db.Offers.Where(o => o.CompanyId == id && o.ContactEmail != null).OrderByDescending(o => o.PostedAt).Select(o => o.ContactEmail!).Take(MostMails).ToListAsync(cancellation);
        }
        return people.Select(p => p.ToLowerInvariant()).Distinct();
    }

    // In French, the platform's language: who reads it may have no account.
    private MailRequested MailTo(string email, CompanyOptOut row)
    {
        string Tell(string key, params object[] values) => Text.In("fr", key, values);
        return new MailRequested(
            email, Name, Tell("OptOutMailSubject"), "fr", [Tell("OptOutMailWhat", Name), Tell("OptOutMailHow")],
            new MailAction(Tell("OptOutMailAction"), $"/companies/opt-out/{row.Token}"));
    }
}
