using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using MimeKit;
using SmartRecruiting.Host.Data;
using SmartRecruiting.Kernel.Calendar;

namespace SmartRecruiting.Host.Mail;

/// <summary>The mails to a person, as rows and, where there is no mail server, as files.</summary>
internal sealed class MailPersonalData(HostDb db, MailTransport transport, IStringLocalizer<Text> text) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalPart>> ReadAsync(PersonalOwner owner, CancellationToken cancellation)
    {
        var mails = await To(owner).OrderByDescending(m => m.CreatedAt).Select(m => new { m.CreatedAt, m.Content }).ToListAsync(cancellation);
        return [new PersonalPart(text["MailsToMe"], [.. mails.Select(m => new Dictionary<string, string>
        {
            [text["MailWritten"]] = m.CreatedAt.InFrance().ToString("g"),
            [text["MailSubject"]] = System.Text.Json.JsonSerializer.Deserialize<MailRequested>(m.Content)!.Subject,
        })])];
    }

    public async Task EraseAsync(PersonalOwner owner, CancellationToken cancellation)
    {
        await To(owner).ExecuteDeleteAsync(cancellation);
        // A mail to somebody else that names the person is a copy of what was said: a row that left is of no use any more either.
        await db.Mails.Where(m => m.DoneAt != null && m.Content.Contains(owner.Email)).ExecuteDeleteAsync(cancellation);
        foreach (var file in Directory.EnumerateFiles(transport.Folder))
        {
            cancellation.ThrowIfCancellationRequested();
            if (await NamesAsync(file, owner, cancellation)) File.Delete(file);
        }
    }

    private IQueryable<MailRow> To(PersonalOwner owner) => db.Mails.Where(m => m.Recipient == owner.Email);

    private static async Task<bool> NamesAsync(string file, PersonalOwner owner, CancellationToken cancellation)
    {
        using var message = await MimeMessage.LoadAsync(file, cancellation);
        return new[] { message.To.ToString(), message.TextBody, message.HtmlBody, message.Subject }
            .Any(part => part?.Contains(owner.Email, StringComparison.OrdinalIgnoreCase) is true || (owner.Name.Length > 0 && part?.Contains(owner.Name, StringComparison.OrdinalIgnoreCase) is true));
    }
}
