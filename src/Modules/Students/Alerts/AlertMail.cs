using System.Globalization;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Students.Offers;
using SmartRecruiting.Students.Profile;

namespace SmartRecruiting.Students.Alerts;

/// <summary>The mails that a student asked for by saving searches and offers, in the language in which they did.</summary>
internal static class AlertMail
{
    private const int MostReasons = 4;

    /// <summary>Offers that are new for saved searches, best first.</summary>
    public static MailRequested New(Student student, IReadOnlyList<OfferHit> hits)
    {
        var language = Cultures.Of(student.Language);
        return new MailRequested(
            student.Email,
            student.Name,
            Text.In(language, hits.Count == 1 ? "AlertSubjectOne" : "AlertSubject", hits.Count),
            student.Language,
            [
                Text.In(language, "MailHello", student.Name),
                Text.In(language, hits.Count == 1 ? "AlertIntroOne" : "AlertIntro", hits.Count),
                .. hits.Select(hit => Describe(hit, language)),
                Text.In(language, "AlertWhy"),
            ],
            new MailAction(Text.In(language, "AlertAction"), "/my-searches#sent"),
            $"/stop/alerts/{student.StopToken}");
    }

    /// <summary>Offers that a student kept or received and that are over.</summary>
    public static MailRequested Over(string email, string name, string language, IReadOnlyList<KnownOffer> ended, string stopPath)
    {
        var culture = Cultures.Of(language);
        return new MailRequested(
            email,
            name,
            ended is [var only] ? Text.In(culture, "OverSubjectOne", only.Title) : Text.In(culture, "OverSubject", ended.Count),
            language,
            [
                Text.In(culture, "MailHello", name),
                Text.In(culture, ended.Count == 1 ? "OverIntroOne" : "OverIntro"),
                .. ended.Select(offer => $"{offer.Title}\n{offer.Company} · {Text.In(culture, "Closed_" + offer.Reason)}"),
                Text.In(culture, "OverWhy"),
            ],
            new MailAction(Text.In(culture, "SearchInternships"), "/internships"),
            stopPath);
    }

    private static string Describe(OfferHit hit, CultureInfo language)
    {
        var offer = hit.Offer;
        var about = string.Join(" · ", new[] { offer.CompanyName, offer.City, Text.In(language, "Kind_" + offer.Kind) }.Where(part => part is { Length: > 0 }));
        var reasons = string.Join(", ", hit.Reasons.Take(MostReasons).Select(r => r.Term));
        return $"{offer.Title}\n{about}" + (reasons.Length > 0 ? "\n" + Text.In(language, "AlertBecause", reasons) : "");
    }
}
