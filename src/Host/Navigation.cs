namespace SmartRecruiting.Host;

/// <summary>What the header offers to each role.</summary>
internal static class Navigation
{
    /// <summary>Addresses and the keys of their labels; a visitor has no role.</summary>
    public static IReadOnlyList<(string Path, string Label)> For(string role) => role switch
    {
        Roles.Recruiter => [("/offers", "NavOffers"), ("/offers/new", "NavNewOffer"), ("/company", "NavCompany"), ("/programmes", "NavProgrammes")],
        Roles.Student => [("/internships", "NavInternships"), ("/my-offers", "NavMyOffers"), ("/my-list", "NavMyList"), ("/my-searches", "NavMySearches"), ("/programmes", "NavProgrammes"), ("/profile", "NavProfile")],
        Roles.Manager => [("/inbox", "NavInbox"), ("/dashboard", "NavDashboard"), ("/catalogue", "NavCatalogue"), ("/roster", "NavRoster"), ("/internships", "NavInternships"), ("/themes", "NavThemes"), ("/skills", "NavSkills")],
        Roles.Director => [("/direction", "NavDirection"), ("/dashboard", "NavDashboard"), ("/catalogue", "NavCatalogue"), ("/themes", "NavThemes"), ("/internships", "NavInternships"), ("/programmes", "NavProgrammes")],
        Roles.Administrator => [("/admin/approvals", "NavApprovals"), ("/admin/companies", "NavCompanies"), ("/admin/accounts", "NavAccounts"), ("/admin/audit", "NavAudit"), ("/admin/operations", "NavOperations"), ("/admin/models", "NavModels"), ("/direction", "NavDirection"), ("/dashboard", "NavDashboard"), ("/catalogue", "NavCatalogue"), ("/roster", "NavRoster"), ("/internships", "NavInternships"), ("/programmes", "NavProgrammes"), ("/themes", "NavThemes"), ("/skills", "NavSkills")],
        _ => [("/internships", "NavInternships"), ("/programmes", "NavProgrammes"), ("/offers/new", "NavRecruit")],
    };

    /// <summary>True for the entry that the page shown stands under: the longest one that its path begins with.</summary>
    public static bool IsCurrent(string path, PathString here, string role) =>
        here.StartsWithSegments(path) && !For(role).Any(entry => entry.Path.Length > path.Length && here.StartsWithSegments(entry.Path));
}
