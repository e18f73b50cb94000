using System.Globalization;
using CsvHelper;
using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Wording;

namespace SmartRecruiting.Recruiting.Tests.Wording;

/// <summary>
/// Titles and phrases that were labelled before there were rules (titles.csv, phrases.csv). The rules were tuned on one half; the other one was
/// only ever measured.
/// </summary>
internal static class WordingSet
{
    public const string Tuning = "tuning", HeldOut = "held-out";

    private const string Innocent = "none";

    /// <summary>A finding is right when the title speaks of men alone.</summary>
    public static Score Titles(string? half)
    {
        var score = new Score();
        foreach (var row in Rows("titles.csv", half))
        {
            score.Count(row["label"] is "masculine", InclusiveTitle.Propose(row["title"]), row["title"]);
        }
        return score;
    }

    /// <summary>A finding is right when the phrase asks for something unlawful, on the ground that it was labelled with.</summary>
    public static Score Phrases(string? half)
    {
        var score = new Score();
        foreach (var row in Rows("phrases.csv", half))
        {
            var kind = Enum.Parse<OfferKind>(row["kind"], ignoreCase: true);
            var found = UnlawfulCriteria.Find(row["phrase"], kind);
            var isUnlawful = row["ground"] is not Innocent;
            var hit = found.FirstOrDefault(c => !isUnlawful || c.Ground.ToString().Equals(row["ground"], StringComparison.OrdinalIgnoreCase));
            score.Count(isUnlawful, hit?.Words, $"{row["ground"]}: {row["phrase"]}");
        }
        return score;
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string name, string? half)
    {
        using var reader = new StreamReader(typeof(WordingSet).Assembly.GetManifestResourceStream(name)!);
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            var row = csv.HeaderRecord!.ToDictionary(column => column, column => csv.GetField(column)!);
            if (half is null || row["half"] == half) yield return row;
        }
    }
}

/// <summary>How often a finder is right (precision), and how much of what is there it finds (recall).</summary>
internal sealed class Score
{
    private int right, wanted;

    public int Rows { get; private set; }

    public List<string> Wrong { get; } = [];

    public List<string> Missed { get; } = [];

    public double Precision => right / (double)Math.Max(1, right + Wrong.Count);

    public double Recall => right / (double)Math.Max(1, wanted);

    public void Count(bool isWanted, string? found, string text)
    {
        Rows++;
        if (isWanted) wanted++;
        if (isWanted && found is not null) right++;
        else if (isWanted) Missed.Add(text);
        else if (found is not null) Wrong.Add($"{text} → {found}");
    }
}
