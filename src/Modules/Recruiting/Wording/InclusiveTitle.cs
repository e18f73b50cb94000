using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartRecruiting.Recruiting.Wording;

/// <summary>
/// Titles that speak of men alone, and what they would read for everybody. Both forms are written out, the feminine first, so that what
/// follows agrees with the nearest: « Développeuse ou développeur web ». Screen readers read it as it stands; a middle dot they do not.
/// </summary>
internal static partial class InclusiveTitle
{
    // « Stage de développeur »: what follows is still the trade that is looked for.
    private static readonly HashSet<string> Wraps = ["stage", "stages", "offre", "poste", "contrat", "alternance", "mission", "emploi", "apprentissage", "recherche", "fonction", "recrutement"];

    private static readonly HashSet<string> Prepositions = ["de", "du", "des", "d", "en", "à", "au", "aux", "pour", "dans", "chez", "avec", "sur", "sous", "par", "auprès", "entre", "vers"];

    // Adjectives as often as trades: « Stage commercial » is a kind of stage.
    private static readonly HashSet<string> AlsoAdjectives = ["commercial", "financier", "hôtelier", "forestier", "saisonnier", "policier", "laitier", "fruitier", "particulier", "hospitalier", "bancaire", "second", "expert"];

    private static readonly HashSet<string> English =
    [
        "and", "of", "the", "for", "in", "with", "at", "intern", "internship", "trainee", "traineeship", "apprenticeship", "engineer", "engineering", "developer", "analyst", "officer", "research", "student",
        "accountant", "sales", "controller",
    ];

    // The same word in both languages; English puts it last.
    private static readonly HashSet<string> InBothLanguages = ["assistant", "consultant", "agent", "expert", "president", "commercial", "client"];

    /// <summary>The title for everybody; null when there is nothing to say about it.</summary>
    public static string? Propose(string? title)
    {
        if (string.IsNullOrWhiteSpace(title) || Inclusive().IsMatch(title)) return null;
        var words = Word().Matches(title).Select(m => new Piece(m.Index, m.Value)).ToList();
        if (SpeaksOfBoth(words) || IsEnglish(words)) return null;
        var spans = Find(title, words);
        if (spans.Count == 0) return null;
        var proposed = title;
        foreach (var (first, last) in Enumerable.Reverse(spans)) proposed = Double(proposed, words, first, last);
        return proposed.Length <= Offers.Offer.TitleMax ? proposed : null;
    }

    // Runs of words that agree with each other: « Assistant administratif ».
    private static List<(int First, int Last)> Find(string title, List<Piece> words)
    {
        var (found, isOpen, hasPerson) = (new List<(int, int)>(), true, false);
        for (var i = 0; i < words.Count; i++)
        {
            var before = i == 0 ? "" : title[words[i - 1].End..words[i].Start];
            var previous = i == 0 ? "" : words[i - 1].Lower;
            var startsAnew = i == 0 || Break().IsMatch(before);
            if (startsAnew) isOpen = true;
            var word = words[i].Lower;
            if (Prepositions.Contains(word))
            {
                isOpen = isOpen && word is "de" or "d" && Wraps.Contains(previous);
                continue;
            }
            var joins = previous is "et" or "ou" && hasPerson && !word.EndsWith('s');
            if (!isOpen && !joins) continue;
            if (joins) isOpen = true;
            if (Feminine.IsForBoth(word))
            {
                hasPerson = true;
                // « Secrétaire médical »: the noun is for both, the adjective is not.
                if (word is not "stagiaire" && IsNext(title, words, i) && Feminine.OfNeighbour(words[i + 1].Lower) is not null && !words[i + 1].Lower.EndsWith('s')) i = Take(i + 1);
                continue;
            }
            if (Feminine.OfTrade(word) is null) continue;
            // « Relation fournisseurs »: many people are rarely those who are looked for, unless the title begins with them.
            if (word.EndsWith('s') && !startsAnew) continue;
            if (AlsoAdjectives.Contains(word) && !startsAnew && previous is not ("un" or "alternance" or "apprenti" or "stagiaire" or "alternant" or "d" or "de" or "et" or "ou")) continue;
            hasPerson = true;
            i = Take(i);
        }
        return found;

        int Take(int first)
        {
            var last = first;
            while (IsNext(title, words, last) && Feminine.OfNeighbour(words[last + 1].Lower) is not null) last++;
            found.Add((first, last));
            return last;
        }
    }

    // Only a space stands between the two.
    private static bool IsNext(string title, List<Piece> words, int at) => at + 1 < words.Count && title[words[at].End..words[at + 1].Start] is " ";

    private static string Double(string title, List<Piece> words, int first, int last)
    {
        var masculine = title[words[first].Start..words[last].End];
        var feminine = masculine;
        for (var i = last; i >= first; i--)
        {
            var at = words[i].Start - words[first].Start;
            feminine = feminine[..at] + Like(words[i].Text, Feminine.OfNeighbour(words[i].Lower)!) + feminine[(at + words[i].Text.Length)..];
        }
        var isLoud = IsLoud(masculine);
        var (or, start, article) = (isLoud ? " OU " : " ou ", words[first].Start, "");
        if (first > 0 && words[first - 1].Lower is "un")
        {
            start = words[first - 1].Start;
            (feminine, article) = (words[first - 1].Text + (isLoud ? "E " : "e ") + feminine, "un ");
        }
        else if (first > 0 && words[first - 1].Lower is "d") article = title[words[first - 1].Start..words[first].Start];
        var second = isLoud ? masculine : char.ToLower(masculine[0], CultureInfo.InvariantCulture) + masculine[1..];
        return title[..start] + feminine + or + article + second + title[words[last].End..];
    }

    private static string Like(string model, string word) =>
        IsLoud(model) ? word.ToUpperInvariant()
        : char.IsUpper(model[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;

    private static bool IsLoud(string text) => text.Length > 1 && !text.Any(char.IsLower);

    private static bool SpeaksOfBoth(List<Piece> words)
    {
        var all = words.Select(w => w.Lower).ToHashSet();
        return all.Any(word => Feminine.OfTrade(word) is { } feminine && all.Contains(feminine));
    }

    private static bool IsEnglish(List<Piece> words)
    {
        var all = words.ConvertAll(w => w.Lower);
        if (all.Count == 0) return true;
        var french = all.Count(w => w is "de" or "du" or "des" or "d" or "en" or "et" or "à" or "stage" or "alternance" or "apprenti" || w.Any(c => c is 'é' or 'è' or 'ê' or 'à' or 'ç'));
        if (french > 0) return false;
        if (all.Exists(English.Contains)) return true;
        return all.Count > 1 && InBothLanguages.Contains(all[^1]) && Feminine.OfTrade(all[^2]) is null
            && all[^2] is not ("stagiaire" or "alternant" or "un" or "poste");
    }

    private sealed record Piece(int Start, string Text)
    {
        public int End => Start + Text.Length;

        public string Lower { get; } = Text.ToLower(CultureInfo.InvariantCulture);
    }

    // Words with their hyphens; « d'études » is two.
    [GeneratedRegex(@"[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[:,;()\[\]|/–—]|\s-\s|^-\s")]
    private static partial Regex Break();

    [GeneratedRegex("""
        (?i)\b(?:[hm]\s*[/|.,–-]\s*[fw]|[fw]\s*[/|.,–-]\s*[hm])\b
        |[·•‧∙]
        |\p{L}\(\p{L}{1,5}\)
        |\p{L}\s\((?:e|eur|euse|trice|ne|ère|se)\)
        |\p{L}[./-](?:e|es|ne|nes|se|ses|euse|euses|trice|trices|rice|rices|ère|ères|fe|fes|ive|ives|te|tes|ale|elle)\b
        |(?-i:\p{Ll}E\b)
        |\b(?:femmes?|hommes?)\s*(?:et|ou|/)\s*(?:femmes?|hommes?)\b
        |\btous(?:\sles)?\sgenres\b
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Inclusive();
}
