namespace SmartRecruiting.Host.Operations;

/// <summary>
/// Writes down every file that somebody with an account takes away, whichever page makes it: before its first byte leaves, so that no
/// export is without its record. The address without its query: filters may name people.
/// </summary>
internal sealed class AuditExports(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, IAudit audit)
    {
        http.Response.OnStarting(() =>
            http.Response.StatusCode == StatusCodes.Status200OK
            && http.User.Identity?.IsAuthenticated is true
            && http.Response.Headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.OrdinalIgnoreCase)
                ? audit.WriteAsync(new AuditEntry("export", "file", null, http.Request.Path), CancellationToken.None)
                : Task.CompletedTask);
        return next(http);
    }
}
