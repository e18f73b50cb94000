namespace SmartRecruiting.Kernel.Text;

/// <summary>
/// A chance as readers understand it best, "about 8 in 10": a natural frequency, and no finer than the calibration behind it, which
/// was measured in ten steps.
/// </summary>
public static class Chance
{
    /// <summary>A chance from 0 to 1 in the reader's language.</summary>
    public static string InWords(double chance) => Math.Round(chance * 10, MidpointRounding.AwayFromZero) switch
    {
        < 1 => KernelText.Get("ChanceLittle"),
        1 => KernelText.Get("ChanceOne"),
        > 9 => KernelText.Get("ChanceMost"),
        var tenths => KernelText.Get("ChanceTenths", tenths),
    };
}
