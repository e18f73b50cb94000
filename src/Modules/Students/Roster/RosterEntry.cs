using System.Security.Cryptography;
using SmartRecruiting.Students.Profile;

namespace SmartRecruiting.Students.Roster;

/// <summary>One student of one programme, as the school's file names them. A student of two programmes has two entries.</summary>
internal sealed class RosterEntry
{
    public const int NameLength = 150;
    public const int CodeLength = 50;
    public const int TokenLength = 32;
    public const int FirstYear = 1;
    public const int LastYear = 8;

    private RosterEntry() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Name { get; private set; } = "";

    /// <summary>As the school has it, in lower case; who has an account reads mails where the account does.</summary>
    public string Email { get; private init; } = "";

    /// <summary>The student's account; null for who has none, or whose account is only known by the same address.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>That account may not act: nothing is sent to it.</summary>
    public bool IsClosed { get; private set; }

    public Guid ProgrammeId { get; private init; }

    public string ProgrammeCode { get; private set; } = "";

    /// <summary>Of study after the baccalauréat.</summary>
    public int Year { get; private set; }

    /// <summary>Forwarded offers do not reach the student.</summary>
    public bool OptedOut { get; private set; }

    /// <summary>The student spoke for themselves, one way or the other: no file changes it any more.</summary>
    public bool ChosenByStudent { get; private set; }

    /// <summary>What the link in each mail carries: 128 random bits, so whoever has it has the mail.</summary>
    public string StopToken { get; private init; } = RandomNumberGenerator.GetHexString(TokenLength, lowercase: true);

    /// <summary>A student new in a programme.</summary>
    public static RosterEntry Enrol(EmailAddress email, Guid programmeId, string name, string programmeCode, int year, bool optedOut)
    {
        ArgumentException.ThrowIfNullOrEmpty(email.Value);
        ArgumentOutOfRangeException.ThrowIfEqual(programmeId, Guid.Empty);
        var entry = new RosterEntry { Email = email.Value, ProgrammeId = programmeId, OptedOut = optedOut };
        entry.Describe(name, programmeCode, year);
        return entry;
    }

    /// <summary>Takes what the school's file says now; its opt-out counts only as long as the student has not spoken.</summary>
    /// <param name="name">As written.</param>
    /// <param name="programmeCode">Of the same programme.</param>
    /// <param name="year">Of study.</param>
    /// <param name="optedOut">Null when the file does not say.</param>
    /// <returns>True when anything differs from before.</returns>
    public bool Revise(string name, string programmeCode, int year, bool? optedOut)
    {
        var before = (Name, ProgrammeCode, Year, OptedOut);
        Describe(name, programmeCode, year);
        if (optedOut is { } said && !ChosenByStudent) OptedOut = said;
        return before != (Name, ProgrammeCode, Year, OptedOut);
    }

    /// <summary>The student wants no more forwarded offers.</summary>
    public void Stop() => (OptedOut, ChosenByStudent) = (true, true);

    /// <summary>The student wants them again.</summary>
    public void Resume() => (OptedOut, ChosenByStudent) = (false, true);

    /// <summary>A student speaks for all their programmes, also for one they join later.</summary>
    public void ChooseAs(RosterEntry other) => (OptedOut, ChosenByStudent) = (other.OptedOut, other.ChosenByStudent);

    /// <summary>The place is this student's, and in the state of their account.</summary>
    public void BelongTo(Student student) => (AccountId, IsClosed) = (student.AccountId, student.IsClosed);

    /// <summary>The same person's as another place.</summary>
    public void BelongAs(RosterEntry other) => (AccountId, IsClosed) = (other.AccountId, other.IsClosed);

    private void Describe(string name, string programmeCode, int year)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, NameLength);
        ArgumentException.ThrowIfNullOrWhiteSpace(programmeCode);
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        (Name, ProgrammeCode, Year) = (name, programmeCode, year);
    }
}
