using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace SmartRecruiting.Recruiting.Transmissions;

/// <summary>A piece of a text, and whether it caused a match.</summary>
internal sealed record Piece(string Text, Mark Mark);

/// <summary>What a piece of a text was for a match.</summary>
internal enum Mark
{
    None,
    Word,
    Skill,
}

/// <summary>Shows causes where they stand. The pieces are plain text, so whatever they hold is written as text.</summary>
internal static class Marks
{
    /// <summary>The text cut where marks begin and end: every place where a cause stands as a word of its own.</summary>
    public static IReadOnlyList<Piece> Of(string text, IEnumerable<Reason> reasons)
    {
        var marks = new Mark[text.Length];
        foreach (var reason in reasons.Where(r => r.Start >= 0 && r.Length > 0 && r.Start <= text.Length - r.Length))
        {
            var mark = reason.IsSkill ? Mark.Skill : Mark.Word;
            var cause = text.Substring(reason.Start, reason.Length);
            marks.AsSpan(reason.Start, reason.Length).Fill(mark);
            for (var at = Next(0); at >= 0; at = Next(at + cause.Length))
            {
                if (IsWhole(text, at, cause.Length)) marks.AsSpan(at, cause.Length).Fill(mark);
            }

            int Next(int from) => text.IndexOf(cause, from, StringComparison.OrdinalIgnoreCase);
        }
        var pieces = new List<Piece>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && marks[end] == marks[start]) end++;
            pieces.Add(new Piece(text[start..end], marks[start]));
            start = end;
        }
        return pieces;
    }

    /// <summary>The pieces as markup. Razor would put white space between them, which a reader would see inside words.</summary>
    public static IHtmlContent ToHtml(IEnumerable<Piece> pieces)
    {
        var html = new HtmlContentBuilder();
        foreach (var piece in pieces)
        {
            if (piece.Mark is Mark.None)
            {
                html.Append(piece.Text);
                continue;
            }
            var mark = new TagBuilder("mark");
            if (piece.Mark is Mark.Skill) mark.AddCssClass("skill");
            mark.InnerHtml.Append(piece.Text);
            html.AppendHtml(mark);
        }
        return html;
    }

    // « C » is not meant by « C# » and « C++ ».
    private static bool IsWhole(string text, int start, int length) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1]))
        && (start + length == text.Length || !(char.IsLetterOrDigit(text[start + length]) || text[start + length] is '#' or '+'));
}
