using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace SmartRecruiting.Admin.Audit;

/// <summary>Writes down who asked for a page that is not theirs: once a minute for each account and kind of page, however often they ask.</summary>
internal static class AuditRefusals
{
    private static readonly TimeSpan Once = TimeSpan.FromMinutes(1);

    public static async Task WriteAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var memory = services.GetRequiredService<IMemoryCache>();
        // By the page, not by the address: a thousand ids in addresses are still one kind of page.
        var key = (nameof(AuditRefusals), http.User.FindFirstValue(ClaimTypes.NameIdentifier), http.GetEndpoint()?.DisplayName);
        if (memory.TryGetValue(key, out DateTimeOffset last) && now - last < Once) return;
        memory.Set(key, now, Once);
        await services.GetRequiredService<IAudit>().WriteAsync(
            new AuditEntry("access.refused", "page", null, $"{http.Request.Method} {http.Request.Path}"), http.RequestAborted);
    }
}
