namespace SmartRecruiting.Matching.Training;

/// <summary>
/// Long arithmetic on a thread of its own: the pool, which it would hold for minutes, answers pages. The lower priority counts where
/// the system heeds it; on Linux .NET cannot lower a thread, and the core that a training leaves free does it alone.
/// </summary>
internal static class Aside
{
    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (OperationCanceledException cancelled)
            {
                done.SetCanceled(cancelled.CancellationToken);
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        }) { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = "training" }.Start();
        return done.Task;
    }
}
