using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Students.Data;
using SmartRecruiting.Students.Profile;
using SmartRecruiting.Students.Searching;

namespace SmartRecruiting.Students.Searches;

/// <summary>The searches that a student saved, and what was mailed for them last.</summary>
internal sealed class IndexModel(StudentsDb db, KeepStudent keep, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>More than anybody reads mail for.</summary>
    public const int MostSearches = 20;

    private const int MostSent = 20;

    /// <summary>The search to save, as the address has it.</summary>
    [BindProperty(SupportsGet = true)]
    public Sought Wish { get; set; } = new();

    public IReadOnlyList<(SavedSearch Search, Sought Sought)> Searches { get; private set; } = [];

    public IReadOnlyList<SentRow> Sent { get; private set; } = [];

    public bool WantsMails { get; private set; }

    /// <summary>A search in one line.</summary>
    public static string Describe(Sought sought, IStringLocalizer text) => string.Join(" · ", new[]
    {
        sought.Text,
        sought.Kind is { } kind ? text["Kind_" + kind].Value : null,
        sought.Level,
        sought.Domain is { } domain ? DomainName.Of(domain) : null,
        sought.City,
        sought.From is { } from ? text["StartsFromDay", from.ToString("d", CultureInfo.CurrentCulture)].Value : null,
        sought.Until is { } until ? text["StartsUntilDay", until.ToString("d", CultureInfo.CurrentCulture)].Value : null,
        sought.Lasts is { } lasts ? text["Lasts_" + lasts].Value : null,
        sought.Pay is { } pay ? text[pay == 1 ? "PayAny" : "PayFrom", pay].Value : null,
        sought.Remote is { } remote ? text["Remote_" + remote].Value : null,
    }.OfType<string>());

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Searches = (await db.Searches.AsNoTracking().Where(s => s.AccountId == user.Id).OrderByDescending(s => s.Id).ToListAsync(cancellation)).ConvertAll(s => (s, s.Sought()));
        Sent = await (
            from sent in db.Sent
            where sent.AccountId == user.Id
            join offer in db.Offers on sent.OfferId equals offer.OfferId
            where offer.ClosedAt == null
            orderby sent.At descending, sent.OfferId
            select new SentRow(offer.OfferId, offer.Title, offer.Company, sent.At)).Take(MostSent).ToListAsync(cancellation);
        WantsMails = await db.Students.Where(s => s.AccountId == user.Id).Select(s => (bool?)s.WantsMails).FirstOrDefaultAsync(cancellation) ?? true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var sought = Wish.Tidy();
        if (sought == new Sought()) return Done("MySearchEmpty");
        await keep.RunAsync(cancellation);
        var search = new SavedSearch(user.Id, sought, clock.GetUtcNow().UtcDateTime);
        if (await db.Searches.AnyAsync(s => s.AccountId == user.Id && s.Key == search.Key, cancellation)) return Done("MySearchSaved");
        if (await db.Searches.CountAsync(s => s.AccountId == user.Id, cancellation) >= MostSearches) return Done("MySearchesFull", MostSearches);
        db.Add(search);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // The same search saved in the same moment: once is enough.
        }
        return Done("MySearchSaved");
    }

    public Task<IActionResult> OnPostStopAsync(Guid search, CancellationToken cancellation) => ChangeAsync(search, s => s.Stop(), "MySearchStopped", cancellation);

    public Task<IActionResult> OnPostResumeAsync(Guid search, CancellationToken cancellation) =>
        ChangeAsync(search, s => s.Resume(clock.GetUtcNow().UtcDateTime), "MySearchResumed", cancellation);

    public Task<IActionResult> OnPostDeleteAsync(Guid search, CancellationToken cancellation) => ChangeAsync(search, s => db.Remove(s), "MySearchDeleted", cancellation);

    private async Task<IActionResult> ChangeAsync(Guid id, Action<SavedSearch> change, string said, CancellationToken cancellation)
    {
        if (await db.Searches.FirstOrDefaultAsync(s => s.Id == id && s.AccountId == user.Id, cancellation) is not { } search) return NotFound();
        change(search);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Deleted in another tab.
        }
        return Done(said);
    }

    private RedirectResult Done(string said, params object[] values)
    {
        this.Say(text[said, values]);
        return Redirect("/my-searches");
    }

    internal sealed record SentRow(Guid OfferId, string Title, string Company, DateTime At);
}
