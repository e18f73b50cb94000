using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Attachments;

/// <summary>Keeps files of offers: rows in the database, contents in the data directory, outside of what the site serves by itself.</summary>
internal sealed class AttachFile(RecruitingDb db, DataDirectory data, TimeProvider clock) : IOfferFiles
{
    private const string FolderName = "attachments";
    private const int Batch = 500;

    // A file is written before its row: one so young may still get it.
    private static readonly TimeSpan Young = TimeSpan.FromDays(1);

    private string Folder => data.Folder(FolderName);

    public string PathOf(Guid id) => Path.Combine(Folder, id.ToString("N"));

    public async Task<IReadOnlyList<OfferFile>> ListAsync(Guid offerId, CancellationToken cancellation) =>
        await db.Attachments.Where(a => a.OfferId == offerId).OrderBy(a => a.Place).Select(a => new OfferFile(a.Id, a.Name, a.Length)).ToListAsync(cancellation);

    /// <summary>Adds a file to an offer; the caller saves.</summary>
    /// <returns>Key of what is wrong with it; null when it is good, or there already.</returns>
    public async Task<string?> AddAsync(Guid offerId, IFormFile file, Guid by, CancellationToken cancellation)
    {
        if (file.Length > Attachment.LengthMax) return "FileTooBig";
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, cancellation);
        var content = memory.ToArray();
        if (FileContent.KindOf(content) is not { } kind) return "FileKind";
        var there = await db.Attachments.Where(a => a.OfferId == offerId).Select(a => new { a.Place, a.Hash }).ToListAsync(cancellation);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (there.Exists(a => a.Hash == hash)) return null;
        var place = Enumerable.Range(1, Attachment.MostOfOffer).FirstOrDefault(p => !there.Exists(a => a.Place == p));
        if (place == 0) return "FileTooMany";
        var attachment = Attachment.Of(offerId, place, file.FileName, kind, content.Length, hash, by, clock.GetUtcNow().UtcDateTime);
        await File.WriteAllBytesAsync(PathOf(attachment.Id), content, cancellation);
        db.Add(attachment);
        return null;
    }

    /// <summary>Takes files away, rows first: a file without a row is swept up, a row without a file would be a promise.</summary>
    public async Task RemoveAsync(IQueryable<Attachment> attachments, CancellationToken cancellation)
    {
        var ids = await attachments.Select(a => a.Id).ToListAsync(cancellation);
        await db.Attachments.Where(a => ids.Contains(a.Id)).ExecuteDeleteAsync(cancellation);
        foreach (var id in ids) File.Delete(PathOf(id));
    }

    /// <summary>Deletes the files that no row knows: a crash came between the two.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var before = clock.GetUtcNow().UtcDateTime - Young;
        var files = new DirectoryInfo(Folder).EnumerateFiles().Where(f => f.LastWriteTimeUtc < before && Guid.TryParseExact(f.Name, "N", out _)).ToList();
        foreach (var some in files.Chunk(Batch))
        {
            var ids = Array.ConvertAll(some, f => Guid.ParseExact(f.Name, "N"));
            var known = await db.Attachments.Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToHashSetAsync(cancellation);
            foreach (var (file, _) in some.Zip(ids).Where(f => !known.Contains(f.Second))) file.Delete();
        }
    }
}
