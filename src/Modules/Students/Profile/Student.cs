using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Students.Roster;

namespace SmartRecruiting.Students.Profile;

/// <summary>A student's account as this module knows it: where mails go, what the student looks for, what they do not want.</summary>
internal sealed class Student
{
    public const int AboutLength = 1000;
    public const int LanguagesLength = 200;

    private Student() { }

    public Student(Guid account, string name, string email)
    {
        AccountId = account;
        Describe(name, email);
    }

    public Guid AccountId { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>In lower case.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Of mails: fr or en, as the pages were last read when something was asked for.</summary>
    public string Language { get; private set; } = "fr";

    /// <summary>What the student looks for, in their own words.</summary>
    public string? About { get; private set; }

    /// <summary>Languages spoken, in their own words.</summary>
    public string? Languages { get; private set; }

    /// <summary>New offers for saved searches, and news of offers that were saved.</summary>
    public bool WantsMails { get; private set; } = true;

    /// <summary>What the link in each mail carries: 128 random bits, so whoever has it has the mail.</summary>
    public string StopToken { get; private init; } = RandomNumberGenerator.GetHexString(RosterEntry.TokenLength, lowercase: true);

    /// <summary>The account may not act: nothing is sent to it.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The latest news of the account; ids of events grow with time.</summary>
    public Guid LastNews { get; private set; }

    /// <summary>The day of the last mail with new offers. Two who send at once both change it from the same value, and only one can.</summary>
    public DateOnly? MailedOn { get; private set; }

    public void Describe(string name, string email) =>
        (Name, Email) = (name.Length <= RosterEntry.NameLength ? name : name[..RosterEntry.NameLength], email.ToLowerInvariant());

    public void Read(string language) => Language = language == "en" ? "en" : "fr";

    public void Tell(string? about, string? languages, bool wantsMails) => (About, Languages, WantsMails) = (about, languages, wantsMails);

    public void Mailed(DateOnly day) => MailedOn = day;

    /// <summary>Takes news of the account; false for what comes late, after newer news.</summary>
    public bool TryFollow(IntegrationEvent news, bool closed)
    {
        if (news.EventId.CompareTo(LastNews) <= 0) return false;
        (LastNews, IsClosed) = (news.EventId, closed);
        return true;
    }

    public static void Describe(EntityTypeBuilder<Student> student)
    {
        student.ToTable("students");
        student.HasKey(s => s.AccountId);
        student.Property(s => s.AccountId).ValueGeneratedNever();
        student.Property(s => s.Name).HasMaxLength(RosterEntry.NameLength);
        student.Property(s => s.Email).HasMaxLength(EmailAddress.MaxLength);
        student.Property(s => s.Language).HasMaxLength(2);
        student.Property(s => s.About).HasMaxLength(AboutLength);
        student.Property(s => s.Languages).HasMaxLength(LanguagesLength);
        student.Property(s => s.StopToken).HasMaxLength(RosterEntry.TokenLength);
        student.Property(s => s.MailedOn).IsConcurrencyToken();
        student.HasIndex(s => s.StopToken).IsUnique();
        student.HasIndex(s => s.Email);
    }
}
