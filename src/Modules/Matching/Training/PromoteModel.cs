using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SmartRecruiting.Matching.Data;

namespace SmartRecruiting.Matching.Training;

/// <summary>Makes a version serve: a new one after its training, or an older one that an administrator goes back to.</summary>
internal sealed class PromoteModel(MatchingDb db, ModelStore models, TimeProvider clock, ILogger<PromoteModel> log)
{
    /// <summary>The version that serves; 0 for none.</summary>
    public Task<int> ServingAsync(CancellationToken cancellation) =>
        db.Promotions.OrderByDescending(p => p.Number).Select(p => p.Version).FirstOrDefaultAsync(cancellation);

    /// <summary>Whether a version can be gone back to: of very old ones the figures are kept, the bytes are not.</summary>
    public Task<bool> CanServeAsync(int version, CancellationToken cancellation) => db.Parts.AnyAsync(p => p.Version == version && p.Use == ModelUse.Serving, cancellation);

    /// <summary>Writes the promotion down; the caller saves.</summary>
    public async Task AddAsync(int version, Guid? by, string? byName, CancellationToken cancellation)
    {
        var last = await db.Promotions.OrderByDescending(p => p.Number).Select(p => p.Number).FirstOrDefaultAsync(cancellation);
        db.Add(new Promotion { Number = last + 1, Version = version, At = clock.GetUtcNow().UtcDateTime, By = by, ByName = byName });
        db.Publish(new ModelPromoted(version));
    }

    /// <summary>An administrator's choice; false when this version serves already or its bytes were not kept.</summary>
    public async Task<bool> TryAsync(int version, Guid by, string byName, CancellationToken cancellation)
    {
        if (await ServingAsync(cancellation) == version || !await CanServeAsync(version, cancellation)) return false;
        await AddAsync(version, by, byName, cancellation);
        await db.SaveChangesAsync(cancellation);
        models.Touch();
        log.LogInformation("Model {Version} serves from now on, by account {Account}", version, by);
        return true;
    }
}
