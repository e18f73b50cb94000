using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Outbox;
using SmartRecruiting.Kernel.Users;
using SmartRecruiting.Students.Data;
using SmartRecruiting.Students.Forwarding;
using SmartRecruiting.Students.Personal;
using SmartRecruiting.Students.Roster;
using SmartRecruiting.Students.Searching;
using SmartRecruiting.Students.SignUp;

namespace SmartRecruiting.Students;

/// <summary>Rosters, searches and forwarded offers.</summary>
public static class StudentsModule
{
    private const string RosterKeepers = "Students.RosterKeepers";

    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddStudents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<StudentsDb, StudentsMySqlDb>(configuration, "students");
        services.AddHandler<ForwardRequested, ForwardOffer>();
        services.AddHandler<AccountRequested, ClaimPlace>();
        services.AddHandler<AccountApproved, ClaimPlace>();
        services.AddHandler<AccountClosed, ClaimPlace>();
        services.AddScoped<IPersonalData, StudentsPersonalData>();
        services.AddScoped<IRoster, CountStudents>();
        services.AddScoped<ImportStudents>();
        services.AddScoped<IImport>(provider => provider.GetRequiredService<ImportStudents>());
        services.AddScoped<RecordSearch>();
        services.AddAuthorizationBuilder().AddPolicy(RosterKeepers, policy => policy.RequireRole(Roles.Manager, Roles.Administrator));
        services.Configure<RazorPagesOptions>(o =>
        {
            o.Conventions.AuthorizeAreaFolder("Students", "/Roster", RosterKeepers);
            o.Conventions.AuthorizeAreaFolder("Students", "/Forwarding", Roles.Student);
            o.Conventions.AuditReads("Students", "/Roster/Index", "roster");
            o.Conventions.AuditReads("Students", "/Roster/Waiting", "account");
        });
        return services;
    }
}
