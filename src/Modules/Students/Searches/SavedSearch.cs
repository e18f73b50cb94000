using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Students.Searching;

namespace SmartRecruiting.Students.Searches;

/// <summary>A search that a student keeps: what is new for it comes by mail.</summary>
internal sealed class SavedSearch
{
    private SavedSearch() { }

    public SavedSearch(Guid account, Sought sought, DateTime now)
    {
        (AccountId, Since, IsOn) = (account, now, true);
        Content = JsonSerializer.Serialize(sought);
        Key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)));
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AccountId { get; private init; }

    /// <summary>What is sought, as JSON.</summary>
    public string Content { get; private init; } = "";

    /// <summary>The same for the same search.</summary>
    public string Key { get; private init; } = "";

    /// <summary>What was posted before is not new.</summary>
    public DateTime Since { get; private set; }

    public bool IsOn { get; private set; }

    public Sought Sought() => JsonSerializer.Deserialize<Sought>(Content)!;

    public void Stop() => IsOn = false;

    /// <summary>Mails again, of what is new from now on.</summary>
    public void Resume(DateTime now)
    {
        if (!IsOn) (IsOn, Since) = (true, now);
    }

    public static void Describe(EntityTypeBuilder<SavedSearch> search)
    {
        search.ToTable("searches");
        search.Property(s => s.Key).HasMaxLength(64);
        search.HasIndex(s => new { s.AccountId, s.Key }).IsUnique();
    }
}

/// <summary>An offer that was mailed to a student: never again.</summary>
internal sealed class SentOffer
{
    private SentOffer() { }

    public SentOffer(Guid account, Guid offer, DateTime now) => (AccountId, OfferId, At) = (account, offer, now);

    public Guid AccountId { get; private init; }

    public Guid OfferId { get; private init; }

    public DateTime At { get; private init; }

    public static void Describe(EntityTypeBuilder<SentOffer> sent)
    {
        sent.ToTable("sent");
        sent.HasKey(s => new { s.AccountId, s.OfferId });
        sent.HasIndex(s => new { s.AccountId, s.At });
    }
}
