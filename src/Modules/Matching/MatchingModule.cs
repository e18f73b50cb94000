using Hangfire;
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
using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching;

/// <summary>Text to programmes, domains and skills; search over open offers; training and evaluation.</summary>
public static class MatchingModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddMatching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<MatchingDb, MatchingMySqlDb>(configuration, "matching");
        services.AddSingleton<ModelStore>();
        services.AddSingleton<OfferIndex>();
        services.AddScoped<IProgrammeRanking, RankProgrammes>();
        services.AddScoped<ITextAnalysis, AnalyseText>();
        services.AddScoped<IOfferSearch, SearchOffers>();
        services.AddScoped<ITraining, TrainModel>();
        services.AddScoped<PromoteModel>();
        services.AddScoped<ICommand, MatchCommand>();
        services.AddScoped<ICommand, EvaluateCommand>();

        services.AddHandler<ProgrammeChanged, TakeProgramme>();
        services.AddHandler<OfferPosted, TakeOffer>();
        services.AddHandler<OfferRevised, TakeOffer>();
        services.AddHandler<OfferClosed, TakeOffer>();
        services.AddHandler<OffersImported, TakeHistory>();
        services.AddHandler<OfferTransmitted, TakeVerdict>();
        services.AddHandler<MatchJudged, TakeJudgement>();
        services.AddHandler<JudgementWithdrawn, ForgetJudgement>();
        services.AddHandler<ModelPromoted, TagOffers>();
        services.AddRecurring<TagOffers>("matching.tag-offers", Cron.Minutely(), job => job.RunAsync(CancellationToken.None));
        services.AddRecurring<TrainModel>("matching.train", Cron.Minutely(), job => job.RunAsync(CancellationToken.None));
        services.AddRecurring<TrainModel>("matching.retrain", Cron.Daily(2), job => job.RetrainAsync(CancellationToken.None));
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AuthorizeAreaFolder("Matching", "/Models", Roles.Administrator));
        return services;
    }
}
