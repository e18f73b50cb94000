using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Students.SignUp;

namespace SmartRecruiting.Students.Roster;

/// <summary>Tells a student that the school does not know them, and what helps.</summary>
internal static class DeclineMail
{
    public static MailRequested To(WaitingStudent student)
    {
        var language = Cultures.Of(student.Language);
        return new MailRequested(
            student.Email,
            student.Name,
            Text.In(language, "DeclineMailSubject"),
            student.Language,
            [Text.In(language, "MailHello", student.Name), Text.In(language, "DeclineMailWhat", student.ProgrammeName ?? ""), Text.In(language, "DeclineMailNext")],
            Action: null);
    }
}
