using System.Globalization;

namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>Writes values as readers read them; the same words on a screen, in a file and in a report.</summary>
internal static class Cells
{
    // A hundredth either way is no movement that anybody could act on.
    private const double Stable = 0.005;

    /// <summary>Figures about fewer students than this could point at somebody.</summary>
    public const int FewestStudents = 5;

    public static StatCell Of(string text) => new(text);

    public static StatCell Count(int count) => new(count.ToString("N0", CultureInfo.CurrentCulture), count);

    /// <summary>« 1 offre », « 12 offres »: for a sentence.</summary>
    public static string Offers(int count) => Say(count == 1 ? "OffersOne" : "OffersMany", Count(count).Text);

    /// <summary>A count of what students did, hidden when it is small.</summary>
    public static StatCell CountOfStudents(int count) => count is > 0 and < FewestStudents ? new($"<{FewestStudents}") : Count(count);

    /// <summary>A part of a whole; a dash when there is no whole.</summary>
    public static StatCell Share(int part, int whole) => whole == 0 ? new("–") : Share((double)part / whole);

    public static StatCell Share(double share) => new(Percent(share), share);

    /// <summary>Growth from one year to the next; "new" and "gone" in place of an infinity.</summary>
    public static StatCell Movement(int now, int before)
    {
        if (now == 0 && before == 0) return new("–");
        if (before == 0) return new(Text.Get("MovementNew"));
        if (now == 0) return new(Text.Get("MovementGone"), -1);
        var growth = ((double)now / before) - 1;
        return new(Math.Abs(growth) < Stable ? Text.Get("MovementStable") : (growth > 0 ? "+" : "−") + Percent(Math.Abs(growth)), growth);
    }

    /// <summary>« ▲ » for a rise, « ▼ » for a fall; empty where nothing moves or nothing can be compared.</summary>
    public static string Arrow(StatCell movement) => movement.Value switch { >= Stable => "▲", <= -Stable => "▼", _ => "" };

    /// <summary>A movement as it is read where no style sheet puts its arrow.</summary>
    public static string WithArrow(StatCell movement) => Arrow(movement) is { Length: > 0 } arrow ? $"{arrow}\u00a0{movement.Text}" : movement.Text;

    /// <summary>The classes of a heading on a page; one that is one word, as a year, does not break at its hyphen.</summary>
    public static string ClassOf(StatColumn column) =>
        (column.Format is StatFormat.Text ? "" : "num") + (column.Name.Contains(' ', StringComparison.Ordinal) ? "" : " word");

    /// <summary>The classes of a cell on a page: numbers stand to the right, movements have an arrow before them.</summary>
    public static string? ClassOf(StatColumn column, StatCell cell) => column.Format switch
    {
        StatFormat.Text => null,
        StatFormat.Movement => Arrow(cell) switch { "▲" => "num up", "▼" => "num down", _ => "num" },
        _ => "num",
    };

    /// <summary>The mean of so many hours over so many things, in days.</summary>
    public static StatCell Days(long hours, int things)
    {
        if (things == 0) return new("–");
        var days = Math.Round(hours / 24.0 / things, 1);
        return new(days.ToString("N1", CultureInfo.CurrentCulture), days);
    }

    /// <summary>« 25 % » in French, "25%" in English.</summary>
    public static string Percent(double share) =>
        (share * 100).ToString("N0", CultureInfo.CurrentCulture) + (CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "fr" ? "\u00a0%" : "%");

    /// <summary>A text of the module with its places filled in.</summary>
    public static string Say(string key, params object?[] values) => string.Format(CultureInfo.CurrentCulture, Text.Get(key), values);
}
