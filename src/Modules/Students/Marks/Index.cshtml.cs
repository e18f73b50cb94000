using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students.Marks;

/// <summary>Which offers of a student's list are shown.</summary>
internal enum ListShown
{
    Saved,
    Applied,
    Hidden,
}

/// <summary>The offers that a student noted something of.</summary>
internal sealed class IndexModel(StudentsDb db, ICurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "show")]
    public ListShown Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Slice<Row> List { get; private set; } = new();

    /// <summary>The deed that takes an offer off the list shown.</summary>
    public string Undo => Show switch
    {
        ListShown.Applied => "TakeBack",
        ListShown.Hidden => "Unhide",
        _ => "Unsave",
    };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var marks = db.Marks.Where(m => m.AccountId == user.Id);
        var rows = Show switch
        {
            ListShown.Applied => marks.Where(m => m.AppliedAt != null).Select(m => new { m.OfferId, At = m.AppliedAt!.Value }),
            ListShown.Hidden => marks.Where(m => m.HiddenAt != null).Select(m => new { m.OfferId, At = m.HiddenAt!.Value }),
            _ => marks.Where(m => m.SavedAt != null).Select(m => new { m.OfferId, At = m.SavedAt!.Value }),
        };
        List = await (
            from row in rows
            join offer in db.Offers on row.OfferId equals offer.OfferId
            orderby row.At descending, row.OfferId
            select new Row { OfferId = row.OfferId, Title = offer.Title, Company = offer.Company, City = offer.City, At = row.At, Closed = offer.ClosedAt == null ? null : offer.Reason })
            .ToSliceAsync(Number, SliceExtensions.PageSize, cancellation);
    }

    internal sealed record Row
    {
        public Guid OfferId { get; init; }

        public string Title { get; init; } = "";

        public string Company { get; init; } = "";

        public string? City { get; init; }

        public DateTime At { get; init; }

        public CloseReason? Closed { get; init; }
    }
}
