using MimeKit;

namespace SmartRecruiting.Testing;

/// <summary>Follows the link of the mail that a sign-up sends.</summary>
public static class Confirming
{
    /// <summary>Opens the link of the latest mail to this address, and confirms; lets the events arrive.</summary>
    public static async Task ConfirmAsync(this TestHost host, string email)
    {
        await host.SettleAsync();
        var mail = host.Mails().Last(m => m.To.Mailboxes.Any(to => to.Address == email));
        var text = mail.TextBody ?? mail.BodyParts.OfType<TextPart>().First().Text;
        var link = text.Split((char[])[' ', '\r', '\n', '<', '>', '(', ')'], StringSplitOptions.RemoveEmptyEntries).First(word => word.Contains("/account/confirm", StringComparison.Ordinal));
        using var visitor = host.Anonymous();
        await visitor.SubmitAsync(await visitor.GetAsync(new Uri(link).PathAndQuery), "main form");
        await host.SettleAsync();
    }
}
