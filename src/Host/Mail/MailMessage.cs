using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using MimeKit;

namespace SmartRecruiting.Host.Mail;

/// <summary>Makes the message of a request: a plain text and its HTML twin, one idea, one button.</summary>
internal static partial class MailMessage
{
    private const string Font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

    private const string Dark =
        "@media (prefers-color-scheme:dark){.page{background:#11171d!important}.card{background:#1b242d!important;border-color:#33404c!important;color:#e7ecf1!important}"
        + ".quiet{color:#a9b6c2!important}.link{color:#9ccbe6!important}.button{background:#9ccbe6!important;color:#0e1a22!important}}";

    private static readonly ResourceManager Texts = new(typeof(Text));
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

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
        foreach (var paragraph in mail.Paragraphs) text.Append(paragraph.ReplaceLineEndings("\r\n")).Append("\r\n\r\n");
        foreach (var link in Links(mail)) text.Append(link.Label).Append("\r\n").Append(new Uri(address, link.Path)).Append("\r\n\r\n");
        text.Append("-- \r\n").Append(site.Name).Append("\r\n");
        if (mail.StopPath is { } stop) text.Append(StopLabel(mail)).Append("\r\n").Append(new Uri(address, stop)).Append("\r\n");
        return text.ToString();
    }

    // Tables and styles within the tags: what mail programs of all ages show alike. The style sheet only darkens.
    private static string Html(MailRequested mail, SiteOptions site, Uri address)
    {
        var html = new StringBuilder($"""
            <!DOCTYPE html>
            <html lang="{mail.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><title>{Encode(mail.Subject)}</title>
            <style>{Dark}</style></head>
            <body class="page" style="margin:0;padding:0;background:#f3f5f8">
            <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f5f8"><tr><td align="center" style="padding:32px 16px">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;text-align:left;{Font}">
            <tr><td class="quiet" style="padding:0 8px 12px;font-size:15px;font-weight:600;color:#55616d">{Encode(site.Name)}</td></tr>
            <tr><td class="card" style="padding:28px 32px 20px;background:#ffffff;border:1px solid #dde3e9;border-radius:10px;color:#1d2733;font-size:16px;line-height:1.55;overflow-wrap:anywhere">
            <h1 style="margin:0 0 20px;font-size:21px;line-height:1.3;font-weight:650">{Set(mail.Subject)}</h1>

            """);
        foreach (var paragraph in mail.Paragraphs)
        {
            html.Append("<p style=\"margin:0 0 16px\">").AppendJoin("<br>", paragraph.ReplaceLineEndings("\n").Split('\n').Select(Set)).Append("</p>\n");
        }
        if (mail.Action is { } action)
        {
            html.Append("<p style=\"margin:24px 0 20px\"><a class=\"button\" style=\"display:inline-block;padding:12px 22px;border-radius:8px;background:#1f5673;color:#ffffff;font-weight:600;text-decoration:none\" href=\"")
                .Append(Address(action)).Append("\">").Append(Encode(action.Label)).Append("</a></p>\n");
        }
        if (mail.Links is { Count: > 0 } links)
        {
            html.Append("<p style=\"margin:0 0 16px\">")
                .AppendJoin(" &nbsp;·&nbsp; ", links.Select(link => $"<a class=\"link\" style=\"color:#1f5673\" href=\"{Address(link)}\">{Encode(link.Label)}</a>"))
                .Append("</p>\n");
        }
        html.Append("</td></tr>\n");
        if (mail.StopPath is { } stop)
        {
            html.Append("<tr><td class=\"quiet\" style=\"padding:16px 8px 0;font-size:14px;line-height:1.5;color:#55616d\"><a class=\"quiet\" style=\"color:#55616d\" href=\"")
                .Append(Address(new MailAction("", stop))).Append("\">").Append(Encode(StopLabel(mail))).Append("</a></td></tr>\n");
        }
        return html.Append("</table></td></tr></table></body></html>").ToString();

        string Set(string text) => Encode(mail.Language == "fr" ? FrenchSpace().Replace(text, "\u00a0") : text);

        string Address(MailAction link) => Encode(new Uri(address, link.Path).ToString());
    }

    private static IEnumerable<MailAction> Links(MailRequested mail) => new[] { mail.Action }.OfType<MailAction>().Concat(mail.Links ?? []);

    private static string StopLabel(MailRequested mail) => Texts.GetString("MailStop", CultureInfo.GetCultureInfo(mail.Language))!;

    // Accents as they are: the message is UTF-8, and "<" and "&" are encoded all the same.
    private static string Encode(string text) => Encoder.Encode(text);

    // A line never breaks inside « guillemets » or before a high mark.
    [GeneratedRegex("(?<=«) | (?=[»:;?!])")]
    private static partial Regex FrenchSpace();

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
