using System.Globalization;
using System.Text;

namespace SmartRecruiting.Host.Sample;

/// <summary>Makes a clean text look as people type it: no accents, no capitals, slips of the finger.</summary>
internal static class Roughness
{
    /// <summary>The same letters without their accents.</summary>
    public static string WithoutAccents(string text)
    {
        var plain = text.Replace("œ", "oe", StringComparison.Ordinal).Replace("Œ", "Oe", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormD);
        return string.Concat(plain.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark));
    }

    /// <summary>Most texts leave as they came, but for the apostrophe of the keyboard in every other one.</summary>
    public static Wording Apply(Wording wording, Dice dice)
    {
        var (title, text) = wording;
        if (dice.Chance(0.5)) (title, text) = (Keyboard(title), Keyboard(text));
        if (dice.Chance(0.05)) (title, text) = (title.ToLowerInvariant(), text.ToLowerInvariant());
        else if (dice.Chance(0.03)) title = title.ToUpperInvariant();
        if (dice.Chance(0.06)) (title, text) = (WithoutAccents(title), WithoutAccents(text));
        if (dice.Chance(0.08))
        {
            for (var slips = 1 + dice.Below(3); slips > 0; slips--) text = Slip(text, dice);
        }
        return new Wording(title, text);
    }

    private static string Keyboard(string text) => text.Replace('’', '\'');

    // Two letters change places, or one is lost or doubled; never at the start of a word, and never in a short one.
    private static string Slip(string text, Dice dice)
    {
        var places = Enumerable.Range(2, Math.Max(text.Length - 4, 0))
            .Where(i => text.AsSpan(i - 2, 4).IndexOfAnyExceptInRange('a', 'z') < 0).ToList();
        if (places.Count == 0) return text;
        var at = dice.Pick(places);
        return dice.Below(3) switch
        {
            0 => string.Concat(text.AsSpan(0, at), text.AsSpan(at + 1, 1), text.AsSpan(at, 1), text.AsSpan(at + 2)),
            1 => text.Remove(at, 1),
            _ => text.Insert(at, text.Substring(at, 1)),
        };
    }
}

/// <summary>What a reader sees of an offer.</summary>
internal sealed record Wording(string Title, string Text);
