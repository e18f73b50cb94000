using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;
using SmartRecruiting.Kernel.Users;

namespace SmartRecruiting.Host.Operations;

/// <summary>Writes down who opened a page that shows people: once an hour for each reader and address, before its first byte leaves.</summary>
internal sealed class AuditReads(RequestDelegate next, IMemoryCache memory, TimeProvider clock)
{
    private static readonly TimeSpan Once = TimeSpan.FromHours(1);

    public Task InvokeAsync(HttpContext http, IAudit audit)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<SensitiveRead>() is { } read) http.Response.OnStarting(() => WriteAsync(http, read, audit));
        return next(http);
    }

    private Task WriteAsync(HttpContext http, SensitiveRead read, IAudit audit)
    {
        if (http.Response.StatusCode != StatusCodes.Status200OK || !HttpMethods.IsGet(http.Request.Method)) return Task.CompletedTask;
        var key = (nameof(AuditReads), http.User.FindFirstValue(ClaimTypes.NameIdentifier), http.Request.Path);
        var now = clock.GetUtcNow();
        if (memory.TryGetValue(key, out DateTimeOffset last) && now - last < Once) return Task.CompletedTask;
        memory.Set(key, now, Once);
        Guid? id = Guid.TryParse(http.GetRouteValue("id") as string, out var shown) ? shown : null;
        return audit.WriteAsync(new AuditEntry($"{read.Subject}.read", read.Subject, id), CancellationToken.None);
    }
}
