using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Staff;

/// <summary>Tells which university, components or programmes an account works for, or asked to.</summary>
internal sealed class StaffScopes(SchoolingDb db) : IAccountScopes
{
    public async Task<IReadOnlyList<string>> OfAsync(Guid accountId, CancellationToken cancellation) =>
        [.. (await db.Mandates.Where(m => m.AccountId == accountId).Select(m => m.University!.Name ?? m.Component!.Name ?? m.Programme!.Name).ToListAsync(cancellation)).Order()];
}
