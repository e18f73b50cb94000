using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace SmartRecruiting.Kernel.Users;

/// <summary>Reads the claims of the session's principal.</summary>
internal sealed class CurrentUser(IHttpContextAccessor http) : ICurrentUser
{
    private ClaimsPrincipal? Principal => http.HttpContext?.User;

    public bool IsSignedIn => Principal?.Identity?.IsAuthenticated is true;

    public Guid Id => Read(ClaimTypes.NameIdentifier);

    public string Name => Principal?.FindFirstValue(ClaimTypes.Name) ?? "";

    public string Email => Principal?.FindFirstValue(ClaimTypes.Email) ?? "";

    public string Role => Principal?.FindFirstValue(ClaimTypes.Role) ?? "";

    public Guid CompanyId => Read(ClaimNames.Company);

    private Guid Read(string claim) => Guid.TryParse(Principal?.FindFirstValue(claim), out var id) ? id : Guid.Empty;
}
