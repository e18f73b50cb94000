using SmartRecruiting.Matching.Evaluation;

namespace SmartRecruiting.Matching.Training;

/// <summary>Why a new version serves, or does not.</summary>
internal enum Finding
{
    /// <summary>Nothing served that it could be compared with: it serves.</summary>
    First,

    /// <summary>Too few texts are held out to tell, and it knows more: it serves.</summary>
    TooFewTexts,

    /// <summary>It ranks better: it serves.</summary>
    Better,

    /// <summary>It does not rank better.</summary>
    NotBetter,

    /// <summary>It is worse for programmes with 1 to 4 examples.</summary>
    WorseOnRare,

    /// <summary>It is worse for programmes without example.</summary>
    WorseOnZero,

    /// <summary>It is better by less than a point, and larger.</summary>
    Dearer,
}

/// <summary>Decides between a new version and the one that serves, both measured on the same texts that neither has seen.</summary>
internal static class Verdict
{
    // The standard error of a share is ten points then: less is no evidence.
    private const int FewestTexts = 25;
    private const double Point = 0.01;

    // Size is what each host holds and each text is ranked through; some growth goes with more labels.
    private const double MoreBytes = 1.1;

    /// <summary>True when the new version shall serve.</summary>
    public static bool Serves(Finding finding) => finding is Finding.First or Finding.TooFewTexts or Finding.Better;

    /// <summary>Better means a higher mean reciprocal rank; not worse, on a slice, a top-5 within one standard error or one point.</summary>
    /// <param name="mine">Of the new version; null when nothing is held out.</param>
    /// <param name="theirs">Of the one that serves; null when none does or it cannot be read.</param>
    /// <param name="growth">Size of the new version in sizes of the other.</param>
    public static Finding Of(HeldOutFigures? mine, HeldOutFigures? theirs, double growth)
    {
        if (theirs is null) return Finding.First;
        if (mine is null || mine.All.Count < FewestTexts) return Finding.TooFewTexts;
        var gain = mine.All.Mrr - theirs.All.Mrr;
        if (gain is null or <= 0) return Finding.NotBetter;
        if (IsWorse(mine.Rare, theirs.Rare)) return Finding.WorseOnRare;
        if (IsWorse(mine.Zero, theirs.Zero)) return Finding.WorseOnZero;
        return gain < Point && growth > MoreBytes ? Finding.Dearer : Finding.Better;
    }

    private static bool IsWorse(Quality mine, Quality theirs) =>
        theirs.Top5 is { } share && mine.Top5 < share - Math.Max(Point, Math.Sqrt(share * (1 - share) / theirs.Count));
}
