using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin;

/// <summary>Accounts.</summary>
public static class AdminModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<AdminDb, AdminMySqlDb>(configuration, "admin");
        return services;
    }
}
