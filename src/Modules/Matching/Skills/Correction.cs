using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Skills;

/// <summary>What this university says of a skill: it takes the place of the built-in entry with the same id, hides it, or adds one.</summary>
internal sealed class Correction
{
    private const char Separator = ';';

    /// <summary>Id of the skill.</summary>
    public required string SkillId { get; init; }

    public string French { get; private set; } = "";

    public string English { get; private set; } = "";

    public string Family { get; private set; } = "";

    /// <summary>Other names, separated by ";".</summary>
    public string Aliases { get; private set; } = "";

    /// <summary>Words near which an ambiguous name counts, separated by ";".</summary>
    public string Context { get; private set; } = "";

    /// <summary>The skill is not found in texts any more.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>The account that said so last; empty for a file of the command line.</summary>
    public Guid By { get; private set; }

    /// <summary>Its name at that time.</summary>
    public string Author { get; private set; } = "";

    public DateTime At { get; private set; }

    public int Revision { get; private set; }

    public SkillEntry ToEntry() => new(SkillId, French, English, Family, List(Aliases), List(Context));

    /// <summary>Takes over what a checked sheet says; false when it says nothing new.</summary>
    public bool Take(SkillSheet sheet, ICurrentUser user, DateTime now)
    {
        var entry = sheet.ToEntry(SkillId);
        var (aliases, context) = (string.Join(Separator, entry.Aliases), string.Join(Separator, entry.Context));
        if (Revision > 0 && (French, English, Family, Aliases, Context, IsHidden) == (entry.French, entry.English, entry.Family, aliases, context, sheet.Hidden)) return false;
        (French, English, Family, Aliases, Context, IsHidden) = (entry.French, entry.English, entry.Family, aliases, context, sheet.Hidden);
        (By, Author, At, Revision) = (user.Id, user.Name, now, Revision + 1);
        return true;
    }

    public static void Describe(EntityTypeBuilder<Correction> correction)
    {
        correction.HasKey(x => x.SkillId);
        correction.Property(x => x.SkillId).HasMaxLength(SkillSheet.LongestId);
        correction.Property(x => x.French).HasMaxLength(SkillSheet.LongestName);
        correction.Property(x => x.English).HasMaxLength(SkillSheet.LongestName);
        correction.Property(x => x.Family).HasMaxLength(40);
        correction.Property(x => x.Aliases).HasMaxLength(SkillSheet.LongestList);
        correction.Property(x => x.Context).HasMaxLength(SkillSheet.LongestList);
        correction.Property(x => x.Author).HasMaxLength(200);
        correction.Property(x => x.Revision).IsConcurrencyToken();
    }

    private static string[] List(string list) => list.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
}
