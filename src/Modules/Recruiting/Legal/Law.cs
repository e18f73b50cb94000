using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Legal;

/// <summary>The rules and rates as they are now.</summary>
internal sealed record Law(IReadOnlyDictionary<LegalRuleKey, LegalRule> Rules, IReadOnlyList<LegalRate> Rates)
{
    public decimal HoursADay => Figure(LegalRuleKey.HoursADay);

    public decimal DaysAMonth => Figure(LegalRuleKey.DaysAMonth);

    /// <summary>A legal month: 154 hours of presence, whatever the calendar says.</summary>
    public decimal HoursAMonth => HoursADay * DaysAMonth;

    public decimal Figure(LegalRuleKey key) => Rules[key].Figure!.Value;

    /// <summary>The rate of a year; the last one known before it when its own is not, and the first one for the years before.</summary>
    public LegalRate RateOf(int year) => Rates.Where(r => r.Year <= year).MaxBy(r => r.Year) ?? Rates.MinBy(r => r.Year)!;

    public static async Task<Law> ReadAsync(RecruitingDb db, CancellationToken cancellation) => new(
        await db.LegalRules.AsNoTracking().ToDictionaryAsync(r => r.Key, cancellation),
        await db.LegalRates.AsNoTracking().OrderBy(r => r.Year).ToListAsync(cancellation));
}
