using System.Collections.Concurrent;
using SmartRecruiting.Schooling.Statistics;

namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>What was read of the figures, by place and kind.</summary>
internal sealed record FigureRows(
    ILookup<(Guid Scope, FigureKind Kind), FigureLine> Lines, IReadOnlyDictionary<int, Counts> Months, IReadOnlyDictionary<string, KnownName> Names,
    (IReadOnlyList<CompanyDomain> Domains, IReadOnlyDictionary<string, string> Main) CompanyDomains);

/// <summary>A domain, with the companies that recruit in it and their offers this year.</summary>
internal sealed record CompanyDomain(string Domain, int Companies, int Offers)
{
    /// <summary>All domains, most offers first, and each company's main one.</summary>
    /// <param name="lines">By company and domain, most offers first.</param>
    public static (IReadOnlyList<CompanyDomain> Domains, IReadOnlyDictionary<string, string> Main) Of(IEnumerable<FigureLine> lines)
    {
        var (domains, main) = (new Dictionary<string, CompanyDomain>(), new Dictionary<string, string>());
        foreach (var line in lines)
        {
            var space = line.Key.IndexOf(' ', StringComparison.Ordinal);
            var domain = line.Key[(space + 1)..];
            main.TryAdd(line.Key[..space], domain);
            var (_, companies, offers) = domains.GetValueOrDefault(domain) ?? new CompanyDomain(domain, 0, 0);
            if (line.Now.Offers > 0) domains[domain] = new CompanyDomain(domain, companies + 1, offers + line.Now.Offers);
        }
        return ([.. domains.Values.OrderByDescending(d => d.Offers).ThenBy(d => d.Domain, StringComparer.Ordinal)], main);
    }
}

/// <summary>
/// What was read lately. A university with thousands of companies has tens of thousands of figures a year; they stay what they are until the
/// next count that changes one, so nobody reads them twice in between.
/// </summary>
internal sealed class RecentFigures
{
    // Each may take some megabytes.
    private const int Most = 50;

    private Kept kept = new(Guid.Empty);

    /// <summary>What was read of this state of the figures, or is read now.</summary>
    /// <param name="snapshot">The state; what was kept of an older one goes.</param>
    /// <param name="key">Everything else that the reading depends on.</param>
    /// <param name="read">Reads it.</param>
    public async Task<FigureRows> GetAsync(Guid snapshot, object key, Func<Task<FigureRows>> read)
    {
        var current = kept;
        if (current.Snapshot != snapshot || current.Rows.Count > Most) kept = current = new Kept(snapshot);
        if (current.Rows.TryGetValue(key, out var known)) return known;
        var rows = await read();
        current.Rows[key] = rows;
        return rows;
    }

    private sealed record Kept(Guid Snapshot)
    {
        public ConcurrentDictionary<object, FigureRows> Rows { get; } = new();
    }
}
