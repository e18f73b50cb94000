using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SmartRecruiting.Host.Data;
using SmartRecruiting.Kernel.Outbox;

namespace SmartRecruiting.Host.Mail;

/// <summary>Forgets mails that left long ago: they hold names and addresses. What never left stays visible.</summary>
internal sealed class PurgeMail(HostDb db, IOptions<OutboxOptions> options, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellation)
    {
        var before = clock.GetUtcNow().UtcDateTime - options.Value.Keep;
        return db.Mails.Where(m => m.DoneAt < before).ExecuteDeleteAsync(cancellation);
    }
}
