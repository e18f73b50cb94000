using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartRecruiting.Recruiting.Offers.Reading;

/// <summary>Reads when the work begins and ends.</summary>
internal static partial class OfferDates
{
    private static readonly string[] Months = ["janv", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec"];
    private static readonly string[] EnglishMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static (IReadOnlyList<(object? Value, string Words)> Starts, IReadOnlyList<(object? Value, string Words)> Ends) Read(string text, DateOnly today)
    {
        var (starts, ends) = (new List<(object?, string)>(), new List<(object?, string)>());
        var rest = text.ToCharArray();
        foreach (Match m in Range().Matches(text))
        {
            if (Applying().IsMatch(Sentence(text, m.Index))) continue;
            Array.Fill(rest, '\n', m.Index, m.Length);
            var last = Day(m, "b", today, end: true);
            // « de mars à août 2027 »: the year of the one is that of the other.
            var year = m.Groups["ay"].Success || last is null || !m.Groups["by"].Success ? (int?)null : last.Value.Year;
            var first = Day(m, "a", today, end: false, year);
            if (first > last && year is not null) first = first.Value.AddYears(-1);
            if (last < first && !m.Groups["by"].Success) last = Day(m, "b", today, end: true, first.Value.Year + 1);
            if (first is null || last is null || last < first || first < today)
            {
                starts.Add((null, m.Value));
                ends.Add((null, m.Value));
                continue;
            }
            starts.Add((first, m.Value));
            ends.Add((last, m.Value));
        }
        var without = new string(rest);
        foreach (Match m in Start().Matches(without))
        {
            if (Applying().IsMatch(Sentence(without, m.Index))) continue;
            var day = m.Groups["part"].Value is "mi" or "fin" or "mid" or "end" or "late" or "courant" ? null : Day(m, "a", today, end: false);
            starts.Add((day < today ? null : day, m.Value));
        }
        foreach (Match m in End().Matches(without))
        {
            if (Applying().IsMatch(Sentence(without, m.Index))) continue;
            var day = m.Groups["part"].Value is "mi" or "mid" or "début" or "early" ? null : Day(m, "a", today, end: true);
            ends.Add((day < today ? null : day, m.Value));
        }
        return (starts, ends);
    }

    // What stands before in the same sentence.
    private static string Sentence(string text, int at)
    {
        var from = at == 0 ? -1 : text.LastIndexOfAny(['.', '!', '?', '\n', ';'], at - 1);
        return text[(from + 1)..at];
    }

    // The day meant; the first or the last one of a month that stands alone. A day without a year is the next one.
    private static DateOnly? Day(Match m, string which, DateOnly today, bool end, int? year = null)
    {
        var (day, month) = (m.Groups[which + "d"], m.Groups[which + "m"]);
        var said = m.Groups[which + "y"] is { Success: true, Value: var digits } ? int.Parse(digits.Length == 2 ? "20" + digits : digits, CultureInfo.InvariantCulture) : year;
        var number = month.Success ? MonthOf(month.Value) : int.Parse(m.Groups[which + "n"].Value, CultureInfo.InvariantCulture);
        if (number is < 1 or > 12) return null;
        var dayOfMonth = day.Success ? int.Parse(day.Value, CultureInfo.InvariantCulture) : (int?)null;
        for (var y = said ?? today.Year; y <= (said ?? today.Year + 1); y++)
        {
            if (dayOfMonth is < 1 || dayOfMonth > DateTime.DaysInMonth(y, number)) return null;
            var date = new DateOnly(y, number, dayOfMonth ?? (end ? DateTime.DaysInMonth(y, number) : 1));
            if (said is not null || date >= today) return date;
        }
        return null;
    }

    private static int MonthOf(string name)
    {
        var folded = Kernel.Text.Fold.Text(name);
        var french = Array.FindIndex(Months, m => folded.StartsWith(m, StringComparison.Ordinal));
        return (french >= 0 ? french : Array.FindIndex(EnglishMonths, m => folded.StartsWith(m, StringComparison.Ordinal))) + 1;
    }

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Name = @"(?:janvier|janv\.?|février|fevrier|févr?\.?|mars|avril|avr\.?|mai|juin|juillet|juil\.?|août|aout|septembre|sept\.?|octobre|oct\.?|novembre|nov\.?|décembre|decembre|déc\.?|january|february|march|april|may|june|july|august|september|october|november|december)(?!\p{L})";

    // « 1er mars 2027 », « 01/03/2027 », « 2027-03-01 », « March 1, 2027 », « mars 2027 », « mars ».
    private const string DateA = $@"(?:(?<ay>20\d\d)-(?<an>\d\d)-(?<ad>\d\d)|(?<ad>\d{{1,2}})[/.](?<an>\d{{1,2}})[/.](?<ay>20\d\d|\d\d)(?!\d)|(?<ad>\d{{1,2}})(?:er|st|nd|rd|th)? (?:of )?(?<am>{Name})(?:,? (?<ay>20\d\d))?|(?<am>{Name}) (?<ad>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?<ay>20\d\d))?|(?<am>{Name})(?: (?<ay>20\d\d))?)";
    private const string DateB = $@"(?:(?<by>20\d\d)-(?<bn>\d\d)-(?<bd>\d\d)|(?<bd>\d{{1,2}})[/.](?<bn>\d{{1,2}})[/.](?<by>20\d\d|\d\d)(?!\d)|(?<bd>\d{{1,2}})(?:er|st|nd|rd|th)? (?:of )?(?<bm>{Name})(?:,? (?<by>20\d\d))?|(?<bm>{Name}) (?<bd>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?<by>20\d\d))?|(?<bm>{Name})(?: (?<by>20\d\d))?)";

    [GeneratedRegex($@"(?<!\p{{L}})(?:de |d'|du |from |le )(?:début |the )?{DateA} ?(?:à fin|jusqu'à fin|à|au|jusqu'au|jusqu'en|jusqu'à|to the end of|to|until|till|through|-|–) ?(?:the )?{DateB}", Plain)]
    private static partial Regex Range();

    [GeneratedRegex($@"(?<!\p{{L}})(?:à partir (?:du|de|d')|à compter (?:du|de|d')|dès (?:le )?|(?:date de )?(?:début|démarrage|debut)(?: du stage| de l'alternance| du contrat)?(?: prévue?| souhaitée?)?(?: ?: ?| le | en | au | : ?| )|(?:commence|débute|démarre)(?:ra|r|nt)?(?: ?:| le| en| au| dès)? |starting (?:date|from|on|in)?:?|start(?:s|ing)? date ?:|starts? (?:on |in )?|as of|from|beginning (?:in |on )?|available from) ?(?:le |the )?(?:(?<part>début|mi|fin|courant|mid|early|late|end)[ -](?:of )?)?{DateA}", Plain)]
    private static partial Regex Start();

    [GeneratedRegex($@"(?<!\p{{L}})(?:jusqu'(?:au|en|à|à la)|(?:date de )?fin(?: du stage| du contrat| prévue)? ?(?::|le|en|prévue le|prévue en)|(?:se )?termin(?:e|era|ant) (?:le|en)|until|till|through|ending (?:on|in)?|ends (?:on|in)?|end date ?:) ?(?:le |the )?(?:(?<part>début|mi|fin|mid|early|late|end)[ -](?:of )?)?{DateA}", Plain)]
    private static partial Regex End();

    [GeneratedRegex(@"candidat|postul|inscri|dossier|réponse avant|entretien|apply|application|interview|deadline", Plain)]
    private static partial Regex Applying();
}
