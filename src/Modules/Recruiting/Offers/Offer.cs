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

    private readonly List<OfferChange> changes = [];

    private Offer() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private set; }

    /// <summary>Who wrote it; nobody for an imported one.</summary>
    public Guid? RecruiterAccountId { get; private init; }

    /// <summary>The company's own name for it.</summary>
    public string? Reference { get; private set; }

    /// <summary>Of the form it began with: the same form sent twice makes one offer.</summary>
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

    /// <summary>When it became public; of a draft, when it was begun.</summary>
    public DateTime PostedAt { get; private set; }

    public DateTime UpdatedAt { get; private set; }

    /// <summary>How long it shall be public.</summary>
    public int PublicationMonths { get; private set; } = Publication.Usual;

    /// <summary>The last day that its recruiter asked for; null when months count.</summary>
    public DateOnly? PublicUntil { get; private set; }

    /// <summary>When its publication ends by itself.</summary>
    public DateTime EndsAt { get; private set; }

    /// <summary>Days before its end of the last reminder; null before the first.</summary>
    public int? RemindedDays { get; private set; }

    /// <summary>Grows with each change, so that a late event is told from a new one, and a form that was opened before from one opened after.</summary>
    public int Revision { get; private set; } = 1;

    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>What an undo, or the approval of its company, brings back.</summary>
    public OfferStatus? StatusBefore { get; private set; }

    /// <summary>A key of <see cref="Domains"/>, once the model has spoken.</summary>
    public string? Domain { get; private set; }

    public IReadOnlyList<SkillFound> Skills { get; private set; } = [];

    public int TaggedRevision { get; private set; }

    public int TaggedBy { get; private set; }

    public bool CanBeRevised => CanBeSubmitted || Status is OfferStatus.Published or OfferStatus.AwaitingCompany;

    /// <summary>Its recruiter still works on it, and nobody else has seen it.</summary>
    public bool CanBeSubmitted => Status is OfferStatus.Draft or OfferStatus.ChangesRequested;

    /// <summary>How long it is public is still to be said: that time begins when it opens for the first time.</summary>
    public bool IsYetToOpen => StatusBefore is null && RecruiterAccountId is not null && (CanBeSubmitted || Status is OfferStatus.AwaitingCompany);

    public bool CanBeRenewed => Status is OfferStatus.Published or OfferStatus.Expired;

    public OfferFields Fields => new(Title, Text, Kind, Level, City, Starts, DurationWeeks, ContactName, ContactEmail)
    {
        Terms = Terms,
        Reference = Reference,
        PublicationMonths = PublicationMonths,
        PublicUntil = PublicUntil,
    };

    /// <summary>A new offer, seen by its own company alone until it is submitted.</summary>
    public static Offer Draft(Guid companyId, Guid accountId, Guid ticket, OfferFields fields, DateTime now)
    {
        var offer = new Offer { CompanyId = companyId, RecruiterAccountId = accountId, Ticket = ticket, PostedAt = now };
        offer.Write(fields, now);
        offer.Note(null, OfferDeed.Created, accountId, now);
        return offer;
    }

    /// <summary>An offer of the past, or of another system; one that claims to be published may have ended since.</summary>
    public static Offer Import(Guid companyId, OfferFields fields, OfferStatus status, DateTime postedAt, DateTime now)
    {
        var ends = Publication.End(postedAt, fields.PublicationMonths);
        var offer = new Offer
        {
            CompanyId = companyId,
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

    /// <summary>The recruiter is done: it waits for whatever must be said before it is public. False when it lacks something or was sent in before.</summary>
    public bool TrySubmit(DateTime now, Guid by)
    {
        if (!CanBeSubmitted || Fields.Missing().Count > 0) return false;
        Move(OfferStatus.AwaitingCompany, OfferDeed.Submitted, by, now);
        return true;
    }

    /// <summary>Ends it for a reason told by its recruiter, the clock or its own system; false when it is not open.</summary>
    public bool TryClose(CloseReason reason, DateTime now, Guid? by = null)
    {
        if (Status is not OfferStatus.Published) return false;
        if (reason is CloseReason.Withdrawn) return TryWithdraw(now, by);
        if (reason is CloseReason.Filled) Move(OfferStatus.Filled, OfferDeed.Filled, by, now);
        else Move(OfferStatus.Expired, OfferDeed.Expired, by, now);
        return true;
    }

    /// <summary>Is public to the end of this day, again or longer; false when that is not open to it, or no later than its end.</summary>
    public bool TryRenew(DateOnly lastDay, DateTime now, Guid by)
    {
        var ends = Publication.EndOf(lastDay);
        if (!CanBeRenewed || Publication.FaultOf(lastDay, now) is not null || (Status is OfferStatus.Published && ends <= EndsAt)) return false;
        (EndsAt, RemindedDays) = (ends, null);
        Move(OfferStatus.Published, OfferDeed.Renewed, by, now);
        return true;
    }

    /// <summary>Its recruiter is told that it ends; false when a reminder as late as this one was sent.</summary>
    public bool TryRemind(int days)
    {
        if (Status is not OfferStatus.Published || RemindedDays <= days) return false;
        RemindedDays = days;
        return true;
    }

    /// <summary>Takes it back; false when it is already.</summary>
    public bool TryWithdraw(DateTime now, Guid? by = null)
    {
        if (Status is OfferStatus.Withdrawn) return false;
        (StatusBefore, WithdrawnAt) = (Status, now);
        Move(OfferStatus.Withdrawn, OfferDeed.Withdrawn, by, now);
        return true;
    }

    /// <summary>The last moment for an undo; null when there is nothing to undo.</summary>
    public DateTime? UndoUntil => WithdrawnAt + UndoTime;

    /// <summary>
    /// Undoes the withdrawal: all is as before, but for a publication that has ended meanwhile, or whose company may not publish any more.
    /// False when it is too late.
    /// </summary>
    public bool TryRestore(Company company, DateTime now, Guid by)
    {
        if (Status is not OfferStatus.Withdrawn || UndoUntil <= now) return false;
        var status = StatusBefore ?? OfferStatus.Draft;
        if (status is OfferStatus.Published && EndsAt <= now) status = OfferStatus.Expired;
        (StatusBefore, WithdrawnAt) = (null, null);
        if (status is OfferStatus.Published && !company.MayPublish) (StatusBefore, status) = (OfferStatus.Published, OfferStatus.AwaitingCompany);
        Move(status, OfferDeed.Restored, by, now);
        return true;
    }

    /// <summary>
    /// Its company may publish now: the time of publication begins for an offer that was never open, and goes on for one that was. False
    /// when it does not wait for that.
    /// </summary>
    public bool TryPublish(DateTime now, Guid? by = null)
    {
        if (Status is not OfferStatus.AwaitingCompany) return false;
        // An imported offer keeps the dates of its file.
        if (IsYetToOpen) (PostedAt, EndsAt, RemindedDays) = (now, EndFrom(now), null);
        StatusBefore = null;
        if (EndsAt <= now) Move(OfferStatus.Expired, OfferDeed.Expired, by, now);
        else Move(OfferStatus.Published, OfferDeed.Published, by, now);
        return true;
    }

    /// <summary>Its company may not publish for now; false when it is not open.</summary>
    public bool TryPause(DateTime now)
    {
        if (Status is not OfferStatus.Published) return false;
        StatusBefore = Status;
        Move(OfferStatus.AwaitingCompany, OfferDeed.Paused, null, now);
        return true;
    }

    /// <summary>A person looks at it first; nobody else sees it meanwhile. False when it is over, or waits for that already.</summary>
    /// <param name="wasOpen">It was public before, and goes on as before when it is cleared.</param>
    /// <param name="now">When.</param>
    public bool TryHold(bool wasOpen, DateTime now)
    {
        if (Status is not (OfferStatus.Published or OfferStatus.AwaitingCompany or OfferStatus.Draft or OfferStatus.ChangesRequested)) return false;
        if (wasOpen) StatusBefore = OfferStatus.Published;
        Move(OfferStatus.Submitted, OfferDeed.Held, null, now);
        return true;
    }

    /// <summary>Its words may stand: only its company's approval is between it and the public now. False when nobody looked at it.</summary>
    public bool TryClear(DateTime now, Guid by)
    {
        if (Status is not OfferStatus.Submitted) return false;
        Move(OfferStatus.AwaitingCompany, OfferDeed.Cleared, by, now);
        return true;
    }

    /// <summary>Its recruiter must change something first; false when nobody looked at it.</summary>
    public bool TryAskChanges(DateTime now, Guid by)
    {
        if (Status is not OfferStatus.Submitted) return false;
        Move(OfferStatus.ChangesRequested, OfferDeed.ChangesAsked, by, now);
        return true;
    }

    /// <summary>It is not for this platform, and no undo brings it back; false when it is neither open nor looked at.</summary>
    public bool TryReject(DateTime now, Guid by)
    {
        if (Status is not (OfferStatus.Submitted or OfferStatus.Published)) return false;
        Move(OfferStatus.Rejected, OfferDeed.Rejected, by, now);
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

    /// <summary>What happened to it since it was loaded, or last saved; told once.</summary>
    public IReadOnlyList<OfferChange> TakeChanges()
    {
        OfferChange[] taken = [.. changes];
        changes.Clear();
        return taken;
    }

    public OfferSnapshot ToSnapshot(string companyName) => new(
        Id, Revision, Title, Text, Kind, Level, CompanyId, companyName, City, Starts, DurationWeeks ?? WeeksOfDates, ContactName, ContactEmail, PostedAt)
    {
        Terms = Terms,
        EndsAt = EndsAt,
    };

    private int? WeeksOfDates => Starts is { } first && Terms.Ends is { } last ? ((last.DayNumber - first.DayNumber) / 7) + 1 : null;

    private void Write(OfferFields fields, DateTime now)
    {
        var (titleMin, textMin) = CanBeSubmitted ? (0, 0) : (TitleMin, TextMin);
        if (fields.Title.Length < titleMin || fields.Title.Length > TitleMax) throw new ArgumentException("The title is too short or too long.", nameof(fields));
        if (fields.Text.Length < textMin || fields.Text.Length > TextMax) throw new ArgumentException("The text is too short or too long.", nameof(fields));
        (Title, Text, Kind, Level) = (fields.Title, fields.Text, fields.Kind, fields.Level);
        (City, Starts, DurationWeeks, Reference) = (fields.City, fields.Starts, fields.DurationWeeks, fields.Reference);
        (ContactName, ContactEmail, Terms, UpdatedAt) = (fields.ContactName, fields.ContactEmail, fields.Terms, now);
        (PublicationMonths, PublicUntil) = (fields.PublicationMonths, fields.PublicUntil);
        if (IsYetToOpen) EndsAt = EndFrom(now);
    }

    private DateTime EndFrom(DateTime opened) => PublicUntil is { } day ? Publication.EndOf(day) : Publication.End(opened, PublicationMonths);

    private void Move(OfferStatus to, OfferDeed deed, Guid? by, DateTime now)
    {
        var from = Status;
        (Status, UpdatedAt) = (to, now);
        Revision++;
        Note(from, deed, by, now);
    }

    // Two steps of one moment are one for who reads them: sent in and public at once.
    private void Note(OfferStatus? from, OfferDeed deed, Guid? by, DateTime now)
    {
        if (from is not null && changes.LastOrDefault() is { } last && last.At == now && last.To == from && last.From is { } before)
        {
            changes.Remove(last);
            (from, by) = (before, by ?? last.By);
        }
        changes.Add(OfferChange.Of(this, from, deed, by, now));
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
