using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Lists;
using SmartRecruiting.Schooling.Catalogue;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Programmes;

/// <summary>The programmes as the other modules see them.</summary>
internal sealed class ProgrammeLookup(SchoolingDb db) : IProgrammes
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
        email = email.Trim().ToLowerInvariant();
        if (await db.Managers.FirstOrDefaultAsync(m => m.AccountId == accountId && m.ComponentId == found[0], cancellation) is { } known)
        {
            known.Rename(name, email);
        }
        else db.Add(Manager.OfComponent(accountId, name, email, found[0]));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (db.ChangeTracker.Entries<Manager>().Any(e => e.State is EntityState.Added))
        {
            // Somebody attached the same account at the same moment.
            db.ChangeTracker.Clear();
            return await db.Managers.AnyAsync(m => m.AccountId == accountId && m.ComponentId == found[0], cancellation);
        }
        return true;
    }

    private static async Task<List<ProgrammeSnapshot>> SnapshotsAsync(IQueryable<Programme> programmes, CancellationToken cancellation)
    {
        var found = await programmes.AsNoTracking().Include(p => p.Component.University).ToListAsync(cancellation);
        return found.ConvertAll(p => p.ToSnapshot());
    }

    private static List<string> Names(IEnumerable<string?> names) =>
        [.. names.OfType<string>().Distinct().Order(StringComparer.CurrentCultureIgnoreCase)];
}
