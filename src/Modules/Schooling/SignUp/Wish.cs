using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.SignUp;

/// <summary>What somebody who signs up wants to work for: what is kept of it until their address is confirmed.</summary>
/// <param name="Level">Of the places.</param>
/// <param name="Places">One university, one component, or some of its programmes.</param>
internal sealed record Wish(StatLevel Level, IReadOnlyList<Guid> Places)
{
    /// <summary>Characters for the person who decides: whoever wants more programmes shows in the list of mandates.</summary>
    private const int LongestAsk = 200;

    /// <summary>What the account will be asked to be approved for.</summary>
    public AccountWish For(string role, string asks) =>
        new(role, asks.Length <= LongestAsk ? asks : asks[..(LongestAsk - 1)] + "…", JsonSerializer.Serialize(this));

    public static Wish Read(string details) => JsonSerializer.Deserialize<Wish>(details)!;

    /// <summary>Without what left the catalogue since.</summary>
    public async Task<IReadOnlyList<(StatLevel Level, Guid Id)>> StillThereAsync(SchoolingDb db, CancellationToken cancellation)
    {
        var (level, wanted) = (Level, Places.ToArray());
        var there = level switch
        {
            StatLevel.University => db.Universities.Where(u => wanted.Contains(u.Id)).Select(u => u.Id),
            StatLevel.Component => db.Components.Where(c => wanted.Contains(c.Id)).Select(c => c.Id),
            _ => db.Programmes.Where(p => wanted.Contains(p.Id)).Select(p => p.Id),
        };
        return (await there.ToListAsync(cancellation)).ConvertAll(id => (level, id));
    }
}
