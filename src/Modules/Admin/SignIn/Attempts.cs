using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SmartRecruiting.Admin.SignIn;

/// <summary>
/// Slows guessing down without locking anybody out: who failed too often, by e-mail and network address together or by network
/// address alone, waits; the account's owner signs in from elsewhere meanwhile. Kept in memory: a restart forgives, and each of
/// several hosts counts for itself.
/// </summary>
internal sealed class Attempts(TimeProvider clock)
{
    public const int MostOfOneAccount = 10;

    // A campus reaches the site from one address.
    public const int MostOfOneAddress = 100;

    // Enough for who looks into the wrong folder; too few to fill somebody's mailbox from many networks.
    public const int MostMailsToOneAddress = 5;

    private const int MostKept = 50_000;

    private readonly ConcurrentDictionary<string, Tally> tallies = new();

    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Counts a try before its password is looked at, so that fifty at once count as fifty.</summary>
    /// <returns>How long to wait; zero to go on.</returns>
    public TimeSpan Begin(string email, IPAddress? address)
    {
        var network = Network(address);
        var wait = Count($"{network} {email}", MostOfOneAccount);
        return wait > TimeSpan.Zero ? wait : Count(network, MostOfOneAddress);
    }

    /// <summary>A good password takes its own try back, and earlier failures for the same account with it.</summary>
    public void Succeed(string email, IPAddress? address)
    {
        var network = Network(address);
        tallies.TryRemove($"{network} {email}", out _);
        while (tallies.TryGetValue(network, out var tally))
        {
            if (tallies.TryUpdate(network, tally with { Tries = Math.Max(0, tally.Tries - 1) }, tally)) return;
        }
    }

    /// <summary>
    /// Counts a try of the second step, from wherever it comes: six digits are few, and only who knows the password can use them up.
    /// </summary>
    /// <returns>How long to wait; zero to go on.</returns>
    public TimeSpan BeginSecondStep(Guid account) => Count($"step {account}", MostOfOneAccount);

    /// <summary>A good code forgives the bad ones before it.</summary>
    public void SucceedSecondStep(Guid account) => tallies.TryRemove($"step {account}", out _);

    /// <summary>Whether one more mail that a stranger can cause may go to this address.</summary>
    public bool MayMail(string email) => Count($"mail {email}", MostMailsToOneAddress) == TimeSpan.Zero;

    private TimeSpan Count(string key, int most)
    {
        var now = clock.GetUtcNow();
        Forget(now);
        var tally = tallies.AddOrUpdate(
            key,
            _ => new Tally(1, now + Window),
            (_, old) => old.Until <= now ? new Tally(1, now + Window) : old with { Tries = old.Tries + 1 });
        return tally.Tries <= most ? TimeSpan.Zero : tally.Until - now;
    }

    // Invented e-mail addresses must not fill the memory.
    private void Forget(DateTimeOffset now)
    {
        if (tallies.Count < MostKept) return;
        foreach (var (key, tally) in tallies)
        {
            if (tally.Until <= now) tallies.TryRemove(key, out _);
        }
        if (tallies.Count >= MostKept) tallies.Clear();
    }

    // A household or an attacker owns a whole /64 of IPv6.
    private static string Network(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily is AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private sealed record Tally(int Tries, DateTimeOffset Until);
}
