using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students;

/// <summary>Rosters, searches and forwarded offers.</summary>
public static class StudentsModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddStudents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<StudentsDb, StudentsMySqlDb>(configuration, "students");
        return services;
    }
}
