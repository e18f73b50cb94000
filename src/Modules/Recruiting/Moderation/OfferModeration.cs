namespace SmartRecruiting.Recruiting.Moderation;

/// <summary>Why a person looks at an offer.</summary>
internal enum ModerationCause
{
    /// <summary>Its words may ask for something unlawful; nobody sees it meanwhile.</summary>
    Wording,

    /// <summary>Students reported it; it stays open meanwhile.</summary>
    Reports,
}

/// <summary>What an administrator says of an offer.</summary>
internal enum Verdict
{
    /// <summary>Its words may stand.</summary>
    Published,

    /// <summary>Its recruiter must change something first.</summary>
    ChangesAsked,

    /// <summary>It is not published.</summary>
    Rejected,

    /// <summary>Reported, and right as it is.</summary>
    Kept,

    /// <summary>Reported with reason: it ends.</summary>
    Closed,
}

/// <summary>One look at one offer, from the day it was asked for to the verdict.</summary>
internal sealed class OfferModeration
{
    public const int WordsMax = 2000;
    public const int FoundMax = 1000;

    private OfferModeration() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid OfferId { get; private init; }

    /// <summary>The offer while it is open, and nothing afterwards: what makes one open look an offer.</summary>
    public Guid? OpenFor { get; private set; }

    public ModerationCause Cause { get; private init; }

    /// <summary>The words that caused it; empty for reports.</summary>
    public string Found { get; private init; } = "";

    public DateTime OpenedAt { get; private init; }

    /// <summary>Null while it is open.</summary>
    public Verdict? Verdict { get; private set; }

    /// <summary>The administrator's account.</summary>
    public Guid? By { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>The administrator's own; the recruiter reads them.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Of the text that was approved: it is not asked again until it changes.</summary>
    public string? Approved { get; private set; }

    public static OfferModeration Open(Guid offerId, ModerationCause cause, string found, DateTime now) => new()
    {
        OfferId = offerId,
        OpenFor = offerId,
        Cause = cause,
        Found = found.Length <= FoundMax ? found : found[..FoundMax],
        OpenedAt = now,
    };

    /// <summary>False when somebody else was faster.</summary>
    public bool TryDecide(Verdict verdict, string words, string mark, Guid by, DateTime now)
    {
        if (Verdict is not null) return false;
        (Verdict, Words, By, DecidedAt, OpenFor) = (verdict, words, by, now, null);
        if (verdict is Moderation.Verdict.Published or Moderation.Verdict.Kept) Approved = mark;
        return true;
    }
}

/// <summary>A student says that something is wrong with an offer. Who it was is not kept here.</summary>
internal sealed class OfferReport
{
    public const int WordsMax = 2000;

    private OfferReport() { }

    /// <summary>Of the event that told it: delivered twice it is kept once.</summary>
    public Guid Id { get; private init; }

    public Guid OfferId { get; private init; }

    public ReportReason Reason { get; private init; }

    public string Words { get; private init; } = "";

    public DateTime At { get; private init; }

    public static OfferReport Of(OfferReported reported) => new()
    {
        Id = reported.EventId,
        OfferId = reported.OfferId,
        Reason = reported.Reason,
        Words = Cut(reported.Words, WordsMax),
        At = reported.At,
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
