using System.Security.Claims;
using Hangfire;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Approvals;
using SmartRecruiting.Admin.Audit;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.Mail;
using SmartRecruiting.Admin.Passwords;
using SmartRecruiting.Admin.People;
using SmartRecruiting.Admin.PersonalData;
using SmartRecruiting.Admin.Security;
using SmartRecruiting.Admin.SignIn;
using SmartRecruiting.Admin.SignUp;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Jobs;
using SmartRecruiting.Kernel.Outbox;
using SmartRecruiting.Kernel.Users;

namespace SmartRecruiting.Admin;

/// <summary>Accounts, passwords and sessions; the policies that the pages of every module ask for.</summary>
public static class AdminModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<AdminDb, AdminMySqlDb>(configuration, "admin");
        services.AddScoped<IAccounts, EnsureAccount>();
        services.AddScoped<ICommand, AdminCommand>();
        services.AddSingleton<Attempts>();
        services.AddSingleton<HashingQueue>();
        services.AddSingleton<Tombstones>();
        services.AddScoped<EraseAccount>();
        services.AddHostedService<ReplayErasures>();
        services.AddScoped<IPersonalData, AdminPersonalData>();
        services.AddRecurring<Retention>("admin.retention", Cron.Daily(3), job => job.RunAsync(CancellationToken.None));
        AddAccess(services);
        AddIdentity(services);
        AddSessions(services);
        AddPolicies(services);
        AddAudit(services);
        AddApprovals(services);
        services.Configure<RazorPagesOptions>(o =>
        {
            o.Conventions.AuthorizeAreaPage("Admin", "/Accounts/Mine");
            o.Conventions.AuthorizeAreaFolder("Admin", "/PersonalData");
            o.Conventions.AuthorizeAreaFolder("Admin", "/People", Roles.Administrator);
            o.Conventions.AuditReads("Admin", "/People/Show", "account");
            o.Conventions.AuthorizeAreaFolder("Admin", "/Security");
            // Its link may be opened on another device than the one that is signed in.
            o.Conventions.AllowAnonymousToAreaPage("Admin", "/Security/ConfirmEmail");
        });
        return services;
    }

    private static void AddAccess(IServiceCollection services)
    {
        services.AddOptions<AccountOptions>()
            .Configure<IHostEnvironment>((o, environment) => o.RequireTwoFactor = !environment.IsDevelopment())
            .BindConfiguration("Accounts");
        services.AddScoped<ISignUp, RequestAccount>();
        services.AddScoped<MailLinks>();
        services.AddSingleton<AccountMail>();
        services.AddHandler<LinkAsked, MailLinkAsked>();
        services.AddScoped<PasswordRules>();
        services.AddScoped<PasswordHashing>();
        services.AddScoped<AskPassword>();
        services.AddScoped<Sessions>();
        services.AddScoped<SecondStep>();
        services.AddRecurring<PurgeAccess>("admin.purge-access", Cron.Daily(3), job => job.RunAsync(CancellationToken.None));
    }

    private static void AddIdentity(IServiceCollection services)
    {
        // Before AddIdentityCore: it then leaves its own rules of composition out.
        services.AddScoped<IPasswordValidator<Account>, PasswordRules>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = PasswordRules.Iterations);
        services.AddIdentityCore<Account>(o =>
            {
                o.User.RequireUniqueEmail = true;
                // The user name is the e-mail address.
                o.User.AllowedUserNameCharacters = "";
                // A lock on the account would let anybody keep its owner out: Attempts counts by address instead.
                o.Lockout.AllowedForNewUsers = false;
            })
            .AddErrorDescriber<AccountErrors>()
            .AddUserStore<UserOnlyStore<Account, AdminDb, Guid>>()
            .AddClaimsPrincipalFactory<AccountPrincipal>()
            .AddSignInManager<AccountSignIn>();
    }

    private static void AddSessions(IServiceCollection services)
    {
        // Identity ends the two-factor schemes with each session, so they are there before two-factor sign-in is; the host gives all
        // cookies one name, and each scheme needs its own.
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddApplicationCookie();
        authentication.AddTwoFactorUserIdCookie();
        authentication.AddTwoFactorRememberMeCookie();
        services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, o =>
        {
            o.Cookie.Name += "-second-step";
            o.ExpireTimeSpan = SecondStep.Patience;
            o.SlidingExpiration = false;
        });
        services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorRememberMeScheme, o =>
        {
            o.Cookie.Name += "-known-device";
            o.ExpireTimeSpan = SecondStep.KnownFor;
            o.SlidingExpiration = false;
            // Identity's check wants its own claims; SecondStep makes the check.
            o.Events.OnValidatePrincipal = _ => Task.CompletedTask;
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, o =>
            o.Events.OnRedirectToAccessDenied = denied =>
            {
                // Who cannot act yet reads what is awaited; else not yours looks like not there, without a detour by another address.
                if (!denied.HttpContext.User.HasClaim(c => c.Type == ClaimTypes.Role)) denied.Response.Redirect("/account");
                else denied.Response.StatusCode = StatusCodes.Status404NotFound;
                return AuditRefusals.WriteAsync(denied.HttpContext);
            });
        services.AddMemoryCache();
        services.AddScoped<ISecurityStampValidator, SessionCheck>();
    }

    private static void AddPolicies(IServiceCollection services)
    {
        var policies = services.AddAuthorizationBuilder();
        foreach (var role in Roles.All)
        {
            policies.AddPolicy(role, p =>
            {
                p.RequireRole(role);
                // Who waits to join a company is a recruiter of none yet.
                if (role == Roles.Recruiter) p.RequireClaim(ClaimNames.Company);
            });
        }
        policies.AddPolicy(Roles.Staff, p => p.RequireRole(Roles.Manager, Roles.Director, Roles.Administrator));
    }

    private static void AddAudit(IServiceCollection services)
    {
        services.AddScoped<AuditTrail>();
        services.AddScoped<IAudit>(provider => provider.GetRequiredService<AuditTrail>());
        services.AddScoped<ICommand, AuditCommand>();
        services.AddRecurring<VerifyAudit>("admin.verify-audit", Cron.Daily(3), job => job.RunAsync(CancellationToken.None));
        services.AddHealthChecks().AddCheck<AuditHealth>("audit");
        services.Configure<RazorPagesOptions>(o => o.Conventions.AuthorizeAreaFolder("Admin", "/Audit", Roles.Administrator));
    }

    private static void AddApprovals(IServiceCollection services)
    {
        services.AddScoped<ChangeAccount>();
        services.AddScoped<DecideApproval>();
        services.AddScoped<ITrustFacts, AccountFacts>();
        services.AddScoped<IPersonalData, RequestData>();
        services.AddScoped<IAwaitDecisions, WaitingRequests>();
        // Before the working day begins in France.
        services.AddRecurring<TellAdministrators>("admin.tell-administrators", Cron.Daily(5), job => job.RunAsync(CancellationToken.None));
        services.AddHandler<AccountRequested, OpenApproval>();
        services.AddHandler<CompanyRequested, OpenApproval>();
        services.AddHandler<CompanyMerged, FollowMergers>();
        services.AddHandler<AccountVouched, TakeVouch>();
        services.Configure<RazorPagesOptions>(o =>
        {
            o.Conventions.AuthorizeAreaPage("Admin", "/Approvals/Index", Roles.Administrator);
            o.Conventions.AuthorizeAreaPage("Admin", "/Approvals/Show", Roles.Administrator);
            o.Conventions.AuditReads("Admin", "/Approvals/Show", "request");
            o.Conventions.AuthorizeAreaPage("Admin", "/Approvals/Mine");
        });
    }
}
