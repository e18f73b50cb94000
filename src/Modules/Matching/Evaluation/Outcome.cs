namespace SmartRecruiting.Matching.Evaluation;

/// <summary>What became of one text of the test.</summary>
/// <param name="Labels">The right ones.</param>
/// <param name="Examples">Labelled texts that the first right one was learnt from.</param>
/// <param name="Place">Place of the best right one, 1 is first; a tie counts against it; int.MaxValue when it is not ranked at all.</param>
/// <param name="First">What came first; empty when a tie leaves no first.</param>
/// <param name="Chance">Chance given to the first.</param>
/// <param name="IsStrong">Whether the first was called strong.</param>
/// <param name="IsNoMatch">Whether the answer was "no reliable match".</param>
/// <param name="Milliseconds">Time to rank and explain.</param>
internal sealed record Outcome(IReadOnlyList<string> Labels, int Examples, int Place, string First, double Chance, bool IsStrong, bool IsNoMatch, double Milliseconds);
