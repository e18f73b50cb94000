using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.OptOut;

/// <summary>Whether a company wants to be listed among those that proposed offers before; a row only for one that was asked about.</summary>
internal sealed class CompanyOptOut
{
    public const int TokenLength = 32;

    // So that nobody can have a company mailed again and again.
    private static readonly TimeSpan MailPace = TimeSpan.FromDays(1);

    private CompanyOptOut() { }

    public CompanyOptOut(Guid company) => CompanyId = company;

    public Guid CompanyId { get; private init; }

    /// <summary>What the link in the company's mail carries: 128 random bits.</summary>
    public string Token { get; private init; } = RandomNumberGenerator.GetHexString(TokenLength, lowercase: true);

    public bool IsOut { get; private set; }

    public DateTime? MailedAt { get; private set; }

    public void Choose(bool isOut) => IsOut = isOut;

    /// <summary>False when it was mailed not long ago.</summary>
    public bool TryMail(DateTime now)
    {
        if (MailedAt + MailPace > now) return false;
        MailedAt = now;
        return true;
    }

    public static void Describe(EntityTypeBuilder<CompanyOptOut> row)
    {
        row.HasKey(x => x.CompanyId);
        row.Property(x => x.CompanyId).ValueGeneratedNever();
        row.Property(x => x.Token).HasMaxLength(TokenLength);
        row.Property(x => x.MailedAt).IsConcurrencyToken();
        row.HasIndex(x => x.Token).IsUnique();
        row.HasOne<Company>().WithMany().HasForeignKey(x => x.CompanyId);
    }
}

/// <summary>Finds and makes such rows.</summary>
internal static class CompanyOptOutExtensions
{
    /// <summary>The company's row, new or not; the caller saves.</summary>
    public static async Task<CompanyOptOut> OptOutOfAsync(this RecruitingDb db, Guid company, CancellationToken cancellation)
    {
        if (await db.OptOuts.FirstOrDefaultAsync(x => x.CompanyId == company, cancellation) is { } known) return known;
        var made = new CompanyOptOut(company);
        db.Add(made);
        return made;
    }
}
