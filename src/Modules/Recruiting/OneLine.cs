namespace SmartRecruiting.Recruiting;

/// <summary>What somebody typed on one line.</summary>
internal static class OneLine
{
    /// <summary>Without line breaks, which would end up in the head of a mail, and without spaces around; null for nothing.</summary>
    public static string? Of(string? typed) =>
        string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : null;
}
