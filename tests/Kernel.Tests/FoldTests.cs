using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Kernel.Tests;

public sealed class FoldTests
{
    [Theory]
    [InlineData("L'Éloïse  Œuvre", "l eloise oeuvre")]
    [InlineData("  Génie\tcivil\r\n", "genie civil")]
    [InlineData("Saint-Martin-d’Hères", "saint martin d heres")]
    [InlineData("STRASSE, Straße", "strasse strasse")]
    [InlineData("e\u0301te\u0301", "ete")]
    [InlineData("C++ / C# & .NET", "c++ c# & .net")]
    [InlineData("😀 ok", "😀 ok")]
    [InlineData(null, "")]
    [InlineData(" - ", "")]
    [InlineData("a\uFFFEb", "a b")]
    public void A_text_folds_to_what_is_searched(string? text, string folded)
    {
        Assert.Equal(folded, Fold.Text(text));
        Assert.Equal(folded, Fold.Text(Fold.Text(text)));
    }

    // Not in the data above: a runner cannot write half a sign down.
    [Fact]
    public void Half_a_sign_is_no_reason_to_fail()
    {
        Assert.StartsWith("a", Fold.Text("a\uD83D"), StringComparison.Ordinal);
        Assert.EndsWith("b", Fold.Text("\uDE00b"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_is_its_words()
    {
        Assert.Equal(["l", "eloise", "a", "grenoble"], Fold.Words(" L'Éloïse, à  Grenoble "));
        Assert.Empty(Fold.Words("  "));
    }

    [Theory]
    [InlineData("Génie industriel (M2)", "genie-industriel-m2")]
    [InlineData("L'Œuvre & l’art — parcours n° 3", "l-oeuvre-l-art-parcours-n-3")]
    [InlineData("  C++ ", "c")]
    [InlineData("日本", "")]
    public void A_slug_is_plain_letters_and_digits(string text, string slug)
    {
        Assert.Equal(slug, Fold.Slug(text));
    }
}
