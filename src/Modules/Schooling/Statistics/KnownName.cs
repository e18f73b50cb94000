using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Schooling.Catalogue;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Statistics;

/// <summary>What a figure's key is called: a skill, or a company.</summary>
internal sealed class KnownName
{
    /// <summary>A skill's id, or a company's.</summary>
    public required string Key { get; init; }

    public required string French { get; set; }

    public required string English { get; set; }

    /// <summary>In the reader's language.</summary>
    public string Shown => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? French : English;

    public static void Describe(EntityTypeBuilder<KnownName> name)
    {
        name.HasKey(x => x.Key);
        name.Ignore(x => x.Shown);
        name.Property(x => x.Key).HasMaxLength(Figure.LongestKey);
        name.Property(x => x.French).HasMaxLength(Limits.Name);
        name.Property(x => x.English).HasMaxLength(Limits.Name);
    }
}

/// <summary>Writes names down.</summary>
internal static class KnownNameExtensions
{
    /// <summary>Learns names and new names of known keys; the caller saves.</summary>
    public static async Task NameAsync(this SchoolingDb db, IEnumerable<(string Key, string French, string English)> names, CancellationToken cancellation)
    {
        var given = names.Where(n => n.Key.Length <= Figure.LongestKey).DistinctBy(n => n.Key).ToList();
        var keys = given.ConvertAll(n => n.Key);
        var known = await db.Names.Where(n => keys.Contains(n.Key)).ToDictionaryAsync(n => n.Key, cancellation);
        foreach (var (key, french, english) in given)
        {
            if (!known.TryGetValue(key, out var name)) db.Add(name = new KnownName { Key = key, French = "", English = "" });
            (name.French, name.English) = (Cut(french), Cut(english));
        }
    }

    private static string Cut(string text) => text.Length <= Limits.Name ? text : text[..Limits.Name];
}
