using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SmartRecruiting.Admin.Accounts;

namespace SmartRecruiting.Admin.SignIn;

/// <summary>What a session knows of its account: the account itself, and what each module adds.</summary>
internal sealed class AccountPrincipal(
    IEnumerable<IAccountClaims> modules,
    IHttpContextAccessor http,
    IOptions<IdentityOptions> identity,
    IOptions<AccountOptions> options) : IUserClaimsPrincipalFactory<Account>
{
    public async Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        var claims = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        claims.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        claims.AddClaim(new Claim(ClaimTypes.Name, user.Name));
        claims.AddClaim(new Claim(ClaimTypes.Email, user.Email!));
        // Without a role nothing opens but one's own account.
        if (user.MayAct && !options.Value.LacksTwoFactor(user)) claims.AddClaim(new Claim(ClaimTypes.Role, user.Role));
        claims.AddClaim(new Claim(identity.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp!));
        var cancellation = http.HttpContext?.RequestAborted ?? CancellationToken.None;
        foreach (var module in modules) claims.AddClaims(await module.ForAsync(user.Id, cancellation));
        return new ClaimsPrincipal(claims);
    }
}
