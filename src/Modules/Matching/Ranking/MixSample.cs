namespace SmartRecruiting.Matching.Engine;

/// <summary>A held-out text against every programme.</summary>
/// <param name="Cues">For each programme, one behind the other, a value for each <see cref="Cue"/>.</param>
/// <param name="Examples">Labelled texts that each programme was learnt from.</param>
/// <param name="Right">Numbers of the right programmes.</param>
/// <param name="IsCold">True when the right programme had no example.</param>
/// <param name="Fullness">See <see cref="Evidence"/>.</param>
/// <param name="KnownShare">Share of its words that some programme's own text has.</param>
/// <param name="KnownElsewhere">The same when the right programmes and those that read like them are not there.</param>
/// <param name="IsSnippet">A few words of a text, not a text.</param>
internal sealed record MixSample(float[] Cues, int[] Examples, int[] Right, bool IsCold, double Fullness, double KnownShare, double KnownElsewhere, bool IsSnippet);
