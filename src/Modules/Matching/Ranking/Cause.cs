namespace SmartRecruiting.Matching.Engine;

/// <summary>A word or skill of a text whose removal lowers a programme's score.</summary>
/// <param name="Term">As it stands in the text where it comes first.</param>
/// <param name="Start">Offset of that place.</param>
/// <param name="Length">Its length there.</param>
/// <param name="IsSkill">A skill of the lexicon.</param>
/// <param name="Drop">By how much the score falls, in units of the mixer's score; above 0.</param>
internal sealed record Cause(string Term, int Start, int Length, bool IsSkill, double Drop);
