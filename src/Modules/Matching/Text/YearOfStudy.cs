using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartRecruiting.Matching.Engine;

/// <summary>A year of study that a text asks for.</summary>
/// <param name="Year">After the baccalauréat, 1 to 8.</param>
/// <param name="Words">What it was read from, as it stands in the text.</param>
internal readonly record struct YearFound(int Year, string Words);

/// <summary>
/// Reads the year of study that an offer asks for, in French and English, by rules: the surest kind of words that the text has
/// decides (a year by name, « bac+N », what the internship is for, a diploma alone), and of several years of one kind the highest,
/// since who takes « M1 ou M2 » plans for the M2. A year of a school of three years behind two years of preparation counts from
/// those: the third of an « école d'ingénieur » or « de commerce » is the fifth; its fourth and fifth are counted from the
/// baccalauréat already. A diploma without a year stands for its last one. What is ambiguous says nothing.
/// </summary>
internal static partial class YearOfStudy
{
    // As far as the analyser reads.
    private const int MostCharacters = 40_000;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Diploma =
        @"(?:doctora[tl]\w*|these|phd|masters?|msc|mastere|ecoles?|ingenieurs?|engineering|grande ecole|business school|licences?|bachelors?|undergraduate|but|iut|bts|dut|prepa)\b";

    private const string Ordinal =
        @"(?:1\s?(?:er|re|ere|st)|2\s?(?:e|de|nde?|d|eme|ieme)|3\s?(?:e|eme|ieme|rd)|[45]\s?(?:e|eme|ieme|th|°)|premiere|deuxieme|seconde?|troisieme|quatrieme|cinquieme|avant[- ]derniere|derniere|first|third|fourth|fifth|penultimate|final)";

    // What tells a year of study from any other year: « la deuxième année d'existence ».
    private const string Student = @"(?:\ben|\bniveau|\betudiant\w*|\beleves?|\bapprenti\w*|\bstagiaires?|\bstudents?|\bprofil|\byour|\btheir)\b";
    private const string Study = @"(?:d'etudes?\b|d'universite|universitaire|students?\b|of (?:your |their )?(?:studies|study|degree)|de (?:votre |ta |la |leur )?(?:formation|cursus|cycle|scolarite)\b)";

    // Not further than the clause.
    private const string Near = @"[^.;:!?\n]{0,30}?";

    /// <summary>The year a text asks for; null when it says nothing of it. Any text; the first 40,000 characters are read.</summary>
    public static YearFound? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var source = WithoutMarks(text.Length <= MostCharacters ? text : text[..MostCharacters]);
        var folded = string.Create(source.Length, source, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = Fold(from[i]);
        });
        return Best(source, Grades().Matches(folded), m => m.Groups["between"].Success ? 4 : GradeOf(m, source))
            ?? Best(source, Years().Matches(folded), YearOf)
            ?? Best(source, Bac().Matches(folded), m => Highest(m.Groups["n"]))
            ?? Best(source, Purposes().Matches(folded), PurposeOf)
            ?? Best(source, Diplomas().Matches(folded), m => IsWord(m.Value, m, source) ? null : LastOf(m.Groups["d"].Value));
    }

    private static YearFound? Best(string source, MatchCollection matches, Func<Match, int?> yearOf)
    {
        YearFound? best = null;
        foreach (Match match in matches)
        {
            if (yearOf(match) is { } year && !(best?.Year >= year)) best = new YearFound(year, source.Substring(match.Index, match.Length).Trim());
        }
        return best;
    }

    private static int? Highest(Group numbers) => numbers.Captures.Max(c => int.Parse(c.ValueSpan, CultureInfo.InvariantCulture));

    // « M2 », « L3 », « BUT 2 », « Master 1 »: as capitals, where the letters are a word or a unit too (« 50 m2 », « dans le but 2 »).
    private static int? GradeOf(Match match, string source)
    {
        var diploma = match.Groups["d"].Value;
        if (diploma is "m" or "l" && source[match.Groups["d"].Index] is 'm' or 'l' && !match.Groups["in"].Success) return null;
        if (IsWord(diploma, match, source)) return null;
        var number = Highest(match.Groups["n"])!.Value;
        return diploma[0] is 'm' ? (number <= 2 ? number + 3 : null) : diploma is "bts" or "dut" && number > 2 ? null : number;
    }

    private static int? YearOf(Match match)
    {
        var (before, after) = (match.Groups["before"], match.Groups["after"]);
        var diploma = after.Success ? after.Value : before.Value;
        if (diploma.Length == 0 && !match.Groups["student"].Success && !match.Groups["study"].Success) return null;
        var ordinal = match.Groups["o"].Value;
        var number = ordinal[0] switch
        {
            '1' => 1,
            '2' => 2,
            '3' => 3,
            '4' => 4,
            '5' => 5,
            _ => ordinal switch
            {
                "premiere" or "first" => 1,
                "deuxieme" or "seconde" or "second" => 2,
                "troisieme" or "third" => 3,
                "quatrieme" or "fourth" => 4,
                "cinquieme" or "fifth" => 5,
                "derniere" or "final" => 0,
                _ => -1,
            },
        };
        var last = diploma.Length == 0 ? 5 : LastOf(diploma);
        if (number <= 0) return last + number;
        return diploma switch
        {
            _ when diploma.StartsWith("doctora", StringComparison.Ordinal) => Math.Min(8, 5 + number),
            "these" or "phd" => Math.Min(8, 5 + number),
            _ when IsMaster(diploma) => number <= 2 ? 3 + number : number,
            _ when IsSchool(diploma) => number <= 3 ? number + 2 : number,
            _ => number,
        };
    }

    private static int? PurposeOf(Match match) => match switch
    {
        _ when match.Groups["gap"].Success => 4,
        _ when match.Groups["d"].Success => LastOf(match.Groups["d"].Value),
        _ => 5,
    };

    private static int LastOf(string diploma) => diploma switch
    {
        "bts" or "dut" or "deust" or "prepa" => 2,
        _ when diploma.StartsWith("licence", StringComparison.Ordinal) || diploma.StartsWith("bachelor", StringComparison.Ordinal) => 3,
        "but" or "iut" or "undergraduate" => 3,
        "these" or "phd" => 8,
        _ when diploma.StartsWith("doctora", StringComparison.Ordinal) => 8,
        _ => 5,
    };

    private static bool IsMaster(string diploma) => diploma is "master" or "masters" or "msc" or "mastere";

    private static bool IsSchool(string diploma) => diploma is "engineering" or "grande ecole" or "business school" || diploma.StartsWith("ecole", StringComparison.Ordinal) || diploma.StartsWith("ingenieur", StringComparison.Ordinal);

    // The common word « but » (goal) is no diploma.
    private static bool IsWord(string diploma, Match match, string source) =>
        diploma.StartsWith("but", StringComparison.Ordinal) && source[match.Groups["d"].Index] != 'B';

    // One character for one, so that a place in the folded text is the same place in the text.
    private static char Fold(char c) => char.ToLowerInvariant(c) switch
    {
        'à' or 'â' or 'ä' or 'á' => 'a',
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'î' or 'ï' or 'í' => 'i',
        'ô' or 'ö' or 'ó' => 'o',
        'û' or 'ù' or 'ü' or 'ú' => 'u',
        'ç' => 'c',
        '’' or 'ʼ' or '`' => '\'',
        '‑' or '–' or '—' => '-',
        '\u00A0' or '\u202F' or '\t' => ' ',
        var other => other,
    };

    // A text from some systems carries its accents as characters of their own.
    private static string WithoutMarks(string text) =>
        text.AsSpan().ContainsAnyInRange('\u0300', '\u036F') ? string.Concat(text.Where(c => c is < '\u0300' or > '\u036F')) : text;

    [GeneratedRegex(
        @"(?<between>\bentre\s+(?:le\s+|la\s+|votre\s+)?(?:m\s?1|master\s?1|4e annee)\s+et\s+(?:le\s+|la\s+|votre\s+)?(?:m\s?2|master\s?2|5e annee)\b)" +
        @"|(?:(?<=\b(?<in>en|niveau|ou|et|annee)\s+)|)(?<!\b(?:apple|mac|macbook|puces?|air|autoroute|ligne|support|couches?|layer|switchs?|reseaux?|cache|\d)\s?(?:l[1-3]\s?/\s?)?)" +
        @"\b(?<d>m|masters?|msc|mastere|l|licence|bachelor|but|bts|dut)\s?-?\s?(?<n>[1-3])(?:\s?(?:/|\bou\b)\s?(?<n>[1-3]))?\b(?!\s?(?:mois|ans?|semaines?|jours?|postes?|places?|[.,]\d))", Options)]
    private static partial Regex Grades();

    [GeneratedRegex(
        $@"(?:(?:(?<before>\b{Diploma})|(?<student>{Student})){Near}){{0,2}}\b(?<o>{Ordinal})[\s-]+(?:annee|year)s?\b(?!\s+(?:consecutive|d'existence|d'experience|of operation|in a row))"
        + $@"(?:\s+(?<study>{Study}))?(?:{Near}\b(?<after>{Diploma}))?", Options)]
    private static partial Regex Years();

    [GeneratedRegex(
        @"\bbac\s?(?:\+|plus\b)\s?(?<n>[1-8])(?:\s?(?:/|-|\bou\b|\ba\b|\bet\b|\bto\b|\bor\b)\s?(?:bac\s?)?\+?\s?(?<n>[1-8]))?(?!\d|\s?(?:mois|ans?\b|annees?|semaines?|jours?))", Options)]
    private static partial Regex Bac();

    [GeneratedRegex(
        $@"(?<gap>\bcesure\b|\bgap year\b)|(?:\bfin d'etudes?\b|\bfin de (?:cursus|cycle|scolarite)\b|\bend[- ]of[- ]stud(?:y|ies)\b)(?:{Near}\b(?<d>but|bts|dut|licence|bachelor)\b)?"
        + @"|\bpfe\b|\bfinal[- ]year\b|\bgraduation (?:project|internship)\b|\b(?<d>master|msc|bachelor|phd)(?:'?s)?[- ]thesis\b|\bmemoire de (?<d>master|licence)\b", Options)]
    private static partial Regex Purposes();

    [GeneratedRegex(@"\b(?:(?<d>bts|dut|deust|but)\b|(?<d>licence) pro(?:fessionnelle)?\b|(?:en|niveau|ou)\s+(?<d>master)\b|(?:en|niveau)\s+(?<d>licence)\b(?! pro))", Options)]
    private static partial Regex Diplomas();
}
