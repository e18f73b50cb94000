namespace SmartRecruiting.Contracts;

/// <summary>Something that happened in one module and that others may act on; delivered at least once, some time after its commit.</summary>
public abstract record IntegrationEvent
{
    /// <summary>The same at every delivery of the same event: what a handler checks to be safe to run twice.</summary>
    public Guid EventId { get; init; } = Guid.CreateVersion7();
}

/// <summary>Acts on one kind of event. Runs in a scope of its own, at least once: it must be safe to run twice.</summary>
public interface IHandle<in TEvent> where TEvent : IntegrationEvent
{
    /// <summary>Returns when the work is committed; throws to be called again later.</summary>
    Task HandleAsync(TEvent happened, CancellationToken cancellation);
}
