using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Schooling.Catalogue;

namespace SmartRecruiting.Schooling.Statistics;

/// <summary>The part of a transmission that figures are made of.</summary>
internal sealed record SentContent(DateOnly Day, Guid ProgrammeId, Guid ComponentId, Guid UniversityId, bool IsForwarded, int? AnswerHours) : FactContent(Day);

/// <summary>What statistics know of one transmission.</summary>
internal sealed class SentFact : Fact
{
    private SentFact() { }

    public SentFact(Guid transmission, DateTime sentAt, Programme programme)
    {
        (Id, SentAt, Day) = (transmission, sentAt, DateOnly.FromDateTime(sentAt));
        Place(programme);
    }

    public DateTime SentAt { get; private init; }

    public Guid ProgrammeId { get; private set; }

    public Guid ComponentId { get; private set; }

    public Guid UniversityId { get; private set; }

    public bool IsForwarded { get; private set; }

    /// <summary>When it was first forwarded, or declined.</summary>
    public DateTime? AnsweredAt { get; private set; }

    public void Answer(DateTime at, bool forwarded)
    {
        if (AnsweredAt <= at && (IsForwarded || !forwarded)) return;
        Change(() => (AnsweredAt, IsForwarded) = (AnsweredAt < at ? AnsweredAt : at, IsForwarded || forwarded));
    }

    /// <summary>Its programme stands in another component now.</summary>
    public void Move(Programme programme) => Change(() => Place(programme));

    public override FactContent Content() => new SentContent(
        Day, ProgrammeId, ComponentId, UniversityId, IsForwarded, AnsweredAt is { } at ? (int)Math.Max(0, (at - SentAt).TotalHours) : null);

    public static void Describe(EntityTypeBuilder<SentFact> fact)
    {
        DescribeFact(fact);
        fact.HasIndex(x => x.ProgrammeId);
    }

    protected override FactContent Read(string json) => JsonSerializer.Deserialize<SentContent>(json)!;

    private void Place(Programme programme) =>
        (ProgrammeId, ComponentId, UniversityId) = (programme.Id, programme.ComponentId, programme.Component.UniversityId);
}
