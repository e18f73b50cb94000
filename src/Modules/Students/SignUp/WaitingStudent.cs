using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Students.Roster;

namespace SmartRecruiting.Students.SignUp;

/// <summary>
/// A student whose confirmed address stands in no roster. The manager of the programme they named vouches for them; a roster that names
/// them later does, too.
/// </summary>
internal sealed class WaitingStudent
{
    private WaitingStudent() { }

    public WaitingStudent(AccountRequested asked, ProgrammeSnapshot? programme, DateTime now)
    {
        (AccountId, Email, Language) = (asked.AccountId, asked.Email.ToLowerInvariant(), asked.Language);
        Name = asked.Name.Length <= RosterEntry.NameLength ? asked.Name : asked.Name[..RosterEntry.NameLength];
        (ProgrammeId, ProgrammeName) = (programme?.Id, programme?.Name);
        Since = now;
    }

    public Guid AccountId { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>In lower case.</summary>
    public string Email { get; private init; } = "";

    /// <summary>Of the student: fr or en.</summary>
    public string Language { get; private init; } = "";

    /// <summary>Null for who only counts on a roster.</summary>
    public Guid? ProgrammeId { get; private init; }

    public string? ProgrammeName { get; private init; }

    public DateTime Since { get; private init; }

    /// <summary>The manager does not know the student; only a roster helps now.</summary>
    public DateTime? DeclinedAt { get; private set; }

    public void Decline(DateTime now) => DeclinedAt = now;

    public static void Describe(EntityTypeBuilder<WaitingStudent> student)
    {
        student.ToTable("waiting");
        student.HasKey(s => s.AccountId);
        student.Property(s => s.AccountId).ValueGeneratedNever();
        student.Property(s => s.Name).HasMaxLength(RosterEntry.NameLength);
        student.Property(s => s.Email).HasMaxLength(EmailAddress.MaxLength);
        student.Property(s => s.Language).HasMaxLength(2);
        student.Property(s => s.ProgrammeName).HasMaxLength(300);
        // Two managers decide at once: only the first does.
        student.Property(s => s.DeclinedAt).IsConcurrencyToken();
        student.HasIndex(s => s.Email);
        student.HasIndex(s => new { s.ProgrammeId, s.Since });
    }
}
