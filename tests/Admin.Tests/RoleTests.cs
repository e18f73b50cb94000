using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Admin.Tests;

public sealed class RoleTests
{
    [Fact]
    public async Task A_policy_lets_in_its_own_role_and_Staff_lets_in_who_works_for_the_university()
    {
        await using var host = await TestHost.StartAsync();
        var authorization = await host.WithAsync<IAuthorizationService, IAuthorizationService>(Task.FromResult);
        string[] staff = [Roles.Manager, Roles.Director, Roles.Administrator];
        foreach (var role in Roles.All)
        {
            var person = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role), new Claim(ClaimNames.Company, "of a recruiter")], "session"));
            foreach (var policy in Roles.All) Assert.Equal(policy == role, (await authorization.AuthorizeAsync(person, policy)).Succeeded);
            Assert.Equal(staff.Contains(role), (await authorization.AuthorizeAsync(person, Roles.Staff)).Succeeded);
        }
    }

    [Fact]
    public async Task A_recruiter_of_no_company_is_kept_out()
    {
        await using var host = await TestHost.StartAsync();
        var visitor = await host.AsAsync(Roles.Recruiter);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/offers")).Status);
        Assert.Contains("rattaché à aucune entreprise", (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_yours_is_answered_as_what_is_not_there()
    {
        await using var host = await TestHost.StartAsync();
        await host.WithAsync<IServiceProvider>(async services =>
        {
            var http = new DefaultHttpContext { RequestServices = services, User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Student)], "session")) };
            await http.ForbidAsync();
            Assert.Equal(StatusCodes.Status404NotFound, http.Response.StatusCode);
            Assert.False(http.Response.Headers.ContainsKey("Location"));
        });
    }

    [Fact]
    public void An_account_without_name_or_with_an_unknown_role_cannot_be_made()
    {
        Assert.Throws<ArgumentException>(() => new Account("a@univ.example", " ", Roles.Student, DateTime.UnixEpoch));
        Assert.Throws<ArgumentException>(() => new Account("a@univ.example", "A", Roles.Staff, DateTime.UnixEpoch));
    }
}
