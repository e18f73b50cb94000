namespace SmartRecruiting.Matching.Training;

/// <summary>Ranks with the model that serves now.</summary>
internal sealed class RankProgrammes(ModelStore models) : IProgrammeRanking
{
    public async Task<Ranking> RankAsync(string text, int top, IReadOnlyCollection<string>? levels, CancellationToken cancellation) =>
        (await models.CurrentAsync(cancellation)).Rank(text, top, levels);
}
