using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Evaluation;

namespace SmartRecruiting.Matching.Training;

/// <summary>Measures a model on held-out texts, as <see cref="Evaluate"/> does on files.</summary>
internal static class Measure
{
    /// <param name="model">Has not seen the texts.</param>
    /// <param name="texts">Each with its programmes.</param>
    /// <param name="examples">Labelled texts of each programme outside the held-out part.</param>
    /// <param name="cancellation">Ends the measuring.</param>
    public static HeldOutFigures Of(ProgrammeModel model, IReadOnlyList<LabelledText> texts, IReadOnlyDictionary<string, int> examples, CancellationToken cancellation)
    {
        var outcomes = texts.Select(text =>
        {
            cancellation.ThrowIfCancellationRequested();
            var ranking = model.Rank(text.Text, 1, explain: false);
            var first = ranking.Items[0];
            return new Outcome(
                text.Labels, text.Labels.Max(l => examples.GetValueOrDefault(l)), Measures.Place(model.Scores(text.Text), text.Labels), first.Programme.Code, first.Chance,
                ranking.State is RankingState.Match && first.Strength is Strength.Strong, ranking.State is RankingState.NoReliableMatch, 0);
        }).ToArray();
        var strong = outcomes.Where(o => o.IsStrong).ToArray();
        return new HeldOutFigures(
            Measures.QualityOf(outcomes), Measures.QualityOf([.. outcomes.Where(o => o.Examples == 0)]),
            Measures.QualityOf([.. outcomes.Where(o => o.Examples is >= 1 and <= 4)]), Measures.QualityOf([.. outcomes.Where(o => o.Examples > 4)]),
            Measures.CalibrationError(outcomes), strong.Length / (double)outcomes.Length,
            strong.Length == 0 ? null : strong.Count(o => o.Place == 1) / (double)strong.Length, outcomes.Count(o => o.IsNoMatch) / (double)outcomes.Length);
    }
}
