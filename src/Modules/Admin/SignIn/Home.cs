namespace SmartRecruiting.Admin.SignIn;

internal static class Home
{
    /// <summary>Where somebody of this role begins.</summary>
    public static string Of(string role) => role switch
    {
        Roles.Recruiter => "/offers",
        Roles.Student => "/my-offers",
        Roles.Manager => "/inbox",
        Roles.Director or Roles.Administrator => "/catalogue",
        _ => "/",
    };
}
