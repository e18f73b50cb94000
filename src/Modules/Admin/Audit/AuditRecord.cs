using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Admin.Audit;

/// <summary>Who acted, and from where; nobody for a job or a command.</summary>
internal sealed record AuditActor(Guid? Id, string Role, string Address);

/// <summary>One line of the audit log. It is written once, and carries the hash of the line before: what is changed or missing shows.</summary>
internal sealed class AuditRecord
{
    public const int LongestWords = 1000;

    // A hash of SHA-256 in hexadecimal.
    public const int HashLength = 64;

    // For EF.
    private AuditRecord() { }

    /// <summary>The line after the last one.</summary>
    /// <param name="last">Number of the last line; 0 when there is none.</param>
    /// <param name="previousHash">Its hash; empty when there is none.</param>
    /// <param name="entry">What was done.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="now">When, to the millisecond: what both databases keep.</param>
    public AuditRecord(long last, string previousHash, AuditEntry entry, AuditActor actor, DateTime now)
    {
        (Sequence, PreviousHash) = (last + 1, previousHash);
        At = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        (ActorId, ActorRole, Address) = (actor.Id, actor.Role, actor.Address);
        (Action, Subject, SubjectId, Words) = (entry.Action, entry.Subject, entry.SubjectId, Kept(entry.Words));
        Hash = ExpectedHash();
    }

    public long Sequence { get; private init; }

    public DateTime At { get; private init; }

    public Guid? ActorId { get; private init; }

    public string ActorRole { get; private init; } = "";

    public string Address { get; private init; } = "";

    public string Action { get; private init; } = "";

    public string Subject { get; private init; } = "";

    public Guid? SubjectId { get; private init; }

    public string Words { get; private init; } = "";

    public string PreviousHash { get; private init; } = "";

    public string Hash { get; private init; } = "";

    /// <summary>True when the line is as it was written, and follows the one with this hash.</summary>
    public bool Follows(long last, string previousHash) => Sequence == last + 1 && PreviousHash == previousHash && Hash == ExpectedHash();

    public static void Describe(EntityTypeBuilder<AuditRecord> record)
    {
        record.ToTable("audit");
        record.HasAnnotation(Sweep.AppendOnly, true);
        record.HasKey(r => r.Sequence);
        record.Property(r => r.Sequence).ValueGeneratedNever();
        record.Property(r => r.ActorRole).HasMaxLength(40);
        record.Property(r => r.Address).HasMaxLength(60);
        record.Property(r => r.Action).HasMaxLength(60);
        record.Property(r => r.Subject).HasMaxLength(40);
        record.Property(r => r.Words).HasMaxLength(LongestWords);
        record.Property(r => r.PreviousHash).HasMaxLength(HashLength);
        record.Property(r => r.Hash).HasMaxLength(HashLength);
        record.HasIndex(r => r.Action);
        record.HasIndex(r => r.ActorId);
        record.HasIndex(r => r.SubjectId);
        record.HasSearch(r => r.Action, r => r.Words, r => r.SubjectId, r => r.Address);
    }

    // Each field behind its length, so that no two different lines read the same.
    private string ExpectedHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var field in new[]
        {
            Sequence.ToString(CultureInfo.InvariantCulture), At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), ActorId?.ToString("D") ?? "",
            ActorRole, Address, Action, Subject, SubjectId?.ToString("D") ?? "", Words, PreviousHash,
        })
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // What a database cannot keep as it is would break the chain: half a sign is replaced before it is hashed.
    private static string Kept(string words)
    {
        var whole = string.Concat(words.EnumerateRunes());
        if (whole.Length <= LongestWords) return whole;
        return whole[..(char.IsHighSurrogate(whole[LongestWords - 1]) ? LongestWords - 1 : LongestWords)];
    }
}

/// <summary>
/// The end of the chain, one row: its lock puts the writers of all hosts in line, and lines cut off the end of the log are missed. Also
/// what the last check found.
/// </summary>
internal sealed class AuditHead
{
    public int Id { get; private init; }

    public long Sequence { get; private init; }

    public string Hash { get; private init; } = "";

    public DateTime? CheckedAt { get; private init; }

    /// <summary>The first line that does not fit; null for a whole chain.</summary>
    public long? BrokenAt { get; private init; }

    public static void Describe(EntityTypeBuilder<AuditHead> head)
    {
        head.ToTable("audit_head");
        head.Property(h => h.Id).ValueGeneratedNever();
        head.Property(h => h.Hash).HasMaxLength(AuditRecord.HashLength);
        head.HasData(new { Id = 1, Sequence = 0L, Hash = "" });
    }
}
