using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students.Forwarding;

internal sealed class MyOfferModel(StudentsDb db, ICurrentUser user) : PageModel
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
            }).FirstOrDefaultAsync(cancellation);
        if (found is null) return NotFound();
        Offer = found;
        return Page();
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
    }
}
