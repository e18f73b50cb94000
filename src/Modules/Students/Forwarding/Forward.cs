namespace SmartRecruiting.Students.Forwarding;

/// <summary>
/// One forward of one offer to a group of students: the offer as it read then, once for the whole group. Its key is the request's,
/// so that a request delivered twice cannot be carried out twice.
/// </summary>
internal sealed class Forward
{
    public const int TitleLength = 300;
    public const int NameLength = 300;

    private Forward() { }

    /// <summary>Of the request.</summary>
    public Guid Id { get; private init; }

    public string ProgrammeName { get; private init; } = "";

    public string? Note { get; private init; }

    /// <summary>The account that wrote the note; null when that is not known any more.</summary>
    public Guid? By { get; private init; }

    public Guid OfferId { get; private init; }

    public string Title { get; private init; } = "";

    public string Text { get; private init; } = "";

    public OfferKind Kind { get; private init; }

    public string Company { get; private init; } = "";

    public string? City { get; private init; }

    public DateOnly? Starts { get; private init; }

    public int? DurationWeeks { get; private init; }

    public string? ContactName { get; private init; }

    public string? ContactEmail { get; private init; }

    /// <summary>Students it went to.</summary>
    public int Count { get; private init; }

    public DateTime ForwardedAt { get; private init; }

    /// <summary>What a request asks for, carried out now for so many students.</summary>
    public static Forward Of(ForwardRequested request, int count, DateTime now) => new()
    {
        Id = request.ForwardId,
        ProgrammeName = Cut(request.ProgrammeName, NameLength),
        Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(),
        By = request.By,
        OfferId = request.Offer.OfferId,
        Title = Cut(request.Offer.Title, TitleLength),
        Text = request.Offer.Text,
        Kind = request.Offer.Kind,
        Company = Cut(request.Offer.CompanyName, NameLength),
        City = request.Offer.City is { } city ? Cut(city, NameLength) : null,
        Starts = request.Offer.Starts,
        DurationWeeks = request.Offer.DurationWeeks,
        ContactName = request.Offer.ContactName,
        ContactEmail = request.Offer.ContactEmail,
        Count = count,
        ForwardedAt = now,
    };

    // A copy of another module's text must never fail for being longer than this module thought.
    public static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}

/// <summary>A forward as one student received it.</summary>
internal sealed class ForwardedOffer
{
    private ForwardedOffer() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ForwardId { get; private init; }

    public Guid RosterEntryId { get; private init; }

    /// <summary>When the student said that the offer does not fit their programme; null unless they did.</summary>
    public DateTime? MisfitAt { get; private set; }

    /// <summary>When the student was told that the offer is over, or need not be; null before.</summary>
    public DateTime? ToldAt { get; private set; }

    public static ForwardedOffer Of(Guid forwardId, Guid rosterEntryId) => new() { ForwardId = forwardId, RosterEntryId = rosterEntryId };

    /// <summary>Says that it does not fit; false when that was said already.</summary>
    public bool TryMisfit(DateTime now)
    {
        if (MisfitAt is not null) return false;
        MisfitAt = now;
        return true;
    }

    public void Tell(DateTime now) => ToldAt = now;

    /// <summary>Takes that back; the moment it was said, or null when it was not.</summary>
    public DateTime? TakeMisfitBack()
    {
        var said = MisfitAt;
        MisfitAt = null;
        return said;
    }
}
