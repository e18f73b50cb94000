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
        Roles.Administrator => [("/admin/approvals", "NavApprovals"), ("/admin/companies", "NavCompanies"), ("/admin/offers", "NavModeration"), ("/admin/accounts", "NavAccounts"), ("/admin/operations", "NavOperations"), ("/direction", "NavDirection"), ("/catalogue", "NavCatalogue"), ("/admin", "NavAdministration")],
        _ => [("/internships", "NavInternships"), ("/programmes", "NavProgrammes"), ("/offers/new", "NavRecruit")],
    };

    /// <summary>Everything an administrator can open, by what it is for: too much for one line.</summary>
    public static IReadOnlyList<(string Title, (string Path, string Label)[] Entries)> Administration { get; } =
    [
        ("AdministrationPeople", [("/admin/approvals", "NavApprovals"), ("/admin/accounts", "NavAccounts"), ("/admin/companies", "NavCompanies"), ("/admin/offers", "NavModeration"), ("/catalogue/managers", "NavManagers"), ("/roster", "NavRoster")]),
        ("AdministrationKnowledge", [("/catalogue", "NavCatalogue"), ("/skills", "NavSkills"), ("/themes", "NavThemes"), ("/admin/models", "NavModels"), ("/admin/legal", "NavLegal")]),
        ("AdministrationFigures", [("/direction", "NavDirection"), ("/dashboard", "NavDashboard"), ("/internships", "NavInternships"), ("/programmes", "NavProgrammes")]),
        ("AdministrationMachine", [("/admin/operations", "NavOperations"), ("/jobs", "NavJobs"), ("/admin/audit", "NavAudit")]),
    ];

    /// <summary>True for the entry that the page shown stands under: the longest one that its path begins with.</summary>
    public static bool IsCurrent(string path, PathString here, string role) =>
        here.StartsWithSegments(path) && !For(role).Any(entry => entry.Path.Length > path.Length && here.StartsWithSegments(entry.Path));
}
