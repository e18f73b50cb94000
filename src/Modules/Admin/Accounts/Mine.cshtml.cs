using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.Accounts;

internal sealed class MineModel(AdminDb db, ICurrentUser user) : PageModel
{
    public Row Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var row = await db.Accounts.Where(a => a.Id == user.Id)
            .Select(a => new Row { Name = a.Name, Email = a.Email!, Role = a.Role, CreatedAt = a.CreatedAt })
            .SingleOrDefaultAsync(cancellation);
        if (row is null) return NotFound();
        Account = row;
        return Page();
    }

    internal sealed record Row
    {
        public required string Name { get; init; }

        public required string Email { get; init; }

        public required string Role { get; init; }

        public required DateTime CreatedAt { get; init; }
    }
}
