using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Csv;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Skills;

/// <summary>The skills that are looked for in texts, built in and corrected. The file has the corrections only, in the columns that the import reads.</summary>
internal sealed class IndexModel(MatchingDb db) : PageModel
{
    /// <summary>Other names shown for a skill.</summary>
    public const int MostAliases = 3;

    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "family")]
    public string? Family { get; set; }

    [BindProperty(SupportsGet = true, Name = "corrected")]
    public bool Corrected { get; set; }

    public Slice<Row> List { get; private set; } = new();

    public bool HasCorrections { get; private set; }

    public bool IsFiltered => Query.Words is { Length: > 0 } || Family is not null || Corrected;

    public static IReadOnlyList<string> Families => LexiconStore.Families;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!Families.Contains(Family)) Family = null;
        var corrections = await db.Corrections.AsNoTracking().OrderBy(c => c.SkillId).ToListAsync(cancellation);
        if (Query.WantsCsv) return await FileAsync(corrections, cancellation);
        HasCorrections = corrections.Count > 0;
        var byId = corrections.ToDictionary(c => c.SkillId, StringComparer.Ordinal);
        var words = TextAnalyzer.Fold(Query.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var builtIn = LexiconStore.BuiltIn.Entries.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var rows = LexiconStore.BuiltIn.Entries.Where(e => !byId.ContainsKey(e.Id)).Select(e => new Row(e, SkillState.BuiltIn, null))
            .Concat(corrections.Select(c => new Row(c.ToEntry(), c.IsHidden ? SkillState.Hidden : builtIn.Contains(c.SkillId) ? SkillState.Corrected : SkillState.Added, c)))
            .Where(r => (Family is null || r.Skill.Family == Family) && (!Corrected || r.Correction is not null))
            .Where(r => words.Length == 0 || Array.TrueForAll(words, TextAnalyzer.Fold(string.Join(' ', r.Skill.Names)).Contains))
            .ToList();
        var pages = Math.Max(1, (rows.Count + SliceExtensions.PageSize - 1) / SliceExtensions.PageSize);
        var (page, sort) = (Math.Clamp(Query.Page, 1, pages), Sorted(Query.Sort));
        List = new Slice<Row>([.. Order(rows, sort).Skip((page - 1) * SliceExtensions.PageSize).Take(SliceExtensions.PageSize)], rows.Count, page, SliceExtensions.PageSize, sort);
        return Page();
    }

    private static string Sorted(string? sort) => sort?.TrimStart('-') is "Name" or "Family" or "At" ? sort : "Name";

    private static IEnumerable<Row> Order(List<Row> rows, string sort)
    {
        Func<Row, string> key = sort.TrimStart('-') switch
        {
            "Family" => r => r.Skill.Family,
            "At" => r => r.Correction?.At.ToString("O", CultureInfo.InvariantCulture) ?? "",
            _ => r => r.Name,
        };
        return (sort.StartsWith('-') ? rows.OrderByDescending(key, StringComparer.CurrentCultureIgnoreCase) : rows.OrderBy(key, StringComparer.CurrentCultureIgnoreCase))
            .ThenBy(r => r.Name, StringComparer.CurrentCultureIgnoreCase);
    }

    private static async Task<FileContentResult> FileAsync(List<Correction> corrections, CancellationToken cancellation)
    {
        await using var file = new StringWriter(CultureInfo.InvariantCulture);
        await CsvOutput.WriteAsync(
            file, [.. ImportSkills.Columns, "author", "at"],
            corrections.Select(c => (IEnumerable<object?>)[c.SkillId, c.French, c.English, c.Family, c.Aliases, c.Context, c.IsHidden ? "yes" : "", c.Author, c.At]),
            cancellation);
        // The mark at the start has spreadsheets read the accents right.
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(file.ToString())];
        return new FileContentResult(bytes, "text/csv; charset=utf-8") { FileDownloadName = "skills.csv" };
    }

    /// <summary>A skill, and what was said of it.</summary>
    internal sealed record Row(SkillEntry Skill, SkillState State, Correction? Correction)
    {
        public string Name => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? Skill.English : Skill.French;

        public string OtherNames => string.Join(", ", Skill.Names.Where(n => n != Name).Distinct().Take(MostAliases));
    }

    internal enum SkillState
    {
        BuiltIn,
        Corrected,
        Added,
        Hidden,
    }
}
