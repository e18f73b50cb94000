using System.Collections.Concurrent;
using SmartRecruiting.Schooling.Statistics;

namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>What was read of the figures, by place and kind.</summary>
internal sealed record FigureRows(
    ILookup<(Guid Scope, FigureKind Kind), FigureLine> Lines, IReadOnlyDictionary<int, Counts> Months, IReadOnlyDictionary<string, KnownName> Names,
    (IReadOnlyList<CompanyDomain> Domains, IReadOnlyDictionary<string, string> Main) CompanyDomains);

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
