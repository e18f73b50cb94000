using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students.Roster;

/// <summary>How many students a forward would reach; no other module learns who.</summary>
internal sealed class CountStudents(StudentsDb db) : IRoster
{
    public async Task<RosterCount> CountAsync(Guid programmeId, IReadOnlyCollection<int> years, CancellationToken cancellation)
    {
        var byYear = await db.Roster.OfProgramme(programmeId, years)
            .GroupBy(e => e.Year)
            .Select(g => new { Year = g.Key, Students = g.Count(), Receiving = g.Count(e => !e.OptedOut && !e.IsClosed) })
            .ToListAsync(cancellation);
        return new RosterCount(
            byYear.Sum(y => y.Students),
            byYear.Sum(y => y.Receiving),
            byYear.OrderBy(y => y.Year).ToDictionary(y => y.Year, y => y.Receiving));
    }
}

/// <summary>The group that a count and a forward must agree on.</summary>
internal static class RosterGroup
{
    /// <summary>Students of a programme in these years; in all years when none is named.</summary>
    public static IQueryable<RosterEntry> OfProgramme(this IQueryable<RosterEntry> roster, Guid programmeId, IReadOnlyCollection<int> years)
    {
        var group = roster.Where(e => e.ProgrammeId == programmeId);
        return years.Count == 0 ? group : group.Where(e => years.Contains(e.Year));
    }

    /// <summary>Of them, those who are written to.</summary>
    public static IQueryable<RosterEntry> WhereReceiving(this IQueryable<RosterEntry> roster) => roster.Where(e => !e.OptedOut && !e.IsClosed);
}
