using System.Globalization;
using System.Resources;
using SmartRecruiting.Schooling.Catalogue;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>
/// The mails that announce a transmission. In French, the platform's language: those who read them may never have chosen one, and
/// whoever chose one did so in a browser that is not here.
/// </summary>
internal static class InboxMail
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly ResourceManager Texts = new("SmartRecruiting.Schooling.Text", typeof(InboxMail).Assembly);

    /// <summary>To somebody who has an account and can act.</summary>
    public static MailRequested ToManager(string email, string name, Programme programme, OfferTransmitted sent) =>
        Mail(email, name, programme, sent, Get("MailWhatToDo"));

    /// <summary>To the programme's responsible person, when no account is attached to it.</summary>
    public static MailRequested ToResponsible(string email, string name, Programme programme, OfferTransmitted sent) =>
        Mail(email, name, programme, sent, Get("MailNoManager", programme.Name));

    private static MailRequested Mail(string email, string name, Programme programme, OfferTransmitted sent, string last)
    {
        var offer = sent.Offer;
        var paragraphs = new List<string>
        {
            Get("MailIntro", offer.CompanyName, programme.Name),
            Get(offer.Kind is OfferKind.Internship ? "MailInternship" : "MailApprenticeship", offer.Title),
        };
        if (offer.City is { Length: > 0 } city) paragraphs.Add(Get("MailCity", city));
        if (sent.Reasons.Count > 0) paragraphs.Add(Get("MailReasons", string.Join(", ", sent.Reasons)));
        paragraphs.Add(last);
        return new MailRequested(
            email,
            name,
            Get("MailSubject", offer.Title, programme.Name),
            "fr",
            paragraphs,
            new MailAction(Get("MailButton"), $"/inbox/{sent.TransmissionId}"));
    }

    private static string Get(string key, params object[] values) => string.Format(French, Texts.GetString(key, French) ?? key, values);
}
