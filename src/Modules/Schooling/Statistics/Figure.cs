using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartRecruiting.Schooling.Statistics;

/// <summary>What a figure counts by.</summary>
internal enum FigureKind
{
    /// <summary>All offers of the scope.</summary>
    Total,

    /// <summary>The same by month; all other kinds are by term.</summary>
    Month,

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

    /// <summary>Transmissions, not offers, by part of the scope.</summary>
    SchoolSent,

    /// <summary>Searches of students, not offers, by domain.</summary>
    DomainSought,

    /// <summary>Searches of students by skill.</summary>
    SkillSought,
}

/// <summary>
/// A rolled figure: what a scope has in a period of one thing. Dashboards read these rows and no other. All that they show is of a year, as
/// the university or as the calendar cuts it; so what is kept ready are the two terms that either is made of, January to August and
/// September to December, and by month the total alone.
/// </summary>
internal sealed class Figure
{
    public const int LongestKey = 100;

    /// <summary>The scope of what is no university's own: offers that no programme fits, and searches. Each university has them beside its own.</summary>
    public static readonly Guid Everybody = Guid.Empty;

    /// <summary>A university, component or programme, or <see cref="Everybody"/>.</summary>
    public required Guid ScopeId { get; init; }

    public required FigureKind Kind { get; init; }

    /// <summary>
    /// Year and month of the term's first day: 202601 or 202609. Negative for the part of that term up to the day of the last count, a year
    /// before: what makes "the same period of last year" exact to the day.
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
