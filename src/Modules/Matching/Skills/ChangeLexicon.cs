using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching.Skills;

/// <summary>Writes corrections of skills, for the editor page and for files; from then on they are what every host finds.</summary>
internal sealed class ChangeLexicon(MatchingDb db, LexiconStore lexicons, ModelStore models, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The skill as it is now and what was said of it; nothing for an unknown one.</summary>
    public async Task<(SkillEntry Entry, Correction? Correction)?> FindAsync(string id, CancellationToken cancellation)
    {
        var correction = await db.Corrections.FindAsync([id], cancellation);
        var entry = correction?.ToEntry() ?? LexiconStore.BuiltIn.Entries.FirstOrDefault(e => e.Id == id);
        return entry is null ? null : (entry, correction);
    }

    /// <summary>Puts a sheet in the place of a skill, or adds it under a new id; the caller saves.</summary>
    /// <returns>What is wrong; empty when it was taken.</returns>
    public async Task<(IReadOnlyList<SheetProblem> Problems, string Id, bool Changed)> TakeAsync(string? id, SkillSheet sheet, SkillLexicon lexicon, CancellationToken cancellation)
    {
        var problems = sheet.Problems(id, lexicon, LexiconStore.Families);
        if (problems.Count > 0) return (problems, id ?? "", false);
        if (id is null)
        {
            var taken = await db.Corrections.Select(c => c.SkillId).ToListAsync(cancellation);
            id = sheet.MakeId(wanted => taken.Contains(wanted) || db.Corrections.Local.Any(c => c.SkillId == wanted) || LexiconStore.BuiltIn.Entries.Any(e => e.Id == wanted));
        }
        var correction = await db.Corrections.FindAsync([id], cancellation);
        if (correction is null)
        {
            // A sheet that says what is built in corrects nothing.
            if (LexiconStore.BuiltIn.Entries.FirstOrDefault(e => e.Id == id) is { } builtIn && Same(builtIn, sheet.ToEntry(id)) && !sheet.Hidden) return ([], id, false);
            db.Add(correction = new Correction { SkillId = id });
        }
        return ([], id, correction.Take(sheet, user, clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>Saves, and has this host look at once; the others do within a second.</summary>
    public async Task SaveAsync(CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        lexicons.Touch();
        models.Touch();
    }

    private static bool Same(SkillEntry one, SkillEntry other) =>
        (one.French, one.English, one.Family) == (other.French, other.English, other.Family) && one.Aliases.SequenceEqual(other.Aliases) && one.Context.SequenceEqual(other.Context);
}
