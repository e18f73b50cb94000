using System.Globalization;

namespace SmartRecruiting.Recruiting.Legal;

/// <summary>How grave a finding is: only a refusal keeps an offer from being published.</summary>
internal enum LegalSeverity
{
    Info,
    Warning,
    Refusal,
}

/// <summary>What the rules look at.</summary>
/// <param name="Offer">As typed.</param>
/// <param name="Headcount">One of the company's brackets; null when it did not say.</param>
/// <param name="Today">For an offer that does not say when it starts.</param>
internal sealed record LegalCase(OfferKind Kind, DateOnly? Starts, int? Weeks, OfferTerms Offer, string? Headcount, DateOnly Today)
{
    /// <summary>Interns of the company's other offers at the same time.</summary>
    public int Others { get; init; }

    /// <summary>Those of them who have the same tutor.</summary>
    public int OthersOfTutor { get; init; }

    /// <summary>First and last day of the internship before on the same post; null when none is known.</summary>
    public (DateOnly Starts, DateOnly Ends)? Previous { get; init; }
}

/// <summary>One thing that a rule says about an offer.</summary>
/// <param name="Field">The field of the offer's form that it is about.</param>
/// <param name="Key">Of the text, which takes <paramref name="Values"/>.</param>
internal sealed record LegalFinding(LegalRule Rule, LegalSeverity Severity, string Field, string Key, params IReadOnlyList<object> Values);

/// <summary>Hours of presence, and what they make in days and months of the law.</summary>
internal sealed record LegalDuration(decimal Hours, int Days, int Months, int DaysBeyond, decimal HoursBeyond);

/// <summary>What the assistant says of one offer.</summary>
/// <param name="Duration">Null when hours or length are not known.</param>
internal sealed record LegalOpinion(LegalDuration? Duration, IReadOnlyList<LegalFinding> Findings)
{
    public IEnumerable<LegalFinding> Refusals => Findings.Where(f => f.Severity is LegalSeverity.Refusal);
}

/// <summary>Holds an internship in France against the rules. It counts hours of presence and never calendar months.</summary>
internal static class LegalAssistant
{
    private const int MonthsAYear = 12;

    // The week in which a legal month of 154 hours is about a month of the calendar (Code du travail, L3121-27).
    private const decimal FullWeek = 35;

    public static LegalOpinion Check(LegalCase it, Law law)
    {
        if (it.Kind is not OfferKind.Internship)
        {
            return new LegalOpinion(null, [new LegalFinding(law.Rules[LegalRuleKey.Apprenticeship], LegalSeverity.Info, nameof(it.Kind), "LegalApprenticeship")]);
        }
        var duration = Presence.Hours(it) is { } hours ? Count(hours, law) : null;
        return new LegalOpinion(duration, [.. Length(it, duration, law), .. Pay(it, duration, law), .. Waiting(it, law), .. Quota(it, law), .. Tutor(it, law)]);
    }

    public static LegalDuration Count(decimal hours, Law law)
    {
        var days = (int)(hours / law.HoursADay);
        var months = (int)(days / law.DaysAMonth);
        return new LegalDuration(hours, days, months, days - (int)(months * law.DaysAMonth), hours - (days * law.HoursADay));
    }

    private static IEnumerable<LegalFinding> Length(LegalCase it, LegalDuration? duration, Law law)
    {
        var most = law.Figure(LegalRuleKey.LongestStay);
        if (duration is null || duration.Hours <= most) yield break;
        yield return new LegalFinding(law.Rules[LegalRuleKey.LongestStay], LegalSeverity.Refusal, it.Offer.Ends is null ? "DurationWeeks" : "Ends", "LegalTooLong", duration.Hours, most);
    }

    private static IEnumerable<LegalFinding> Pay(LegalCase it, LegalDuration? duration, Law law)
    {
        var from = law.Figure(LegalRuleKey.PayDue);
        if (duration is null || duration.Hours <= from) yield break;
        var year = (it.Starts ?? it.Today).Year;
        var rate = law.RateOf(year);
        var rule = law.Rules[LegalRuleKey.PayDue];
        if (rate.Year != year) yield return new LegalFinding(law.Rules[LegalRuleKey.MinimumPay], LegalSeverity.Info, nameof(OfferTerms.Pay), "LegalRateUnknown", year, rate.Year, rate.Hourly);
        if (it.Offer.Pay is not { } pay)
        {
            yield return new LegalFinding(rule, LegalSeverity.Warning, nameof(OfferTerms.Pay), "LegalPayMissing", duration.Hours, from, rate.Hourly);
            yield break;
        }
        var perMonth = it.Offer.PayUnit switch
        {
            PayUnit.Month => pay,
            PayUnit.Year => pay / MonthsAYear,
            _ => (decimal?)null,
        };
        var hourly = perMonth / law.HoursAMonth ?? pay;
        // In a shorter or longer week, a month of the calendar holds fewer or more hours than the legal one.
        var atThisPace = perMonth / (law.HoursAMonth * it.Offer.WeeklyHours / FullWeek) ?? pay;
        var (low, lowAtThisPace) = (hourly < rate.Hourly, atThisPace < rate.Hourly);
        if (low && lowAtThisPace)
        {
            yield return perMonth is null
                ? new LegalFinding(rule, LegalSeverity.Refusal, nameof(OfferTerms.Pay), "LegalPayTooLow", duration.Hours, from, rate.Hourly)
                : new LegalFinding(rule, LegalSeverity.Refusal, nameof(OfferTerms.Pay), "LegalPayTooLowMonth", duration.Hours, from, rate.Hourly, Cents(hourly), law.HoursAMonth);
        }
        else if (low || lowAtThisPace)
        {
            yield return new LegalFinding(rule, LegalSeverity.Warning, nameof(OfferTerms.Pay), "LegalPayUnclear", rate.Hourly, Cents(hourly), Cents(atThisPace), law.HoursAMonth);
        }
    }

    private static IEnumerable<LegalFinding> Waiting(LegalCase it, Law law)
    {
        if (it.Starts is not { } starts || it.Previous is not { } previous) yield break;
        var days = previous.Ends.DayNumber - previous.Starts.DayNumber + 1;
        var free = previous.Ends.AddDays((int)Math.Ceiling(days / law.Figure(LegalRuleKey.WaitingPeriod)) + 1);
        if (starts < free) yield return new LegalFinding(law.Rules[LegalRuleKey.WaitingPeriod], LegalSeverity.Warning, "Starts", "LegalWaiting", previous.Ends, free);
    }

    private static IEnumerable<LegalFinding> Quota(LegalCase it, Law law)
    {
        var interns = it.Offer.Posts + it.Others;
        var (fewest, most) = Bracket(it.Headcount);
        var (low, high) = (Allowed(fewest), Allowed(most));
        if (interns <= low) yield break;
        yield return fewest == most || low == high
            ? new LegalFinding(law.Rules[fewest < law.Figure(LegalRuleKey.QuotaFrom) ? LegalRuleKey.QuotaSmall : LegalRuleKey.QuotaShare], LegalSeverity.Warning, nameof(OfferTerms.Posts), "LegalQuota", interns, low)
            : new LegalFinding(law.Rules[LegalRuleKey.QuotaShare], LegalSeverity.Warning, nameof(OfferTerms.Posts), most is int.MaxValue ? "LegalQuotaFrom" : "LegalQuotaRange", interns, low, high);

        int Allowed(int people) => people >= law.Figure(LegalRuleKey.QuotaFrom)
            ? (int)Math.Min(int.MaxValue, Math.Ceiling(people * law.Figure(LegalRuleKey.QuotaShare) / 100))
            : (int)law.Figure(LegalRuleKey.QuotaSmall);
    }

    private static IEnumerable<LegalFinding> Tutor(LegalCase it, Law law)
    {
        if (it.Offer.Tutor is null) yield return new LegalFinding(law.Rules[LegalRuleKey.TutorNamed], LegalSeverity.Warning, nameof(OfferTerms.Tutor), "LegalTutorMissing");
        else if (it.Offer.Posts + it.OthersOfTutor is var interns && interns > law.Figure(LegalRuleKey.TutorMost))
        {
            yield return new LegalFinding(law.Rules[LegalRuleKey.TutorMost], LegalSeverity.Warning, nameof(OfferTerms.Tutor), "LegalTutorMost", interns, law.Figure(LegalRuleKey.TutorMost));
        }
    }

    // « 20-49 », « 1000+ »; anything from nobody to everybody when the company did not say.
    private static (int Fewest, int Most) Bracket(string? headcount)
    {
        var ends = (headcount ?? "0+").TrimEnd('+').Split('-');
        return (int.Parse(ends[0], CultureInfo.InvariantCulture), ends.Length > 1 ? int.Parse(ends[1], CultureInfo.InvariantCulture) : int.MaxValue);
    }

    private static decimal Cents(decimal amount) => Math.Floor(amount * 100) / 100;
}
