namespace SmartRecruiting.Kernel.Outbox;

/// <summary>Tells the workers of this process that a commit brought work, so that they need not look all the time.</summary>
public sealed class OutboxSignal
{
    private volatile TaskCompletionSource woken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Wakes everybody who waits.</summary>
    public void Wake() =>
        Interlocked.Exchange(ref woken, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Completes at the next wake; take it before looking for work, so that none is missed in between.</summary>
    public Task Next => woken.Task;
}
