using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Csv;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Catalogue;

/// <summary>Takes a catalogue in, and makes the universities and components that it names. Managers and directors change only what is theirs.</summary>
internal sealed class ImportProgrammes(SchoolingDb db, ICurrentUser user, IStringLocalizer<Text> text) : IImport
{
    private const int Batch = 200;

    public string Kind => "programmes";

    public async Task<ImportReport> ImportAsync(TextReader csv, CancellationToken cancellation)
    {
        var content = await CsvInput.ReadAsync(csv, CatalogueFile.Needed, cancellation);
        var errors = content.Errors.ToList();
        var rows = Check(content.Rows, errors);
        var done = new List<Tally>();
        foreach (var batch in rows.Chunk(Batch)) done.Add(await ApplyAsync(batch, cancellation));
        errors.AddRange(done.SelectMany(d => d.Refused));
        return new ImportReport(done.Sum(d => d.Added), done.Sum(d => d.Updated), done.Sum(d => d.Unchanged), [.. errors.OrderBy(e => e.Line)]);
    }

    private List<Row> Check(IReadOnlyList<CsvRow> file, List<ImportError> errors)
    {
        var rows = new List<Row>();
        var lines = new Dictionary<string, int>();
        foreach (var cells in file)
        {
            var wrong = errors.Count;
            void Refuse(string column, string key, params object[] values) => errors.Add(new ImportError(cells.Line, column, text[key, values]));

            var code = ProgrammeSheet.ReadCode(cells["code"]);
            if (code is null) Refuse("code", "CodeWrong", Limits.Code);
            else if (!lines.TryAdd(code, cells.Line)) Refuse("code", "CodeTwice", code, lines[code]);
            foreach (var column in (string[])["component", "university"])
            {
                if (University.SlugOf(cells[column]).Length == 0) Refuse(column, "PlaceMissing");
                else if (cells[column].Length > Limits.Name) Refuse(column, "TextTooLong", Limits.Name);
            }
            var problems = new List<SheetProblem>();
            var facts = CatalogueFile.Sheet(cells).Read(problems);
            foreach (var problem in problems.Where(p => !p.Passed)) Refuse(ColumnOf(problem), problem.Key, problem.Values);
            if (errors.Count == wrong) rows.Add(new Row(cells.Line, code!, cells["component"], cells["university"], facts));
            foreach (var problem in problems.Where(p => p.Passed))
            {
                errors.Add(new ImportError(cells.Line, ColumnOf(problem), $"{text[problem.Key, problem.Values]} {text["LeftOut"]}"));
            }
        }
        return rows;
    }

    private static string ColumnOf(SheetProblem problem) => JsonNamingPolicy.SnakeCaseLower.ConvertName(problem.Field);

    private async Task<Tally> ApplyAsync(Row[] batch, CancellationToken cancellation)
    {
        try
        {
            return await TryApplyAsync(batch, cancellation);
        }
        catch (DbUpdateException)
        {
            // Another import brought the same rows meanwhile: they are there to be found now.
            db.ChangeTracker.Clear();
            return await TryApplyAsync(batch, cancellation);
        }
    }

    private async Task<Tally> TryApplyAsync(Row[] batch, CancellationToken cancellation)
    {
        var places = await Places.LoadAsync(db, cancellation);
        var codes = batch.Select(r => r.Code).ToList();
        var known = await db.Programmes.Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, cancellation);
        var slugs = await db.Programmes.Select(p => p.Slug).ToHashSetAsync(cancellation);
        var mine = user.Role is Roles.Manager or Roles.Director ? await Mine.LoadAsync(db, user.Id, cancellation) : null;
        var done = new Tally();
        foreach (var row in batch)
        {
            var programme = known.GetValueOrDefault(row.Code);
            if (mine?.Allows(programme, row, places) is false)
            {
                done.Refused.Add(new ImportError(row.Line, "code", text["NotYourProgramme", row.Code]));
                continue;
            }
            var component = places.FindOrAdd(row);
            if (programme is null)
            {
                programme = new Programme(row.Code, Programme.SlugFor(row.Facts.Name, row.Code, slugs), component, row.Facts);
                slugs.Add(programme.Slug);
                db.Add(programme);
                done.Added++;
            }
            else if (programme.Change(component, row.Facts)) done.Updated++;
            else
            {
                done.Unchanged++;
                continue;
            }
            db.Publish(new ProgrammeChanged(programme.ToSnapshot(), programme.Revision));
        }
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return done;
    }

    private sealed record Row(int Line, string Code, string Component, string University, ProgrammeFacts Facts);

    private sealed class Tally
    {
        public int Added { get; set; }

        public int Updated { get; set; }

        public int Unchanged { get; set; }

        public List<ImportError> Refused { get; } = [];
    }

    /// <summary>The universities and components there are: dozens, so they are held whole.</summary>
    private sealed class Places(SchoolingDb db, Dictionary<string, University> universities, Dictionary<(Guid, string), Component> components)
    {
        public static async Task<Places> LoadAsync(SchoolingDb db, CancellationToken cancellation) => new(
            db,
            await db.Universities.ToDictionaryAsync(u => u.Slug, cancellation),
            await db.Components.ToDictionaryAsync(c => (c.UniversityId, c.Slug), cancellation));

        /// <summary>Where a row belongs, as far as it is there already.</summary>
        public (Guid? University, Guid? Component) Find(Row row) => universities.TryGetValue(University.SlugOf(row.University), out var university)
            ? (university.Id, components.GetValueOrDefault((university.Id, University.SlugOf(row.Component)))?.Id)
            : (null, null);

        public Guid UniversityOf(Guid component) => components.Values.First(c => c.Id == component).UniversityId;

        public Component FindOrAdd(Row row)
        {
            if (!universities.TryGetValue(University.SlugOf(row.University), out var university))
            {
                university = new University(row.University);
                universities.Add(university.Slug, university);
                db.Add(university);
            }
            if (!components.TryGetValue((university.Id, University.SlugOf(row.Component)), out var component))
            {
                component = new Component(university, row.Component);
                components.Add((university.Id, component.Slug), component);
                db.Add(component);
            }
            return component;
        }
    }

    /// <summary>What somebody may import: their universities and components with all in them, and the programmes they were given where they stand.</summary>
    private sealed record Mine(HashSet<Guid?> Given)
    {
        public static async Task<Mine> LoadAsync(SchoolingDb db, Guid account, CancellationToken cancellation) =>
            new([.. (await db.MandatesOf(account).AsNoTracking().ToListAsync(cancellation)).Select(m => (Guid?)m.Place)]);

        public bool Allows(Programme? programme, Row row, Places places)
        {
            var (university, component) = places.Find(row);
            var isOwnPlace = Given.Contains(university) || Given.Contains(component);
            if (programme is null) return isOwnPlace;
            if (!Given.Contains(programme.Id) && !Given.Contains(programme.ComponentId) && !Given.Contains(places.UniversityOf(programme.ComponentId))) return false;
            return component == programme.ComponentId || isOwnPlace;
        }
    }
}
