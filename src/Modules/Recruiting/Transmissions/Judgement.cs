namespace SmartRecruiting.Recruiting.Transmissions;

/// <summary>What a recruiter said of one programme for one offer, against the ranking: "not this one", or "this one is missing".</summary>
internal sealed class Judgement
{
    private Judgement() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid OfferId { get; private init; }

    public Guid ProgrammeId { get; private init; }

    /// <summary>False for "not this one".</summary>
    public bool Fits { get; private init; }

    /// <summary>The account that said it; taking it back names the same one.</summary>
    public Guid ByAccountId { get; private init; }

    public DateTime At { get; private init; }

    public static Judgement Of(Guid offer, Guid programme, bool fits, Guid account, DateTime now) =>
        new() { OfferId = offer, ProgrammeId = programme, Fits = fits, ByAccountId = account, At = now };
}
