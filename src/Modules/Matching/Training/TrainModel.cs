using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Catalogue;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Offers;

namespace SmartRecruiting.Matching.Training;

/// <summary>Trains on the catalogue and on every label there is, keeps the model with its cost, and promotes it.</summary>
internal sealed class TrainModel(MatchingDb db, ModelStore models, TimeProvider clock) : ITraining
{
    // One at a time on this host: two would take each other's cores and version.
    private static readonly SemaphoreSlim Turn = new(1, 1);

    // Fewer new labels move no figure by more than its error.
    private const double WorthIt = 0.05;

    /// <summary>The nightly job: trains when at least 5 % of the labels are new since the last training.</summary>
    public async Task RetrainAsync(CancellationToken cancellation)
    {
        var learnt = await db.Models.OrderByDescending(m => m.Version).Select(m => m.Texts).FirstOrDefaultAsync(cancellation);
        var labelled = await db.Labels.Where(l => l.Fits).Select(l => l.OfferId).Distinct().CountAsync(cancellation);
        if (labelled - learnt >= Math.Max(1, learnt * WorthIt)) await TrainAsync(null, cancellation);
    }

    /// <inheritdoc/>
    public async Task<TrainingReport> TrainAsync(IProgress<double>? progress, CancellationToken cancellation)
    {
        await Turn.WaitAsync(cancellation);
        try
        {
            return await TrainNowAsync(progress, cancellation);
        }
        finally
        {
            Turn.Release();
        }
    }

    private async Task<TrainingReport> TrainNowAsync(IProgress<double>? progress, CancellationToken cancellation)
    {
        var programmes = (await db.Programmes.AsNoTracking().OrderBy(p => p.Code).ToListAsync(cancellation)).ConvertAll(p => KnownProgramme.ForEngine(p.Snapshot()));
        var texts = await TextsAsync(cancellation);
        var (watch, cpu) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var trained = await Task.Run(() => TrainedModel.Train(programmes, texts, progress, cancellation), cancellation);
        var row = new ModelRow
        {
            Version = await db.Models.Select(m => m.Version).OrderByDescending(v => v).FirstOrDefaultAsync(cancellation) + 1,
            TrainedAt = clock.GetUtcNow().UtcDateTime,
            PromotedAt = clock.GetUtcNow().UtcDateTime,
            Content = trained.ToBytes(),
            Programmes = programmes.Count,
            Texts = texts.Count,
            Seconds = watch.Elapsed.TotalSeconds,
            CpuSeconds = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds,
        };
        db.Add(row);
        db.Publish(new ModelPromoted(row.Version));
        await db.SaveChangesAsync(cancellation);
        models.Touch();
        return new TrainingReport(row.Version, row.Programmes, row.Texts, row.Seconds);
    }

    private async Task<List<LabelledText>> TextsAsync(CancellationToken cancellation)
    {
        var labels = (await db.Labels.AsNoTracking().Where(l => l.Fits).Select(l => new { l.OfferId, l.ProgrammeCode }).ToListAsync(cancellation))
            .ToLookup(l => l.OfferId, l => l.ProgrammeCode);
        var offers = await db.Offers.AsNoTracking().OrderBy(o => o.Id).ToListAsync(cancellation);
        return [.. offers.Where(o => labels.Contains(o.Id)).Select(o => new LabelledText(KnownOffer.TextOf(o.Snapshot()), [.. labels[o.Id].Order(StringComparer.Ordinal)]))];
    }
}
