namespace SmartRecruiting.Benchmarks;

/// <summary>What a bench was asked.</summary>
/// <param name="Data">Folder of the sets.</param>
/// <param name="Output">Where to write beside the terminal; null for nowhere.</param>
internal sealed record BenchArguments(string Data, string? Output)
{
    private const string Variable = "SMARTRECRUITING_DATA";

    /// <summary>Reads --data and, where a bench has one, the option that names its file; null for wrong usage.</summary>
    /// <exception cref="BenchException">There is no data.</exception>
    public static BenchArguments? Read(string[] arguments, string? outputOption = null)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        if (arguments.Length % 2 != 0) return null;
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if ((arguments[i] != "--data" && arguments[i] != outputOption) || !given.TryAdd(arguments[i], arguments[i + 1])) return null;
        }
        var data = given.GetValueOrDefault("--data") ?? Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(data)) throw new BenchException($"The sets to measure on are missing: name their folder with --data DIR or in {Variable}.");
        if (!Directory.Exists(data)) throw new BenchException($"{data}: there is no such folder.");
        return new BenchArguments(data, outputOption is null ? null : given.GetValueOrDefault(outputOption));
    }
}
