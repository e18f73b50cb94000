using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Moderation;

/// <summary>Tells a recruiter what was decided about an offer, in the language in which they signed up.</summary>
internal static class ModerationMail
{
    public static MailRequested About(Recruiter reader, Offer offer, Verdict verdict, string words)
    {
        List<string> paragraphs = [Say("MailHello", reader.Name), Say("MailVerdict" + verdict, offer.Title)];
        if (verdict is Verdict.Published && offer.Status is OfferStatus.AwaitingCompany) paragraphs.Add(Say("MailVerdictWaits"));
        if (words.Length > 0) paragraphs.Add(Say("MailVerdictWords", words));
        var action = verdict is Verdict.ChangesAsked
            ? new MailAction(Say("MailChangeOffer"), $"/offers/{offer.Id}/edit")
            : new MailAction(Say("MailOpenOffer"), $"/offers/{offer.Id}");
        return new MailRequested(reader.Email, reader.Name, Say($"MailVerdict{verdict}Subject", offer.Title), reader.Language, paragraphs, action);

        string Say(string key, params object[] values) => Text.In(reader.Language, key, values);
    }
}
