using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>A skill that an offer asks for, as a row: how companies of before are found without reading offers. General tasks are left out.</summary>
internal sealed class OfferSkill
{
    public const int SkillLength = 100;

    private OfferSkill() { }

    public OfferSkill(Guid offer, string skill) => (OfferId, SkillId) = (offer, skill);

    public Guid OfferId { get; private init; }

    public string SkillId { get; private init; } = "";

    public static void Describe(EntityTypeBuilder<OfferSkill> skill)
    {
        skill.HasKey(s => new { s.OfferId, s.SkillId });
        skill.Property(s => s.SkillId).HasMaxLength(SkillLength);
        skill.HasIndex(s => new { s.SkillId, s.OfferId });
        skill.HasOne<Offer>().WithMany().HasForeignKey(s => s.OfferId);
    }
}
