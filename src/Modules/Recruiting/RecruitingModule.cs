using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting;

/// <summary>Companies, recruiters, offers, transmissions as the sender sees them.</summary>
public static class RecruitingModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddRecruiting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<RecruitingDb, RecruitingMySqlDb>(configuration, "recruiting");
        return services;
    }
}
