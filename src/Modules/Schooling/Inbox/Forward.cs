using System.Globalization;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>A manager's wish that an offer reach a group of the programme's students. Who they are is not known here, only how many.</summary>
internal sealed class Forward
{
    /// <summary>Characters of a note at the most.</summary>
    public const int LongestNote = 1000;

    private Forward() { }

    public Forward(Guid transmission, string group, string? note, Guid account, string name, DateTime now)
    {
        (TransmissionId, Group, Note) = (transmission, group, note);
        (ByAccountId, ByName, RequestedAt) = (account, name, now);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid TransmissionId { get; private init; }

    /// <summary>The years chosen, by <see cref="GroupOf"/>.</summary>
    public string Group { get; private init; } = "";

    public IReadOnlyList<int> Years => [.. Group.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(y => int.Parse(y, CultureInfo.InvariantCulture))];

    public string? Note { get; private init; }

    public DateTime RequestedAt { get; private init; }

    public Guid ByAccountId { get; private init; }

    /// <summary>Empty when the account was erased.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>How many students it went to; null until they are told.</summary>
    public int? Count { get; private set; }

    public void Reached(int count) => Count = count;

    /// <summary>One spelling for one choice of years: « 3;4 »; empty for all students.</summary>
    public static string GroupOf(IEnumerable<int> years) => string.Join(';', years.Distinct().Order());
}
