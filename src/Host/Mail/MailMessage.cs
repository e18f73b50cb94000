using System.Text;
using System.Text.Encodings.Web;
using MimeKit;

namespace SmartRecruiting.Host.Mail;

/// <summary>Makes the message of a request: a plain text and its HTML twin, one idea, one button.</summary>
internal static class MailMessage
{
    public static MimeMessage From(MailRequested mail, SiteOptions site, MailOptions options)
    {
        var address = new Uri(site.Address);
        var message = new MimeMessage
        {
            Subject = OneLine(mail.Subject),
            MessageId = $"{mail.EventId:N}@{address.Host}",
        };
        message.From.Add(new MailboxAddress(site.Name, options.From));
        message.To.Add(new MailboxAddress(OneLine(mail.ToName), mail.To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (mail.StopPath is not null)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{new Uri(address, mail.StopPath)}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.Body = new BodyBuilder { TextBody = Plain(mail, site, address), HtmlBody = Html(mail, site, address) }.ToMessageBody();
        return message;
    }

    private static string Plain(MailRequested mail, SiteOptions site, Uri address)
    {
        var text = new StringBuilder();
        foreach (var paragraph in mail.Paragraphs) text.Append(paragraph).Append("\r\n\r\n");
        if (mail.Action is { } action) text.Append(action.Label).Append(" : ").Append(new Uri(address, action.Path)).Append("\r\n\r\n");
        return text.Append("-- \r\n").Append(site.Name).Append("\r\n").ToString();
    }

    private static string Html(MailRequested mail, SiteOptions site, Uri address)
    {
        var encode = HtmlEncoder.Default;
        var html = new StringBuilder($"""
            <!DOCTYPE html><html lang="{mail.Language}"><head><meta charset="utf-8"><title>{encode.Encode(mail.Subject)}</title></head>
            <body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1d2733;background:#f6f7f9">
            <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff;border-radius:8px">
            """);
        foreach (var paragraph in mail.Paragraphs)
        {
            html.Append("<p style=\"white-space:pre-line\">").Append(encode.Encode(paragraph).Replace("&#xA;", "\n", StringComparison.Ordinal)).Append("</p>");
        }
        if (mail.Action is { } action)
        {
            html.Append("<p><a style=\"display:inline-block;padding:10px 18px;border-radius:6px;background:#1f5673;color:#fff;text-decoration:none\" href=\"")
                .Append(encode.Encode(new Uri(address, action.Path).ToString())).Append("\">").Append(encode.Encode(action.Label)).Append("</a></p>");
        }
        return html.Append("<p style=\"color:#5b6875;font-size:14px\">").Append(encode.Encode(site.Name)).Append("</p></div></body></html>").ToString();
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
