using Microsoft.Extensions.Primitives;

namespace SmartRecruiting.Host;

/// <summary>Pages behind the login, and pages with a form, stay out of every cache.</summary>
internal sealed class NoStore(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            if (StringValues.IsNullOrEmpty(http.Response.Headers.CacheControl) || http.User.Identity?.IsAuthenticated is true)
            {
                http.Response.Headers.CacheControl = http.User.Identity?.IsAuthenticated is true ? "no-store" : "no-cache";
            }
            return Task.CompletedTask;
        });
        return next(http);
    }
}
