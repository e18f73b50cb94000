using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartRecruiting.Matching.Training;

/// <summary>How far a training is.</summary>
internal enum RunState
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}

/// <summary>Why there is a training.</summary>
internal enum RunCause
{
    /// <summary>An administrator asked for it.</summary>
    Asked,

    /// <summary>Enough labels were new at night.</summary>
    Nightly,

    /// <summary>The command line, or the first start.</summary>
    Command,
}

/// <summary>One training, from the wish to its end. Held under a lease that its host renews: whoever finds it lapsed takes it over.</summary>
internal sealed class TrainingRun
{
    /// <summary>How long a host may be silent before it is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private const int TheOne = 1;

    private TrainingRun() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The same for all that are not over, and unique: so there is one at a time. Null when it is over.</summary>
    public int? Slot { get; private set; } = TheOne;

    public RunState State { get; private set; }

    public required RunCause Cause { get; init; }

    public required DateTime RequestedAt { get; init; }

    public Guid? By { get; init; }

    public string? ByName { get; init; }

    public DateTime? StartedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>0 to 1.</summary>
    public double Progress { get; private set; }

    /// <summary>Somebody wants it to end; whoever runs it obeys within a second.</summary>
    public bool IsUnwanted { get; private set; }

    /// <summary>Token of the host that runs it, or ran it last.</summary>
    public Guid? Holder { get; private set; }

    public DateTime? LeasedUntil { get; private set; }

    public int Tries { get; private set; }

    /// <summary>The version that came of it.</summary>
    public int? Version { get; private set; }

    public string? Error { get; private set; }

    /// <summary>Waits for a host to take it.</summary>
    public static TrainingRun Queue(RunCause cause, Guid? by, string? byName, DateTime now) => new() { Cause = cause, RequestedAt = now, By = by, ByName = byName };

    /// <summary>Begins at once, held by whoever writes it down.</summary>
    public static TrainingRun Begin(RunCause cause, DateTime now)
    {
        var run = Queue(cause, null, null, now);
        (run.State, run.StartedAt, run.Holder, run.LeasedUntil, run.Tries) = (RunState.Running, now, Guid.NewGuid(), now + Lease, 1);
        return run;
    }

    public static void Describe(EntityTypeBuilder<TrainingRun> run)
    {
        run.Property(x => x.ByName).HasMaxLength(200);
        run.Property(x => x.Error).HasMaxLength(500);
        run.HasIndex(x => x.Slot).IsUnique();
        run.HasIndex(x => x.RequestedAt);
    }
}
