using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Data;

namespace SmartRecruiting.Matching.Training;

/// <summary>Asks for trainings, takes them, ends them: conditional updates that hold on both databases and between hosts.</summary>
internal static class TrainingRuns
{
    // The second host that dies of it is the last.
    private const int MostTries = 2;

    /// <summary>Writes a run down; false when another one is not over yet.</summary>
    public static async Task<bool> TryAddRunAsync(this MatchingDb db, TrainingRun run, CancellationToken cancellation)
    {
        if (await db.Runs.AnyAsync(r => r.Slot != null, cancellation)) return false;
        db.Add(run);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            if (!await db.Runs.AnyAsync(r => r.Slot != null, cancellation)) throw;
            // Somebody was faster.
            return false;
        }
        finally
        {
            db.Entry(run).State = EntityState.Detached;
        }
    }

    /// <summary>Takes the run that waits, or that its host left behind; null when there is none.</summary>
    public static async Task<TrainingRun?> ClaimRunAsync(this MatchingDb db, DateTime now, CancellationToken cancellation)
    {
        var free = db.Runs.Where(r => r.Slot != null && (r.LeasedUntil == null || r.LeasedUntil < now));
        if (!await free.AnyAsync(cancellation)) return null;
        var holder = Guid.NewGuid();
        await free.ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, RunState.Running).SetProperty(r => r.Holder, holder).SetProperty(r => r.LeasedUntil, now + TrainingRun.Lease)
                .SetProperty(r => r.StartedAt, now).SetProperty(r => r.Progress, 0.0).SetProperty(r => r.Tries, r => r.Tries + 1),
            cancellation);
        var run = await db.Runs.AsNoTracking().FirstOrDefaultAsync(r => r.Holder == holder, cancellation);
        if (run is not { IsUnwanted: true } and not { Tries: > MostTries }) return run;
        await db.EndRunAsync(run, run.IsUnwanted ? RunState.Cancelled : RunState.Failed, null, run.IsUnwanted ? null : "The program ended twice while it trained.", now);
        return null;
    }

    /// <summary>Says how far it is and that its host lives; false when it is unwanted, or another host has it.</summary>
    public static async Task<bool> RenewRunAsync(this MatchingDb db, TrainingRun run, double progress, DateTime now) =>
        await Held(db, run).Where(r => !r.IsUnwanted).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Progress, progress).SetProperty(r => r.LeasedUntil, now + TrainingRun.Lease), CancellationToken.None) > 0;

    /// <summary>Ends it; false when another host has it.</summary>
    public static async Task<bool> EndRunAsync(this MatchingDb db, TrainingRun run, RunState state, int? version, string? error, DateTime now) =>
        await Held(db, run).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, state).SetProperty(r => r.Slot, (int?)null).SetProperty(r => r.EndedAt, now).SetProperty(r => r.LeasedUntil, (DateTime?)null)
                .SetProperty(r => r.Version, version).SetProperty(r => r.Error, error),
            CancellationToken.None) > 0;

    /// <summary>Lets another host, or the next start, have it; false when another one has it already.</summary>
    public static async Task<bool> GiveRunBackAsync(this MatchingDb db, TrainingRun run) =>
        await Held(db, run).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, RunState.Queued).SetProperty(r => r.Progress, 0.0).SetProperty(r => r.LeasedUntil, (DateTime?)null).SetProperty(r => r.Tries, r => r.Tries - 1), CancellationToken.None) > 0;

    /// <summary>Somebody does not want it any more; false when it is over already.</summary>
    public static async Task<bool> CancelRunAsync(this MatchingDb db, Guid id, DateTime now, CancellationToken cancellation)
    {
        var run = db.Runs.Where(r => r.Id == id && r.Slot != null);
        var ended = await run.Where(r => r.State == RunState.Queued).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, RunState.Cancelled).SetProperty(r => r.Slot, (int?)null).SetProperty(r => r.EndedAt, now), cancellation);
        return ended > 0 || await run.ExecuteUpdateAsync(set => set.SetProperty(r => r.IsUnwanted, true), cancellation) > 0;
    }

    private static IQueryable<TrainingRun> Held(MatchingDb db, TrainingRun run) => db.Runs.Where(r => r.Id == run.Id && r.Holder == run.Holder && r.Slot != null);
}
