using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Wording;

namespace SmartRecruiting.Recruiting.Tests.Wording;

public sealed class WordingTests
{
    [Theory, InlineData(WordingSet.Tuning), InlineData(WordingSet.HeldOut)]
    public void Titles_of_men_alone_are_found_and_hardly_any_other(string half)
    {
        var score = WordingSet.Titles(half);
        Assert.True(score is { Rows: > 150, Precision: >= 0.95, Recall: >= 0.90 }, Report(score));
    }

    [Theory, InlineData(WordingSet.Tuning), InlineData(WordingSet.HeldOut)]
    public void Criteria_that_the_law_forbids_are_found(string half)
    {
        var score = WordingSet.Phrases(half);
        Assert.True(score is { Rows: > 100, Precision: >= 0.90, Recall: >= 0.95 }, Report(score));
    }

    [Theory]
    [InlineData("Développeur web", "Développeuse ou développeur web")]
    [InlineData("Stage : développeur web", "Stage : développeuse ou développeur web")]
    [InlineData("ASSISTANT RH", "ASSISTANTE OU ASSISTANT RH")]
    [InlineData("Assistant administratif et comptable", "Assistante administrative ou assistant administratif et comptable")]
    [InlineData("Nous cherchons un chargé de communication", "Nous cherchons une chargée ou un chargé de communication")]
    [InlineData("Stage d’assistant export", "Stage d’assistante ou d’assistant export")]
    [InlineData("Développeurs web", "Développeuses ou développeurs web")]
    [InlineData("Technico-commercial", "Technico-commerciale ou technico-commercial")]
    [InlineData("Secrétaire médical", "Secrétaire médicale ou médical")]
    [InlineData("Aide-soignant de nuit", "Aide-soignante ou aide-soignant de nuit")]
    [InlineData("Vendeur, caissier", "Vendeuse ou vendeur, caissière ou caissier")]
    [InlineData("Commis de cuisine et serveur", "Commis de cuisine et serveuse ou serveur")]
    [InlineData("INGENIEUR QUALITE", "INGENIEURE OU INGENIEUR QUALITE")]
    [InlineData("Stage commercial", null)]
    [InlineData("Relation fournisseurs", null)]
    [InlineData("Développeuse ou développeur web", null)]
    [InlineData("", null)]
    public void A_title_is_proposed_in_both_forms(string title, string? proposed)
    {
        Assert.Equal(proposed, InclusiveTitle.Propose(title));
        if (proposed is not null) Assert.Null(InclusiveTitle.Propose(proposed));
    }

    [Fact]
    public void A_criterion_is_shown_with_its_words_where_they_stand()
    {
        const string Text = "Œuvrer au chœur.\r\nNous  recherchons   un  homme,\u00a0de moins de 26 ans, à l’aise à l’oral 🙂.";
        var found = UnlawfulCriteria.Find(Text, OfferKind.Internship);
        Assert.Equal([("recherchons   un  homme", Ground.Sex), ("de moins de 26 ans", Ground.Age)], found.Select(c => (c.Words, c.Ground)));
        Assert.All(found, c => Assert.Equal(c.Words, Text.Substring(c.Start, c.Length)));
    }

    [Fact]
    public void An_age_is_part_of_an_apprenticeship_and_not_of_an_internship()
    {
        Assert.Empty(UnlawfulCriteria.Find("Vous avez moins de 26 ans.", OfferKind.Apprenticeship));
        Assert.Single(UnlawfulCriteria.Find("Vous avez moins de 26 ans.", OfferKind.Internship));
    }

    private static string Report(Score score) =>
        string.Join('\n', [$"{score.Rows} rows, precision {score.Precision:0.000}, recall {score.Recall:0.000}", "wrong:", .. score.Wrong, "missed:", .. score.Missed]);
}
