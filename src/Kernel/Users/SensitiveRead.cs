using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace SmartRecruiting.Kernel.Users;

/// <summary>Marks a page that shows people to somebody else: the host writes down who opened it.</summary>
/// <param name="Subject">What it shows, as the audit log names it.</param>
public sealed record SensitiveRead(string Subject);

/// <summary>How a module marks its pages.</summary>
public static class SensitiveReadConvention
{
    /// <summary>Has each reading of a page written down.</summary>
    /// <param name="conventions">Of the Razor pages.</param>
    /// <param name="area">The module.</param>
    /// <param name="page">As its folder and name: "/People/Show".</param>
    /// <param name="subject">What it shows, as the audit log names it.</param>
    public static void AuditReads(this PageConventionCollection conventions, string area, string page, string subject) =>
        conventions.AddAreaPageApplicationModelConvention(area, page, model => model.EndpointMetadata.Add(new SensitiveRead(subject)));
}
