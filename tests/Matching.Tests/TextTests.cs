using System.Text;
using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Tests;

public sealed class TextTests
{
    [Theory]
    [InlineData("Élève À L’École", "eleve a ecole")]
    [InlineData("Œuvres, cœur, æquo, straße", "oeuvres coeur aequo strasse")]
    [InlineData("GÉNIE CIVIL", "genie civil")]
    public void Accents_case_and_ligatures_fold(string text, string folded) => Assert.Equal(folded, TextAnalyzer.Fold(text));

    [Fact]
    public void An_accent_written_apart_reads_like_one_written_together()
    {
        const string Together = "Compétences en mécanique, où l’élève excelle";
        Assert.Equal(TextAnalyzer.Fold(Together), TextAnalyzer.Fold(Together.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("l'ingénierie d'une usine", "ingenierie une usine")]
    [InlineData("l’ingénierie d’une usine", "ingenierie une usine")]
    [InlineData("Lorsqu’il faut qu'on parte jusqu’ici", "il faut on parte ici")]
    [InlineData("aujourd’hui", "aujourd hui")]
    public void Elisions_are_cut_behind_either_apostrophe(string text, string folded) => Assert.Equal(folded, TextAnalyzer.Fold(text));

    [Theory]
    [InlineData("Développeur C#, C++ et .NET.", "developpeur c# c++ et .net")]
    [InlineData("F#/ASP.NET (.Net 10)", "f# asp .net .net 10")]
    [InlineData("un réseau.network", "un reseau network")]
    [InlineData("la note C + la note D", "la note c la note d")]
    public void Names_with_signs_stay_whole(string text, string folded) => Assert.Equal(folded, TextAnalyzer.Fold(text));

    [Theory]
    [InlineData("Technicien·ne", "technicien")]
    [InlineData("expert·e·s", "expert")]
    [InlineData("un(e) agent(e)", "un e agent")]
    [InlineData("infirmier(ère)", "infirmier")]
    [InlineData("développeur/euse web", "developpeur web")]
    public void Inclusive_endings_fall(string text, string folded) => Assert.Equal(folded, TextAnalyzer.Fold(text));

    [Theory]
    [InlineData("Écrire à jean.dupont@acme.example pour le stage", "ecrire a pour le stage")]
    [InlineData("voir https://www.acme.example/offres?id=3 et postuler", "voir et postuler")]
    [InlineData("rémunération : 600 @ négocier", "remuneration 600 negocier")]
    public void Mail_and_web_addresses_are_no_words(string text, string folded) => Assert.Equal(folded, TextAnalyzer.Fold(text));

    [Theory]
    [InlineData("Stage comptable . Altéris recherche à Voiron un étudiant. Écrire à Camille chez Bertolin et Fils.", "Altéris Voiron Camille Bertolin et Fils")]
    [InlineData("Clinique de réadaptation Les Airelles recrute une infirmière.", "Clinique de réadaptation Les Airelles")]
    [InlineData("Vous serez encadrée par Zoé, près de Saint-Martin-d’Hères.", "Zoé Saint Martin Hères")]
    [InlineData("Développeur Java et SQL. Vous connaissez Docker.", "")]
    [InlineData("STAGE EN CHIMIE À LYON", "")]
    public void Names_of_people_towns_and_companies_are_told_from_words(string text, string names)
    {
        var known = TextAnalyzer.Analyse("java docker stage comptable développeur clinique").Tokens.Select(t => t.Stem).ToHashSet();
        var analysed = TextAnalyzer.Analyse(text);

        var found = Senders.Find(analysed, known.Contains);

        Assert.Equal(names, string.Join(' ', analysed.Tokens.Where((_, i) => found[i]).Select(t => analysed.SurfaceOf(t).ToString())));
    }

    [Fact]
    public void Offsets_point_at_the_original_text()
    {
        const string Text = "  « L’Élève » écrit du C#,\tpuis\u00a0du .NET — cœur\u0301 😀 d’œuvre·s\r\nFIN";
        var analysed = TextAnalyzer.Analyse(Text);

        Assert.Equal(
            ["Élève", "écrit", "du", "C#", "puis", "du", ".NET", "cœur\u0301", "œuvre", "FIN"],
            analysed.Tokens.Select(t => analysed.SurfaceOf(t).ToString()));
        Assert.All(analysed.Tokens, t => Assert.Equal(TextAnalyzer.Fold(Text.Substring(t.Start, t.Length)), analysed.FoldedOf(t).ToString()));
        Assert.Equal(analysed.Tokens.OrderBy(t => t.Start).Select(t => t.Start), analysed.Tokens.Select(t => t.Start));
    }

    [Theory]
    [InlineData("avec")]
    [InlineData("du")]
    [InlineData("Nous")]
    [InlineData("the")]
    [InlineData("2026")]
    [InlineData("stage")]
    [InlineData("H/F")]
    public void Function_words_numbers_and_the_frame_of_advertisements_are_stop_words(string text) =>
        Assert.All(TextAnalyzer.Analyse(text).Tokens, t => Assert.True(t.IsStop));

    [Theory]
    [InlineData("C#")]
    [InlineData("chantier")]
    [InlineData("droit")]
    [InlineData("soins")]
    public void Words_of_a_trade_are_no_stop_words(string text) => Assert.False(Assert.Single(TextAnalyzer.Analyse(text).Tokens).IsStop);

    [Theory]
    [InlineData("développeur", "développeurs")]
    [InlineData("donnée", "DONNÉES")]
    [InlineData("réseau", "réseaux")]
    [InlineData("logiciel", "logiciels")]
    [InlineData("école", "ecoles")]
    [InlineData("infirmier", "infirmières")]
    [InlineData("technicien", "techniciennes")]
    [InlineData("conseiller", "conseillères")]
    [InlineData("boulangers", "boulangère")]
    [InlineData("ingénieur", "ingénieures")]
    [InlineData("développeur", "développeuse")]
    [InlineData("directeur", "directrices")]
    [InlineData("patient", "patientes")]
    [InlineData("API", "APIs")]
    public void Singular_and_plural_masculine_and_feminine_share_a_stem(string one, string many) =>
        Assert.Equal(StemOf(one), StemOf(many));

    [Theory]
    [InlineData("droit", "doigt")]
    [InlineData("c#", "c++")]
    [InlineData("comptable", "compagnie")]
    [InlineData("chimie", "chemin")]
    public void Different_words_keep_different_stems(string one, string other) => Assert.NotEqual(StemOf(one), StemOf(other));

    [Fact]
    public void Any_text_is_fine()
    {
        foreach (var text in AnyTexts())
        {
            var analysed = TextAnalyzer.Analyse(text);
            Assert.All(analysed.Tokens, t =>
            {
                Assert.InRange(t.Start, 0, text.Length);
                Assert.InRange(t.End, t.Start + 1, text.Length);
            });
            TextTerms.Of(analysed);
            Grams.Of(analysed);
        }
    }

    [Fact]
    public void The_order_of_texts_and_threads_changes_no_key()
    {
        string[] texts = [.. SmallUniversity.Labelled.Select(l => l.Text)];
        var alone = texts.Select(KeysOf).ToArray();

        Parallel.For(0, texts.Length * 20, i => Assert.Equal(alone[i % texts.Length], KeysOf(texts[i % texts.Length])));
    }

    /// <summary>What people and programs may send: nothing, much, signs, halves of signs, other alphabets, code.</summary>
    internal static IEnumerable<string> AnyTexts()
    {
        yield return "";
        yield return "   \r\n\t\u00a0\u2028";
        yield return "a";
        yield return "'";
        yield return "l'";
        yield return ".net";
        yield return "c#";
        yield return "·e·s(e)";
        yield return "\ud83d";
        yield return "stage \udc00\ud800 en chimie \ud83d";
        yield return "😀👩‍🔬🇫🇷 stage 🧪 chimie é\u0301\u0327";
        yield return "\u0301\u0301\u0301";
        yield return "стажировка по программированию";
        yield return "インターンシップ、ソフトウェア開発";
        yield return "تدريب في البرمجة والهندسة المدنية";
        yield return "𝓢𝓽𝓪𝓰𝓮 𝕖𝕟 𝕔𝕙𝕚𝕞𝕚𝕖";
        yield return "\0\u0001\ufffe\uffff\ufeff";
        yield return "İstanbul ŉ ǅ ﬁn ﬂux";
        yield return "<p onclick=\"x('é')\">Stage&nbsp;<b>C#</b> &amp; SQL<script>alert(1)</script><!-- </p>";
        yield return new string('a', 20_000);
        yield return new string('œ', 20_000);
        yield return string.Concat(Enumerable.Repeat("développement d’applications web, ", 600))[..20_000];
        yield return string.Concat(Enumerable.Repeat("l'", 10_000));
        yield return string.Concat(Enumerable.Repeat("(e)·s", 4_000));
        yield return string.Concat(Enumerable.Repeat("mot é\u0301 ", 30_000));
        var random = new Random(7);
        for (var i = 0; i < 200; i++) yield return string.Create(300, random, static (span, r) => { foreach (ref var c in span) c = (char)r.Next(char.MaxValue + 1); });
    }

    private static ulong StemOf(string word) => Assert.Single(TextAnalyzer.Analyse(word).Tokens).Stem;

    private static ulong[] KeysOf(string text) => TextTerms.Of(TextAnalyzer.Analyse(text)).ToFeatureSet().Keys;
}
