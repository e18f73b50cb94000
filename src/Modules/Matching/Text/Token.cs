namespace SmartRecruiting.Matching.Engine;

/// <summary>One word of a text, where it stands there, and the keys under which models know it.</summary>
/// <param name="Start">Offset of its first character in the original text.</param>
/// <param name="Length">Characters of the original text that it covers.</param>
/// <param name="FoldedStart">Offset in <see cref="AnalysedText.Folded"/>.</param>
/// <param name="FoldedLength">Length there.</param>
/// <param name="Word">Key of the folded form: « Élèves » → eleves.</param>
/// <param name="Stem">Key of the French light stem; what features are made of.</param>
/// <param name="IsStop">A stop word, a bare number or advertisement boilerplate: kept for phrases, not a feature.</param>
internal readonly record struct Token(int Start, int Length, int FoldedStart, int FoldedLength, ulong Word, ulong Stem, bool IsStop)
{
    /// <summary>First offset behind it in the original text.</summary>
    public int End => Start + Length;
}
