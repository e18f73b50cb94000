using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Schooling.Catalogue;
using SmartRecruiting.Schooling.Dashboard;

namespace SmartRecruiting.Schooling.Staff;

/// <summary>
/// What somebody works for: a university, a component or one programme. It counts while the account may act, so what was asked for at
/// sign-up is granted by the approval, and comes back after a suspension.
/// </summary>
internal sealed class Mandate
{
    private Mandate() { }

    public Mandate(Guid account, StatLevel level, Guid place)
    {
        AccountId = account;
        switch (level)
        {
            case StatLevel.University: UniversityId = place; break;
            case StatLevel.Component: ComponentId = place; break;
            default: ProgrammeId = place; break;
        }
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AccountId { get; private init; }

    public StaffMember Member { get; private init; } = null!;

    public Guid? UniversityId { get; private init; }

    public University? University { get; private init; }

    public Guid? ComponentId { get; private init; }

    public Component? Component { get; private init; }

    public Guid? ProgrammeId { get; private init; }

    public Programme? Programme { get; private init; }

    /// <summary>The place, whichever level it has.</summary>
    public Guid Place => (UniversityId ?? ComponentId ?? ProgrammeId)!.Value;

    public static void Describe(EntityTypeBuilder<Mandate> mandate)
    {
        mandate.Ignore(x => x.Place);
        // Two of the three are null, and null is never a duplicate: each index guards its own third.
        mandate.HasIndex(x => new { x.AccountId, x.UniversityId }).IsUnique();
        mandate.HasIndex(x => new { x.AccountId, x.ComponentId }).IsUnique();
        mandate.HasIndex(x => new { x.AccountId, x.ProgrammeId }).IsUnique();
        mandate.HasOne(x => x.Member).WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Cascade);
        mandate.HasOne(x => x.University).WithMany().HasForeignKey(x => x.UniversityId).OnDelete(DeleteBehavior.Cascade);
        mandate.HasOne(x => x.Component).WithMany().HasForeignKey(x => x.ComponentId).OnDelete(DeleteBehavior.Cascade);
        mandate.HasOne(x => x.Programme).WithMany().HasForeignKey(x => x.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
    }
}
