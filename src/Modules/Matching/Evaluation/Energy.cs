namespace SmartRecruiting.Matching.Evaluation;

/// <summary>
/// Energy of computing, estimated from CPU time. No meter is at hand: a busy server core with its share of memory, power supply
/// and cooling draws about 5 to 20 W (ADEME and Boavizta give machines of 150 to 400 W for 16 to 32 cores), so the band is wide
/// and printed beside the figure.
/// </summary>
internal static class Energy
{
    /// <summary>Watts of one busy core.</summary>
    public const double WattsPerCore = 10;

    /// <summary>Low end of the band.</summary>
    public const double LowWattsPerCore = 5;

    /// <summary>High end of the band.</summary>
    public const double HighWattsPerCore = 20;

    /// <summary>Watt-hours of some CPU seconds.</summary>
    public static double WattHours(double cpuSeconds, double watts = WattsPerCore) => cpuSeconds * watts / 3600;
}
