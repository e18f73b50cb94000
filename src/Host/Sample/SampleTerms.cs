namespace SmartRecruiting.Host.Sample;

/// <summary>Hours, pay and place of an offer of the sample, as far as its text does not say them already.</summary>
internal sealed class SampleTerms
{
    private const int FullWeek = 35;

    // Above 308 hours an internship is paid (Code de l’éducation, D124-6).
    private const int UnpaidHours = 308;
    private static readonly decimal[] HourlyPay = [4.5m, 4.5m, 4.5m, 5m, 5.5m, 6m, 7m, 8m];
    private static readonly decimal[] ApprenticePay = [820m, 960m, 1050m, 1180m, 1350m];

    public SampleTerms(SampleOffer offer, int seed)
    {
        var dice = new Dice(seed, "terms " + offer.Plan.Company.Siret + offer.Reference);
        WeeklyHours = dice.Chance(0.85) ? FullWeek : dice.Pick([28, 30, 32]);
        Posts = dice.Chance(0.9) ? 1 : 2 + dice.Below(2);
        if (offer.Plan.IsApprenticeship) (Pay, PayUnit) = (dice.Pick(ApprenticePay), "month");
        else (Pay, PayUnit) = (WeeklyHours * offer.Plan.Weeks <= UnpaidHours && dice.Chance(0.6) ? 0 : dice.Pick(HourlyPay), "hour");
        var text = offer.Wording.Text;
        Remote = text.Contains("pas de télétravail", StringComparison.OrdinalIgnoreCase) ? "none"
            : text.Contains("télétravail", StringComparison.OrdinalIgnoreCase) || dice.Chance(0.15) ? "partial"
            : dice.Chance(0.5) ? "none" : "";
    }

    public int WeeklyHours { get; }

    public int Posts { get; }

    /// <summary>Euros, by <see cref="PayUnit"/>.</summary>
    public decimal Pay { get; }

    public string PayUnit { get; }

    /// <summary>As the import spells it; empty when nobody said.</summary>
    public string Remote { get; }
}
