using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Csv;
using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students.Roster;

/// <summary>
/// Takes the rosters of programmes in: name, e-mail, programme code, year of study, and who wants no mail. A student is known by
/// e-mail and programme, so the same file twice changes nothing; what students chose for themselves stays.
/// </summary>
internal sealed class ImportStudents(StudentsDb db, IProgrammes programmes, IStringLocalizer<Text> text) : IImport
{
    private const int Batch = 200;
    private const int MostTries = 3;
    private static readonly string[] Needed = ["name", "email", "programme", "year"];

    public string Kind => "students";

    public Task<ImportReport> ImportAsync(TextReader csv, CancellationToken cancellation) => ImportAsync(csv, null, cancellation);

    /// <summary>The same, but rows of programmes outside the given ones are refused; null allows all.</summary>
    public async Task<ImportReport> ImportAsync(TextReader csv, IReadOnlyDictionary<Guid, string>? only, CancellationToken cancellation)
    {
        var content = await CsvInput.ReadAsync(csv, Needed, cancellation);
        var errors = content.Errors.ToList();
        var codes = content.Rows.Select(row => row["programme"].ToUpperInvariant()).Where(code => code.Length > 0).Distinct().ToList();
        var known = codes.Count == 0
            ? []
            : (await programmes.FindByCodeAsync(codes, cancellation)).ToDictionary(p => p.Code, StringComparer.OrdinalIgnoreCase);
        var good = Check(content.Rows, known, only, errors);
        var (added, updated) = (0, 0);
        foreach (var batch in good.Chunk(Batch))
        {
            var done = await SaveAsync(batch, cancellation);
            (added, updated) = (added + done.Added, updated + done.Updated);
        }
        return new ImportReport(added, updated, good.Count - added - updated, [.. errors.OrderBy(e => e.Line)]);
    }

    private List<Enrolment> Check(
        IReadOnlyList<CsvRow> rows, Dictionary<string, ProgrammeSnapshot> known, IReadOnlyDictionary<Guid, string>? only, List<ImportError> errors)
    {
        var good = new List<Enrolment>(rows.Count);
        var seen = new Dictionary<(string Email, Guid ProgrammeId), int>();
        foreach (var row in rows)
        {
            var before = errors.Count;
            void Refuse(string column, string key, params object[] values) => errors.Add(new ImportError(row.Line, column, text[key, values]));

            if (row["name"].Length == 0) Refuse("name", "ImportNameMissing");
            else if (row["name"].Length > RosterEntry.NameLength) Refuse("name", "ImportNameLong", RosterEntry.NameLength);
            if (!EmailAddress.TryParse(row["email"], out var email)) Refuse("email", "ImportEmailInvalid", row["email"]);
            if (!known.TryGetValue(row["programme"], out var programme)) Refuse("programme", "ImportProgrammeUnknown", row["programme"]);
            else if (only is not null && !only.ContainsKey(programme.Id)) Refuse("programme", "ImportProgrammeNotYours", programme.Code);
            if (!int.TryParse(row["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                || year is < RosterEntry.FirstYear or > RosterEntry.LastYear)
            {
                Refuse("year", "ImportYearInvalid", row["year"], RosterEntry.FirstYear, RosterEntry.LastYear);
            }
            if (!TryChoice(row["opt_out"], out var optedOut)) Refuse("opt_out", "ImportOptOutInvalid", row["opt_out"]);
            if (errors.Count > before) continue;

            if (seen.TryAdd((email.Value, programme!.Id), row.Line)) good.Add(new Enrolment(row["name"], email, programme, year, optedOut));
            else Refuse("email", "ImportTwice", email.Value, seen[(email.Value, programme.Id)]);
        }
        return good;
    }

    // Somebody else may import the same students at the same time: the unique index refuses the second, who then finds them there.
    private async Task<(int Added, int Updated)> SaveAsync(Enrolment[] batch, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await SaveOnceAsync(batch, cancellation);
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<(int Added, int Updated)> SaveOnceAsync(Enrolment[] batch, CancellationToken cancellation)
    {
        var emails = batch.Select(e => e.Email.Value).Distinct().ToList();
        var there = await db.Roster.Where(e => emails.Contains(e.Email)).ToListAsync(cancellation);
        var byKey = there.ToDictionary(e => (e.Email, e.ProgrammeId));
        var choices = there.Where(e => e.ChosenByStudent).GroupBy(e => e.Email).ToDictionary(g => g.Key, g => g.First());
        var accounts = there.Where(e => e.AccountId is not null).GroupBy(e => e.Email).ToDictionary(g => g.Key, g => g.First());
        var students = await db.Students.AsNoTracking().Where(s => emails.Contains(s.Email)).GroupBy(s => s.Email).Select(g => g.OrderBy(s => s.IsClosed).First()).ToDictionaryAsync(s => s.Email, cancellation);
        var erased = await ErasedAddress.AmongAsync(db, emails, cancellation);
        var (added, updated) = (0, 0);
        foreach (var (name, email, programme, year, optedOut) in batch)
        {
            if (byKey.TryGetValue((email.Value, programme.Id), out var entry))
            {
                if (entry.Revise(name, programme.Code, year, optedOut)) updated++;
                continue;
            }
            entry = RosterEntry.Enrol(email, programme.Id, name, programme.Code, year, optedOut ?? false);
            if (choices.TryGetValue(email.Value, out var chosen)) entry.ChooseAs(chosen);
            else if (erased.Contains(email.Value)) entry.Stop();
            if (accounts.TryGetValue(email.Value, out var known)) entry.BelongAs(known);
            else if (students.TryGetValue(email.Value, out var student)) entry.BelongTo(student);
            db.Add(entry);
            added++;
        }
        // The school vouches for those who waited for a roster to name them.
        foreach (var waiting in await db.Waiting.Where(s => emails.Contains(s.Email)).ToListAsync(cancellation))
        {
            db.Remove(waiting);
            db.Publish(new AccountVouched(waiting.AccountId, By: null));
        }
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return (added, updated);
    }

    private static bool TryChoice(string cell, out bool? optedOut)
    {
        optedOut = cell.ToLowerInvariant() switch
        {
            "yes" or "oui" or "1" => true,
            "no" or "non" or "0" => false,
            _ => null,
        };
        return optedOut is not null || cell.Length == 0;
    }

    private sealed record Enrolment(string Name, EmailAddress Email, ProgrammeSnapshot Programme, int Year, bool? OptedOut);
}
