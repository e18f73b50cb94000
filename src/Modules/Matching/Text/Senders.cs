using System.Buffers;

namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Finds the words of a text that say who writes and where, not what is sought: names of people, towns and companies, and what a
/// recruitment agency says of itself. Another name must not move a ranking, and an agency's trade is not the post's.
/// </summary>
internal static class Senders
{
    // Behind these a capital begins a name, even one that is a word of some trade: « chez Maçonnerie Gilardi ».
    private static readonly HashSet<ulong> Before = Keys("a chez par monsieur madame mr mme");

    // Before these stands who recruits.
    private static readonly HashSet<ulong> Behind = Keys("recherche recrute cherche accueille propose");

    // Inside a name of several words.
    private static readonly HashSet<ulong> Links = Keys("de du des la le les l d aux et");

    private static readonly SearchValues<char> Ends = SearchValues.Create(".,;:!?()\n\r•");

    private const int LongestName = 8, LongestGap = 5;

    private static readonly ulong[][] Agencies =
    [
        Phrase("cabinet de recrutement"), Phrase("agence de recrutement"), Phrase("agence d emploi"), Phrase("agence d interim"), Phrase("agence interim"),
        Phrase("travail temporaire"), Phrase("conseil en recrutement"), Phrase("recrutement et interim"), Phrase("solutions rh"),
    ];

    // Stems, so that plural and feminine are included.
    private static readonly HashSet<ulong> AgencyTalk = Stems(
        "cabinet agence recrutement recrutements recruter recruteur interim interimaire temporaire placement rh ressources humaines client consultant talent candidat carriere");

    /// <summary>For each token whether it only says who writes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isKnown">Whether a stem is a word of the catalogue or of past offers; such a one is no name for its capital alone.</param>
    public static bool[] Find(AnalysedText text, Func<ulong, bool> isKnown)
    {
        var found = new bool[text.Tokens.Length];
        for (var i = 0; i < found.Length; i++)
        {
            if (Behind.Contains(text.Tokens[i].Word)) MarkBackwards(text, i, found);
            if (found[i] || !HasCapital(text, text.Tokens[i])) continue;
            if (i > 0 && Before.Contains(text.Tokens[i - 1].Word) && IsNear(text, i - 1, i)) MarkForwards(text, i, found);
            else if (IsInside(text, text.Tokens[i]) && !isKnown(text.Tokens[i].Stem)) found[i] = true;
        }
        MarkAgency(text, found);
        return found;
    }

    /// <summary>True for a capital that begins no sentence: the sign of a name.</summary>
    public static bool IsNameLike(AnalysedText text, in Token token) => HasCapital(text, token) && IsInside(text, token);

    // One capital only: « SQL » and a title in capitals are no names.
    private static bool HasCapital(AnalysedText text, in Token token) =>
        token.Length > 1 && char.IsUpper(text.Source[token.Start]) && char.IsLower(text.Source[token.Start + 1]);

    private static bool IsInside(AnalysedText text, in Token token)
    {
        var before = token.Start - 1;
        if (before >= 0 && text.Source[before] is '-' or '\'' or '’') return true;
        while (before >= 0 && text.Source[before] is ' ' or '\u00a0') before--;
        return before >= 0 && (char.IsLetterOrDigit(text.Source[before]) || text.Source[before] is ',' or '&' or '(');
    }

    // « Saint-Martin-d’Hères », « Quercil & Fils »: no end of a sentence between two words of one name.
    private static bool IsNear(AnalysedText text, int one, int next)
    {
        var gap = text.Source.AsSpan(text.Tokens[one].End, text.Tokens[next].Start - text.Tokens[one].End);
        return gap.Length <= 4 && !gap.ContainsAny(Ends);
    }

    // « Maison de santé des Quatre Chemins »: small words go with a name when « de » leads to them and a capital follows.
    private static void MarkForwards(AnalysedText text, int first, bool[] found)
    {
        found[first] = true;
        for (var (at, last) = (first + 1, first); at < found.Length && at - last <= LongestGap && IsNear(text, at - 1, at); at++)
        {
            if (at == last + 1 && !HasCapital(text, text.Tokens[at]) && !Links.Contains(text.Tokens[at].Word) && !IsElided(text, at)) break;
            if (!HasCapital(text, text.Tokens[at])) continue;
            for (; last < at; last++) found[last + 1] = true;
        }
    }

    // « Clinique de réadaptation Les Airelles recherche »: all of it when it begins with a capital and no article.
    private static void MarkBackwards(AnalysedText text, int verb, bool[] found)
    {
        var first = verb;
        while (first > 0 && verb - first < LongestName && IsNear(text, first - 1, first)) first--;
        var whole = first < verb && char.IsUpper(text.Source[text.Tokens[first].Start]) && !text.Tokens[first].IsStop && !IsInside(text, text.Tokens[first]);
        for (var i = first; i < verb; i++) found[i] |= whole || HasCapital(text, text.Tokens[i]);
    }

    private static bool IsElided(AnalysedText text, int at) => text.Tokens[at].Start > 0 && text.Source[text.Tokens[at].Start - 1] is '\'' or '’';

    // What an agency does is told of every post it has; a post in recruitment says so in its title.
    private static void MarkAgency(AnalysedText text, bool[] found)
    {
        var words = 0;
        for (var i = 0; i < text.Tokens.Length && words < TextTerms.TitleWords; i++)
        {
            if (i > 0 && !IsNear(text, i - 1, i)) break;
            if (text.Tokens[i].IsStop) continue;
            words++;
            if (AgencyTalk.Contains(text.Tokens[i].Stem)) return;
        }
        if (!Agencies.Any(phrase => Contains(text, phrase))) return;
        for (var i = 0; i < found.Length; i++) found[i] |= AgencyTalk.Contains(text.Tokens[i].Stem);
    }

    private static bool Contains(AnalysedText text, ulong[] phrase)
    {
        for (var i = 0; i + phrase.Length <= text.Tokens.Length; i++)
        {
            var at = 0;
            while (at < phrase.Length && text.Tokens[i + at].Word == phrase[at]) at++;
            if (at == phrase.Length) return true;
        }
        return false;
    }

    private static HashSet<ulong> Keys(string words) => [.. TextAnalyzer.Analyse(words).Tokens.Select(t => t.Word)];

    private static HashSet<ulong> Stems(string words) => [.. TextAnalyzer.Analyse(words).Tokens.Select(t => t.Stem)];

    private static ulong[] Phrase(string words) => [.. TextAnalyzer.Analyse(words.Replace(" d ", " d'", StringComparison.Ordinal)).Tokens.Select(t => t.Word)];
}
