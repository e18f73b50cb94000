using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling;

/// <summary>Universities, components, programmes and the inbox of transmissions.</summary>
public static class SchoolingModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddSchooling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<SchoolingDb, SchoolingMySqlDb>(configuration, "schooling");
        return services;
    }
}
