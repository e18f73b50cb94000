namespace SmartRecruiting.Benchmarks;

/// <summary>A measure that cannot be made, with a sentence for the person who asked.</summary>
internal sealed class BenchException(string message) : Exception(message);
