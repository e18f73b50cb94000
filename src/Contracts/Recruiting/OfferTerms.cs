namespace SmartRecruiting.Contracts;

/// <summary>What an offer says beside its text: working time, pay, place of work, how to apply. All of it may come later.</summary>
public sealed record OfferTerms
{
    // 22 days of 7 hours (Code de l’éducation, D124-6).
    private const int HoursOfMonth = 154;

    /// <summary>Last day; an offer tells this, or how long it lasts.</summary>
    public DateOnly? Ends { get; init; }

    /// <summary>Hours of presence a week.</summary>
    public decimal? WeeklyHours { get; init; }

    /// <summary>How many people are looked for.</summary>
    public int Posts { get; init; } = 1;

    /// <summary>Euros before tax for one <see cref="PayUnit"/>; 0 for an unpaid internship, null when nothing is said.</summary>
    public decimal? Pay { get; init; }

    /// <summary>What the pay is for.</summary>
    public PayUnit PayUnit { get; init; }

    /// <summary>Where the work is done; null when nothing is said.</summary>
    public RemoteWork? Remote { get; init; }

    /// <summary>Nights, Sundays or public holidays belong to it.</summary>
    public bool NightOrHoliday { get; init; }

    /// <summary>Meals, transport and the like, in the recruiter's words.</summary>
    public string? Benefits { get; init; }

    /// <summary>Who looks after the person in the company.</summary>
    public string? Tutor { get; init; }

    /// <summary>Codes of jobs (ROME), joined by semicolons.</summary>
    public string? RomeCodes { get; init; }

    /// <summary>The place is open to candidates with a disability.</summary>
    public bool IsAccessible { get; init; }

    /// <summary>A page to apply on.</summary>
    public string? ApplyUrl { get; init; }

    /// <summary>A number to call.</summary>
    public string? ApplyPhone { get; init; }

    /// <summary>The pay of a month of full days, whatever it is counted by; null when nothing is said.</summary>
    public decimal? PayOfMonth() => Pay is not { } pay ? null : PayUnit switch
    {
        PayUnit.Hour => pay * HoursOfMonth,
        PayUnit.Year => pay / 12,
        _ => pay,
    };
}

/// <summary>What a pay is counted by.</summary>
public enum PayUnit
{
    /// <summary>An hour of presence.</summary>
    Hour,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,
}

/// <summary>Where the work is done.</summary>
public enum RemoteWork
{
    /// <summary>On the spot.</summary>
    None,

    /// <summary>Some days from elsewhere.</summary>
    Partial,

    /// <summary>From anywhere.</summary>
    Full,
}
