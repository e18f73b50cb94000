using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Catalogue;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Offers;

namespace SmartRecruiting.Matching.Training;

/// <summary>The catalogue and the labels as they were at one moment, in an order that depends on nothing else.</summary>
internal sealed class TrainingData
{
    // The standard error of a share is one point then; more texts cost time and tell nothing.
    private const int MostHeldOut = 2_000;

    public required IReadOnlyList<Programme> Programmes { get; init; }

    /// <summary>All texts, for what will serve.</summary>
    public required IReadOnlyList<LabelledText> All { get; init; }

    /// <summary>Those that are not held out.</summary>
    public required IReadOnlyList<LabelledText> Seen { get; init; }

    /// <summary>Those to measure on, each with programmes that are known.</summary>
    public required IReadOnlyList<LabelledText> HeldOut { get; init; }

    public required IReadOnlyDictionary<LabelSource, int> Sources { get; init; }

    public required int Labels { get; init; }

    public required int Against { get; init; }

    public required Guid? LastLabel { get; init; }

    /// <summary>Offers with a programme that fits.</summary>
    public int Texts => All.Count(t => !t.Negative);

    /// <summary>Programmes that no label names.</summary>
    public int WithoutExample => Programmes.Select(p => p.Code).Except(All.Where(t => !t.Negative).SelectMany(t => t.Labels)).Count();

    public static async Task<TrainingData> ReadAsync(MatchingDb db, CancellationToken cancellation)
    {
        var programmes = (await db.Programmes.AsNoTracking().OrderBy(p => p.Code).ToListAsync(cancellation)).ConvertAll(p => KnownProgramme.ForEngine(p.Snapshot()));
        var codes = programmes.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var labels = await db.Labels.AsNoTracking().OrderBy(l => l.Id).ToListAsync(cancellation);
        var offers = await db.Offers.AsNoTracking().Where(o => db.Labels.Any(l => l.OfferId == o.Id)).OrderBy(o => o.Id).ToListAsync(cancellation);
        var byOffer = labels.ToLookup(l => l.OfferId);
        var texts = (
            from offer in offers
            let text = KnownOffer.TextOf(offer.Snapshot())
            from sign in byOffer[offer.Id].GroupBy(l => l.Fits).OrderByDescending(g => g.Key)
            select (offer.Id, Text: new LabelledText(text, [.. sign.Select(l => l.ProgrammeCode).Order(StringComparer.Ordinal)], Negative: !sign.Key))).ToList();
        return new TrainingData
        {
            Programmes = programmes,
            All = texts.ConvertAll(t => t.Text),
            Seen = [.. texts.Where(t => !Split.IsHeldOut(t.Id)).Select(t => t.Text)],
            HeldOut =
            [
                .. texts.Where(t => Split.IsHeldOut(t.Id) && !t.Text.Negative && t.Text.Labels.Any(codes.Contains)).OrderBy(t => Split.PlaceOf(t.Id)).Take(MostHeldOut)
                    .Select(t => t.Text with { Labels = [.. t.Text.Labels.Where(codes.Contains)] }),
            ],
            Sources = labels.CountBy(l => l.Source).ToDictionary(),
            Labels = labels.Count,
            Against = labels.Count(l => !l.Fits),
            LastLabel = labels.Count == 0 ? null : labels[^1].Id,
        };
    }
}
