namespace SmartRecruiting.Contracts;

/// <summary>One word of the command line and what it does.</summary>
public interface ICommand
{
    /// <summary>The word: <c>match</c>.</summary>
    string Name { get; }

    /// <summary>The line that the help shows: <c>match "text" [--top 5] [--json]</c>.</summary>
    string Usage { get; }

    /// <summary>True when the command needs the database migrated and, on a first start, filled.</summary>
    bool NeedsData { get; }

    /// <summary>Does it. What was asked for goes to <paramref name="output"/>, everything else to <paramref name="errors"/>.</summary>
    /// <returns>0 done, 1 refused with a clear line, 2 wrong usage.</returns>
    Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation);
}
