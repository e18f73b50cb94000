using Hangfire;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Jobs;
using SmartRecruiting.Kernel.Outbox;
using SmartRecruiting.Kernel.Users;
using SmartRecruiting.Students.Alerts;
using SmartRecruiting.Students.Data;
using SmartRecruiting.Students.Forwarding;
using SmartRecruiting.Students.Marks;
using SmartRecruiting.Students.Offers;
using SmartRecruiting.Students.Personal;
using SmartRecruiting.Students.Profile;
using SmartRecruiting.Students.Roster;
using SmartRecruiting.Students.Searching;
using SmartRecruiting.Students.SignUp;

namespace SmartRecruiting.Students;

/// <summary>Rosters, searches, alerts, and the offers that students receive or note.</summary>
public static class StudentsModule
{
    private const string RosterKeepers = "Students.RosterKeepers";

    private static readonly string[] StudentsOnly = ["/Forwarding", "/Marks", "/Profile", "/Searches"];

    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddStudents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<StudentsDb, StudentsMySqlDb>(configuration, "students");
        services.AddHandler<ForwardRequested, ForwardOffer>();
        services.AddHandler<AccountRequested, ClaimPlace>();
        services.AddHandler<AccountApproved, ClaimPlace>();
        services.AddHandler<AccountClosed, ClaimPlace>();
        services.AddHandler<AccountApproved, FollowAccounts>();
        services.AddHandler<AccountMoved, FollowAccounts>();
        services.AddHandler<AccountClosed, FollowAccounts>();
        services.AddHandler<OfferPosted, FollowOffers>();
        services.AddHandler<OfferRevised, FollowOffers>();
        services.AddHandler<OfferClosed, FollowOffers>();
        services.AddRecurring<SendAlerts>("students.send-alerts", Cron.Daily(5), job => job.RunAsync(CancellationToken.None));
        services.AddScoped<IPersonalData, StudentsPersonalData>();
        services.AddScoped<IRoster, CountStudents>();
        services.AddScoped<ImportStudents>();
        services.AddScoped<IImport>(provider => provider.GetRequiredService<ImportStudents>());
        services.AddScoped<RecordSearch>();
        services.AddScoped<KeepStudent>();
        services.AddScoped<MarkOffer>();
        services.AddAuthorizationBuilder().AddPolicy(RosterKeepers, policy => policy.RequireRole(Roles.Manager, Roles.Administrator));
        services.Configure<RazorPagesOptions>(o =>
        {
            o.Conventions.AuthorizeAreaFolder("Students", "/Roster", RosterKeepers);
            o.Conventions.AuditReads("Students", "/Roster/Index", "roster");
            o.Conventions.AuditReads("Students", "/Roster/Waiting", "account");
            foreach (var own in StudentsOnly) o.Conventions.AuthorizeAreaFolder("Students", own, Roles.Student);
        });
        return services;
    }
}
