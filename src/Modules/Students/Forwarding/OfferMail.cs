using System.Globalization;
using System.Resources;
using SmartRecruiting.Students.Roster;

namespace SmartRecruiting.Students.Forwarding;

/// <summary>The mail that brings a forwarded offer to one student. French: a roster does not say which language its students read.</summary>
internal static class OfferMail
{
    // Enough to decide; the page has the rest, and a mail to 300 students stays light.
    private const int MostText = 4000;
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly ResourceManager Texts = new("SmartRecruiting.Students.Text", typeof(OfferMail).Assembly);

    public static MailRequested To(RosterEntry student, ForwardedOffer received, Forward forward) => new(
        student.Email,
        student.Name,
        Get("MailSubject", forward.Title),
        "fr",
        [.. Paragraphs(student, forward)],
        new MailAction(Get("MailAction"), $"/my-offers/{received.Id}"),
        $"/stop/{student.StopToken}");

    private static IEnumerable<string> Paragraphs(RosterEntry student, Forward forward)
    {
        yield return Get("MailHello", student.Name);
        yield return Get("MailForwardedBy", forward.ProgrammeName);
        if (forward.Note is { } note) yield return Get("MailNote", note);
        yield return forward.Title + "\n" + string.Join(" · ", new[] { forward.Company, forward.City }.Where(part => part is { Length: > 0 }));
        yield return forward.Text.Length <= MostText ? forward.Text : Get("MailTextCut", forward.Text[..MostText]);
        yield return Get("MailWhy", forward.ProgrammeName);
    }

    private static string Get(string key, params object[] values) => string.Format(French, Texts.GetString(key, French) ?? key, values);
}
