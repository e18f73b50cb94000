using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Legal;

namespace SmartRecruiting.Recruiting.Tests.Legal;

/// <summary>Each rule at its edge, by the rows that a fresh database has.</summary>
public sealed class LegalAssistantTests : IAsyncLifetime
{
    private Law law = null!;

    public async ValueTask InitializeAsync()
    {
        await using var host = await TestHost.StartAsync();
        law = await host.WithAsync<RecruitingDb, Law>(db => Law.ReadAsync(db, CancellationToken.None));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void A_day_is_seven_hours_and_a_month_twenty_two_days()
    {
        Assert.Equal(new LegalDuration(728, 104, 4, 16, 0), Check(weekly: 28, weeks: 26).Duration);
        Assert.Equal(new LegalDuration(154, 22, 1, 0, 0), LegalAssistant.Count(154, law));
        Assert.Equal(new LegalDuration(153, 21, 0, 21, 6), LegalAssistant.Count(153, law));
    }

    [Theory, Trait("Acceptance", "4")]
    [InlineData(33, 28, false)]
    [InlineData(37, 25, true)]
    public void At_most_924_hours_at_one_host(decimal weekly, int weeks, bool refused)
    {
        var finding = Check(weekly, weeks, pay: 5).Refusals.SingleOrDefault();
        Assert.Equal(refused, finding is not null);
        if (refused) Assert.Equal((LegalRuleKey.LongestStay, "DurationWeeks"), (finding!.Rule.Key, finding.Field));
    }

    [Theory, Trait("Acceptance", "4")]
    [InlineData("28", 11, "0", 2026, false)]
    [InlineData("30.9", 10, "0", 2026, true)]
    [InlineData("30.9", 10, "4.49", 2026, true)]
    [InlineData("30.9", 10, "4.50", 2026, false)]
    [InlineData("30.9", 10, "4.34", 2025, true)]
    [InlineData("30.9", 10, "4.35", 2025, false)]
    [InlineData("30.9", 10, "4.34", 2024, true)]
    [InlineData("30.9", 10, "4.35", 2024, false)]
    public void Pay_is_due_beyond_308_hours_by_the_minimum_of_the_year_it_starts_in(string weekly, int weeks, string pay, int year, bool refused)
    {
        var opinion = Check(Number(weekly), weeks, Number(pay), starts: new DateOnly(year, 3, 2));
        Assert.Equal(refused ? [(LegalRuleKey.PayDue, "Pay")] : [], opinion.Refusals.Select(f => (f.Rule.Key, f.Field)));
        Assert.DoesNotContain(opinion.Findings, f => f.Key == "LegalRateUnknown");
    }

    [Fact]
    public void The_minimum_of_a_year_to_come_is_the_last_one_known_and_that_is_said()
    {
        var opinion = Check(35, 20, 4.50m, starts: new DateOnly(2027, 1, 4));
        Assert.Empty(opinion.Refusals);
        Assert.Equal([2027, 2026, 4.50m], Assert.Single(opinion.Findings, f => f.Key == "LegalRateUnknown").Values);
        Assert.Single(Check(35, 20, 4.49m, starts: new DateOnly(2027, 1, 4)).Refusals);
    }

    [Theory]
    [InlineData(PayUnit.Month, "692.99", 35, nameof(LegalSeverity.Refusal))]
    [InlineData(PayUnit.Month, "693", 35, null)]
    [InlineData(PayUnit.Year, "8315.99", 35, nameof(LegalSeverity.Refusal))]
    [InlineData(PayUnit.Year, "8316", 35, null)]
    [InlineData(PayUnit.Month, "600", 28, nameof(LegalSeverity.Warning))]
    [InlineData(PayUnit.Month, "554", 28, nameof(LegalSeverity.Refusal))]
    [InlineData(PayUnit.Month, "693", 39, nameof(LegalSeverity.Warning))]
    public void Pay_by_the_month_is_counted_by_the_hours_of_a_legal_month(PayUnit unit, string pay, int weekly, string? severity)
    {
        var found = Check(weekly, 20, Number(pay), unit: unit).Findings.Where(f => f.Field == "Pay").Select(f => f.Severity.ToString()).SingleOrDefault();
        Assert.Equal(severity, found);
    }

    [Fact]
    public void Unsaid_pay_is_asked_for_and_refuses_nothing()
    {
        var finding = Assert.Single(Check(35, 20, pay: null).Findings, f => f.Field == "Pay");
        Assert.Equal((LegalSeverity.Warning, "LegalPayMissing"), (finding.Severity, finding.Key));
        Assert.DoesNotContain(Check(28, 11, pay: null).Findings, f => f.Field == "Pay");
    }

    [Fact]
    public void Dates_count_their_working_days_without_public_holidays()
    {
        // June and July 2026: 45 days from Monday to Friday, one of them 14 July.
        var opinion = LegalAssistant.Check(Case(new OfferTerms { WeeklyHours = 35, Ends = new DateOnly(2026, 7, 31), Pay = 0, Tutor = "Alix" }, new DateOnly(2026, 6, 1), null), law);
        Assert.Equal(308, opinion.Duration!.Hours);
        Assert.Empty(opinion.Refusals);
        var holidays = LegalAssistant.Check(Case(new OfferTerms { WeeklyHours = 35, Ends = new DateOnly(2026, 7, 31), Pay = 0, NightOrHoliday = true }, new DateOnly(2026, 6, 1), null), law);
        Assert.Equal((315m, 1), (holidays.Duration!.Hours, holidays.Refusals.Count()));
        // Six months of the calendar, whatever they are, are never more than the law allows.
        Assert.All(Enumerable.Range(0, 400), day =>
        {
            var first = new DateOnly(2026, 1, 1).AddDays(day);
            Assert.True(Presence.Hours(Case(new OfferTerms { WeeklyHours = 35, Ends = first.AddMonths(6).AddDays(-1), NightOrHoliday = true }, first, null)) <= 924);
        });
    }

    [Theory]
    [InlineData("2026-04-30", true)]
    [InlineData("2026-05-01", false)]
    public void A_third_of_the_internship_before_must_pass_on_the_same_post(string starts, bool warned)
    {
        // 90 days, then 30.
        var it = Case(new OfferTerms { Tutor = "Alix" }, DateOnly.Parse(starts, System.Globalization.CultureInfo.InvariantCulture), 10) with { Previous = (new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31)) };
        var finding = LegalAssistant.Check(it, law).Findings.SingleOrDefault();
        Assert.Equal(warned ? (LegalRuleKey.WaitingPeriod, LegalSeverity.Warning) : null, finding is null ? null : ((LegalRuleKey, LegalSeverity)?)(finding.Rule.Key, finding.Severity));
        if (warned) Assert.Equal(new DateOnly(2026, 5, 1), finding!.Values[1]);
    }

    [Theory]
    [InlineData("0-9", 3, 0, null)]
    [InlineData("0-9", 4, 0, "LegalQuota")]
    [InlineData("10-19", 2, 2, "LegalQuota")]
    [InlineData("20-49", 3, 0, null)]
    [InlineData("20-49", 4, 0, "LegalQuotaRange")]
    [InlineData("50-249", 8, 0, null)]
    [InlineData("50-249", 9, 0, "LegalQuotaRange")]
    [InlineData("1000+", 150, 0, null)]
    [InlineData("1000+", 151, 0, "LegalQuotaFrom")]
    [InlineData(null, 3, 0, null)]
    [InlineData(null, 4, 0, "LegalQuotaFrom")]
    public void Too_many_interns_for_the_head_count_is_a_warning(string? headcount, int posts, int others, string? key)
    {
        var it = Case(new OfferTerms { Posts = posts }, null, null) with { Headcount = headcount, Others = others };
        var finding = LegalAssistant.Check(it, law).Findings.SingleOrDefault(f => f.Field == "Posts");
        Assert.Equal(key, finding?.Key);
        Assert.NotEqual(LegalSeverity.Refusal, finding?.Severity);
    }

    [Theory]
    [InlineData(null, 1, 0, nameof(LegalRuleKey.TutorNamed))]
    [InlineData("Alix", 1, 2, null)]
    [InlineData("Alix", 2, 2, nameof(LegalRuleKey.TutorMost))]
    public void A_tutor_is_named_and_has_three_interns_at_most(string? tutor, int posts, int others, string? rule)
    {
        var it = Case(new OfferTerms { Tutor = tutor, Posts = posts }, null, null) with { Headcount = "1000+", OthersOfTutor = others };
        Assert.Equal(rule, LegalAssistant.Check(it, law).Findings.SingleOrDefault()?.Rule.Key.ToString());
    }

    [Fact]
    public void An_apprenticeship_follows_another_law_and_only_that_is_said()
    {
        var it = Case(new OfferTerms { WeeklyHours = 35, Pay = 0, Posts = 99 }, new DateOnly(2026, 9, 1), 104) with { Kind = OfferKind.Apprenticeship };
        var opinion = LegalAssistant.Check(it, law);
        Assert.Null(opinion.Duration);
        Assert.Equal(LegalRuleKey.Apprenticeship, Assert.Single(opinion.Findings).Rule.Key);
    }

    private static decimal Number(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);

    private static LegalCase Case(OfferTerms terms, DateOnly? starts, int? weeks) => new(OfferKind.Internship, starts, weeks, terms, "1000+", new DateOnly(2026, 3, 2));

    private LegalOpinion Check(decimal weekly, int weeks, decimal? pay = 10, DateOnly? starts = null, PayUnit unit = PayUnit.Hour) =>
        LegalAssistant.Check(Case(new OfferTerms { WeeklyHours = weekly, Pay = pay, PayUnit = unit, Tutor = "Alix" }, starts, weeks), law);
}
