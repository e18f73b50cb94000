using System.Globalization;

namespace SmartRecruiting.Contracts;

/// <summary>Things that wait for administrators to decide. Each module tells of its own; the platform mails all of them together.</summary>
public interface IAwaitDecisions
{
    /// <summary>Where they are decided.</summary>
    string Path { get; }

    /// <summary>How many wait, and when the newest of them came; null when none waits.</summary>
    Task<(int Waiting, DateTime? Newest)> CountAsync(CancellationToken cancellation);

    /// <summary>So many of them, in words of this language.</summary>
    string Say(CultureInfo reader, int waiting);
}
