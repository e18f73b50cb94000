using Hangfire;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Jobs;
using SmartRecruiting.Kernel.Outbox;
using SmartRecruiting.Matching.Catalogue;
using SmartRecruiting.Matching.Commands;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Offers;
using SmartRecruiting.Matching.Search;
using SmartRecruiting.Matching.Simulation;
using SmartRecruiting.Matching.Skills;
using SmartRecruiting.Matching.Topics;
using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching;

/// <summary>Text to programmes, domains, skills and topics; search over open offers and programmes; training and evaluation.</summary>
public static class MatchingModule
{
    private const string LexiconKeepers = "LexiconKeepers";

    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddMatching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<MatchingDb, MatchingMySqlDb>(configuration, "matching");
        services.AddSingleton<ModelStore>();
        services.AddSingleton<LexiconStore>();
        services.AddSingleton<OfferIndex>();
        services.AddSingleton<ProgrammeIndex>();
        services.AddScoped<IProgrammeRanking, RankProgrammes>();
        services.AddScoped<ITextAnalysis, AnalyseText>();
        services.AddScoped<IProgrammeSimulation, SimulateProgramme>();
        services.AddScoped<IOfferSearch, SearchOffers>();
        services.AddSingleton<IProgrammeSearch>(provider => provider.GetRequiredService<ProgrammeIndex>());
        services.AddScoped<IPersonalData, MatchingPersonalData>();
        services.AddScoped<ChangeLexicon>();
        services.AddScoped<ImportSkills>();
        services.AddScoped<IImport>(provider => provider.GetRequiredService<ImportSkills>());
        services.AddScoped<ITraining, TrainModel>();
        services.AddScoped<PromoteModel>();
        services.AddScoped<ICommand, MatchCommand>();
        services.AddScoped<ICommand, EvaluateCommand>();
        services.AddScoped<ICommand, IndexCommand>();
        services.AddScoped<ICommand, LexiconCommand>();

        services.AddHandler<ProgrammeChanged, TakeProgramme>();
        services.AddHandler<OfferPosted, TakeOffer>();
        services.AddHandler<OfferRevised, TakeOffer>();
        services.AddHandler<OfferClosed, TakeOffer>();
        services.AddHandler<CompanyMerged, FollowCompanies>();
        services.AddHandler<OffersImported, TakeHistory>();
        services.AddHandler<OfferTransmitted, TakeVerdict>();
        services.AddHandler<MatchJudged, TakeJudgement>();
        services.AddHandler<JudgementWithdrawn, ForgetJudgement>();
        services.AddHandler<ModelPromoted, TagOffers>();
        services.AddRecurring<TagOffers>("matching.tag-offers", Cron.Minutely(), job => job.RunAsync(CancellationToken.None));
        services.AddRecurring<TrainModel>("matching.train", Cron.Minutely(), job => job.RunAsync(CancellationToken.None));
        services.AddRecurring<TrainModel>("matching.retrain", Cron.Daily(2), job => job.RetrainAsync(CancellationToken.None));
        services.AddRecurring<LearnTopics>("matching.learn-topics", Cron.Weekly(DayOfWeek.Sunday, 3), job => job.RunAsync(CancellationToken.None));
        services.AddRecurring<LearnTopics>("matching.first-topics", "*/10 * * * *", job => job.RunFirstAsync(CancellationToken.None));
        services.Configure<AuthorizationOptions>(o => o.AddPolicy(LexiconKeepers, policy => policy.RequireRole(Roles.Manager, Roles.Administrator)));
        services.Configure<RazorPagesOptions>(o =>
        {
            o.Conventions.AuthorizeAreaFolder("Matching", "/Models", Roles.Administrator);
            o.Conventions.AuthorizeAreaFolder("Matching", "/Skills", LexiconKeepers);
            o.Conventions.AuthorizeAreaFolder("Matching", "/Topics", Roles.Staff);
        });
        return services;
    }
}
