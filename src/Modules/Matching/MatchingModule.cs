using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Matching.Data;

namespace SmartRecruiting.Matching;

/// <summary>Text to programmes, domains and skills.</summary>
public static class MatchingModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddMatching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<MatchingDb, MatchingMySqlDb>(configuration, "matching");
        return services;
    }
}
