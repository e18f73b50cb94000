using System.Globalization;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Admin.PersonalData;

/// <summary>
/// The ids of erased accounts, in a file beside the database: a backup that is restored brings people back who left, and this list,
/// which no restore touches, takes them out again. An id alone names nobody.
/// </summary>
internal sealed class Tombstones(DataDirectory data)
{
    private readonly Lock gate = new();

    private string Path => data.File("erased-accounts.txt");

    /// <summary>Remembers an account; on the disk when this returns.</summary>
    public void Add(Guid account, DateTime now)
    {
        lock (gate)
        {
            using var file = new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.Read);
            using var writer = new StreamWriter(file);
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{account:D} {now:yyyy-MM-dd}"));
            writer.Flush();
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Every account that was erased, or was about to be when the program ended.</summary>
    public IReadOnlyCollection<Guid> All()
    {
        lock (gate)
        {
            if (!File.Exists(Path)) return [];
            return [.. File.ReadLines(Path).Select(line => Guid.TryParse(line.Split(' ')[0], out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];
        }
    }
}
