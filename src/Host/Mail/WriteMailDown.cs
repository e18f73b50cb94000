using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Host.Data;
using SmartRecruiting.Kernel.Outbox;

namespace SmartRecruiting.Host.Mail;

/// <summary>Makes a requested mail a row; the worker sends it.</summary>
internal sealed class WriteMailDown(HostDb db, OutboxSignal signal, TimeProvider clock) : IHandle<MailRequested>
{
    public async Task HandleAsync(MailRequested happened, CancellationToken cancellation)
    {
        if (await db.Mails.AnyAsync(m => m.Id == happened.EventId, cancellation)) return;
        db.Add(MailRow.For(happened, JsonSerializer.Serialize(happened), clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancellation);
        signal.Wake();
    }
}
