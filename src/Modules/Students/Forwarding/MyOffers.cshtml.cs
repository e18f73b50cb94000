using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Students.Data;
using SmartRecruiting.Students.Roster;

namespace SmartRecruiting.Students.Forwarding;

internal sealed class MyOffersModel(StudentsDb db, ICurrentUser user) : PageModel
{
    private static readonly Columns<Row> Columns = new Columns<Row>("-ForwardedAt")
        .Add("Offer", r => r.Title, r => r.FoldedTitle)
        .Add("Company", r => r.Company)
        .Add("City", r => r.City)
        .Add("Programme", r => r.Programme)
        .Add("ForwardedAt", r => r.ForwardedAt);

    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    public Slice<Row> List { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var rows =
            from forward in db.Forwards.AsNoTracking().WhereWords(Query.Words)
            join received in db.ReceivedBy(user) on forward.Id equals received.ForwardId
            select new Row
            {
                Id = received.Id,
                Title = forward.Title,
                FoldedTitle = EF.Property<string>(forward, SearchColumns.Name),
                Company = forward.Company,
                City = forward.City,
                Programme = forward.ProgrammeName,
                ForwardedAt = forward.ForwardedAt,
            };
        List = await rows.ToSliceAsync(Columns, Query, r => r.Id, cancellation);
    }

    internal sealed record Row
    {
        public Guid Id { get; init; }

        public string Title { get; init; } = "";

        public string FoldedTitle { get; init; } = "";

        public string Company { get; init; } = "";

        public string? City { get; init; }

        public string Programme { get; init; } = "";

        public DateTime ForwardedAt { get; init; }
    }
}

/// <summary>What makes a forwarded offer somebody's own.</summary>
internal static class Own
{
    /// <summary>The places that an account has in rosters: by its id, or by its address while no account is known for the place.</summary>
    public static IQueryable<RosterEntry> PlacesOf(this StudentsDb db, ICurrentUser user)
    {
        var (account, email) = (user.Id, user.Email.ToLowerInvariant());
        return db.Roster.Where(e => e.AccountId == account || (e.AccountId == null && e.Email == email));
    }

    /// <summary>Forwarded offers that came to one of an account's places.</summary>
    public static IQueryable<ForwardedOffer> ReceivedBy(this StudentsDb db, ICurrentUser user) =>
        from received in db.ForwardedOffers
        join place in db.PlacesOf(user) on received.RosterEntryId equals place.Id
        select received;
}
