using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Tests;

public sealed class DomainTests
{
    private static readonly Lazy<DomainModel> OfGrenoble = new(() =>
        DomainModel.Train(GrenobleSample.Programmes, [], [], new TrainingOptions(), null, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("M1805", "informatics")]
    [InlineData(" m1810 ", "informatics")]
    [InlineData("K1903", "law")]
    [InlineData("J1506", "health")]
    [InlineData("K1402", "health")]
    [InlineData("M1203", "finance")]
    [InlineData("M1502", "management")]
    [InlineData("M1705", "commerce")]
    [InlineData("F1201", "construction")]
    [InlineData("H2701", "energy")]
    [InlineData("H2901", "industry")]
    [InlineData("A1413", "agronomy")]
    [InlineData("A1204", "environment")]
    [InlineData("G1204", "sport")]
    [InlineData("G1102", "tourism")]
    [InlineData("N1301", "logistics")]
    [InlineData("K2106", "education")]
    [InlineData("Z9999", Domains.Other)]
    [InlineData("", Domains.Other)]
    public void A_ROME_code_gives_its_domain_by_the_longest_prefix(string code, string domain) => Assert.Equal(domain, DomainTable.OfRome(code));

    [Fact]
    public void Most_codes_decide_the_first_of_equals_wins_and_none_is_other()
    {
        Assert.Equal("law", DomainTable.OfRome(["M1805", "K1903", "K1902"]));
        Assert.Equal("informatics", DomainTable.OfRome(["M1805", "K1903"]));
        Assert.Equal("law", DomainTable.OfRome(["Z1", "Z2", "K1903"]));
        Assert.Equal(Domains.Other, DomainTable.OfRome([]));
    }

    [Fact]
    public void Every_domain_has_its_own_name_in_both_languages()
    {
        foreach (var english in (bool[])[false, true])
        {
            var names = Domains.All.Select(key => DomainTable.NameOf(key, english)).ToList();
            Assert.All(names, name => Assert.False(string.IsNullOrWhiteSpace(name)));
            Assert.Equal(Domains.All.Count, names.Distinct().Count());
        }
        Assert.Equal(DomainTable.NameOf(Domains.Other, true), DomainTable.NameOf("unheard-of", true));
    }

    [Fact]
    public void Every_domain_but_other_can_come_of_a_ROME_code()
    {
        var reached = from letter in Enumerable.Range('A', 14) from number in Enumerable.Range(1000, 2000) select DomainTable.OfRome($"{(char)letter}{number}");

        Assert.Equal(Domains.All, [.. Domains.All.Intersect(reached.ToHashSet())]);
    }

    [Theory]
    [InlineData("law", "Juriste stagiaire : rédaction de contrats, droit social, contentieux devant le tribunal, veille juridique au cabinet d’avocats")]
    [InlineData("informatics", "Développeur logiciel : application web en Java et TypeScript, base de données SQL, tests unitaires, Docker, API REST")]
    [InlineData("health", "Recherche clinique à l’hôpital : suivi des patients, données de santé publique, médicament et pharmacovigilance")]
    public void Programmes_alone_teach_the_domain_of_a_clear_text(string domain, string text)
    {
        var (predicted, chance) = OfGrenoble.Value.Predict(text);

        Assert.Equal(domain, predicted);
        Assert.InRange(chance, 0.33, 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("azerty qsdf wxcvbn")]
    [InlineData("bonjour à tous")]
    public void An_unclear_text_is_other(string text)
    {
        var (predicted, chance) = OfGrenoble.Value.Predict(text);

        Assert.Equal(Domains.Other, predicted);
        Assert.InRange(chance, 0, 1);
    }

    [Fact]
    public void A_correction_by_a_person_teaches_and_one_to_an_unknown_domain_does_not()
    {
        LabelledText[] corrected = [.. Enumerable.Range(0, 6).Select(i => new LabelledText($"Ferrage des chevaux au pré et soin des sabots {i}", ["agronomy"]))];
        LabelledText[] unknown = [.. corrected.Select(c => c with { Labels = ["farriery"] })];

        Assert.Equal("agronomy", Train(corrected).Predict("Ferrage et soin des sabots").Domain);
        Assert.DoesNotContain("farriery", Train(unknown).Model.Programmes.Select(p => p.Code));
    }

    [Fact]
    public void A_model_comes_back_from_its_bytes_and_damaged_ones_are_called_so()
    {
        var bytes = OfGrenoble.Value.ToBytes();
        const string Text = "Négociation commerciale et vente en magasin";

        Assert.Equal(OfGrenoble.Value.Predict(Text), DomainModel.FromBytes(bytes).Predict(Text));
        Assert.Throws<InvalidDataException>(() => DomainModel.FromBytes(bytes[..^9]));
    }

    private static DomainModel Train(LabelledText[] corrected) =>
        DomainModel.Train(SmallUniversity.Programmes, SmallUniversity.Labelled, corrected, new TrainingOptions(), null, TestContext.Current.CancellationToken);
}
