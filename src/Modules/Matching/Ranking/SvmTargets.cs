namespace SmartRecruiting.Matching.Engine;

/// <summary>What each text is an example of. A text is a negative example of every class that it is not a positive one of.</summary>
/// <param name="Classes">Number of classes.</param>
/// <param name="Positives">Classes of each text.</param>
/// <param name="OnlyNegativeOf">
/// For a text that is only known not to belong somewhere: the classes that it is a negative example of; it then says nothing
/// of the others. Null for an ordinary text.
/// </param>
internal sealed record SvmTargets(int Classes, IReadOnlyList<int[]> Positives, IReadOnlyList<int[]?> OnlyNegativeOf);
