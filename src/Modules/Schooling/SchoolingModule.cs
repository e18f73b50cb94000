using Hangfire;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Jobs;
using SmartRecruiting.Kernel.Outbox;
using SmartRecruiting.Schooling.Catalogue;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Inbox;
using SmartRecruiting.Schooling.Personal;
using SmartRecruiting.Schooling.Programmes;
using SmartRecruiting.Schooling.Reports;
using SmartRecruiting.Schooling.Staff;
using SmartRecruiting.Schooling.Statistics;

namespace SmartRecruiting.Schooling;

/// <summary>Universities, components, programmes, the inbox of transmissions and the reports of directors.</summary>
public static class SchoolingModule
{
    private const string CatalogueKeepers = "CatalogueKeepers";
    private const string Leaders = "Leaders";

    // From the second of the month; the mornings after it are for what a stopped host left undone.
    private const string MonthlyReport = "0 6 2-8 * *";

    // Before the working day begins in France, and the digests after what the chase adds to them.
    private const string EarlyMorning = "0 4 * * *";
    private const string Morning = "30 4 * * *";

    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddSchooling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<SchoolingDb, SchoolingMySqlDb>(configuration, "schooling");
        services.AddScoped<IProgrammes, ProgrammeLookup>();
        services.AddScoped<IProgrammeDemand, Demand>();
        services.AddScoped<ImportProgrammes>();
        services.AddScoped<IImport>(provider => provider.GetRequiredService<ImportProgrammes>());
        services.AddHandler<OfferTransmitted, ReceiveTransmission>();
        services.AddHandler<OfferPosted, FollowOffer>();
        services.AddHandler<OfferRevised, FollowOffer>();
        services.AddHandler<OfferClosed, FollowOffer>();
        services.AddHandler<TransmissionForwarded, CountForward>();
        services.AddRecurring<ChaseTransmissions>("schooling.chase-transmissions", EarlyMorning, job => job.RunAsync(CancellationToken.None));
        services.AddRecurring<SendDigests>("schooling.send-digests", Morning, job => job.RunAsync(CancellationToken.None));
        services.AddStaff();
        services.AddStatistics();
        services.AddSingleton<RecentFigures>();
        services.AddScoped<ReportContents>();
        services.AddScoped<KeepReport>();
        services.AddSingleton<ReportFonts>();
        services.AddSingleton<ReportPdf>();
        services.AddSingleton<ReportSvg>();
        services.AddRecurring<MailReports>("schooling.mail-reports", MonthlyReport, job => job.RunAsync(CancellationToken.None));
        services.Configure<AuthorizationOptions>(o =>
        {
            o.AddPolicy(CatalogueKeepers, policy => policy.RequireRole(Roles.Manager, Roles.Director, Roles.Administrator));
            o.AddPolicy(Leaders, policy => policy.RequireRole(Roles.Director, Roles.Administrator));
        });
        services.Configure<RazorPagesOptions>(o =>
        {
            o.Conventions.AuthorizeAreaFolder("Schooling", "/Catalogue", CatalogueKeepers);
            o.Conventions.AuthorizeAreaFolder("Schooling", "/Inbox", Roles.Manager);
            o.Conventions.AuthorizeAreaFolder("Schooling", "/Dashboard", CatalogueKeepers);
            o.Conventions.AuthorizeAreaFolder("Schooling", "/Direction", Leaders);
            o.Conventions.AuthorizeAreaFolder("Schooling", "/Reports", Leaders);
            o.Conventions.AuthorizeAreaFolder("Schooling", "/Staff", Leaders);
            // The token of the mail is all it takes.
            o.Conventions.AllowAnonymousToAreaPage("Schooling", "/Reports/Stop");
            o.Conventions.AllowAnonymousToAreaPage("Schooling", "/Inbox/Stop");
            o.Conventions.AddAreaPageRoute("Schooling", "/Reports/Pdf", "/direction/report.pdf");
        });
        return services;
    }

    private static void AddStaff(this IServiceCollection services)
    {
        services.AddScoped<KeepStaff>();
        services.AddHandler<AccountRequested, FollowAccounts>();
        services.AddHandler<AccountApproved, FollowAccounts>();
        services.AddHandler<AccountMoved, FollowAccounts>();
        services.AddHandler<AccountClosed, FollowAccounts>();
        services.AddHandler<StudentWaits, TellOfStudents>();
        services.AddScoped<ITrustFacts, MandateFacts>();
        services.AddScoped<IAccountScopes, StaffScopes>();
        services.AddScoped<IPersonalData, SchoolingPersonalData>();
    }

    private static void AddStatistics(this IServiceCollection services)
    {
        services.AddHandler<OfferPosted, FollowOffers>();
        services.AddHandler<OfferRevised, FollowOffers>();
        services.AddHandler<OfferClosed, FollowOffers>();
        services.AddHandler<OffersImported, FollowOffers>();
        services.AddHandler<OffersTagged, FollowOffers>();
        services.AddHandler<CompanyMerged, FollowCompanies>();
        services.AddHandler<OfferTransmitted, FollowTransmissions>();
        services.AddHandler<TransmissionDeclined, FollowTransmissions>();
        services.AddHandler<TransmissionForwarded, FollowTransmissions>();
        services.AddHandler<ProgrammeChanged, FollowTransmissions>();
        services.AddHandler<SearchMade, FollowSearches>();
        services.AddScoped<ICommand, StatisticsCommand>();
        services.AddRecurring<RefreshStatistics>("schooling.refresh-statistics", Cron.Minutely(), job => job.RunAsync(CancellationToken.None));
    }
}
