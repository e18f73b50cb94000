using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Training;

/// <summary>
/// Trains on the catalogue and on every label there is, measures on the held-out part, keeps the version with its figures and its
/// cost, and promotes it when it is better than the one that serves.
/// </summary>
internal sealed class TrainModel(MatchingDb db, ModelStore models, PromoteModel promote, TimeProvider clock, ILogger<TrainModel> log) : ITraining
{
    // Fewer new labels move no figure by more than its error.
    private const double WorthIt = 0.05;

    // Versions that can be gone back to; of older ones the figures stay.
    private const int MostKept = 10;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The nightly job: trains when at least 5 % of the labels are new since the last training.</summary>
    public async Task RetrainAsync(CancellationToken cancellation)
    {
        var last = await db.Models.OrderByDescending(m => m.Version).Select(m => new { m.Labels, m.LastLabel }).FirstOrDefaultAsync(cancellation);
        var after = last?.LastLabel ?? Guid.Empty;
        var fresh = await db.Labels.CountAsync(l => l.Id.CompareTo(after) > 0, cancellation);
        if (fresh < Math.Max(1, (last?.Labels ?? 0) * WorthIt)) return;
        await db.TryAddRunAsync(TrainingRun.Queue(RunCause.Nightly, null, null, Now), cancellation);
        await RunAsync(cancellation);
    }

    /// <summary>The job: does what was asked for, and what a dead host left behind.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (await db.ClaimRunAsync(Now, cancellation) is not { } run) return;
        try
        {
            await CarryOutAsync(run, Cores.Spare, null, cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // An administrator did not want it any more; its row says so.
        }
    }

    /// <inheritdoc/>
    public async Task<TrainingReport> TrainAsync(IProgress<double>? progress, CancellationToken cancellation)
    {
        while (true)
        {
            var run = TrainingRun.Begin(RunCause.Command, Now);
            if (!await db.TryAddRunAsync(run, cancellation)) run = await db.ClaimRunAsync(Now, cancellation);
            // Another host trains, or took this run over: its turn first.
            if (run is not null && await CarryOutAsync(run, Environment.ProcessorCount, progress, cancellation) is { } model)
            {
                return new TrainingReport(model.Version, Verdict.Serves(model.Finding), MatchingText.Get("Why" + model.Finding), model.Programmes, model.Texts, model.Seconds);
            }
            await Task.Delay(Pace, cancellation);
        }
    }

    // Null when another host took it over.
    private async Task<ModelRow?> CarryOutAsync(TrainingRun run, int threads, IProgress<double>? watcher, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            using var process = Process.GetCurrentProcess();
            var (watch, cpu) = (Stopwatch.StartNew(), process.TotalProcessorTime);
            var data = await TrainingData.ReadAsync(db, stop.Token);
            var serving = await promote.ServingAsync(stop.Token);
            var rival = await ReadAsync(serving, stop.Token);
            var progress = new Latest(watcher);
            var work = Aside.RunAsync(() => Learn(data, rival, threads, progress, stop.Token));
            await TellAsync(run, progress, work, stop);
            var learnt = await work;
            process.Refresh();
            return await KeepAsync(run, data, learnt, serving, watch.Elapsed.TotalSeconds, (process.TotalProcessorTime - cpu).TotalSeconds);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // A host that stops leaves the work to the next one; a person who stops it means it.
            var held = cancellation.IsCancellationRequested && run.Cause is not RunCause.Command
                ? await db.GiveRunBackAsync(run)
                : await db.EndRunAsync(run, RunState.Cancelled, null, null, Now);
            if (held) throw;
            return null;
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Training {Run} failed", run.Id);
            var said = $"{failure.GetType().Name}: {failure.Message}";
            await db.EndRunAsync(run, RunState.Failed, null, said.Length <= 500 ? said : said[..500], Now);
            throw;
        }
    }

    // What serves, as it was learnt without the held-out texts; null when there is nothing that can be measured.
    private async Task<Rival?> ReadAsync(int version, CancellationToken cancellation)
    {
        if (version == 0 || await db.ReadModelAsync(version, ModelUse.Serving, cancellation) is not { } content) return null;
        try
        {
            TrainedModel.FromBytes(content);
            return await db.ReadModelAsync(version, ModelUse.Measuring, cancellation) is { } measuring ? new Rival(ProgrammeModel.FromBytes(measuring), content.Length) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static Learnt Learn(TrainingData data, Rival? rival, int threads, IProgress<double> progress, CancellationToken cancellation)
    {
        var options = new TrainingOptions { Threads = threads };
        ProgrammeModel? measuring = null;
        HeldOutFigures? mine = null, theirs = null;
        if (data.HeldOut.Count > 0)
        {
            measuring = ProgrammeModel.Train(data.Programmes, data.Seen, options, new Part(progress, 0, 0.45), cancellation);
            var examples = data.Seen.Where(t => !t.Negative).SelectMany(t => t.Labels).CountBy(l => l).ToDictionary(StringComparer.Ordinal);
            mine = Measure.Of(measuring, data.HeldOut, examples, cancellation);
            if (rival is not null) theirs = Measure.Of(rival.Measuring.WithProgrammes(data.Programmes), data.HeldOut, examples, cancellation);
        }
        var model = TrainedModel.Train(data.Programmes, data.All, options, new Part(progress, 0.5, 0.5), cancellation).ToBytes();
        // Without held-out texts there is nothing to compare, but something serves.
        var finding = rival is not null && mine is null ? Finding.TooFewTexts : Verdict.Of(mine, theirs, rival is null ? 1 : model.Length / (double)rival.Bytes);
        return new Learnt(model, measuring?.ToBytes(), finding, mine, theirs);
    }

    // Each second, until the work ends: how far it is, that this host lives, and whether anybody wants it still.
    private async Task TellAsync(TrainingRun run, Latest progress, Task work, CancellationTokenSource stop)
    {
        while (await Task.WhenAny(work, Task.Delay(Pace, CancellationToken.None)) != work)
        {
            try
            {
                if (!await db.RenewRunAsync(run, progress.Value, Now)) await stop.CancelAsync();
            }
            catch (DbException away)
            {
                // The work goes on; should the lease lapse before the database is back, another host takes over.
                log.LogWarning(away, "The progress of training {Run} cannot be written", run.Id);
            }
        }
    }

    private async Task<ModelRow?> KeepAsync(TrainingRun run, TrainingData data, Learnt learnt, int serving, double seconds, double cpuSeconds)
    {
        var cancellation = CancellationToken.None;
        var (mine, theirs) = (learnt.Mine, learnt.Theirs);
        ModelRow? kept = null;
        await db.InTransactionAsync(
            async () =>
            {
                var row = new ModelRow
                {
                    Version = await db.Models.Select(m => m.Version).OrderByDescending(v => v).FirstOrDefaultAsync(cancellation) + 1,
                    TrainedAt = Now,
                    Programmes = data.Programmes.Count,
                    Texts = data.Texts,
                    Labels = data.Labels,
                    LastLabel = data.LastLabel,
                    Finding = learnt.Finding,
                    Top1 = mine?.All.Top1,
                    Top5 = mine?.All.Top5,
                    Rare = mine?.Rare.Top5,
                    Zero = mine?.Zero.Top5,
                    Ece = mine?.Ece,
                    StrongPrecision = mine?.StrongPrecision,
                    Bytes = learnt.Model.Length,
                    Seconds = seconds,
                    CpuSeconds = cpuSeconds,
                    Facts = JsonSerializer.Serialize(new ModelCard(data.Sources, data.Against, data.WithoutExample, mine, theirs is null ? null : serving, theirs)),
                };
                if (!await db.EndRunAsync(run, RunState.Done, row.Version, null, Now)) return;
                await db.WriteModelAsync(row.Version, ModelUse.Serving, learnt.Model, cancellation);
                if (learnt.Measuring is { } measuring) await db.WriteModelAsync(row.Version, ModelUse.Measuring, measuring, cancellation);
                db.Add(row);
                if (Verdict.Serves(row.Finding)) await promote.AddAsync(row.Version, null, null, cancellation);
                await db.SaveChangesAsync(cancellation);
                await db.Parts.Where(p => p.Version <= row.Version - MostKept && p.Version != serving).ExecuteDeleteAsync(cancellation);
                kept = row;
            },
            cancellation);
        models.Touch();
        return kept;
    }

    private sealed record Rival(ProgrammeModel Measuring, int Bytes);

    private sealed record Learnt(byte[] Model, byte[]? Measuring, Finding Finding, HeldOutFigures? Mine, HeldOutFigures? Theirs);

    // Progress is reported by the thread that trains and read by the one that writes it down.
    private sealed class Latest(IProgress<double>? watcher) : IProgress<double>
    {
        private double value;

        public double Value => Volatile.Read(ref value);

        public void Report(double value)
        {
            Volatile.Write(ref this.value, value);
            watcher?.Report(value);
        }
    }

    private sealed class Part(IProgress<double> whole, double from, double size) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (size * value));
    }
}
