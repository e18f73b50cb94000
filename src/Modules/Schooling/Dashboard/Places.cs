using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>The three levels of every figure.</summary>
internal enum StatLevel
{
    University,
    Component,
    Programme,
}

/// <summary>Whose figures can be shown.</summary>
/// <param name="ParentId">The university of a component, the component of a programme.</param>
internal sealed record Place(Guid Id, StatLevel Level, string Name, Guid? ParentId, Guid UniversityId);

/// <summary>The universities, components and programmes of the catalogue, and which of them an account may see the figures of.</summary>
internal sealed class Places
{
    private readonly Dictionary<Guid, Place> all = [];
    private readonly HashSet<Guid> open = [];

    /// <summary>Loads them with one query.</summary>
    /// <param name="db">The catalogue.</param>
    /// <param name="user">Who looks; null for a job, which sees everything.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<Places> LoadAsync(SchoolingDb db, ICurrentUser? user, CancellationToken cancellation)
    {
        var seesAll = user is null || user.Role is Roles.Administrator;
        var mine = db.MandatesOf(user?.Id ?? Guid.Empty);
        var lines = await db.Programmes.AsNoTracking().Select(p => new
        {
            p.Id, p.Name, p.ComponentId, Component = p.Component.Name, p.Component.UniversityId, University = p.Component.University.Name,
            HasPlace = mine.Any(m => m.ComponentId == p.ComponentId || m.UniversityId == p.Component.UniversityId),
            HasProgramme = mine.Any(m => m.ProgrammeId == p.Id),
        }).ToListAsync(cancellation);
        var places = new Places();
        foreach (var line in lines)
        {
            places.all.TryAdd(line.UniversityId, new Place(line.UniversityId, StatLevel.University, line.University, null, line.UniversityId));
            places.all.TryAdd(line.ComponentId, new Place(line.ComponentId, StatLevel.Component, line.Component, line.UniversityId, line.UniversityId));
            places.all.Add(line.Id, new Place(line.Id, StatLevel.Programme, line.Name, line.ComponentId, line.UniversityId));
            // Who works for a whole component compares it with its university; who works for a programme sees that.
            if (seesAll || line.HasPlace) places.open.UnionWith([line.Id, line.ComponentId, line.UniversityId]);
            else if (line.HasProgramme) places.open.Add(line.Id);
        }
        return places;
    }

    /// <summary>Those whose figures may be seen, by name within a level.</summary>
    public IReadOnlyList<Place> Open => [.. all.Values.Where(p => open.Contains(p.Id)).OrderBy(p => p.Level).ThenBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>The place with this id; null when there is none, or none that may be seen.</summary>
    public Place? Find(Guid id) => open.Contains(id) ? all.GetValueOrDefault(id) : null;

    /// <summary>What is shown when nothing is asked for: a manager's own component or programme, the university for those who see all.</summary>
    public Place? Default(StatLevel? level, ICurrentUser user)
    {
        // Whoever manages single programmes only has no component of their own.
        var wanted = level ?? (user.Role is Roles.Manager ? StatLevel.Component : StatLevel.University);
        return Open.FirstOrDefault(p => p.Level == wanted) ?? (level is null && Open is [.., var last] ? last : null);
    }

    /// <summary>The name of any place of the catalogue: names are no secret, figures are.</summary>
    public string? NameOf(Guid id) => all.GetValueOrDefault(id)?.Name;

    /// <summary>The parts of a place.</summary>
    public IEnumerable<Place> PartsOf(Guid id) => all.Values.Where(p => p.ParentId == id);

    /// <summary>What one can step to from here: up, beside and down, where it is open.</summary>
    public IReadOnlyList<Place> Around(Place place) =>
        [.. Open.Where(p => p.Level is StatLevel.University || p.Id == place.Id || p.Id == place.ParentId || p.ParentId == place.Id
            || (place.Level is not StatLevel.University && p.ParentId == place.ParentId))];
}
