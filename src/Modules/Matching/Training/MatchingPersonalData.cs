using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Calendar;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Search;

namespace SmartRecruiting.Matching.Training;

/// <summary>
/// What people taught the model: skills they corrected, versions they trained or chose. All of it stays, without its author; copies of
/// offers lose a name that stands in them, and the index with them.
/// </summary>
internal sealed class MatchingPersonalData(MatchingDb db, OfferIndex offers, IStringLocalizer<Text> text) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalPart>> ReadAsync(PersonalOwner owner, CancellationToken cancellation)
    {
        var me = owner.AccountId;
        var corrections = await db.Corrections.Where(c => c.By == me).OrderBy(c => c.At).Select(c => new { c.SkillId, c.At }).ToListAsync(cancellation);
        var labels = await db.Labels.Where(l => l.By == me).OrderBy(l => l.Id).Select(l => new { l.OfferId, l.ProgrammeCode }).ToListAsync(cancellation);
        var promotions = await db.Promotions.Where(p => p.By == me).OrderBy(p => p.At).Select(p => new { p.Version, p.At }).ToListAsync(cancellation);
        var runs = await db.Runs.Where(r => r.By == me).OrderBy(r => r.RequestedAt).Select(r => r.RequestedAt).ToListAsync(cancellation);
        return
        [
            Part("MySkills", corrections, c => [("Skill", c.SkillId), ("Date", c.At.InFrance().ToString("g"))]),
            Part("MyLabels", labels, l => [("Offer", l.OfferId.ToString()), ("Programme", l.ProgrammeCode)]),
            Part("MyPromotions", promotions, p => [("ModelVersion", p.Version.ToString(System.Globalization.CultureInfo.CurrentCulture)), ("Date", p.At.InFrance().ToString("g"))]),
            Part("MyRuns", runs, at => [("Date", at.InFrance().ToString("g"))]),
        ];
    }

    public async Task EraseAsync(PersonalOwner owner, CancellationToken cancellation)
    {
        if (await db.SweepAsync(owner, cancellation) > 0) await offers.RebuildAsync(cancellation);
    }

    private PersonalPart Part<T>(string title, IEnumerable<T> rows, Func<T, (string Name, string Value)[]> fields) =>
        new(text[title], [.. rows.Select(row => fields(row).ToDictionary(f => text[f.Name].Value, f => f.Value))]);
}
