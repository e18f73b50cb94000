using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Schooling.Catalogue;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Staff;

namespace SmartRecruiting.Schooling.Programmes;

/// <summary>The programmes as the other modules see them.</summary>
internal sealed class ProgrammeLookup(SchoolingDb db, KeepStaff staff) : IProgrammes
{
    public async Task<IReadOnlyList<ProgrammeSnapshot>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        ids.Count == 0 ? [] : await SnapshotsAsync(db.Programmes.Where(p => ids.Contains(p.Id)), cancellation);

    public async Task<IReadOnlyList<ProgrammeSnapshot>> FindByCodeAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        var spelled = codes.Select(ProgrammeSheet.ReadCode).OfType<string>().Distinct().ToList();
        return spelled.Count == 0 ? [] : await SnapshotsAsync(db.Programmes.Where(p => spelled.Contains(p.Code)), cancellation);
    }

    public async Task<IReadOnlyList<ProgrammeSnapshot>> ListAsync(string? words, int most, CancellationToken cancellation) =>
        await SnapshotsAsync(db.Programmes.WithWords(words).ByName().Take(most), cancellation);

    public async Task<ProgrammePage> PageAsync(string? words, string? level, int page, int size, CancellationToken cancellation)
    {
        var programmes = db.Programmes.AsNoTracking().WithWords(words);
        if (level is not null) programmes = programmes.Where(p => p.Level == level);
        var slice = await programmes
            .OrderBy(p => EF.Property<string>(p.Component, SearchColumns.Name)).ThenBy(p => p.ComponentId)
            .ThenBy(p => EF.Property<string>(p, SearchColumns.Name)).ThenBy(p => p.Id)
            .Select(p => new ProgrammeLine(p.Id, p.Slug, p.Name, p.Component.Name, p.Level))
            .ToSliceAsync(page, size, cancellation);
        return new ProgrammePage(slice.Rows, slice.Page, slice.Total);
    }

    public async Task<IReadOnlyDictionary<Guid, string>> ManagedByAsync(Guid accountId, CancellationToken cancellation) =>
        await db.ManagedBy(accountId).Select(p => new { p.Id, p.Code }).ToDictionaryAsync(p => p.Id, p => p.Code, cancellation);

    public async Task<CatalogueChoices> ChoicesAsync(CancellationToken cancellation)
    {
        var found = await db.Programmes.Select(p => new { Component = p.Component.Name, p.City }).Distinct().ToListAsync(cancellation);
        return new CatalogueChoices(Names(found.Select(f => f.Component)), Names(found.Select(f => f.City)));
    }

    public async Task<bool> AttachManagerAsync(Guid accountId, string name, string email, string component, CancellationToken cancellation)
    {
        var slug = University.SlugOf(component);
        // Two universities may each have a component of that name: to guess would show one's offers to the other.
        var found = await db.Components.Where(c => c.Slug == slug).Select(c => c.Id).Order().Take(2).ToListAsync(cancellation);
        if (found.Count != 1) return false;
        await AttachAsync(accountId, Roles.Manager, name, email, (StatLevel.Component, found[0]), cancellation);
        return true;
    }

    public async Task<bool> AttachDirectorAsync(Guid accountId, string name, string email, string university, CancellationToken cancellation)
    {
        var slug = University.SlugOf(university);
        if (await db.Universities.Where(u => u.Slug == slug).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(cancellation) is not { } id) return false;
        await AttachAsync(accountId, Roles.Director, name, email, (StatLevel.University, id), cancellation);
        return true;
    }

    private Task AttachAsync(Guid account, string role, string name, string email, (StatLevel Level, Guid Id) place, CancellationToken cancellation) => staff.RunAsync(
        () => new StaffMember(account, role, name, email),
        member =>
        {
            member.Describe(role, name, email);
            member.Open();
        },
        [place],
        cancellation);

    private static async Task<List<ProgrammeSnapshot>> SnapshotsAsync(IQueryable<Programme> programmes, CancellationToken cancellation)
    {
        var found = await programmes.AsNoTracking().Include(p => p.Component.University).ToListAsync(cancellation);
        return found.ConvertAll(p => p.ToSnapshot());
    }

    private static List<string> Names(IEnumerable<string?> names) =>
        [.. names.OfType<string>().Distinct().Order(StringComparer.CurrentCultureIgnoreCase)];
}
