using Hangfire;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Jobs;
using SmartRecruiting.Kernel.Outbox;
using SmartRecruiting.Kernel.Users;
using SmartRecruiting.Recruiting.Attachments;
using SmartRecruiting.Recruiting.Assistant;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Imports;
using SmartRecruiting.Recruiting.Legal;
using SmartRecruiting.Recruiting.Moderation;
using SmartRecruiting.Recruiting.Offers;
using SmartRecruiting.Recruiting.SignUp;
using SmartRecruiting.Recruiting.Transmissions;
using SmartRecruiting.Recruiting.Trust;

namespace SmartRecruiting.Recruiting;

/// <summary>Companies, recruiters, offers, transmissions as the sender sees them.</summary>
public static class RecruitingModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddRecruiting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<RecruitingDb, RecruitingMySqlDb>(configuration, "recruiting");
        services.AddScoped<ICompanies, CompanyDirectory>();
        services.AddScoped<IPastCompanies, PastCompanies>();
        services.AddScoped<IAccountClaims, RecruiterClaims>();
        services.AddScoped<IAccountScopes, RecruiterScopes>();
        services.AddScoped<IPersonalData, RecruiterData>();
        services.AddScoped<IImport, ImportCompanies>();
        services.AddScoped<IImport, ImportOffers>();
        services.AddScoped<ITrustFacts, CompanyTrust>();
        services.AddScoped<IAwaitDecisions, WaitingOffers>();
        services.AddScoped<SendOffer>();
        services.AddScoped<NextProgrammes>();
        services.AddScoped<ReleaseOffer>();
        services.AddScoped<SubmitOffer>();
        services.AddScoped<FindTwins>();
        services.AddScoped<AttachFile>();
        services.AddScoped<IOfferFiles, AttachFile>();
        services.AddRecurring<ExpireOffers>("recruiting.expire-offers", Cron.Hourly(), job => job.RunAsync(CancellationToken.None));
        services.AddScoped<LegalAdvice>();
        services.AddScoped<OfferAdvice>();
        services.AddScoped<HoldOffer>();
        services.AddScoped<DecideOffer>();
        services.AddScoped<LastVerdict>();
        services.AddHandler<AccountRequested, TakeRecruiter>();
        services.AddHandler<AccountApproved, FollowAccounts>();
        services.AddHandler<AccountMoved, FollowAccounts>();
        services.AddHandler<AccountClosed, FollowAccounts>();
        services.AddScoped<FollowDecisions>();
        services.AddHandler<CompanyDecided, FollowDecisions>();
        services.AddHandler<OffersTagged, ShowTags>();
        services.AddHandler<OfferReported, TakeReport>();
        services.AddHandler<TransmissionRead, FollowTransmissions>();
        services.AddHandler<TransmissionForwarded, FollowTransmissions>();
        services.AddHandler<TransmissionDeclined, FollowTransmissions>();
        services.AddHandler<TransmissionsUnanswered, TellRecruiter>();
        services.Configure<RazorPagesOptions>(pages =>
        {
            pages.Conventions.AuthorizeAreaFolder("Recruiting", "/Administration", Roles.Administrator);
            pages.Conventions.AuthorizeAreaFolder("Recruiting", "/Attachments");
            pages.Conventions.AuthorizeAreaFolder("Recruiting", "/Assistant", Roles.Recruiter);
            pages.Conventions.AuthorizeAreaFolder("Recruiting", "/Companies", Roles.Recruiter);
            pages.Conventions.AuthorizeAreaFolder("Recruiting", "/Legal", Roles.Administrator);
            pages.Conventions.AuthorizeAreaFolder("Recruiting", "/Moderation", Roles.Administrator);
            pages.Conventions.AuthorizeAreaFolder("Recruiting", "/Offers", Roles.Recruiter);
            pages.Conventions.AuthorizeAreaFolder("Recruiting", "/Transmissions", Roles.Recruiter);
            pages.Conventions.AuditReads("Recruiting", "/Administration/Record", "company");
        });
        return services;
    }
}
