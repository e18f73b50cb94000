using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartRecruiting.Schooling.Statistics;

/// <summary>The part of a search that figures are made of.</summary>
internal sealed record SearchContent(DateOnly Day, string Domain, IReadOnlyList<string> Skills) : FactContent(Day);

/// <summary>That somebody searched for something of this domain and these skills; never the words, nor who.</summary>
internal sealed class SearchFact : Fact
{
    private const char Mark = ';';

    private SearchFact() { }

    public SearchFact(Guid id, DateOnly day, string domain, IEnumerable<string> skills) =>
        (Id, Day, Domain, Skills) = (id, day, domain, string.Join(Mark, skills.Distinct()));

    /// <summary>The event's: it is counted once.</summary>

    public string Domain { get; private init; } = "";

    public string Skills { get; private init; } = "";

    public override FactContent Content() => new SearchContent(Day, Domain, Skills.Split(Mark, StringSplitOptions.RemoveEmptyEntries));

    public static void Describe(EntityTypeBuilder<SearchFact> fact)
    {
        DescribeFact(fact);
        fact.Property(x => x.Domain).HasMaxLength(40);
    }

    protected override FactContent Read(string json) => JsonSerializer.Deserialize<SearchContent>(json)!;
}
