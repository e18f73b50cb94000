using System.Text.Json;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Search;
using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching.Catalogue;

/// <summary>Keeps what it needs of a new or changed programme; from then on it competes, trained on or not.</summary>
internal sealed class TakeProgramme(MatchingDb db, ModelStore models, ProgrammeIndex index, TimeProvider clock) : IHandle<ProgrammeChanged>
{
    public async Task HandleAsync(ProgrammeChanged happened, CancellationToken cancellation)
    {
        var (snapshot, revision) = (happened.Programme, happened.Revision);
        var known = await db.Programmes.FindAsync([snapshot.Id], cancellation);
        if (known?.Revision >= revision) return;
        var content = JsonSerializer.Serialize(snapshot);
        var now = clock.GetUtcNow().UtcDateTime;
        if (known is null)
        {
            db.Add(new KnownProgramme { Id = snapshot.Id, Code = snapshot.Code, Revision = revision, Content = content, ChangedAt = now });
        }
        else
        {
            (known.Code, known.Revision, known.Content, known.ChangedAt) = (snapshot.Code, revision, content, now);
        }
        await db.SaveChangesAsync(cancellation);
        models.Touch();
        index.Touch();
    }
}
