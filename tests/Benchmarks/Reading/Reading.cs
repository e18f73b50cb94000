using System.Globalization;

namespace SmartRecruiting.Benchmarks;

/// <summary>
/// Rankings to be read by eye: 30 offers written for this (offers.csv, with the programmes that its author would defend) and 30 drawn from the
/// sets, against the sample university.
/// </summary>
internal static class Reading
{
    private const int Drawn = 15, Shown = 3, Start = 400;

    public static int Run(BenchArguments given, CancellationToken cancellation)
    {
        var sample = new SampleModel(cancellation);
        var (first, among, own, none, rightNone) = (0, 0, 0, 0, 0);
        foreach (var row in BenchResource.Rows("offers.csv"))
        {
            var fits = row["fits"].Split(';', StringSplitOptions.RemoveEmptyEntries);
            var shown = Show(sample, row["id"], row["text"], fits);
            if (fits.Length == 0)
            {
                none++;
                if (shown.Length == 0) rightNone++;
                continue;
            }
            own++;
            if (shown.Take(1).Any(fits.Contains)) first++;
            if (shown.Any(fits.Contains)) among++;
        }
        foreach (var set in new[] { "jobs", "domains" })
        {
            var rows = MatchingSet.RowsOf(Path.Combine(given.Data, set, "test.csv")).ToArray();
            new Random(30).Shuffle(rows);
            foreach (var row in rows.Take(Drawn)) Show(sample, $"{set} {row["id"]}", row["text"], []);
        }
        Console.WriteLine($"own offers: {first} of {own} have a fitting programme first, {among} among the first {Shown}; {rightNone} of {none} that fit nowhere got no match");
        return 0;
    }

    private static string[] Show(SampleModel sample, string id, string text, string[] fits)
    {
        var ranking = sample.Model.Rank(text, Shown, skills: sample.Skills);
        var isMatch = ranking.State is RankingState.Match;
        Console.WriteLine($"── {id}{(fits.Length > 0 ? $" [{string.Join(' ', fits)}]" : "")}");
        Console.WriteLine(text.Length > Start ? text[..Start] + "…" : text);
        if (!isMatch) Console.WriteLine("   no reliable match; would have been:");
        foreach (var item in ranking.Items)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"   {item.Strength,-7}{item.Chance,5:0.00}  {item.Programme.Name} ({item.Programme.Code})  {string.Join(", ", item.Causes.Select(c => c.Term))}"));
        }
        Console.WriteLine();
        return isMatch ? [.. ranking.Items.Select(i => i.Programme.Code)] : [];
    }
}
