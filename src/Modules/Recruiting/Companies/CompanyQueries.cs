using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Companies;

/// <summary>Finds companies as those who sign up and those who recruit may find them.</summary>
internal static class CompanyQueries
{
    /// <summary>Those that somebody can ask to join.</summary>
    public static IQueryable<Company> WhereActive(this IQueryable<Company> companies) => companies.Where(c =>
        c.Status == CompanyStatus.PendingReview || c.Status == CompanyStatus.NeedsInfo || c.Status == CompanyStatus.Approved
        || c.Status == CompanyStatus.Suspended);

    /// <summary>The active company with this SIRET, or the one that it was merged into.</summary>
    public static async Task<Company?> FindActiveAsync(this RecruitingDb db, Siret siret, CancellationToken cancellation)
    {
        var digits = siret.ToString();
        if (await db.Companies.SingleOrDefaultAsync(c => c.ActiveSiret == digits, cancellation) is { } active) return active;
        var merged = db.Companies.Where(c => c.Siret == siret && c.MergedIntoId != null).Select(c => c.MergedIntoId);
        return await db.Companies.WhereActive().OrderBy(c => c.Id).FirstOrDefaultAsync(c => merged.Contains(c.Id), cancellation);
    }

    /// <summary>The company with this id, or the one that it was merged into; null when neither can be joined.</summary>
    public static async Task<Company?> FindActiveAsync(this RecruitingDb db, Guid id, CancellationToken cancellation)
    {
        var into = await db.Companies.Where(c => c.Id == id).Select(c => c.MergedIntoId).SingleOrDefaultAsync(cancellation) ?? id;
        return await db.Companies.WhereActive().SingleOrDefaultAsync(c => c.Id == into, cancellation);
    }

    public static Task<bool> IsBannedAsync(this RecruitingDb db, Siret siret, CancellationToken cancellation) =>
        db.Companies.AnyAsync(c => c.Siret == siret && c.Status == CompanyStatus.Banned, cancellation);

    /// <summary>Asks for a decision.</summary>
    public static CompanyRequested ToRequest(this Company company, Guid account) =>
        new(company.Id, company.Name, company.Siret?.ToString(), company.Country, account);
}
