using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Tests;

public sealed class YearOfStudyTests
{
    [Theory]
    [InlineData("Stage de fin d’études en mécanique, six mois.", 5, "fin d’études")]
    [InlineData("Stage de fin d'etude (PFE) en robotique", 5, "fin d'etude")]
    [InlineData("PFE - thermique du bâtiment", 5, "PFE")]
    [InlineData("Stage de césure de six mois", 4, "césure")]
    [InlineData("Stage de fin d’études de BUT GEII", 3, "fin d’études de BUT")]
    [InlineData("Stage de fin d’études, BTS électrotechnique", 2, "fin d’études, BTS")]
    [InlineData("Étudiant·e en M1 ou M2 d’informatique", 5, "M2")]
    [InlineData("Niveau M1 minimum", 4, "M1")]
    [InlineData("Vous êtes en Master 1 de droit social", 4, "Master 1")]
    [InlineData("Master 2 finance", 5, "Master 2")]
    [InlineData("Master 1/2 en biologie", 5, "Master 1/2")]
    [InlineData("en m2 de psychologie", 5, "m2")]
    [InlineData("Césure entre le M1 et le M2", 4, "entre le M1 et le M2")]
    [InlineData("Licence 2 de géographie", 2, "Licence 2")]
    [InlineData("L3 MIAGE ou équivalent", 3, "L3")]
    [InlineData("Bachelor 3 marketing", 3, "Bachelor 3")]
    [InlineData("BUT 2 ou BUT 3 informatique", 3, "BUT 3")]
    [InlineData("BUT1 chimie", 1, "BUT1")]
    [InlineData("BUT 2e année techniques de commercialisation", 2, "BUT 2e année")]
    [InlineData("BTS 1re année", 1, "BTS 1re année")]
    [InlineData("Préparant un BTS comptabilité", 2, "BTS")]
    [InlineData("Alternance DUT ou licence pro", 3, "licence pro")]
    [InlineData("DUT GEA", 2, "DUT")]
    [InlineData("BUT GEA ou master entrepreneuriat", 5, "ou master")]
    [InlineData("en licence ou master", 5, "ou master")]
    [InlineData("Licence professionnelle banque", 3, "Licence professionnelle")]
    [InlineData("De formation Bac+5 en informatique", 5, "Bac+5")]
    [InlineData("BAC +4/5 école de commerce", 5, "BAC +4/5")]
    [InlineData("bac + 2 à bac + 3", 3, "bac + 2 à bac + 3")]
    [InlineData("Bac+3 - 6 mois à partir de mars", 3, "Bac+3")]
    [InlineData("niveau Bac plus 4", 4, "Bac plus 4")]
    [InlineData("Étudiant en 3e année de licence", 3, "Étudiant en 3e année de licence")]
    [InlineData("3e année d’école d’ingénieur", 5, "3e année d’école")]
    [InlineData("École d’ingénieurs, 2ème année", 4, "École d’ingénieurs, 2ème année")]
    [InlineData("élève ingénieur de première année", 3, "élève ingénieur de première année")]
    [InlineData("4e année d’école d’ingénieur", 4, "4e année d’école")]
    [InlineData("troisième année d'école de commerce", 5, "troisième année d'école")]
    [InlineData("Vous êtes en 4e ou 5e année", 5, "en 4e ou 5e année")]
    [InlineData("Deuxième année de master recherche", 5, "Deuxième année de master")]
    [InlineData("En dernière année de Master", 5, "En dernière année de Master")]
    [InlineData("dernière année de BUT", 3, "dernière année de BUT")]
    [InlineData("en avant-dernière année d’école d’ingénieurs", 4, "en avant-dernière année d’école")]
    [InlineData("1re année de doctorat", 6, "1re année de doctorat")]
    [InlineData("You are a final-year student in computer science.", 5, "final-year student")]
    [InlineData("final year undergraduate", 3, "final year undergraduate")]
    [InlineData("Penultimate year students are welcome", 4, "Penultimate year students")]
    [InlineData("Third-year undergraduate student in law", 3, "Third-year undergraduate")]
    [InlineData("second year master's student", 5, "second year master")]
    [InlineData("Master’s thesis internship in optics", 5, "Master’s thesis")]
    [InlineData("bachelor's thesis", 3, "bachelor's thesis")]
    [InlineData("End-of-studies internship", 5, "End-of-studies")]
    [InlineData("gap year internship", 4, "gap year")]
    [InlineData("MSc 2 in physics", 5, "MSc 2")]
    public void A_phrase_gives_its_year_and_the_words_that_say_it(string text, int year, string words)
    {
        Assert.Equal(new YearFound(year, words), YearOfStudy.Find(text));
        Assert.Equal(year, YearOfStudy.Find("Notre entreprise a 50 m2 de bureaux.\n" + text.ToUpperInvariant().Replace("EN M2", "en M2", StringComparison.Ordinal))?.Year);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Développer une application web en C# et SQL.")]
    [InlineData("Un entrepôt de 1 200 m2, dans le but 2 fois par an de tout compter")]
    [InlineData("dans le but de former nos équipes, baccalauréat exigé")]
    [InlineData("Support L2/L3 et configuration de switch L3")]
    [InlineData("MacBook M2 fourni, puce M1 pour les stagiaires")]
    [InlineData("La deuxième année d’existence de l’association, troisième année consécutive de croissance")]
    [InlineData("In its second year of operation, the team grew.")]
    [InlineData("Licence Microsoft, scrum master, master data")]
    [InlineData("Niveau d’anglais B2, permis B")]
    [InlineData("Bac pro, bac 2026")]
    [InlineData("школа 第三年 ☃")]
    public void What_only_looks_like_a_year_of_study_gives_none(string text) => Assert.Null(YearOfStudy.Find(text));

    [Fact]
    public void A_year_by_name_counts_more_than_a_level_and_a_level_more_than_a_purpose()
    {
        Assert.Equal(4, YearOfStudy.Find("Stage de fin d’études, bac+5, ouvert aux M1.")?.Year);
        Assert.Equal(3, YearOfStudy.Find("Stage de fin d’études (bac+3).")?.Year);
    }

    // Not in the data above: a runner cannot write half a sign down.
    [Fact]
    public void Half_a_sign_is_no_reason_to_fail()
    {
        Assert.Equal(4, YearOfStudy.Find("\ud800 en M1 \u0301\udc00")?.Year);
        Assert.Null(YearOfStudy.Find("\ud800"));
    }

    [Fact]
    public void Accents_that_are_characters_of_their_own_do_not_hide_a_year()
    {
        Assert.Equal(5, YearOfStudy.Find("Stage de fin d’e\u0301tudes")?.Year);
    }

    [Fact]
    public void A_very_long_text_is_read_to_its_forty_thousandth_character()
    {
        Assert.Equal(5, YearOfStudy.Find(new string('é', 39_000) + " en M2 ")?.Year);
        Assert.Null(YearOfStudy.Find(string.Concat(Enumerable.Repeat("master école ", 4000)) + " en M2 "));
    }
}
