using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>Keeps what the model found in offers beside them.</summary>
internal sealed class ShowTags(RecruitingDb db) : IHandle<OffersTagged>
{
    public async Task HandleAsync(OffersTagged happened, CancellationToken cancellation)
    {
        var ids = happened.Offers.Select(tags => tags.OfferId).ToList();
        var offers = await db.Offers.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);
        var listed = (await db.OfferSkills.Where(s => ids.Contains(s.OfferId)).ToListAsync(cancellation)).ToLookup(s => s.OfferId);
        foreach (var tags in happened.Offers)
        {
            if (!offers.TryGetValue(tags.OfferId, out var offer) || !offer.TryTag(tags.Revision, tags.ModelVersion, tags.Domain, tags.Skills)) continue;
            var skills = tags.Skills.Where(s => !s.IsGeneral && s.Id.Length <= OfferSkill.SkillLength).Select(s => s.Id).ToHashSet();
            db.RemoveRange(listed[offer.Id].Where(s => !skills.Contains(s.SkillId)));
            db.AddRange(skills.Except(listed[offer.Id].Select(s => s.SkillId)).Select(skill => new OfferSkill(offer.Id, skill)));
        }
        await db.SaveChangesAsync(cancellation);
    }
}
