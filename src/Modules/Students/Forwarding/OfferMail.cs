using System.Globalization;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Students.Roster;

namespace SmartRecruiting.Students.Forwarding;

/// <summary>The mail that brings a forwarded offer to one student.</summary>
internal static class OfferMail
{
    // Enough to decide; the page has the rest, and a mail to 300 students stays light.
    private const int MostText = 4000;

    /// <param name="language">Of the student's account; null without one, for a roster does not say which language its students read.</param>
    public static MailRequested To(RosterEntry student, string? language, ForwardedOffer received, Forward forward)
    {
        var culture = Cultures.Of(language);
        return new MailRequested(
            student.Email,
            student.Name,
            Text.In(culture, "MailSubject", forward.Title),
            culture.TwoLetterISOLanguageName,
            [.. Paragraphs(culture, student, forward)],
            new MailAction(Text.In(culture, "MailAction"), $"/my-offers/{received.Id}"),
            $"/stop/{student.StopToken}");
    }

    private static IEnumerable<string> Paragraphs(CultureInfo language, RosterEntry student, Forward forward)
    {
        yield return Text.In(language, "MailHello", student.Name);
        yield return Text.In(language, "MailForwardedBy", forward.ProgrammeName);
        if (forward.Note is { } note) yield return Text.In(language, "MailNote", note);
        yield return forward.Title + "\n" + string.Join(" · ", new[] { forward.Company, forward.City }.Where(part => part is { Length: > 0 }));
        yield return forward.Text.Length <= MostText ? forward.Text : Text.In(language, "MailTextCut", forward.Text[..MostText]);
        yield return Text.In(language, "MailWhy", forward.ProgrammeName);
    }
}
