using System.Buffers;

namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Hides the names that the platform knows (of the company, its town, the person to write to) from whatever reads a text: who sends an
/// offer must not move its ranking. Unknown names are left to <see cref="Senders"/>.
/// </summary>
internal static class KnownNames
{
    // Shorter ones are syllables of everything.
    private const int FewestLetters = 3;

    private const int LongestGap = 4;

    private static readonly SearchValues<char> Ends = SearchValues.Create(".,;:!?()\n\r•");

    private static readonly HashSet<ulong> LegalForms = KeysOf("sas sasu sarl sa eurl snc scop scic sci sca scea selarl gie gaec earl").ToHashSet();

    // Those that melt into another word: « au Pont-de-Claix ».
    private static readonly HashSet<ulong> Articles = KeysOf("le les").ToHashSet();

    private static readonly ulong St = KeysOf("st")[0], Saint = KeysOf("saint")[0], Ste = KeysOf("ste")[0], Sainte = KeysOf("sainte")[0];

    /// <summary>The text with spaces where a name stands, so that every other word stays in its place; accents and case aside.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="names">Whole names; empty ones and those of one or two letters hide nothing. A legal form is no part of one.</param>
    public static string Hide(string text, IEnumerable<string?> names)
    {
        Token[][] known = [.. names.Select(TokensOf).Where(tokens => tokens.Sum(t => t.FoldedLength) >= FewestLetters)];
        if (known.Length == 0) return text;
        var analysed = TextAnalyzer.Analyse(text);
        char[]? left = null;
        for (var i = 0; i < analysed.Tokens.Length; i++)
        {
            foreach (var name in known)
            {
                if (!StandsAt(analysed, i, name)) continue;
                var (first, last) = (i, i + name.Length - 1);
                if (first > 0 && IsLegalForm(analysed, first - 1) && IsNear(analysed, first - 1)) first--;
                if (last + 1 < analysed.Tokens.Length && IsLegalForm(analysed, last + 1) && IsNear(analysed, last)) last++;
                left ??= text.ToCharArray();
                left.AsSpan(analysed.Tokens[first].Start..analysed.Tokens[last].End).Fill(' ');
            }
        }
        return left is null ? text : new string(left);
    }

    private static bool StandsAt(AnalysedText text, int first, Token[] name)
    {
        if (first + name.Length > text.Tokens.Length) return false;
        for (var k = 0; k < name.Length; k++)
        {
            if (KeyOf(text.Tokens[first + k]) != KeyOf(name[k])) return false;
            if (k > 0 && !IsNear(text, first + k - 1)) return false;
        }
        // One word that is a word of some trade, too, is the name where it has a capital: « à Tours », « deux tours ».
        return name.Length > 1 || char.IsUpper(text.Source[text.Tokens[first].Start]) || !SkillLexicon.OwnWords.Contains(name[0].Stem);
    }

    private static bool IsNear(AnalysedText text, int one)
    {
        var gap = text.Source.AsSpan(text.Tokens[one].End, text.Tokens[one + 1].Start - text.Tokens[one].End);
        return gap.Length <= LongestGap && !gap.ContainsAny(Ends);
    }

    // In capitals: « sa » is a word.
    private static bool IsLegalForm(AnalysedText text, int at) => LegalForms.Contains(text.Tokens[at].Word) && char.IsUpper(text.Source[text.Tokens[at].Start]);

    private static Token[] TokensOf(string? name)
    {
        ReadOnlySpan<Token> tokens = TextAnalyzer.Analyse(name ?? "").Tokens;
        while (tokens.Length > 1 && LegalForms.Contains(tokens[^1].Word)) tokens = tokens[..^1];
        while (tokens.Length > 1 && LegalForms.Contains(tokens[0].Word)) tokens = tokens[1..];
        // « Le Bourg » without its article would be any market town.
        if (tokens.Length > 2 && Articles.Contains(tokens[0].Word)) tokens = tokens[1..];
        return tokens.ToArray();
    }

    // « St-Égrève » is Saint-Égrève.
    private static ulong KeyOf(in Token token) => token.Word == St ? Saint : token.Word == Ste ? Sainte : token.Word;

    private static ulong[] KeysOf(string words) => [.. TextAnalyzer.Analyse(words).Tokens.Select(t => t.Word)];
}
