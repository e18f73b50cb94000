using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartRecruiting.Schooling.Statistics;

/// <summary>What a figure counts by.</summary>
internal enum FigureKind
{
    /// <summary>All offers of the scope.</summary>
    Total,

    /// <summary>By part of the scope: a university's components, a component's programmes; the empty key for offers that no programme fits.</summary>
    School,

    Domain,

    /// <summary>By skill asked for; an offer counts for each of its skills.</summary>
    Skill,

    Company,

    /// <summary>By company and domain together.</summary>
    CompanyDomain,

    /// <summary>By year of study after the baccalauréat; the empty key when the text does not say.</summary>
    Year,

    /// <summary>By what became of the offer.</summary>
    State,

    /// <summary>Transmissions to the scope's programmes, not offers.</summary>
    Sent,

    /// <summary>The same by part of the scope.</summary>
    SchoolSent,

    /// <summary>Searches of students, not offers, by domain.</summary>
    DomainSought,

    /// <summary>Searches of students by skill.</summary>
    SkillSought,
}

/// <summary>
/// A rolled figure: what a scope has in a period of one thing. Dashboards read these rows and no other. All that is shown is of a year,
/// so years are kept ready, as the university and as the calendar cuts them; by month there is the total alone.
/// </summary>
internal sealed class Figure
{
    public const int LongestKey = 100;

    /// <summary>A university, component or programme.</summary>
    public required Guid ScopeId { get; init; }

    public required FigureKind Kind { get; init; }

    /// <summary>
    /// A year as in <see cref="Dashboard.StatYear.Code"/>, negative for its part up to the day of the last count, a year before: what makes
    /// "the same period of last year" exact to the day. Or a month as 202611.
    /// </summary>
    public required int Period { get; init; }

    /// <summary>Which domain, skill, company…; empty for all.</summary>
    public required string Key { get; init; }

    /// <summary>Offers; transmissions sent, or searches, where the kind says so.</summary>
    public int Offers { get; init; }

    /// <summary>Of them, whose first programme fits well (good or strong); of transmissions, those answered.</summary>
    public int Well { get; init; }

    /// <summary>Of them, filled; of transmissions, those forwarded.</summary>
    public int Filled { get; init; }

    /// <summary>Of answered transmissions: hours from sending to the answer, all together.</summary>
    public long Hours { get; init; }

    public static void Describe(EntityTypeBuilder<Figure> figure)
    {
        figure.HasKey(x => new { x.ScopeId, x.Kind, x.Period, x.Key });
        figure.Property(x => x.Period).HasColumnName("Month");
        figure.Property(x => x.Key).HasMaxLength(LongestKey);
    }
}

/// <summary>The state of the rolled figures: one row.</summary>
internal sealed class FigureState
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    /// <summary>Changes with every count that changed a figure.</summary>
    public Guid SnapshotId { get; set; } = Guid.CreateVersion7();

    public DateTime CountedAt { get; set; }

    /// <summary>The last day counted; the day before the first count is none.</summary>
    public DateOnly Until { get; set; }
}
