using System.Globalization;
using System.Resources;
using SmartRecruiting.Students.Offers;
using SmartRecruiting.Students.Profile;

namespace SmartRecruiting.Students.Alerts;

/// <summary>The mails that a student asked for by saving searches and offers, in the language in which they did.</summary>
internal static class AlertMail
{
    private const int MostReasons = 4;
    private static readonly ResourceManager Texts = new("SmartRecruiting.Students.Text", typeof(AlertMail).Assembly);

    /// <summary>Offers that are new for saved searches, best first.</summary>
    public static MailRequested New(Student student, IReadOnlyList<OfferHit> hits)
    {
        var language = LanguageOf(student.Language);
        return new MailRequested(
            student.Email,
            student.Name,
            Get(language, hits.Count == 1 ? "AlertSubjectOne" : "AlertSubject", hits.Count),
            student.Language,
            [
                Get(language, "MailHello", student.Name),
                Get(language, hits.Count == 1 ? "AlertIntroOne" : "AlertIntro", hits.Count),
                .. hits.Select(hit => Describe(hit, language)),
                Get(language, "AlertWhy"),
            ],
            new MailAction(Get(language, "AlertAction"), "/my-searches#sent"),
            $"/stop/alerts/{student.StopToken}");
    }

    /// <summary>Offers that a student kept or received and that are over.</summary>
    public static MailRequested Over(string email, string name, string language, IReadOnlyList<KnownOffer> ended, string stopPath)
    {
        var culture = LanguageOf(language);
        return new MailRequested(
            email,
            name,
            ended is [var only] ? Get(culture, "OverSubjectOne", only.Title) : Get(culture, "OverSubject", ended.Count),
            language,
            [
                Get(culture, "MailHello", name),
                Get(culture, ended.Count == 1 ? "OverIntroOne" : "OverIntro"),
                .. ended.Select(offer => $"{offer.Title}\n{offer.Company} · {Get(culture, "Closed_" + offer.Reason)}"),
                Get(culture, "OverWhy"),
            ],
            new MailAction(Get(culture, "SearchInternships"), "/internships"),
            stopPath);
    }

    private static string Describe(OfferHit hit, CultureInfo language)
    {
        var offer = hit.Offer;
        var about = string.Join(" · ", new[] { offer.CompanyName, offer.City, Get(language, "Kind_" + offer.Kind) }.Where(part => part is { Length: > 0 }));
        var reasons = string.Join(", ", hit.Reasons.Take(MostReasons).Select(r => r.Term));
        return $"{offer.Title}\n{about}" + (reasons.Length > 0 ? "\n" + Get(language, "AlertBecause", reasons) : "");
    }

    private static CultureInfo LanguageOf(string language) => CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "fr-FR");

    private static string Get(CultureInfo language, string key, params object[] values) => string.Format(language, Texts.GetString(key, language) ?? key, values);
}
