using SmartRecruiting.Kernel.Outbox;

namespace SmartRecruiting.Kernel.Jobs;

/// <summary>Keeps the outboxes small.</summary>
internal sealed class PurgeOutbox(OutboxRelay relay)
{
    public Task RunAsync(CancellationToken cancellation) => relay.PurgeAsync(cancellation);
}
