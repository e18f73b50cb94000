using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SmartRecruiting.Host.Tests.Access;

/// <summary>What can be asked of the site, by its own routing table.</summary>
internal static class Endpoints
{
    private const BindingFlags Handlers = BindingFlags.Public | BindingFlags.Instance;

    /// <summary>Verb and address of each endpoint; a page's handler follows its address: <c>POST /offers/{id:guid}?handler=Withdraw</c>.</summary>
    public static IReadOnlyList<string> Of(IServiceProvider services) =>
        [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(Lines).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(RouteEndpoint endpoint)
    {
        var address = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        if (endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page) return Of(page.ModelTypeInfo ?? page.PageTypeInfo, address);
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } lazy) return Of(ModelOf(lazy), address);
        var verbs = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        return verbs.Select(verb => $"{verb} {address}");
    }

    private static IEnumerable<string> Of(Type? model, string address)
    {
        // A page without handlers of its own is shown all the same.
        var handlers = (model?.GetMethods(Handlers) ?? []).Select(m => m.Name).Where(n => n.StartsWith("On", StringComparison.Ordinal)).ToList();
        if (!handlers.Any(n => n.StartsWith("OnGet", StringComparison.Ordinal))) yield return $"GET {address}";
        foreach (var name in handlers)
        {
            var deed = name[2..].EndsWith("Async", StringComparison.Ordinal) ? name[2..^"Async".Length] : name[2..];
            var verb = deed.StartsWith("Get", StringComparison.Ordinal) ? "GET" : deed.StartsWith("Post", StringComparison.Ordinal) ? "POST" : null;
            if (verb is null) continue;
            var handler = deed[verb.Length..];
            yield return $"{verb} {address}" + (handler.Length > 0 ? $"?handler={handler}" : "");
        }
    }

    // A page is compiled at its first use; its model is known by the attribute that the view compiler leaves.
    private static Type? ModelOf(PageActionDescriptor page) =>
        AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name!.StartsWith("SmartRecruiting.", StringComparison.Ordinal))
            .SelectMany(a => a.GetCustomAttributes<Microsoft.AspNetCore.Razor.Hosting.RazorCompiledItemAttribute>())
            .Where(item => string.Equals(item.Identifier, page.RelativePath, StringComparison.OrdinalIgnoreCase))
            .Select(item => item.Type.GetProperty("Model", Handlers | BindingFlags.DeclaredOnly)?.PropertyType ?? item.Type.GetProperty("Model", Handlers)?.PropertyType)
            .FirstOrDefault();
}
