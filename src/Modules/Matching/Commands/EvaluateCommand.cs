using SmartRecruiting.Matching.Evaluation;

namespace SmartRecruiting.Matching.Commands;

/// <summary>Measures the method on any data, touching no database.</summary>
internal sealed class EvaluateCommand : ICommand
{
    public string Name => "evaluate";

    public string Usage => "evaluate [--programmes P.csv] --train A.csv --test B.csv [--json OUT] [--deletion]   measure ranking on files";

    public bool NeedsData => false;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (Read(arguments) is not { } options)
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }
        return await Evaluate.RunAsync(options, output, errors, cancellation);
    }

    private static EvaluateOptions? Read(IReadOnlyList<string> arguments)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i++)
        {
            var option = arguments[i];
            if (option is not ("--programmes" or "--train" or "--test" or "--json" or "--deletion")) return null;
            if (option != "--deletion" && ++i >= arguments.Count) return null;
            if (!given.TryAdd(option, arguments[i])) return null;
        }
        return given.TryGetValue("--train", out var train) && given.TryGetValue("--test", out var test)
            ? new EvaluateOptions(given.GetValueOrDefault("--programmes"), train, test, given.GetValueOrDefault("--json"), given.ContainsKey("--deletion"))
            : null;
    }
}
