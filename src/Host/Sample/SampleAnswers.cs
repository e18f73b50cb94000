namespace SmartRecruiting.Host.Sample;

/// <summary>What managers answered in the past: most within days, some components late, a few never.</summary>
internal sealed class SampleAnswers(SampleData data, int seed, DateOnly today)
{
    // Working days. With the slow ones, the median of all is three.
    private const int MedianDays = 2;
    private const int SlowMedianDays = 9;
    private const int MostDays = 40;

    // Names of DeclineReason, and how often each. "Not our programme" is not among them: these offers were sent where they fit.
    private static readonly (string Code, double Share)[] Reasons = [("WrongPeriod", 5), ("WrongLevel", 3), ("PoorOffer", 2)];

    private readonly Dice dice = new(seed, "answers");
    private readonly Dictionary<string, bool> slow = data.Programmes.Select(p => p.Component).Distinct()
        .ToDictionary(component => component, component => new Dice(seed, "answers of " + component).Chance(0.2));

    /// <summary>The answer to an offer of the past; null when there was none until yesterday.</summary>
    public SampleAnswer? To(OfferPlan plan)
    {
        const double declined = 0.18;
        var programme = plan.Programmes[0];
        var isSlow = slow[programme.Component];
        // Waiting times fall off by half every median.
        var wait = Math.Ceiling((isSlow ? SlowMedianDays : MedianDays) * -Math.Log2(1 - dice.Share()));
        var day = WorkingDays(plan.Date, (int)Math.Min(wait, MostDays));
        var answer = dice.Chance(declined) ? Decline(day) : new SampleAnswer(day, Reached(programme), "", "");
        return dice.Chance(isSlow ? 0.3 : 0.06) || day >= today ? null : answer;
    }

    private SampleAnswer Decline(DateOnly day)
    {
        var code = dice.Pick(Reasons, r => r.Share).Code;
        return new SampleAnswer(day, 0, code, dice.Pick(data.Phrases(SampleData.Any, "decline-" + code, "fr")));
    }

    // One year of the programme, or nearly everybody.
    private int Reached(SampleProgramme programme) => (int)Math.Ceiling(data.StudentsOf(programme) * (0.4 + (0.5 * dice.Share())));

    private static DateOnly WorkingDays(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) count--;
        }
        return day;
    }
}

/// <summary>A forward to so many students, or, with a code, a refusal.</summary>
internal sealed record SampleAnswer(DateOnly Day, int Students, string DeclineCode, string Words);
