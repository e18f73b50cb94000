using System.Globalization;
using SmartRecruiting.Schooling.Catalogue;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Reports;

namespace SmartRecruiting.Schooling.Tests;

/// <summary>A report written by hand, with every kind of chart and every kind of cell.</summary>
internal static class SampleReport
{
    public const string Snapshot = "2026-03-02-7f3a91c4";
    public const string Scope = "Université d’essai";
    public const string Period = "Année universitaire 2025-2026, du 1er septembre 2025 au 2 mars 2026";
    public const string Compared = "Même période de 2024-2025, du 1er septembre 2024 au 2 mars 2025";
    public const string Formula = "=HYPERLINK(\"https://ailleurs.example\")";

    // What .NET puts between thousands, and before a percent sign, in French.
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly DateTime Counted = new(2026, 3, 2, 8, 30, 0, DateTimeKind.Utc);

    public static (ReportContent French, ReportContent English) Content(int factor = 1, string snapshot = Snapshot) =>
        (Make(factor, snapshot), Make(factor, snapshot, english: true));

    /// <summary>Kept as if somebody had asked for it at this moment.</summary>
    public static async Task<Guid> KeepReportAsync(this TestHost host, int factor = 1, string snapshot = Snapshot, StatYear? year = null, Guid? madeBy = null, string? of = null)
    {
        var id = Guid.Empty;
        await host.WithAsync<SchoolingDb>(async db =>
        {
            var university = db.Universities.Single(u => of == null || u.Name == of);
            var report = new Report(
                university, year ?? new StatYear(2025, YearBasis.University), madeBy, host.Clock.GetUtcNow().UtcDateTime, Content(factor, snapshot));
            db.Add(report);
            await db.SaveChangesAsync(CancellationToken.None);
            id = report.Id;
        });
        return id;
    }

    private static ReportContent Make(int factor, string snapshot, bool english = false)
    {
        var language = english ? English : French;
        string Say(string fr, string en) => english ? en : fr;
        var header = new StatHeader(
            snapshot, Counted, Scope, Say(Period, "University year 2025-2026, from 1 September 2025 to 2 March 2026"),
            Say(Compared, "Same period of 2024-2025, from 1 September 2024 to 2 March 2025"));
        StatCell Count(double n) => new((n * factor).ToString("N0", language), n * factor);
        StatCell Share(double n) => new(n.ToString("P1", language), n);
        StatCell Days(double n) => new(n.ToString("0.0", language), n);
        StatCell Move(double n) => new((n > 0.005 ? "▲ " : n < -0.005 ? "▼ " : "= ") + n.ToString("+0 %;−0 %;0 %", language), n);
        var offers = Say("Offres", "Offers");
        var growth = Say("Évolution", "Movement");

        string[] components = ["Polytech Grenoble", "IUT de Valence – métiers de l’alimentation et de la santé", "UFR Sciences de l’homme et de la société", "Faculté d’économie", "Grenoble IAE", "Institut d’œnologie", "École d’été", "Génie civil", "Télécoms", "Droit", "Langues", "Médecine", "Pharmacie", "Géographie", "Physique", "Chimie", "Mathématiques", "Arts du spectacle"];
        var byComponent = new StatTable(
            "components", Say("Composantes les plus demandées", "Components most in demand"),
            Say("Polytech Grenoble reçoit un quart des offres ; l’Institut d’œnologie progresse le plus.", "Polytech Grenoble receives a quarter of the offers; Institut d’œnologie grows most."),
            Say("Offres publiées dans la période, où une formation de la composante arrive première.", "Offers published in the period where a programme of the component comes first."),
            StatChart.Bars,
            [new(Say("Composante", "Component"), StatFormat.Text), new(offers, StatFormat.Count, StatAxis.Series), new(Say("Un an avant", "A year before"), StatFormat.Count, StatAxis.Series), new(growth, StatFormat.Movement), new(Say("Bien appariées", "Well matched"), StatFormat.Share)],
            [.. components.Select((name, i) => new StatRow(
                [new(name), Count(1234 - i * 67), Count(1100 - i * 55), i == 5 ? new StatCell(Say("nouveau", "new")) : Move((1234 - i * 67) / (1100.0 - i * 55) - 1), Share(.82 - i * .03)],
                "/inbox"))]);

        string[] months = english ? ["Sept", "Oct", "Nov", "Dec", "Jan", "Feb"] : ["sept.", "oct.", "nov.", "déc.", "janv.", "févr."];
        double[] now = [410, 620, 733, 512, 890, 1_041], before = [380, 590, 610, 540, 702, 850];
        var byMonth = new StatTable(
            "months", Say("Offres par mois", "Offers by month"), Say("Février dépasse mille offres pour la première fois.", "February passes a thousand offers for the first time."),
            Say("Offres publiées, par mois de publication.", "Offers published, by month of publication."), StatChart.Lines,
            [new(Say("Mois", "Month"), StatFormat.Text), new("2025-2026", StatFormat.Count, StatAxis.Series), new("2024-2025", StatFormat.Count, StatAxis.Series)],
            [.. months.Select((m, i) => new StatRow([new(m), Count(now[i]), Count(before[i])]))]);

        (string, double, double?, double)[] skills =
            [("Python", 612, .18, .77), ("SQL", 540, .06, .81), ("Gestion de projet", 498, -.04, .52), ("Anglais", 470, .01, .66), ("Java", 310, -.12, .79), ("C#", 205, .09, .70), ("Soins", 190, .31, .22), ("CAO", 160, .14, .35), ("Comptabilité", 151, -.2, .58), ("Rust", 31, null, .4), ("Docker", 144, .42, .61), ("Kubernetes", 88, .55, .48)];
        var bySkill = new StatTable(
            "skills", Say("Compétences demandées", "Skills asked for"), Say("Les soins progressent d’un tiers, et moins d’un quart de ces offres trouvent une bonne formation.", "Care grows by a third, and fewer than a quarter of these offers find a good programme."),
            Say("Part des offres de la période qui demandent la compétence ; bien appariée : au moins quatre chances sur dix.", "Share of the period’s offers that ask for the skill; well matched: at least four chances in ten."), StatChart.Bubbles,
            [new(Say("Compétence", "Skill"), StatFormat.Text), new(offers, StatFormat.Count, StatAxis.Size), new(growth, StatFormat.Movement, StatAxis.X), new(Say("Bien appariées", "Well matched"), StatFormat.Share, StatAxis.Y)],
            [.. skills.Select(s => new StatRow([new(s.Item1), Count(s.Item2), s.Item3 is { } g ? Move(g) : new StatCell(Say("nouveau", "new")), Share(s.Item4)]))]);

        (string, double)[] domains = [("Informatique", .31), ("Santé", .17), ("Génie civil", .12), ("Commerce", .1), ("Droit", .08), ("Environnement", .07), ("Langues", .06), ("Arts", .05), ("Sport", .03), ("Agriculture", .01)];
        var byDomain = new StatTable(
            "domains", Say("Domaines", "Domains"), Say("L’informatique fait près d’un tiers des offres.", "Informatics makes almost a third of the offers."),
            Say("Part des offres par domaine ; un domaine par offre.", "Share of the offers by domain; one domain an offer."), StatChart.Doughnut,
            [new(Say("Domaine", "Domain"), StatFormat.Text), new(Say("Part", "Share"), StatFormat.Share, StatAxis.Series), new(Say("Réponse (jours)", "Answer (days)"), StatFormat.Days)],
            [.. domains.Select(d => new StatRow([new(d.Item1), Share(d.Item2), Days(3.5 + d.Item2 * 10)]))]);

        var companies = new StatTable(
            "companies", Say("Entreprises", "Companies"), Say("Trois entreprises font la moitié des offres nouvelles.", "Three companies make half of the new offers."),
            Say("Offres publiées dans la période, par entreprise ; moins de cinq étudiants : « <5 ».", "Offers published in the period, by company; fewer than five students: “<5”."), StatChart.None,
            [new(Say("Entreprise", "Company"), StatFormat.Text), new(Say("Domaine", "Domain"), StatFormat.Text), new(offers, StatFormat.Count), new(Say("Étudiants", "Students"), StatFormat.Count)],
            [
                new([new(Formula), new("Informatique"), Count(42), Count(17)]),
                new([new("+33 Conseil"), new("Commerce"), Count(30), new("<5")]),
                new([new("Crème & Cie <b>"), new("Santé"), Count(12), Count(8)]),
            ]);

        return new ReportContent(
            header,
            [
                new(Say("Offres publiées", "Offers published"), (4206 * factor).ToString("N0", language), Say("▲ +15 % par rapport à 2024-2025", "▲ +15 % against 2024-2025")),
                new(Say("Bien appariées", "Well matched"), .64.ToString("P0", language), Say("= stable", "= steady")),
                new(Say("Pourvues", "Filled"), .38.ToString("P0", language), Say("▼ −3 points", "▼ −3 points")),
                new(Say("Réponse des écoles, médiane", "Answer of the schools, median"), Say("4,2 jours", "4.2 days"), null),
                new(Say("Entreprises", "Companies"), 731.ToString("N0", language), Say("dont 112 nouvelles", "of which 112 new")),
                new(Say("Domaines sans formation", "Domains without programme"), "3", null),
            ],
            [
                Say("La demande progresse de 15 % : 4 206 offres, contre 3 657 un an plus tôt à la même date.", "Demand grows by 15 %: 4,206 offers, against 3,657 a year before at the same date."),
                Say("Les soins et le maintien à domicile sont la première demande sans réponse : 190 offres, une sur cinq bien appariée, 12 % pourvues.", "Care is the first unmet demand: 190 offers, one in five well matched, 12 % filled."),
                Say("Les écoles répondent en 4,2 jours ; une transmission sur dix attend plus de dix jours ouvrés.", "Schools answer in 4.2 days; one transmission in ten waits for more than ten working days."),
                Say("Kubernetes et Docker progressent le plus vite parmi les compétences demandées plus de cinquante fois.", "Kubernetes and Docker grow fastest among the skills asked for more than fifty times."),
            ],
            [byComponent, byMonth, bySkill, byDomain, companies]);
    }
}
