using System.Globalization;
using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Offers.Reading;

namespace SmartRecruiting.Recruiting.Tests;

/// <summary>What is read in a text, and above all what is not: read on 2 November 2026.</summary>
public sealed class ReadingTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    public static TheoryData<string, string> Sentences => new()
    {
        // How long.
        { "Stage de 6 mois à partir de mars 2027.", "Kind=Internship; Starts=2027-03-01; DurationWeeks=26" },
        { "Durée : 12 semaines.", "DurationWeeks=12" },
        { "Un stage de deux mois en laboratoire.", "DurationWeeks=9" },
        { "Stage de quatre mois, soit 17 semaines.", "DurationWeeks=17" },
        { "A six-month internship in our lab.", "DurationWeeks=26" },
        { "For 10 weeks, you will join the team.", "DurationWeeks=10" },
        { "Stage de 4 à 6 mois.", "" },
        { "Stage de 4-6 mois.", "" },
        { "6 mois minimum.", "" },
        { "Durée minimale : au moins 3 mois.", "" },
        { "Une expérience de 6 mois est appréciée.", "" },
        { "6 mois d'expérience en vente.", "" },
        { "Nous avons ouvert il y a 3 mois.", "" },
        { "Contrat de 12 mois, avec une période d'essai de 2 mois.", "DurationWeeks=52" },
        { "Stage de 2 mois pour les uns ou de 6 mois pour les autres.", "" },
        { "Une réunion toutes les deux semaines.", "" },
        { "A notice of 2 months and 5 months of experience.", "" },
        // From when, until when.
        { "Début le 1er mars 2027.", "Starts=2027-03-01" },
        { "Démarrage en janvier.", "Starts=2027-01-01" },
        { "Dès le 15/02/2027.", "Starts=2027-02-15" },
        { "À partir du 5 avril 2027 et jusqu'au 31 août 2027.", "Starts=2027-04-05; Ends=2027-08-31" },
        { "De mars à août 2027.", "Starts=2027-03-01; Ends=2027-08-31" },
        { "Du 1er mars au 30 juin 2027.", "Starts=2027-03-01; Ends=2027-06-30" },
        { "De septembre 2027 à février 2028.", "Starts=2027-09-01; Ends=2028-02-29" },
        { "An internship from March to August.", "Kind=Internship; Starts=2027-03-01; Ends=2027-08-31" },
        { "Starting February 15, 2027.", "Starts=2027-02-15" },
        { "Start date: 2027-04-01.", "Starts=2027-04-01" },
        { "Until the end of June 2027.", "Ends=2027-06-30" },
        { "Fin du stage : 31 juillet 2027.", "Ends=2027-07-31" },
        { "À partir de mi-mars.", "" },
        { "Début en mars ou en avril ; démarrage en avril possible.", "" },
        { "Candidatures jusqu'au 15 décembre 2026.", "" },
        { "Postulez à partir du 10 novembre.", "" },
        { "Démarrage le 1er mars 2024.", "" },
        { "Début le 31 février 2027.", "" },
        { "Le service compte, depuis mars, cinq personnes.", "" },
        // Hours.
        { "35 h/semaine.", "WeeklyHours=35" },
        { "Vous travaillez 37h30 par semaine.", "WeeklyHours=37.5" },
        { "28 heures hebdomadaires.", "WeeklyHours=28" },
        { "Temps plein (35h).", "WeeklyHours=35" },
        { "32.5 hours a week.", "WeeklyHours=32.5" },
        { "A 35-hour week.", "WeeklyHours=35" },
        { "Entre 20 et 35 heures par semaine.", "" },
        { "Ouvert de 9h à 20h, 7 jours sur 7.", "" },
        { "Le standard reçoit 200 heures d'appels par semaine.", "" },
        // Pay.
        { "900 € par mois.", "Pay=900 Month" },
        { "Gratification 4,50 €/h.", "Pay=4.5 Hour" },
        { "Gratification de 4,50 € de l'heure.", "Pay=4.5 Hour" },
        { "1 200 euros bruts mensuels.", "Pay=1200 Month" },
        { "€1,100 per month.", "Pay=1100 Month" },
        { "32 k€ par an.", "Pay=32000 Year" },
        { "Stage non rémunéré.", "Pay=0 Hour" },
        { "This internship is unpaid.", "Pay=0 Hour" },
        { "Gratification selon la loi.", "" },
        { "De 900 à 1 200 € par mois.", "" },
        { "800 € net par mois.", "" },
        { "Remboursement des transports : 40 € par mois.", "" },
        { "Un budget de 5000 € par mois à gérer.", "" },
        { "Gratification : 600 € par mois, tickets restaurant.", "Pay=600 Month" },
        { "Non rémunéré si moins de deux mois.", "" },
        // Level.
        { "Niveau bac + 5.", "Level=Bac+5" },
        { "Vous préparez un M2 en informatique.", "Level=Bac+5" },
        { "Étudiante ou étudiant en L3.", "Level=Bac+3" },
        { "Formation BTS ou DUT.", "Level=Bac+2" },
        { "Master 1 en droit.", "Level=Bac+4" },
        { "You prepare a master's degree.", "Level=Bac+5" },
        { "École d'ingénieurs, dernière année.", "Level=Bac+5" },
        { "Bac+4/5.", "" },
        { "De bac+3 à bac+5.", "" },
        { "Bac+2 minimum.", "" },
        { "M1 ou M2.", "" },
        { "Avec notre webmaster et le scrum master.", "" },
        { "Vous assistez un ingénieur.", "" },
        // Where.
        { "Le poste est à Valence.", "City=Valence" },
        { "Basée à Saint-Martin-d'Hères (38).", "City=Saint-Martin-d’Hères" },
        { "Lieu : 38000 Grenoble.", "City=Grenoble" },
        { "Located in Lyon.", "City=Lyon" },
        { "Poste basé à Trifouilly.", "City=Trifouilly" },
        { "Une initiation à Python et à Excel.", "" },
        { "À Grenoble ou à Lyon.", "" },
        { "Missions à Définir ensemble.", "" },
        { "Basé en Isère.", "" },
        // From elsewhere.
        { "Télétravail 2 jours.", "Remote=Partial" },
        { "Deux jours de télétravail par semaine.", "Remote=Partial" },
        { "Pas de télétravail.", "Remote=None" },
        { "100 % télétravail.", "Remote=Full" },
        { "Fully remote position.", "Remote=Full" },
        { "Hybrid work.", "Remote=Partial" },
        { "Nous équipons nos clients pour le télétravail.", "" },
        { "Télétravail possible, mais pas de télétravail le premier mois.", "" },
        // What kind.
        { "Contrat en alternance.", "Kind=Apprenticeship" },
        { "Stage ou alternance.", "" },
        // Whom to write to.
        { "Écrire à Stages@Essais.example avant Noël.", "ContactEmail=stages@essais.example" },
        { "Écrire à a@essais.example ou b@essais.example.", "" },
        // Spaces that do not break, curly marks, words of other things.
        { "35\u00a0h/semaine, 4,50\u202f€/h, école d’ingénieurs.", "Level=Bac+5; WeeklyHours=35; Pay=4.5 Hour" },
        { "", "" },
        { "Développer une application web en C# et SQL, API REST, tests automatisés, dans une équipe de cinq personnes.", "" },
    };

    public static TheoryData<string, string?> Titles => new()
    {
        { "Nous cherchons un stage développement web pour notre équipe.", "Stage développement web" },
        { "Alternance assistant ressources humaines\nNous sommes une PME.", "Alternance assistant ressources humaines" },
        { "We offer an internship in data science within our lab.", "Internship in data science" },
        { "Développer une application web en C# et SQL, API REST.", "Développer une application web en C# et SQL" },
        { "Nous recherchons une stagiaire en communication, motivée.", "Stagiaire en communication" },
        { "Stage de 6 mois.", "Stage de 6 mois" },
        { "Bonjour.", null },
        { "Trop de mots s'enchaînent ici sans qu'aucun point vienne dire où la phrase finit et où le titre pourrait bien commencer", null },
    };

    [Theory, MemberData(nameof(Sentences))]
    public void A_text_is_read_for_what_it_says_and_not_for_what_it_might_mean(string text, string expected)
    {
        // Every word that a proposal quotes stands in the text.
        var read = OfferReader.Read(text, Today);
        Assert.All(read, p => Assert.Contains(p.Words, text.Replace('’', '\'').Replace('\u00a0', ' ').Replace('\u202f', ' '), StringComparison.Ordinal));
        var found = read.Where(p => p.Field is not "Title" && (p.Field is not "Kind" || expected.Contains("Kind", StringComparison.Ordinal) || expected.Length == 0 && p.Value is OfferKind.Apprenticeship));
        Assert.Equal(expected, string.Join("; ", found.Select(p => $"{p.Field}={Said(p.Value)}")));
    }

    [Theory, MemberData(nameof(Titles))]
    public void A_title_is_taken_from_the_words_that_name_the_work(string text, string? title) =>
        Assert.Equal(title, OfferReader.Read(text, Today).SingleOrDefault(p => p.Field == "Title")?.Value);

    [Theory]
    [InlineData("de mars à ")]
    [InlineData("1 ")]
    [InlineData("stage ")]
    [InlineData("stage x")]
    [InlineData("à A")]
    [InlineData("Basé à Aa ")]
    [InlineData("a@b.")]
    [InlineData("35 h ")]
    [InlineData("bac + ")]
    [InlineData("télétravail ")]
    [InlineData("1 000 ")]
    [InlineData("6 mois ")]
    public void The_longest_text_of_the_worst_kind_is_read_in_no_time(string bad)
    {
        var text = string.Concat(Enumerable.Repeat(bad, 20_000 / bad.Length));
        OfferReader.Read("Stage", Today);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        OfferReader.Read(text, Today);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 1_000);
    }

    private static string Said(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PayRead pay => pay.Amount.ToString("0.##", CultureInfo.InvariantCulture) + " " + pay.Unit,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
