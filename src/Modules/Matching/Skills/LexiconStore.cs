using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching.Skills;

/// <summary>The lexicon as this host uses it: the built-in one with the university's corrections over it, looked for each second and after each commit of its own.</summary>
internal sealed class LexiconStore(IServiceScopeFactory scopes) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Freshness freshness = new();
    private SkillLexicon? current;
    private (int Count, int Revisions, DateTime Last) stamp;

    /// <summary>The project's own lexicon.</summary>
    public static SkillLexicon BuiltIn { get; } = SkillLexicon.Load();

    /// <summary>The families of skills, in the order of their keys.</summary>
    public static IReadOnlyList<string> Families { get; } = [.. BuiltIn.Entries.Select(e => e.Family).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The lexicon as it is now; the same object until a correction changes it.</summary>
    public async Task<SkillLexicon> CurrentAsync(CancellationToken cancellation)
    {
        if (!freshness.TakeTurn() && current is { } known) return known;
        await turn.WaitAsync(cancellation);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var corrections = scope.ServiceProvider.GetRequiredService<MatchingDb>().Corrections.AsNoTracking();
            var found = await corrections.GroupBy(c => 1).Select(all => new { Count = all.Count(), Revisions = all.Sum(c => c.Revision), Last = all.Max(c => c.At) }).SingleOrDefaultAsync(cancellation);
            var now = (found?.Count ?? 0, found?.Revisions ?? 0, found?.Last ?? default);
            if (current is null || now != stamp) current = Over(await corrections.OrderBy(c => c.SkillId).ToListAsync(cancellation));
            stamp = now;
            return current;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>To be called after a commit that changes corrections.</summary>
    public void Touch() => freshness.Touch();

    public void Dispose() => turn.Dispose();

    // Corrections come first: where two skills share a name, the first has it.
    private static SkillLexicon Over(List<Correction> corrections)
    {
        if (corrections.Count == 0) return BuiltIn;
        var corrected = corrections.Select(c => c.SkillId).ToHashSet(StringComparer.Ordinal);
        return SkillLexicon.Of([.. corrections.Where(c => !c.IsHidden).Select(c => c.ToEntry()), .. BuiltIn.Entries.Where(e => !corrected.Contains(e.Id))]);
    }
}
