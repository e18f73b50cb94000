using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SmartRecruiting.Host.Pages;

/// <summary>What a visitor sees when something is missing or went wrong; the reference finds the line in the log.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel(ILogger<ErrorModel> log) : PageModel
{
    public bool Missing { get; private set; }

    public string Reference => HttpContext.TraceIdentifier;

    public void OnGet(int? code) => Show(code);

    public void OnPost(int? code) => Show(code);

    private void Show(int? code)
    {
        // "Forbidden" would tell that there is something: not yours is the same as not there.
        Missing = code is StatusCodes.Status404NotFound or StatusCodes.Status403Forbidden;
        if (Missing) Response.StatusCode = StatusCodes.Status404NotFound;
        else if (HttpContext.Features.Get<IExceptionHandlerPathFeature>() is not null) log.LogError("Answered with an error page, reference {Reference}", Reference);
    }
}
