using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Host.Data;
using SmartRecruiting.Host.Mail;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Outbox;
using SmartRecruiting.Kernel.Queue;

namespace SmartRecruiting.Host.Operations;

/// <summary>What was set aside after too many tries, in every module's outbox and among the mails, and what still waits.</summary>
internal sealed class DeadLetters(IServiceProvider services, IEnumerable<ModuleDbRegistration> modules, HostDb host, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>The name of the queue of mails, beside those of the modules.</summary>
    public const string Mails = "mail";

    /// <summary>Rows shown of each queue; the count says how many there are.</summary>
    private const int Most = 10;

    public async Task<IReadOnlyList<QueueState>> ReadAsync(CancellationToken cancellation)
    {
        var queues = new List<QueueState>();
        foreach (var module in modules)
        {
            queues.Add(await ReadAsync(module.Prefix, Db(module).Outbox, r => new Letter(r.Id, r.Event, r.Handler, r.DeadAt!.Value, r.Error), cancellation));
        }
        // No address: which mail it was is seen in the module that asked for it.
        queues.Add(await ReadAsync(Mails, host.Mails, r => new Letter(r.Id, "", "", r.DeadAt!.Value, r.Error), cancellation));
        return queues;
    }

    /// <summary>Has one letter, or all of a queue, tried again; returns how many.</summary>
    public async Task<int> RetryAsync(string queue, Guid? id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var again = 0;
        if (queue == Mails) again = await host.RetryAsync<MailRow>(id, now, cancellation);
        else if (modules.FirstOrDefault(m => m.Prefix == queue) is { } module) again = await Db(module).RetryAsync<OutboxRow>(id, now, cancellation);
        if (again > 0) signal.Wake();
        return again;
    }

    private ModuleDb Db(ModuleDbRegistration module) => (ModuleDb)services.GetRequiredService(module.Context);

    private static async Task<QueueState> ReadAsync<TRow>(
        string name, IQueryable<TRow> rows, System.Linq.Expressions.Expression<Func<TRow, Letter>> letter, CancellationToken cancellation) where TRow : QueueItem
    {
        var waiting = await rows.CountAsync(r => r.DoneAt == null && r.DeadAt == null, cancellation);
        var dead = rows.Where(r => r.DoneAt == null && r.DeadAt != null);
        var count = await dead.CountAsync(cancellation);
        IReadOnlyList<Letter> letters = count == 0 ? [] : await dead.OrderBy(r => r.DeadAt).ThenBy(r => r.Id).Take(Most).Select(letter).ToListAsync(cancellation);
        return new QueueState(name, waiting, count, letters);
    }
}

/// <summary>One queue.</summary>
internal sealed record QueueState(string Name, int Waiting, int Dead, IReadOnlyList<Letter> Letters);

/// <summary>What was set aside; never its content, which may be personal.</summary>
internal sealed record Letter(Guid Id, string Event, string Handler, DateTime At, string? Error)
{
    /// <summary>The handler's own name.</summary>
    public string HandlerName => Handler[(Handler.LastIndexOf('.') + 1)..];
}
