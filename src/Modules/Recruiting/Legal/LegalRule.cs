using System.Globalization;

namespace SmartRecruiting.Recruiting.Legal;

/// <summary>The rules that the legal assistant knows.</summary>
internal enum LegalRuleKey
{
    HoursADay,
    DaysAMonth,
    LongestStay,
    PayDue,
    MinimumPay,
    WaitingPeriod,
    QuotaFrom,
    QuotaShare,
    QuotaSmall,
    TutorNamed,
    TutorMost,
    Apprenticeship,
}

/// <summary>One rule of law: its figure, its words in both languages, the article it comes from and since when. Administrators keep it up to date.</summary>
internal sealed class LegalRule
{
    public const int ArticleMax = 100;
    public const int WordsMax = 500;
    public const int FigureMax = 10_000;
    public const int FirstYear = 2000;
    public const int LastYear = 2100;

    private LegalRule() { }

    public LegalRuleKey Key { get; private init; }

    /// <summary>Hours, days, people or per cent, as its words say; null for a rule without one.</summary>
    public decimal? Figure { get; private set; }

    public string Article { get; private set; } = "";

    /// <summary>The year since which it reads like this.</summary>
    public int Since { get; private set; }

    /// <summary>In French; {0} stands for the figure.</summary>
    public string French { get; private set; } = "";

    /// <summary>In English; {0} stands for the figure.</summary>
    public string English { get; private set; } = "";

    public int Revision { get; private set; } = 1;

    /// <summary>For the history.</summary>
    public string Wording => string.Create(CultureInfo.InvariantCulture, $"{Figure:0.##} · {Article} · {Since} · {French} · {English}");

    /// <summary>False when nothing differs.</summary>
    public bool TryChange(decimal? figure, string article, int since, string french, string english)
    {
        if (Figure.HasValue != figure.HasValue) throw new ArgumentException("A rule keeps its figure, or has none.", nameof(figure));
        if ((Figure, Article, Since, French, English) == (figure, article, since, french, english)) return false;
        (Figure, Article, Since, French, English) = (figure, article, since, french, english);
        Revision++;
        return true;
    }

    public string In(string language) => string.Format(CultureInfo.CurrentCulture, language == "en" ? English : French, Figure);

    /// <summary>Whether these words can be said: what stands in braces is the figure, and nothing else.</summary>
    public static bool CanSay(string? words)
    {
        try
        {
            return words is null || string.Format(CultureInfo.InvariantCulture, words, 1m).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>What the law says at the start; rows of the first migration.</summary>
    public static IEnumerable<object> Known { get; } =
    [
        Row(LegalRuleKey.HoursADay, 7, "Code de l’éducation, D124-6", 2014,
            "{0:0.##} heures de présence, consécutives ou non, font un jour.", "{0:0.##} hours of presence, consecutive or not, make a day."),
        Row(LegalRuleKey.DaysAMonth, 22, "Code de l’éducation, D124-6", 2014,
            "{0:0.##} jours de présence, consécutifs ou non, font un mois.", "{0:0.##} days of presence, consecutive or not, make a month."),
        Row(LegalRuleKey.LongestStay, 924, "Code de l’éducation, L124-5", 2014,
            "Une même personne ne peut être en stage dans le même organisme plus de six mois par année d’enseignement, soit {0:0.##} heures de présence.",
            "The same person may not be an intern at the same host for more than six months a teaching year: {0:0.##} hours of presence."),
        Row(LegalRuleKey.PayDue, 308, "Code de l’éducation, L124-6", 2014,
            "La gratification est due au-delà de deux mois, soit {0:0.##} heures de présence, dès la première heure.",
            "Pay is due beyond two months, that is {0:0.##} hours of presence, from the first hour on."),
        Row(LegalRuleKey.MinimumPay, 15, "Code de l’éducation, L124-6", 2015,
            "La gratification est au moins de {0:0.##} % du plafond horaire de la sécurité sociale, fixé chaque année.",
            "The pay is {0:0.##} % of the hourly social-security ceiling at least, which is set each year."),
        Row(LegalRuleKey.WaitingPeriod, 3, "Code de l’éducation, L124-11", 2014,
            "Entre deux stages sur un même poste, il faut attendre la durée du premier divisée par {0:0.##}.",
            "Between two internships on the same post, the length of the first one divided by {0:0.##} must pass."),
        Row(LegalRuleKey.QuotaFrom, 20, "Code de l’éducation, R124-10", 2015,
            "Le nombre de stagiaires dépend de l’effectif à partir de {0:0.##} personnes.", "The number of interns depends on the head count from {0:0.##} people on."),
        Row(LegalRuleKey.QuotaShare, 15, "Code de l’éducation, L124-8 et R124-10", 2015,
            "Il y a au plus {0:0.##} % de l’effectif en stage la même semaine, arrondi au-dessus.", "At most {0:0.##} % of the head count may be interns in the same week, rounded up."),
        Row(LegalRuleKey.QuotaSmall, 3, "Code de l’éducation, L124-8 et R124-10", 2015,
            "Dans un petit organisme, il y a au plus {0:0.##} stagiaires la même semaine.", "A small host has {0:0.##} interns in the same week at most."),
        Row(LegalRuleKey.TutorNamed, null, "Code de l’éducation, L124-9", 2014,
            "L’organisme d’accueil désigne une personne pour le tutorat.", "The host names a tutor."),
        Row(LegalRuleKey.TutorMost, 3, "Code de l’éducation, R124-13", 2015,
            "Une même personne assure le tutorat de {0:0.##} stagiaires au plus en même temps.", "One person is the tutor of {0:0.##} interns at the same time at most."),
        Row(LegalRuleKey.Apprenticeship, null, "Code du travail, L6221-1 et L6325-1", 2008,
            "L’alternance est un contrat de travail : les règles du stage ne s’appliquent pas, et cet assistant n’en vérifie aucune.",
            "An apprenticeship is an employment contract: the rules of internships do not apply, and this assistant checks none."),
    ];

    private static object Row(LegalRuleKey key, decimal? figure, string article, int since, string french, string english) =>
        new { Key = key, Figure = figure, Article = article, Since = since, French = french, English = english, Revision = 1 };
}

/// <summary>The least that an hour of an internship of one year is paid.</summary>
internal sealed class LegalRate
{
    public const decimal Most = 100;

    private LegalRate() { }

    public LegalRate(int year, decimal hourly) => (Year, Hourly) = (year, hourly);

    public int Year { get; private init; }

    public decimal Hourly { get; private set; }

    public int Revision { get; private set; } = 1;

    public bool TryChange(decimal hourly)
    {
        if (Hourly == hourly) return false;
        Hourly = hourly;
        Revision++;
        return true;
    }

    public static IEnumerable<object> Known { get; } =
    [
        new { Year = 2024, Hourly = 4.35m, Revision = 1 }, new { Year = 2025, Hourly = 4.35m, Revision = 1 }, new { Year = 2026, Hourly = 4.50m, Revision = 1 },
    ];
}

/// <summary>Who changed which rule or rate, when, from what to what. Rows are added, never changed.</summary>
internal sealed class LegalChange
{
    public const int WordingMax = 1500;

    private LegalChange() { }

    public LegalChange(string what, string before, string after, Guid by, DateTime at) => (What, Before, After, By, At) = (what, before, after, by, at);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The key of a rule, or the year of a rate.</summary>
    public string What { get; private init; } = "";

    /// <summary>Empty for a new rate.</summary>
    public string Before { get; private init; } = "";

    public string After { get; private init; } = "";

    /// <summary>The administrator's account.</summary>
    public Guid By { get; private init; }

    public DateTime At { get; private init; }
}
