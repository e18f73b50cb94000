using System.Globalization;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Admin.Accounts;

namespace SmartRecruiting.Admin.Mail;

/// <summary>
/// The mails about an account, in the language of the page that caused them. None has a password in it, and none that a stranger can
/// cause has words of the stranger's in it.
/// </summary>
internal sealed class AccountMail(IStringLocalizer<Text> texts)
{
    /// <summary>Of who reads the page: fr or en.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? "en" : "fr";

    public MailRequested Confirm(Account account, string token) => Mail(
        account.Email!, "MailConfirm", [texts["MailConfirmText", texts["Role" + account.Role]], texts["MailConfirmIgnore"]], "/account/confirm?token=" + token);

    /// <summary>To somebody who signs up, or wants to move, to an address that has an account.</summary>
    public MailRequested Known(string email) => Mail(email, "MailKnown", [texts["MailKnownText"], texts["MailIgnore"]], "/account/forgot");

    public MailRequested Reset(Account account, string token) => Mail(
        account.Email!, "MailReset", [texts["MailResetText"], texts["MailIgnore"]], "/account/reset?token=" + token);

    public MailRequested ConfirmEmail(string email, string token) => Mail(
        email, "MailEmail", [texts["MailEmailText"], texts["MailIgnore"]], "/account/confirm-email?token=" + token);

    /// <summary>Tells the owner what was done to the account, who may not have been the owner.</summary>
    /// <param name="notice">Key of the sentence.</param>
    public MailRequested Notice(string email, string notice) => Mail(email, "MailNotice", [texts[notice], texts["MailNoticeText"]], "/account/forgot");

    private MailRequested Mail(string email, string key, IEnumerable<LocalizedString> paragraphs, string path) => new(
        email,
        "",
        texts[key + "Subject"],
        Language,
        [.. paragraphs.Select(p => p.Value)],
        new MailAction(texts[key + "Button"], path));
}
