namespace SmartRecruiting.Matching.Evaluation;

/// <summary>An evaluation that cannot be done, with a sentence for the person who asked.</summary>
internal sealed class EvaluationException : Exception
{
    /// <summary>With a sentence.</summary>
    public EvaluationException(string message) : base(message) { }

    /// <summary>With a sentence and what was behind it.</summary>
    public EvaluationException(string message, Exception inner) : base(message, inner) { }
}
