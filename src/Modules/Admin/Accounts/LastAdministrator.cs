using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.Accounts;

internal static class LastAdministrator
{
    /// <summary>
    /// False for the last active administrator: without one, nobody could approve anybody. Ask within an audited act, which no other
    /// runs beside.
    /// </summary>
    public static async Task<bool> CanLoseAsync(this AdminDb db, Account account, CancellationToken cancellation) =>
        account.Role != Roles.Administrator
        || await db.Accounts.AnyAsync(a => a.Id != account.Id && a.Role == Roles.Administrator && a.Status == AccountStatus.Active, cancellation);
}
