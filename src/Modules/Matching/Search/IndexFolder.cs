using System.Globalization;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Lock = Lucene.Net.Store.Lock;

namespace SmartRecruiting.Matching.Search;

/// <summary>
/// The files of one index. One process writes into a folder; a second one on the same machine gets a temporary folder of its own. What
/// is missing, damaged or of another format is emptied, never trusted.
/// </summary>
internal sealed class IndexFolder : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string LockName = "host.lock";
    private const string FormatKey = "format";
    private const string SeenKey = "seen";
    private const string WishKey = "wish";

    // Enough for a batch; more would stay resident.
    private const double BufferMegabytes = 16;

    private readonly FSDirectory directory;
    private readonly Lock held;
    private readonly string format;
    private readonly string? temporary;

    private IndexFolder(FSDirectory directory, Lock held, string format, string? temporary)
    {
        (this.directory, this.held, this.format, this.temporary) = (directory, held, format, temporary);
        Trouble = Look();
        if (Trouble is not null) Empty();
        Writer = new IndexWriter(directory, new IndexWriterConfig(Version, new WhitespaceAnalyzer(Version))
        {
            OpenMode = Trouble is null ? OpenMode.APPEND : OpenMode.CREATE,
            RAMBufferSizeMB = BufferMegabytes,
        });
        Searchers = new SearcherManager(Writer, applyAllDeletes: true, searcherFactory: null);
    }

    /// <summary>Why what was there could not be used; null when it could.</summary>
    public string? Trouble { get; }

    /// <summary>True when there was nothing at all.</summary>
    public bool WasMissing { get; private set; }

    /// <summary>Writes; what it wrote is found after the next refresh.</summary>
    public IndexWriter Writer { get; }

    /// <summary>Gives out the index as it was at the last refresh.</summary>
    public SearcherManager Searchers { get; }

    /// <summary>When the last row was written that a commit holds; the beginning of time for an empty index.</summary>
    public DateTime Seen { get; private set; } = DateTime.MinValue;

    /// <summary>The last wish to make the index anew that a commit fulfils.</summary>
    public DateTime Wish { get; private set; } = DateTime.MinValue;

    /// <summary>True when no process holds the folder.</summary>
    public static bool IsFree(string path)
    {
        if (TryHold(path) is not { } taken) return false;
        taken.Held.Dispose();
        taken.Directory.Dispose();
        return true;
    }

    /// <summary>Opens a folder, or a temporary one when another process has it.</summary>
    /// <param name="path">Where.</param>
    /// <param name="format">What documents look like; files of another one are not used.</param>
    public static IndexFolder Open(string path, string format)
    {
        string? temporary = null;
        var taken = TryHold(path) ?? TryHold(temporary = System.IO.Directory.CreateTempSubdirectory("smartrecruiting-index-").FullName)
            ?? throw new IOException($"The folder {temporary} cannot be locked.");
        try
        {
            return new IndexFolder(taken.Directory, taken.Held, format, temporary);
        }
        catch
        {
            taken.Held.Dispose();
            taken.Directory.Dispose();
            throw;
        }
    }

    /// <summary>Takes everything written to disk, with the place from which a later start goes on.</summary>
    public void Commit(DateTime seen, DateTime wish)
    {
        Writer.SetCommitData(new Dictionary<string, string> { [FormatKey] = format, [SeenKey] = Ticks(seen), [WishKey] = Ticks(wish) });
        Writer.Commit();
    }

    public void Dispose()
    {
        Searchers.Dispose();
        // What was not committed is read from the tables again.
        Writer.Rollback();
        held.Dispose();
        directory.Dispose();
        if (temporary is not null) System.IO.Directory.Delete(temporary, recursive: true);
    }

    private static (FSDirectory Directory, Lock Held)? TryHold(string path)
    {
        var directory = new MMapDirectory(path);
        var held = directory.MakeLock(LockName);
        if (held.Obtain()) return (directory, held);
        held.Dispose();
        directory.Dispose();
        return null;
    }

    private string? Look()
    {
        if (!directory.ListAll().Any(file => file != LockName))
        {
            WasMissing = true;
            return "missing";
        }
        try
        {
            using var reader = DirectoryReader.Open(directory);
            var kept = reader.IndexCommit.UserData;
            if (!kept.TryGetValue(FormatKey, out var found) || found != format) return "of another format";
            foreach (var leaf in reader.Leaves) leaf.AtomicReader.CheckIntegrity();
            (Seen, Wish) = (Time(kept[SeenKey]), Time(kept[WishKey]));
            return null;
        }
        // Damaged bytes make the reader stumble in any way there is.
        catch (Exception damage) when (damage is not OutOfMemoryException)
        {
            return $"damaged ({damage.Message.Split('\n')[0]})";
        }
    }

    private void Empty()
    {
        foreach (var file in directory.ListAll().Where(file => file != LockName)) directory.DeleteFile(file);
    }

    private static string Ticks(DateTime time) => time.Ticks.ToString(CultureInfo.InvariantCulture);

    private static DateTime Time(string ticks) => new(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
