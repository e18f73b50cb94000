using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Forms;
using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students.Forwarding;

internal sealed class MyOfferModel(StudentsDb db, ICurrentUser user, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    public Row Offer { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var found = await (
            from received in db.ReceivedBy(user)
            where received.Id == id
            join forward in db.Forwards on received.ForwardId equals forward.Id
            join student in db.Roster on received.RosterEntryId equals student.Id
            select new Row
            {
                Title = forward.Title,
                Text = forward.Text,
                Kind = forward.Kind,
                Company = forward.Company,
                City = forward.City,
                Starts = forward.Starts,
                DurationWeeks = forward.DurationWeeks,
                ContactName = forward.ContactName,
                ContactEmail = forward.ContactEmail,
                Note = forward.Note,
                Programme = forward.ProgrammeName,
                ForwardedAt = forward.ForwardedAt,
                StopToken = student.StopToken,
                IsMisfit = received.MisfitAt != null,
                OfferId = forward.OfferId,
                Closed = db.Offers.Where(o => o.OfferId == forward.OfferId && o.ClosedAt != null).Select(o => o.Reason).FirstOrDefault(),
                AppliedAt = db.Marks.Where(m => m.AccountId == user.Id && m.OfferId == forward.OfferId).Select(m => m.AppliedAt).FirstOrDefault(),
            }).FirstOrDefaultAsync(cancellation);
        if (found is null) return NotFound();
        Offer = found;
        return Page();
    }

    /// <summary>The offer is not for the student's programme: the next model learns from it.</summary>
    public Task<IActionResult> OnPostMisfitAsync(Guid id, CancellationToken cancellation) => JudgeAsync(id, "MisfitSaid", (received, offer, programme) =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (received.TryMisfit(now)) db.Publish(new MatchJudged(offer, programme, Fits: false, user.Id, user.Role, now));
    }, cancellation);

    public Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancellation) => JudgeAsync(id, "MisfitTakenBack", (received, offer, programme) =>
    {
        if (received.TakeMisfitBack() is { } said) db.Publish(new JudgementWithdrawn(offer, programme, user.Id, said));
    }, cancellation);

    private async Task<IActionResult> JudgeAsync(Guid id, string said, Action<ForwardedOffer, Guid, Guid> judge, CancellationToken cancellation)
    {
        var found = await (
            from received in db.ReceivedBy(user)
            where received.Id == id
            join forward in db.Forwards on received.ForwardId equals forward.Id
            join student in db.Roster on received.RosterEntryId equals student.Id
            select new { Received = received, forward.OfferId, student.ProgrammeId }).FirstOrDefaultAsync(cancellation);
        if (found is null) return NotFound();
        judge(found.Received, found.OfferId, found.ProgrammeId);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A second click in the same moment: the first one said it.
        }
        this.Say(text[said]);
        return RedirectToPage(new { id });
    }

    internal sealed record Row
    {
        public string Title { get; init; } = "";

        public string Text { get; init; } = "";

        public OfferKind Kind { get; init; }

        public string Company { get; init; } = "";

        public string? City { get; init; }

        public DateOnly? Starts { get; init; }

        public int? DurationWeeks { get; init; }

        public string? ContactName { get; init; }

        public string? ContactEmail { get; init; }

        public string? Note { get; init; }

        public string Programme { get; init; } = "";

        public DateTime ForwardedAt { get; init; }

        public string StopToken { get; init; } = "";

        public bool IsMisfit { get; init; }

        public Guid OfferId { get; init; }

        /// <summary>Why it is over; null while it is open.</summary>
        public CloseReason? Closed { get; init; }

        public DateTime? AppliedAt { get; init; }
    }
}
