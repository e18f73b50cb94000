using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Offers;
using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching.Simulation;

/// <summary>Has a programme made of skills compete for offers, as a new one does the minute it is saved.</summary>
internal sealed class SimulateProgramme(MatchingDb db, ModelStore models) : IProgrammeSimulation
{
    private const int MostOffers = 2_000;

    // No code that a catalogue can hold.
    private const string Code = " ";

    public async Task<SimulatedProgramme> SimulateAsync(IReadOnlyList<string> skills, string? level, IReadOnlyCollection<Guid> offerIds, CancellationToken cancellation)
    {
        var ids = offerIds.Distinct().Take(MostOffers).ToList();
        var offers = await db.Offers.AsNoTracking().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Id).ToListAsync(cancellation);
        var model = await models.CurrentAsync(cancellation);
        List<string> names = [.. skills.Select(s => s.Trim()).Where(s => s.Length > 0).Select(model.NameOfSkill).Distinct()];
        if (names.Count == 0 || offers.Count == 0) return new SimulatedProgramme(offers.Count, 0, []);
        var taught = string.Join(", ", names);
        var draft = new ProgrammeSnapshot(Guid.CreateVersion7(), Code, "", taught, "", "", level ?? "", [], taught, names, [], [], null, null, null);
        var simulated = model.WithProgramme(draft);
        var placings = Cores.Map(offers, offer => simulated.Place(KnownOffer.TextOf(offer.Snapshot()), 1), cancellation);
        List<Guid> gained =
        [
            .. from pair in offers.Zip(placings)
               where pair.Second is { Best: Strength.Good or Strength.Strong, Programmes: [var first, ..] } && first == draft.Id
               select pair.First.Id,
        ];
        return new SimulatedProgramme(offers.Count, gained.Count, gained);
    }
}
