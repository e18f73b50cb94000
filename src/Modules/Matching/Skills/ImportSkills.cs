using SmartRecruiting.Kernel.Csv;

namespace SmartRecruiting.Matching.Skills;

/// <summary>Takes corrections of skills from a file: the one that the editor page exports, or one of the same columns.</summary>
internal sealed class ImportSkills(ChangeLexicon change, LexiconStore lexicons) : IImport
{
    /// <summary>Columns of the file; without an id a row adds a skill, or corrects the one that has its French name.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["id", "fr", "en", "family", "aliases", "context", "hidden"];

    public string Kind => "skills";

    public async Task<ImportReport> ImportAsync(TextReader csv, CancellationToken cancellation)
    {
        var content = await CsvInput.ReadAsync(csv, ["fr", "en", "family"], cancellation);
        var errors = content.Errors.ToList();
        var lexicon = await lexicons.CurrentAsync(cancellation);
        var (added, updated, unchanged) = (0, 0, 0);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in content.Rows)
        {
            var sheet = new SkillSheet
            {
                French = row["fr"], English = row["en"], Family = row["family"], Aliases = row["aliases"], Context = row["context"],
                Hidden = row["hidden"].ToUpperInvariant() is "YES" or "TRUE" or "1" or "OUI",
            };
            var id = row["id"] is { Length: > 0 } given ? given : lexicon.OwnerOf(row["fr"])?.Id;
            var known = id is null ? null : await change.FindAsync(id, cancellation);
            if (id is not null && known is null)
            {
                errors.Add(new ImportError(row.Line, "id", MatchingText.Get("SkillUnknown", id)));
                continue;
            }
            var (problems, taken, changed) = await change.TakeAsync(id, sheet, lexicon, cancellation);
            errors.AddRange(problems.Select(p => new ImportError(row.Line, ColumnOf(p.Field), MatchingText.Get(p.Key, p.Values))));
            if (problems.Count > 0) continue;
            if (!lines.TryAdd(taken, row.Line)) unchanged++;
            else if (!changed) unchanged++;
            else if (known is null) added++;
            else updated++;
        }
        await change.SaveAsync(cancellation);
        return new ImportReport(added, updated, unchanged, [.. errors.OrderBy(e => e.Line)]);
    }

    private static string ColumnOf(string field) => field switch
    {
        nameof(SkillSheet.French) => "fr",
        nameof(SkillSheet.English) => "en",
        _ => field.ToLowerInvariant(),
    };
}
