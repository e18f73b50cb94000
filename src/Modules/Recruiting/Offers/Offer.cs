using SmartRecruiting.Recruiting.Companies;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>The life of an offer.</summary>
internal enum OfferStatus
{
    Draft,
    Submitted,
    AwaitingCompany,
    Published,
    Filled,
    Expired,
    Withdrawn,
    ChangesRequested,
    Rejected,
}

/// <summary>An internship or an apprenticeship that a company offers, in the recruiter's own words.</summary>
internal sealed class Offer
{
    public const int TitleMin = 3;
    public const int TitleMax = 150;
    public const int TextMin = 30;
    public const int TextMax = 20_000;
    public const int ReferenceMax = 60;
    public const int CityMax = 100;
    public const int ContactMax = 100;
    public const int EmailMax = 254;
    public const int PhoneMax = 30;
    public const int UrlMax = 500;
    public const int BenefitsMax = 300;
    public const int RomeMax = 60;
    public const int PostsMax = 500;
    public const int PayMax = 200_000;

    // No working week is longer (Code du travail, L3121-20).
    public const int HoursMax = 48;

    // An apprenticeship lasts three years at most (Code du travail, L6222-7-1).
    public const int WeeksMax = 160;

    /// <summary>How long a withdrawn offer can come back.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromDays(30);

    private const int PublicationMonths = 2;

    private Offer() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private set; }

    /// <summary>Who posted it; nobody for an imported one.</summary>
    public Guid? RecruiterAccountId { get; private init; }

    /// <summary>The company's own name for it.</summary>
    public string? Reference { get; private set; }

    /// <summary>Of the form it was posted with: the same form sent twice makes one offer.</summary>
    public Guid? Ticket { get; private init; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public OfferKind Kind { get; private set; }

    public string? Level { get; private set; }

    public string? City { get; private set; }

    public DateOnly? Starts { get; private set; }

    public int? DurationWeeks { get; private set; }

    public string? ContactName { get; private set; }

    public string? ContactEmail { get; private set; }

    public OfferTerms Terms { get; private set; } = new();

    public OfferStatus Status { get; private set; }

    public DateTime PostedAt { get; private set; }

    public DateTime UpdatedAt { get; private set; }

    /// <summary>When its publication ends by itself.</summary>
    public DateTime EndsAt { get; private set; }

    /// <summary>Grows with each change that other modules hear of, so that they can tell a late event from a new one.</summary>
    public int Revision { get; private set; } = 1;

    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>What an undo, or the approval of its company, brings back.</summary>
    public OfferStatus? StatusBefore { get; private set; }

    /// <summary>A key of <see cref="Domains"/>, once the model has spoken.</summary>
    public string? Domain { get; private set; }

    public IReadOnlyList<SkillFound> Skills { get; private set; } = [];

    public int TaggedRevision { get; private set; }

    public int TaggedBy { get; private set; }

    public bool CanBeRevised => Status is OfferStatus.Published or OfferStatus.AwaitingCompany or OfferStatus.Draft or OfferStatus.ChangesRequested;

    public OfferFields Fields => new(Title, Text, Kind, Level, City, Starts, DurationWeeks, ContactName, ContactEmail) { Terms = Terms };

    /// <summary>A new offer: published at once when its company may, waiting for the company's approval otherwise.</summary>
    public static Offer Post(Company company, Guid accountId, Guid ticket, OfferFields fields, DateTime now)
    {
        var offer = new Offer
        {
            CompanyId = company.Id,
            RecruiterAccountId = accountId,
            Ticket = ticket,
            Status = company.MayPublish ? OfferStatus.Published : OfferStatus.AwaitingCompany,
            PostedAt = now,
            EndsAt = now.AddMonths(PublicationMonths),
        };
        offer.Write(fields, now);
        return offer;
    }

    /// <summary>An offer of the past, or of another system; one that claims to be published may have ended since.</summary>
    public static Offer Import(Guid companyId, string reference, OfferFields fields, OfferStatus status, DateTime postedAt, DateTime now)
    {
        var ends = postedAt.AddMonths(PublicationMonths);
        var offer = new Offer
        {
            CompanyId = companyId,
            Reference = reference,
            Status = status is OfferStatus.Published && ends <= now ? OfferStatus.Expired : status,
            PostedAt = postedAt,
            EndsAt = ends,
        };
        if (status is OfferStatus.Withdrawn) (offer.WithdrawnAt, offer.StatusBefore) = (postedAt, OfferStatus.Published);
        offer.Write(fields, postedAt);
        return offer;
    }

    /// <summary>Writes it anew; false when it cannot be changed any more, or when nothing is different.</summary>
    public bool TryRevise(OfferFields fields, DateTime now)
    {
        if (!CanBeRevised || fields == Fields) return false;
        Write(fields, now);
        Revision++;
        return true;
    }

    /// <summary>Ends it for a reason told by its own system; false when it is not open.</summary>
    public bool TryClose(CloseReason reason, DateTime now)
    {
        if (Status is not OfferStatus.Published) return false;
        if (reason is CloseReason.Withdrawn) return TryWithdraw(now);
        Status = reason is CloseReason.Filled ? OfferStatus.Filled : OfferStatus.Expired;
        UpdatedAt = now;
        Revision++;
        return true;
    }

    /// <summary>Takes it back; false when it is already.</summary>
    public bool TryWithdraw(DateTime now)
    {
        if (Status is OfferStatus.Withdrawn) return false;
        (StatusBefore, Status, WithdrawnAt) = (Status, OfferStatus.Withdrawn, now);
        Revision++;
        return true;
    }

    /// <summary>The last moment for an undo; null when there is nothing to undo.</summary>
    public DateTime? UndoUntil => WithdrawnAt + UndoTime;

    /// <summary>
    /// Undoes the withdrawal: all is as before, but for a publication that has ended meanwhile, or whose company may not publish any more.
    /// False when it is too late.
    /// </summary>
    public bool TryRestore(Company company, DateTime now)
    {
        if (Status is not OfferStatus.Withdrawn || UndoUntil <= now) return false;
        var before = StatusBefore ?? OfferStatus.Draft;
        Status = before is OfferStatus.Published && EndsAt <= now ? OfferStatus.Expired : before;
        (StatusBefore, WithdrawnAt) = (null, null);
        if (Status is OfferStatus.Published && !company.MayPublish) (StatusBefore, Status) = (OfferStatus.Published, OfferStatus.AwaitingCompany);
        Revision++;
        return true;
    }

    /// <summary>
    /// Its company may publish now: the time of publication begins for an offer that was never open, and goes on for one that was. False
    /// when it does not wait for that.
    /// </summary>
    public bool TryPublish(DateTime now)
    {
        if (Status is not OfferStatus.AwaitingCompany) return false;
        // An imported offer keeps the dates of its file.
        if (StatusBefore is null && RecruiterAccountId is not null) (PostedAt, EndsAt) = (now, now.AddMonths(PublicationMonths));
        Status = EndsAt <= now ? OfferStatus.Expired : OfferStatus.Published;
        (StatusBefore, UpdatedAt) = (null, now);
        Revision++;
        return true;
    }

    /// <summary>Its company may not publish for now; false when it is not open.</summary>
    public bool TryPause(DateTime now)
    {
        if (Status is not OfferStatus.Published) return false;
        (StatusBefore, Status, UpdatedAt) = (Status, OfferStatus.AwaitingCompany, now);
        Revision++;
        return true;
    }

    /// <summary>A person looks at it first; nobody else sees it meanwhile. False when it is over, or waits for that already.</summary>
    /// <param name="wasOpen">It was public before, and goes on as before when it is cleared.</param>
    /// <param name="now">When.</param>
    public bool TryHold(bool wasOpen, DateTime now)
    {
        if (Status is not (OfferStatus.Published or OfferStatus.AwaitingCompany or OfferStatus.Draft or OfferStatus.ChangesRequested)) return false;
        if (wasOpen) StatusBefore = OfferStatus.Published;
        return Become(OfferStatus.Submitted, now);
    }

    /// <summary>Its words may stand: only its company's approval is between it and the public now. False when nobody looked at it.</summary>
    public bool TryClear(DateTime now) => Status is OfferStatus.Submitted && Become(OfferStatus.AwaitingCompany, now);

    /// <summary>Its recruiter must change something first; false when nobody looked at it.</summary>
    public bool TryAskChanges(DateTime now) => Status is OfferStatus.Submitted && Become(OfferStatus.ChangesRequested, now);

    /// <summary>It is not for this platform, and no undo brings it back; false when it is neither open nor looked at.</summary>
    public bool TryReject(DateTime now) => Status is OfferStatus.Submitted or OfferStatus.Published && Become(OfferStatus.Rejected, now);

    private bool Become(OfferStatus status, DateTime now)
    {
        (Status, UpdatedAt) = (status, now);
        Revision++;
        return true;
    }

    /// <summary>Others must hear how its company is called now; false when nobody else knows it.</summary>
    public bool TryRename(DateTime now)
    {
        if (Status is not OfferStatus.Published) return false;
        UpdatedAt = now;
        Revision++;
        return true;
    }

    /// <summary>It belongs to another company now, where its reference may be another one's.</summary>
    public void MoveTo(Company company, string? reference) => (CompanyId, Reference) = (company.Id, reference);

    /// <summary>Takes what the model found; false when it knows better already.</summary>
    public bool TryTag(int revision, int modelVersion, string domain, IReadOnlyList<SkillFound> skills)
    {
        if ((revision, modelVersion).CompareTo((TaggedRevision, TaggedBy)) <= 0) return false;
        (TaggedRevision, TaggedBy, Domain, Skills) = (revision, modelVersion, domain, skills);
        return true;
    }

    public OfferSnapshot ToSnapshot(string companyName) => new(
        Id, Revision, Title, Text, Kind, Level, CompanyId, companyName, City, Starts, DurationWeeks, ContactName, ContactEmail, PostedAt)
    {
        Terms = Terms,
        EndsAt = EndsAt,
    };

    private void Write(OfferFields fields, DateTime now)
    {
        if (fields.Title.Length is < TitleMin or > TitleMax) throw new ArgumentException("The title is too short or too long.", nameof(fields));
        if (fields.Text.Length is < TextMin or > TextMax) throw new ArgumentException("The text is too short or too long.", nameof(fields));
        (Title, Text, Kind, Level) = (fields.Title, fields.Text, fields.Kind, fields.Level);
        (City, Starts, DurationWeeks) = (fields.City, fields.Starts, fields.DurationWeeks);
        (ContactName, ContactEmail, Terms, UpdatedAt) = (fields.ContactName, fields.ContactEmail, fields.Terms, now);
    }
}

/// <summary>Whose offers a page may touch.</summary>
internal static class OfferQueries
{
    /// <summary>Only those of the reader's own company: any other offer does not exist for them.</summary>
    public static IQueryable<Offer> Of(this IQueryable<Offer> offers, ICurrentUser user)
    {
        var company = user.CompanyId;
        return offers.Where(o => o.CompanyId == company);
    }
}
