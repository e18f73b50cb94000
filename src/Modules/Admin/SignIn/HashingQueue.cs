namespace SmartRecruiting.Admin.SignIn;

/// <summary>Keeps half of the cores for the site while passwords are checked: a flood of sign-ins waits here, in order.</summary>
internal sealed class HashingQueue : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Runs the check when its turn comes; null when that takes too long.</summary>
    public async Task<T?> RunAsync<T>(Func<Task<T>> check, CancellationToken cancellation) where T : struct
    {
        if (!await turns.WaitAsync(Patience, cancellation)) return null;
        try
        {
            return await check();
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();
}
