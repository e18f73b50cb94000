namespace SmartRecruiting.Matching.Engine;

/// <summary>A text cut into tokens, in the order of the text.</summary>
internal sealed class AnalysedText(string source, char[] folded, Token[] tokens)
{
    /// <summary>What was analysed, as it was written.</summary>
    public string Source => source;

    /// <summary>The folded characters of all tokens, one behind the other, each token between two spaces.</summary>
    public char[] Folded => folded;

    /// <summary>All tokens, stop words too.</summary>
    public Token[] Tokens => tokens;

    /// <summary>The folded form of a token.</summary>
    public ReadOnlySpan<char> FoldedOf(in Token token) => folded.AsSpan(token.FoldedStart, token.FoldedLength);

    /// <summary>A token as it stands in the text.</summary>
    public ReadOnlySpan<char> SurfaceOf(in Token token) => source.AsSpan(token.Start, token.Length);
}
