using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Admin.Approvals;

/// <summary>Tells a person what was decided, in the language in which they signed up.</summary>
internal static class ApprovalMail
{
    /// <param name="account">To whom.</param>
    /// <param name="language">fr or en.</param>
    /// <param name="asks">What they asked for; may be empty.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="reason">Why; null for an approval.</param>
    /// <param name="words">The administrator's own; may be empty.</param>
    public static MailRequested About(Account account, string language, string asks, Decision decision, DecisionReason? reason, string words)
    {
        var culture = Cultures.Of(language);
        List<string> paragraphs = [Get("MailHello", account.Name), Get($"Mail{decision}")];
        if (asks.Length > 0) paragraphs.Add(Get("MailAsks", asks));
        if (reason is { } why) paragraphs.Add(Get("MailReason", Get("Reason" + why)));
        if (words.Length > 0) paragraphs.Add(Get("MailWords", words));
        MailAction? action = decision switch
        {
            Decision.Approve => new MailAction(Get("MailOpenAccount"), "/account"),
            Decision.AskMore => new MailAction(Get("MailAnswer"), "/account/request"),
            _ => null,
        };
        return new MailRequested(account.Email!, account.Name, Get($"Mail{decision}Subject"), culture.TwoLetterISOLanguageName, paragraphs, action);

        string Get(string key, params object[] values) => Text.In(culture, key, values);
    }
}
