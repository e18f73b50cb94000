using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Statistics;

namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>A domain, with the companies that recruit in it and their offers this year; or a company's main domain.</summary>
/// <param name="Company">The company whose main domain this is; empty for a domain of all companies.</param>
internal sealed record CompanyDomain(string Company, string Domain, int Companies, int Offers)
{
    /// <summary>All domains, most offers first, and each company's main one: where it has most offers this year, else in the year before.</summary>
    /// <remarks>
    /// There are tens of thousands of pairs of company and domain, and all that is wanted of them is a row a company: the database adds them
    /// up, by windows that both know, which EF Core has no word for.
    /// </remarks>
    public static async Task<(IReadOnlyList<CompanyDomain> Domains, IReadOnlyDictionary<string, string> Main)> ReadAsync(
        SchoolingDb db, Place place, StatPeriod period, CancellationToken cancellation)
    {
        var ((now, nowLast), (before, beforeLast), part) = (period.Terms, period.TermsBefore, period.PartBefore);
        var beside = place.Level is StatLevel.University ? Figure.Everybody : place.Id;
        var kind = nameof(FigureKind.CompanyDomain);
        var rows = await db.Database.SqlQuery<CompanyDomain>($"""
            WITH sums AS (
                SELECT SUBSTR(`Key`, 1, 36) AS Company, SUBSTR(`Key`, 38) AS Domain, SUM(CASE WHEN Period >= {now} THEN Offers ELSE 0 END) AS Offers, SUM(Offers) AS Total
                FROM schooling_figures
                WHERE ScopeId IN ({place.Id}, {beside}) AND Kind = {kind}
                    AND ((Period >= {now} AND Period <= {nowLast}) OR (Period >= {before} AND Period <= {beforeLast}) OR Period = {part})
                GROUP BY `Key`),
            places AS (SELECT Company, Domain, ROW_NUMBER() OVER (PARTITION BY Company ORDER BY Offers DESC, Total DESC, Domain) AS Place FROM sums)
            SELECT '' AS Company, Domain, COUNT(*) AS Companies, SUM(Offers) AS Offers FROM sums WHERE Offers > 0 GROUP BY Domain
            UNION ALL
            SELECT Company, Domain, 0, 0 FROM places WHERE Place = 1
            """).ToListAsync(cancellation);
        return (
            [.. rows.Where(r => r.Company.Length == 0).OrderByDescending(d => d.Offers).ThenBy(d => d.Domain, StringComparer.Ordinal)],
            rows.Where(r => r.Company.Length > 0).ToDictionary(r => r.Company, r => r.Domain));
    }
}
