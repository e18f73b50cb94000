using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Tests;

public sealed class SkillTests
{
    private static readonly SkillLexicon Lexicon = SkillLexicon.Load();

    [Fact]
    public void The_lexicon_has_1500_skills_and_no_problem()
    {
        using var file = new StreamReader(typeof(SkillLexicon).Assembly.GetManifestResourceStream("SmartRecruiting.Matching.Skills.lexicon.csv")!);

        Assert.Empty(SkillLexicon.Check(file).Problems);
        Assert.InRange(Lexicon.Entries.Count, 1_500, 100_000);
        Assert.All(Lexicon.Entries, e => Assert.All([e.Id, e.French, e.English, e.Family], cell => Assert.False(string.IsNullOrWhiteSpace(cell))));
    }

    [Fact]
    public void The_check_names_line_and_fault()
    {
        const string Csv = """
            id,fr,en,family,aliases,context
            sql,SQL,SQL,data,,
            sql,Langage SQL,SQL language,data,,
            other,sql,Something,data,,
            empty,,Nothing,data,,
            signs,!!!,Signs,data,,
            short,Go,Go language,software,golang,
            fine,Soudure,Welding,industry,,
            """;

        var (entries, problems) = SkillLexicon.Check(new StringReader(Csv));

        Assert.Equal([3, 4, 5, 6, 7], problems.Select(p => p.Line));
        Assert.Equal(6, entries);
        Assert.Contains("sql", problems[0].Reason, StringComparison.Ordinal);
        Assert.Contains("ligne 2", problems[1].Reason, StringComparison.Ordinal);
        Assert.Contains("fr", problems[2].Reason, StringComparison.Ordinal);
        Assert.Contains("Go", problems[4].Reason, StringComparison.Ordinal);
        Assert.NotEmpty(SkillLexicon.Check(new StringReader("id,fr\nsql,SQL")).Problems);
        Assert.NotEmpty(SkillLexicon.Check(new StringReader("")).Problems);
    }

    [Theory]
    [InlineData("Analyse statistique des données avec R et Python", true)]
    [InlineData("Rédiger des rapports sous R, RStudio", true)]
    [InlineData("Monsieur R. Martin vous accueille", false)]
    [InlineData("Service R&D : statistiques et langage", false)]
    [InlineData("statistiques, r comme rien", false)]
    public void R_counts_only_in_context(string text, bool found) => Assert.Equal(found, Found(text).Contains("r"));

    [Theory]
    [InlineData("Il faut aller vite, go !")]
    [InlineData("plan C : rien")]
    public void Other_short_names_need_their_context_too(string text) => Assert.DoesNotContain(Found(text), id => id is "go" or "c");

    [Theory]
    [InlineData("avec son équipe, du matin au soir")]
    [InlineData("Son AVEC du")]
    [InlineData("le la les de des et ou à nous vous votre pour sur dans")]
    [InlineData("tickets restaurant, bonne ambiance, salaire et mutuelle")]
    public void Function_words_and_benefits_are_no_skills(string text) => Assert.Empty(Found(text));

    [Theory]
    [InlineData("tests unitaires", "test unitaire")]
    [InlineData("Bases de données", "base de donnée")]
    [InlineData("COMPTABILITÉ GÉNÉRALE", "comptabilite generale")]
    public void Accents_case_and_a_plural_s_do_not_matter(string one, string other)
    {
        Assert.NotEmpty(Found(one));
        Assert.Equal(Found(one), Found(other));
    }

    [Fact]
    public void The_longest_name_wins_and_a_skill_comes_as_often_as_it_is_named()
    {
        var lexicon = SkillLexicon.Of([Skill("java"), Skill("spring"), Skill("spring boot"), Skill("boot camp"), Skill("c#"), Skill("c++")]);
        const string Text = "Java, Spring Boot camp; Spring et C# (pas C++) en java.";

        var found = lexicon.Find(TextAnalyzer.Analyse(Text));

        Assert.Equal(["java", "spring boot", "spring", "c#", "c++", "java"], found.Select(m => m.Skill.Id));
        Assert.Equal(["Java", "Spring Boot", "Spring", "C#", "C++", "java"], found.Select(m => Text.Substring(m.Start, m.Length)));
    }

    [Theory]
    [InlineData("Vous assurez la maintenance du parc", "maintenance")]
    [InlineData("Vous encadrez une équipe de cinq personnes", "people-supervision")]
    [InlineData("Prise de commandes et traitement de commandes", "order-handling")]
    [InlineData("Contrôle et vérification des pièces", "checking")]
    [InlineData("autonome, dynamique et rigoureuse", "dynamism")]
    public void Tasks_and_ways_of_working_are_skills(string text, string skill) => Assert.Contains(skill, Found(text));

    [Theory]
    [InlineData("Cabinet de conseil en recrutement, nous cherchons quelqu'un")]
    [InlineData("Rattaché au responsable maintenance dans une équipe dynamique")]
    [InlineData("Sous la responsabilité du chef d'équipe, au sein du service client")]
    [InlineData("Relever de nouveaux défis dans la grande distribution alimentaire")]
    public void A_phrase_that_is_no_skill_hides_the_skill_words_in_it(string text) => Assert.Empty(Found(text));

    [Theory]
    [InlineData("Nous recherchons un soudeur", "welding")]
    [InlineData("Data engineer en alternance", "data-engineering")]
    [InlineData("Cheffe de projet H/F", "project-management")]
    public void The_name_of_a_trade_asks_for_its_craft(string text, string skill) => Assert.Contains(skill, Found(text));

    [Fact]
    public void Where_the_sender_speaks_of_itself_only_tools_of_computing_count_and_what_is_asked_for_stays()
    {
        const string Text = "Leader de la logistique et de la cybersécurité, notre société familiale est implantée dans 28 pays et développe sa plateforme en Java. "
            + "Vous assurez la maintenance préventive des machines et la gestion des stocks, en autonomie.";

        var asked = Asked(Text);

        Assert.Superset(new HashSet<string> { "logistics", "cybersecurity" }, Found(Text).ToHashSet());
        Assert.DoesNotContain("logistics", asked);
        Assert.DoesNotContain("cybersecurity", asked);
        Assert.Superset(new HashSet<string> { "java", "preventive-maintenance", "inventory-management", "working-independently" }, asked);
    }

    [Theory]
    [InlineData("Elle facilite la transition énergétique des territoires.", "energy-transition")]
    [InlineData("Le groupe est présent en Europe. Médecine, psychiatrie et soins de suite font dans toute la région sa bonne réputation auprès de tous ses patients et collaborateurs.", "psychiatry")]
    public void A_sentence_that_goes_on_about_the_sender_asks_for_nothing(string talk, string skill)
    {
        var text = $"Vous assurez la vente en magasin, la mise en rayon et l'encaissement, avec le sens du service et dans le respect des règles d'hygiène. {talk}";

        Assert.Contains(skill, Found(text));
        Assert.DoesNotContain(skill, Asked(text));
        Assert.Superset(new HashSet<string> { "retail-sales", "service-orientation" }, Asked(text));
    }

    [Fact]
    public void Benefits_are_not_asked_for_and_wishes_behind_them_are()
    {
        const string Text = "Vous assurez la vente en magasin, la mise en rayon et l'encaissement, avec le sens du service. "
            + "Vous aurez une mutuelle, la garde d'enfants et des fiches de paie sur papier. Profil : rigueur et permis B.";

        var asked = Asked(Text);

        Assert.Superset(new HashSet<string> { "early-childhood-education", "payroll" }, Found(Text).ToHashSet());
        Assert.DoesNotContain("early-childhood-education", asked);
        Assert.DoesNotContain("payroll", asked);
        Assert.Superset(new HashSet<string> { "retail-sales", "rigour", "driving-licence" }, asked);
    }

    [Fact]
    public void A_name_is_a_whole_word_and_one_that_begins_inside_another_is_found()
    {
        var lexicon = SkillLexicon.Of([Skill("gestion de projet agile"), Skill("projet européen"), Skill("art")]);

        Assert.Equal(["projet européen"], lexicon.Find(TextAnalyzer.Analyse("gestion de projet européen, départ, artiste")).Select(m => m.Skill.Id));
    }

    [Fact]
    public void Skills_of_programmes_join_those_that_are_known_do_not_and_no_stop_word_or_sentence_does()
    {
        const string Text = "Maîtriser le guillochage sous vide profond";
        Assert.Empty(Found(Text));

        var joined = Lexicon.With(["Guillochage sous vide profond", "SQL", "son", "avec", "du", "x", "", "être capable de faire tout ce qui est demandé", "guillochage SOUS vide profond"]);

        Assert.Equal(Lexicon.Entries.Count + 1, joined.Entries.Count);
        Assert.Equal("Guillochage sous vide profond", Assert.Single(joined.Find(TextAnalyzer.Analyse(Text))).Skill.French);
        Assert.Same(Lexicon, Lexicon.With(["SQL", "son"]));
    }

    [Fact]
    public void Skills_carry_both_names()
    {
        var skill = Assert.Single(Lexicon.Find(TextAnalyzer.Analyse("machine learning"))).Skill;

        Assert.Equal(("Apprentissage automatique", "Machine learning"), (skill.French, skill.English));
        Assert.Equal(skill.Id, Assert.Single(Lexicon.Find(TextAnalyzer.Analyse("l’apprentissage automatique"))).Skill.Id);
    }

    [Fact]
    public void Any_text_is_fine() => Assert.All(TextTests.AnyTexts(), text => Assert.All(
        Lexicon.Find(TextAnalyzer.Analyse(text)), m => Assert.InRange(m.Start + m.Length, 1, text.Length)));

    private static SkillEntry Skill(string name) => new(name, name, name, "essais", [], []);

    private static HashSet<string> Asked(string text) => [.. Lexicon.FindAsked(TextAnalyzer.Analyse(text)).Select(m => m.Skill.Id)];

    private static string[] Found(string text) => [.. Lexicon.Find(TextAnalyzer.Analyse(text)).Select(m => m.Skill.Id)];
}
