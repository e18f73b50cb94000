using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>One transmission. Opening the page, from a mail or by a mail scanner, changes nothing: to have read it is an act of its own.</summary>
internal sealed class ItemModel(SchoolingDb db, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    public View Item { get; private set; } = null!;

    public IReadOnlyList<ForwardRow> Forwards { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var item = await db.InboxOf(user.Id).AsNoTracking().Include(i => i.Programme).FirstOrDefaultAsync(i => i.Id == id, cancellation);
        if (item is null) return NotFound();
        var closed = await db.ClosedAsync(item.OfferId, cancellation);
        Item = new View(
            item.Id, item.Offer, item.Programme.Name, item.Programme.Slug, item.Strength, item.Reasons, item.SentAt, item.State, item.ReadAt,
            item.DecidedAt, item.DeclineCode, item.DeclineReason, closed);
        var forwards = await db.Forwards.AsNoTracking().Where(f => f.TransmissionId == id).OrderBy(f => f.RequestedAt).ToListAsync(cancellation);
        Forwards = forwards.ConvertAll(f => new ForwardRow(f.Years, f.Note, f.RequestedAt, f.ByName, f.Count));
        return Page();
    }

    public async Task<IActionResult> OnPostReadAsync(Guid id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await db.ActAsync(
            id,
            user,
            item =>
            {
                db.PublishRead(item, item.TryRead(now), now);
                return Task.CompletedTask;
            },
            cancellation);
        if (!found) return NotFound();
        this.Say(text["ReadSaid"]);
        return RedirectToPage(new { id });
    }

    internal sealed record View(
        Guid Id,
        OfferSnapshot Offer,
        string Programme,
        string ProgrammeSlug,
        Strength Strength,
        IReadOnlyList<string> Reasons,
        DateTime SentAt,
        InboxState State,
        DateTime? ReadAt,
        DateTime? DecidedAt,
        DeclineReason? DeclineCode,
        string? DeclineReason,
        CloseReason? Closed)
    {
        public bool CanForward => Closed is null && State is not InboxState.Declined;

        public bool CanDecline => Closed is null && State is (InboxState.New or InboxState.Read);
    }

    internal sealed record ForwardRow(IReadOnlyList<int> Years, string? Note, DateTime At, string By, int? Count);
}
