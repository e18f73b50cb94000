using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SmartRecruiting.Admin.SignUp;

/// <summary>One entrance; each door leads to the page of the module that knows what to ask.</summary>
internal sealed class RegisterModel : PageModel
{
    public static IReadOnlyList<string> Doors { get; } = [Roles.Recruiter, Roles.Student, Roles.Manager, Roles.Director];
}
