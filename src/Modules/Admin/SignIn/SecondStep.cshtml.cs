using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Security;

namespace SmartRecruiting.Admin.SignIn;

/// <summary>After the password: the code of the owner's device, or one of the codes kept for the day it is lost.</summary>
internal sealed class SecondStepModel(SecondStep secondStep, Sessions sessions, Attempts attempts, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await secondStep.AskedAsync(cancellation) is null ? RedirectToPage("Login", new { ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await secondStep.AskedAsync(cancellation) is not { } account) return RedirectToPage("Login", new { ReturnUrl });
        ModelState.SetModelValue("Input.Code", null, null);
        if (!ModelState.IsValid) return Page();
        if (attempts.BeginSecondStep(account.Id) is { Ticks: > 0 } wait)
        {
            ModelState.AddModelError("", texts["TooManyTries", Math.Ceiling(wait.TotalMinutes)]);
            var page = Page();
            page.StatusCode = StatusCodes.Status429TooManyRequests;
            return page;
        }
        if (!await secondStep.TakeAsync(account, Input.Code, cancellation))
        {
            ModelState.AddModelError("Input.Code", texts["CodeWrong"]);
            return Page();
        }
        attempts.SucceedSecondStep(account.Id);
        await secondStep.DoneAsync();
        if (Input.Remember) await secondStep.RememberDeviceAsync(account, cancellation);
        await sessions.BeginAsync(account, cancellation);
        return LocalRedirect(Home.Next(User, ReturnUrl, Url.IsLocalUrl));
    }

    internal sealed record Form
    {
        [Required(ErrorMessage = "CodeMissing"), StringLength(100, ErrorMessage = "CodeWrong")]
        public string Code { get; init; } = "";

        public bool Remember { get; init; }
    }
}
