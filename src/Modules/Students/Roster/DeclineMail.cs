using System.Globalization;
using System.Resources;
using SmartRecruiting.Students.SignUp;

namespace SmartRecruiting.Students.Roster;

/// <summary>Tells a student that the school does not know them, and what helps.</summary>
internal static class DeclineMail
{
    private static readonly ResourceManager Texts = new("SmartRecruiting.Students.Text", typeof(DeclineMail).Assembly);

    public static MailRequested To(WaitingStudent student)
    {
        var language = CultureInfo.GetCultureInfo(student.Language == "en" ? "en-GB" : "fr-FR");
        string Get(string key, params object[] values) => string.Format(language, Texts.GetString(key, language) ?? key, values);
        return new MailRequested(
            student.Email,
            student.Name,
            Get("DeclineMailSubject"),
            student.Language,
            [Get("MailHello", student.Name), Get("DeclineMailWhat", student.ProgrammeName ?? ""), Get("DeclineMailNext")],
            Action: null);
    }
}
