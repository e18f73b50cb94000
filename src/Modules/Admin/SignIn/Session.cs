namespace SmartRecruiting.Admin.SignIn;

/// <summary>Somebody signed in on one device; without its row the device's cookie is worthless.</summary>
internal sealed class Session
{
    /// <summary>The claim with a session's id.</summary>
    public const string Claim = "session";

    public const int LongestDevice = 60;

    // For EF.
    private Session() => Device = "";

    /// <summary>However busy, a session is asked for the password again after so long.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(7);

    /// <summary>A cookie lasts 8 hours without a page; its session's row a little longer.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromHours(9);

    /// <summary>How exactly it is known when a session was last seen: one write in so long.</summary>
    public static TimeSpan SeenEvery { get; } = TimeSpan.FromMinutes(5);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AccountId { get; private init; }

    /// <summary>Browser and system; empty when they are unknown.</summary>
    public string Device { get; private init; }

    public string? Address { get; private init; }

    public DateTime BegunAt { get; private init; }

    public DateTime SeenAt { get; private init; }

    public static Session Begin(Guid account, string device, string? address, DateTime now) =>
        new() { AccountId = account, Device = device, Address = address, BegunAt = now, SeenAt = now };
}
