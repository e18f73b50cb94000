namespace SmartRecruiting.Contracts;

/// <summary>The fixed list of domains that an offer or a programme can be about.</summary>
public static class Domains
{
    /// <summary>When no domain is likely enough.</summary>
    public const string Other = "other";

    /// <summary>Keys, in the order in which they are shown; <see cref="Other"/> last.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "agronomy", "arts", "commerce", "communication", "construction", "education", "energy", "environment", "finance", "health",
        "industry", "informatics", "law", "logistics", "management", "science", "social", "sport", "tourism", Other,
    ];
}
