using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Schooling.Catalogue;

namespace SmartRecruiting.Schooling.Statistics;

/// <summary>What became of an offer.</summary>
internal enum FactState
{
    /// <summary>Not published yet: its company is not approved. No figure counts it.</summary>
    Waiting,
    Open,
    Filled,

    /// <summary>Its publication ended and nobody said that it was filled.</summary>
    Expired,
    Withdrawn,
}

/// <summary>The part of an offer that figures are made of.</summary>
internal sealed record OfferContent(
    DateOnly Day, Guid CompanyId, string Domain, IReadOnlyList<string> Skills, Guid? ProgrammeId, Guid? ComponentId, Guid? UniversityId,
    bool FitsWell, int? YearOfStudy, FactState State) : FactContent(Day);

/// <summary>What statistics know of one offer.</summary>
internal sealed class OfferFact : Fact
{
    private const char Mark = ';';

    private OfferFact() { }

    public OfferFact(OfferSnapshot offer, FactState state)
    {
        Id = offer.OfferId;
        Day = DateOnly.FromDateTime(offer.PostedAt);
        State = state;
        Take(offer);
    }

    public int Revision { get; private set; }

    public string Title { get; private set; } = "";

    public Guid CompanyId { get; private set; }

    public string Company { get; private set; } = "";

    public FactState State { get; private set; }

    public int TaggedRevision { get; private set; }

    /// <summary>A key of <see cref="Domains"/>.</summary>
    public string Domain { get; private set; } = Domains.Other;

    /// <summary>Ids between semicolons, one at each end: « ;csharp;sql; ».</summary>
    public string Skills { get; private set; } = "";

    /// <summary>The programme that came first, with its component and university as they are now; null when none fits.</summary>
    public Guid? ProgrammeId { get; private set; }

    public Guid? ComponentId { get; private set; }

    public Guid? UniversityId { get; private set; }

    /// <summary>How well the first programme fits.</summary>
    public Strength Best { get; private set; }

    /// <summary>5 for Bac+5; null when the recruiter did not say.</summary>
    public int? LevelSought { get; private set; }

    /// <summary>The year after the baccalauréat that its text asks for, or else the level sought.</summary>
    public int? YearOfStudy { get; private set; }

    public static FactState StateOf(CloseReason reason) => reason switch
    {
        CloseReason.Filled => FactState.Filled,
        CloseReason.Withdrawn => FactState.Withdrawn,
        _ => FactState.Expired,
    };

    /// <summary>What a search for one skill looks for in <see cref="Skills"/>.</summary>
    public static string SkillMark(string id) => $"{Mark}{id}{Mark}";

    /// <summary>Found again, as it reads in this event; an older one changes nothing.</summary>
    public void Open(OfferSnapshot offer)
    {
        if (offer.Revision < Revision || (offer.Revision == Revision && State is FactState.Open)) return;
        Change(() =>
        {
            State = FactState.Open;
            Take(offer);
        });
    }

    public void Revise(OfferSnapshot offer)
    {
        if (offer.Revision > Revision) Change(() => Take(offer));
    }

    public void Close(int revision, CloseReason reason)
    {
        if (revision < Revision || State == StateOf(reason)) return;
        Change(() => (Revision, State) = (revision, StateOf(reason)));
    }

    /// <summary>What the model says of it; <paramref name="first"/> (with its component) is null when no programme fits.</summary>
    public void Tag(OfferTags tags, Programme? first)
    {
        if (tags.Revision < TaggedRevision) return;
        Change(() =>
        {
            (TaggedRevision, Domain, Best, YearOfStudy) = (tags.Revision, tags.Domain, first is null ? Strength.None : tags.Best, tags.YearOfStudy ?? LevelSought);
            var ids = string.Join(Mark, tags.Skills.Where(s => !s.IsGeneral).Select(s => s.Id).Distinct());
            Skills = ids.Length > 0 ? $"{Mark}{ids}{Mark}" : "";
            Place(first);
        });
    }

    /// <summary>Its company is part of another one now.</summary>
    public void Belong(Guid companyId, string company) => Change(() => (CompanyId, Company) = (companyId, Cut(company)));

    /// <summary>Its programme stands in another component now.</summary>
    public void Move(Programme programme) => Change(() => Place(programme));

    public override FactContent? Content() => State is FactState.Waiting ? null : new OfferContent(
        Day, CompanyId, Domain, Skills.Split(Mark, StringSplitOptions.RemoveEmptyEntries), ProgrammeId, ComponentId, UniversityId,
        Best >= Strength.Good, YearOfStudy, State);

    public static void Describe(EntityTypeBuilder<OfferFact> fact)
    {
        DescribeFact(fact);
        fact.Property(x => x.Title).HasMaxLength(Limits.Name);
        fact.Property(x => x.Company).HasMaxLength(Limits.Name);
        fact.Property(x => x.Domain).HasMaxLength(40);
        fact.HasIndex(x => new { x.ComponentId, x.Day });
        fact.HasIndex(x => new { x.ProgrammeId, x.Day });
    }

    protected override FactContent Read(string json) => JsonSerializer.Deserialize<OfferContent>(json)!;

    private static string Cut(string text) => text.Length <= Limits.Name ? text : text[..Limits.Name];

    private void Take(OfferSnapshot offer)
    {
        Revision = offer.Revision;
        Title = Cut(offer.Title);
        (CompanyId, Company) = (offer.CompanyId, Cut(offer.CompanyName));
        LevelSought = offer.Level is { Length: > 0 } level && char.IsAsciiDigit(level[^1]) ? level[^1] - '0' : null;
    }

    private void Place(Programme? first) =>
        (ProgrammeId, ComponentId, UniversityId) = (first?.Id, first?.ComponentId, first?.Component.UniversityId);
}
