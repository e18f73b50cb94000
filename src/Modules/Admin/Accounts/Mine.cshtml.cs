using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.Accounts;

/// <summary>One's own account: what it is, and what is awaited from whom before it can act.</summary>
internal sealed class MineModel(AdminDb db, ICurrentUser user, IOptions<AccountOptions> options) : PageModel
{
    public Row Account { get; private set; } = null!;

    public bool LacksTwoFactor { get; private set; }

    public bool LacksCompany => Account.Role == Roles.Recruiter && user.CompanyId == Guid.Empty;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == user.Id, cancellation) is not { } account) return NotFound();
        LacksTwoFactor = options.Value.LacksTwoFactor(account);
        Account = new Row
        {
            Name = account.Name,
            Email = account.Email!,
            Role = account.Role,
            CreatedAt = account.CreatedAt,
            IsPending = account.Status is AccountStatus.PendingApproval,
            Asks = await db.Wishes.Where(w => w.AccountId == user.Id).Select(w => w.Asks).SingleOrDefaultAsync(cancellation),
        };
        return Page();
    }

    internal sealed record Row
    {
        public required string Name { get; init; }

        public required string Email { get; init; }

        public required string Role { get; init; }

        public required DateTime CreatedAt { get; init; }

        public required bool IsPending { get; init; }

        public string? Asks { get; init; }
    }
}
