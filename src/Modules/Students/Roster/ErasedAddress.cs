using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students.Roster;

/// <summary>
/// The address of a student who erased themselves, as a salted hash: the next roster that names it brings the student back, but no mail.
/// </summary>
internal sealed class ErasedAddress
{
    private ErasedAddress() { }

    public string Hash { get; private init; } = "";

    /// <summary>One for all, made with the first row: a roster is compared with all of them.</summary>
    public string Salt { get; private init; } = "";

    public static void Describe(EntityTypeBuilder<ErasedAddress> address)
    {
        address.ToTable("erased");
        address.HasKey(a => a.Hash);
        address.Property(a => a.Hash).HasMaxLength(64);
        address.Property(a => a.Salt).HasMaxLength(64);
    }

    /// <summary>Remembers an address; the caller saves.</summary>
    public static async Task AddAsync(StudentsDb db, string email, CancellationToken cancellation)
    {
        var salt = await db.Erased.Select(a => a.Salt).FirstOrDefaultAsync(cancellation) ?? RandomNumberGenerator.GetHexString(64, lowercase: true);
        var hash = HashOf(email, salt);
        if (!await db.Erased.AnyAsync(a => a.Hash == hash, cancellation)) db.Add(new ErasedAddress { Hash = hash, Salt = salt });
    }

    /// <summary>Which of these addresses were erased.</summary>
    public static async Task<IReadOnlySet<string>> AmongAsync(StudentsDb db, IReadOnlyCollection<string> emails, CancellationToken cancellation)
    {
        var salts = await db.Erased.Select(a => a.Salt).Distinct().ToListAsync(cancellation);
        var hashes = salts.SelectMany(salt => emails.Select(email => (Hash: HashOf(email, salt), Email: email))).ToDictionary(h => h.Hash, h => h.Email);
        var found = await db.Erased.Where(a => hashes.Keys.Contains(a.Hash)).Select(a => a.Hash).ToListAsync(cancellation);
        return found.Select(hash => hashes[hash]).ToHashSet();
    }

    private static string HashOf(string email, string salt) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(salt), Encoding.UTF8.GetBytes(email)));
}
