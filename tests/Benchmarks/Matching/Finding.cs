namespace SmartRecruiting.Benchmarks;

/// <summary>One figure beside what is wanted of it.</summary>
/// <param name="What">In a few words.</param>
/// <param name="Value">What was measured.</param>
/// <param name="AtLeast">Least that is wanted; null for none.</param>
/// <param name="AtMost">Most that is wanted; null for none.</param>
internal sealed record Finding(string What, double Value, double? AtLeast = null, double? AtMost = null)
{
    /// <summary>Null where nothing is wanted.</summary>
    public bool? IsMet => AtLeast is null && AtMost is null ? null : Value >= (AtLeast ?? double.MinValue) && Value <= (AtMost ?? double.MaxValue);
}
