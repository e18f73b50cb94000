namespace SmartRecruiting.Matching.Training;

/// <summary>Ranks with the model that serves now.</summary>
internal sealed class RankProgrammes(ModelStore models) : IProgrammeRanking
{
    public async Task<Ranking> RankAsync(RankingQuery query, CancellationToken cancellation) => (await models.CurrentAsync(cancellation)).Rank(query);
}
