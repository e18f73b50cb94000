namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>A year of figures: the one that begins in <paramref name="Start"/>, by this basis.</summary>
internal readonly record struct StatYear(int Start, YearBasis Basis);

/// <summary>When a year begins: on 1 September or on 1 January.</summary>
internal enum YearBasis
{
    University,
    Calendar,
}
