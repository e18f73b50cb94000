using System.Globalization;
using System.Text;
using Lucene.Net.Analysis.Fr;

namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Cuts any text into <see cref="Token"/>s in one pass: folds accents and case, cuts elisions (l', d', qu'…), drops inclusive
/// endings (« expert·e·s », « agent(e) »), keeps c#, c++ and .net whole, stems by Lucene's FrenchLightStemmer (J. Savoy's light
/// stemmer). Never fails: what is no letter or digit only separates. Safe for concurrent use.
/// </summary>
internal static class TextAnalyzer
{
    // A longer text says no more about its programme, and a pasted book must not hold a request for seconds.
    private const int MostCharacters = 40_000;
    private const int LongestToken = 40;

    private static readonly string?[] Folds = BuildFolds();
    private static readonly HashSet<string> Elisions =
        ["l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu"];

    // Endings of inclusive writing; only behind a separator, so « le.s » or « chef(fe) » lose nothing else.
    private static readonly HashSet<string> InclusiveEndings =
        ["e", "es", "s", "se", "ses", "ne", "nes", "fe", "le", "les", "te", "tes", "ve", "ves", "re", "ere", "eres", "iere", "ieres", "euse", "euses", "rice", "rices",
         "trice", "trices", "esse", "enne", "ennes"];

    [ThreadStatic] private static FrenchLightStemmer? stemmer;
    [ThreadStatic] private static char[]? stemBuffer;
    [ThreadStatic] private static List<char>? foldedBuffer;
    [ThreadStatic] private static List<Token>? tokenBuffer;

    /// <summary>Analyses a text of any length (the first 40,000 characters are read), in any alphabet.</summary>
    public static AnalysedText Analyse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var length = Math.Min(text.Length, MostCharacters);
        var folded = foldedBuffer ??= [];
        var tokens = tokenBuffer ??= [];
        folded.Clear();
        tokens.Clear();
        folded.Add(' ');
        for (var at = 0; at < length;)
        {
            if (IsDotNet(text, at, length))
            {
                at = Take(text, at, at + 4, folded, tokens);
                continue;
            }
            if (!IsWordPart(text[at]))
            {
                at = IsInAddress(text, at, length) ? BehindAddress(text, at, length, folded, tokens) : at + 1;
                continue;
            }
            var end = at + 1;
            while (end < length && IsWordPart(text[end])) end++;
            if (end < length && text[end] is '\'' or '’' or 'ʼ' && IsElision(text, at, end))
            {
                at = end + 1;
                continue;
            }
            var tail = EndOfSign(text, at, end, length);
            var next = Take(text, at, tail, folded, tokens);
            at = tail == end && end - at >= 3 ? BehindInclusiveEndings(text, next, length) : next;
        }
        return new AnalysedText(text, [.. folded], [.. tokens]);
    }

    /// <summary>The folded form of a text: its tokens joined by single spaces.</summary>
    public static string Fold(string text)
    {
        var analysed = Analyse(text);
        return string.Join(' ', analysed.Tokens.Select(t => analysed.FoldedOf(t).ToString()));
    }

    private static int Take(string text, int start, int end, List<char> folded, List<Token> tokens)
    {
        var foldedStart = folded.Count;
        for (var i = start; i < end && folded.Count - foldedStart < LongestToken; i++) AppendFolded(folded, text[i]);
        var foldedLength = folded.Count - foldedStart;
        if (foldedLength == 0) return end;
        folded.Add(' ');

        var buffer = stemBuffer ??= new char[LongestToken + 8];
        var onlyDigits = true;
        for (var i = 0; i < foldedLength; i++)
        {
            buffer[i] = folded[foldedStart + i];
            onlyDigits &= char.IsAsciiDigit(buffer[i]);
        }
        var word = FeatureHash.Of(buffer.AsSpan(0, foldedLength));
        var stemLength = StemLength(buffer, foldedLength);
        tokens.Add(new Token(start, end - start, foldedStart, foldedLength, word, FeatureHash.Of(buffer.AsSpan(0, stemLength)), onlyDigits || StopWords.Contains(word)));
        return end;
    }

    // FrenchLightStemmer parts infirmier (infirmi) from infirmière (infirmier), conseiller from conseillère, ingénieur from
    // ingénieure: the feminine goes first.
    private static int StemLength(char[] buffer, int length)
    {
        if (!char.IsLetter(buffer[length - 1])) return length;
        var word = buffer.AsSpan(0, length);
        if (length >= 8 && word.EndsWith("ieres")) length -= 2;
        else if (length >= 7 && word.EndsWith("iere")) length--;
        else if (length >= 7 && word.EndsWith("iers")) length--;
        else if (length >= 8 && (word.EndsWith("eures") || word.EndsWith("geres") || word.EndsWith("lleres") || word.EndsWith("cheres"))) length -= 2;
        else if ((length >= 8 && word.EndsWith("eure")) || (length >= 7 && (word.EndsWith("gere") || word.EndsWith("llere") || word.EndsWith("chere")))) length--;
        return (stemmer ??= new FrenchLightStemmer()).Stem(buffer, length);
    }

    private static bool IsWordPart(char c) =>
        char.IsLetterOrDigit(c) || (c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark);

    private static bool IsDotNet(string text, int at, int length) =>
        text[at] == '.' && at + 4 <= length && string.Compare(text, at + 1, "net", 0, 3, StringComparison.OrdinalIgnoreCase) == 0
        && (at + 4 == length || !IsWordPart(text[at + 4]));

    private static bool IsInAddress(string text, int at, int length) =>
        text[at] == '@' ? at > 0 && at + 1 < length && IsWordPart(text[at - 1]) && IsWordPart(text[at + 1])
        : text[at] == ':' && at + 2 < length && text[at + 1] == '/' && text[at + 2] == '/';

    // The parts of a mail or web address are names: those already taken go again, those that follow are passed over.
    private static int BehindAddress(string text, int at, int length, List<char> folded, List<Token> tokens)
    {
        var start = at;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1])) start--;
        while (tokens.Count > 0 && tokens[^1].Start >= start)
        {
            folded.RemoveRange(tokens[^1].FoldedStart, folded.Count - tokens[^1].FoldedStart);
            tokens.RemoveAt(tokens.Count - 1);
        }
        while (at < length && !char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    // « c# », « f# », « c++ », « notepad++ »: the signs belong to the word.
    private static int EndOfSign(string text, int start, int end, int length)
    {
        if (end < length && text[end] == '#' && end - start <= 2) return end + 1;
        return end + 1 < length && text[end] == '+' && text[end + 1] == '+' ? end + 2 : end;
    }

    private static bool IsElision(string text, int start, int end)
    {
        if (end - start > 7) return false;
        Span<char> lower = stackalloc char[end - start];
        text.AsSpan(start, end - start).ToLowerInvariant(lower);
        return Elisions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower);
    }

    // At most two: « ·e·s ». « (e)s » leaves an s behind, which goes too.
    private static int BehindInclusiveEndings(string text, int at, int length)
    {
        Span<char> lower = stackalloc char[8];
        for (var round = 0; round < 2 && at < length && text[at] is '(' or '·' or '•' or '.' or '‧' or '-' or '/'; round++)
        {
            var start = at + 1;
            if (start < length && text[start] == '-') start++;
            var end = start;
            while (end < length && end - start <= 6 && char.IsLetter(text[end])) end++;
            if (end == start || (end < length && char.IsLetterOrDigit(text[end]))) break;
            var closed = end < length && text[end] == ')';
            if (text[at] == '(' != closed) break;
            for (var i = start; i < end; i++) lower[i - start] = FoldOf(text[i]) is [var first, ..] ? first : text[i];
            if (!InclusiveEndings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower[..(end - start)])) break;
            at = closed ? end + 1 : end;
            if (closed && at < length && text[at] is 's' or 'S' && (at + 1 == length || !char.IsLetterOrDigit(text[at + 1]))) at++;
        }
        return at;
    }

    private static void AppendFolded(List<char> folded, char c)
    {
        if (FoldOf(c) is not { } text)
        {
            folded.Add(char.ToLowerInvariant(c));
            return;
        }
        foreach (var part in text) folded.Add(part);
    }

    // Null: the character stands for itself in lower case. Empty: it vanishes (a combining accent).
    private static string? FoldOf(char c) => c < Folds.Length ? Folds[c] : null;

    private static string?[] BuildFolds()
    {
        // Latin, its extensions and the combining marks; other alphabets keep their letters.
        var folds = new string?[0x0370];
        for (var c = '\0'; c < folds.Length; c++)
        {
            if (c is >= '\u0300' and < '\u0370')
            {
                folds[c] = "";
                continue;
            }
            if (!char.IsLetter(c)) continue;
            folds[c] = c switch
            {
                'œ' or 'Œ' => "oe",
                'æ' or 'Æ' => "ae",
                'ß' => "ss",
                'ø' or 'Ø' => "o",
                'ł' or 'Ł' => "l",
                _ => char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]).ToString(),
            };
        }
        return folds;
    }
}
