using System.Globalization;
using CsvHelper;

namespace SmartRecruiting.Host.Sample;

/// <summary>The files of a sample folder, as the generator needs them; the importers read the same files for themselves.</summary>
internal sealed class SampleData
{
    private readonly Dictionary<(string Speciality, string Part, string Language), List<string>> phrases = [];

    public SampleData(string folder)
    {
        Programmes = [.. Rows(Path.Combine(folder, "programmes.csv")).Select(Programme)];
        var untaught = Path.Combine(folder, "untaught.csv");
        Sought = [.. Programmes, .. File.Exists(untaught) ? Rows(untaught).Select(Untaught) : []];
        Companies = [.. Rows(Path.Combine(folder, "companies.csv")).Select(Company)];
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "phrases"), "*.csv").Order(StringComparer.Ordinal))
        {
            var domain = Path.GetFileNameWithoutExtension(file);
            foreach (var row in Rows(file))
            {
                DomainOf[row["speciality"]] = domain;
                var key = (row["speciality"], row["part"], row["lang"]);
                if (!phrases.TryGetValue(key, out var texts)) phrases.Add(key, texts = []);
                texts.Add(row["text"]);
            }
        }
        var names = Rows(Path.Combine(folder, "people.csv"));
        Given = [.. names.Where(n => n["part"] == "given").Select(n => n["name"])];
        Family = [.. names.Where(n => n["part"] == "family").Select(n => n["name"])];
    }

    /// <summary>The speciality of phrases that fit any offer.</summary>
    public const string Any = "*";

    public IReadOnlyList<SampleProgramme> Programmes { get; }

    /// <summary>What companies look for: the programmes, and trades that none of them teaches.</summary>
    public IReadOnlyList<SampleProgramme> Sought { get; }

    public IReadOnlyList<SampleCompany> Companies { get; }

    public IReadOnlyList<string> Given { get; }

    public IReadOnlyList<string> Family { get; }

    /// <summary>The domain of each speciality.</summary>
    public Dictionary<string, string> DomainOf { get; } = [];

    /// <summary>Sentences of one speciality (or of <see cref="Any"/>), part and language; none when there is no such phrase.</summary>
    public IReadOnlyList<string> Phrases(string speciality, string part, string language) =>
        phrases.TryGetValue((speciality, part, language), out var texts) ? texts : [];

    /// <summary>How many students a programme has.</summary>
    public int StudentsOf(SampleProgramme programme)
    {
        const int fewest = 8;
        const int most = 40;
        return fewest + (int)Math.Round((most - fewest) * Math.Sqrt(programme.Weight / Programmes.Max(p => p.Weight)));
    }

    private static SampleProgramme Programme(Dictionary<string, string> row) => new(
        row["code"],
        row["component"],
        row["level"],
        List(row["years"]),
        row["domain"],
        List(row["skills"]),
        List(row["jobs"]),
        [.. List(row["specialities"]).Select(s => s.Split(':')).Select(s => new Share(s[0], Number(s[1])))],
        Number(row["weight"]),
        Number(row["growth"]));

    // A speciality that stands for the programme that is missing.
    private static SampleProgramme Untaught(Dictionary<string, string> row) => new(
        "", "", row["level"], [], row["domain"], List(row["skills"]), List(row["jobs"]), [new Share(row["speciality"], 1)], Number(row["weight"]),
        Number(row["growth"]));

    private static SampleCompany Company(Dictionary<string, string> row) => new(
        row["siret"],
        row["trade_name"].Length > 0 ? row["trade_name"] : row["legal_name"],
        row["city"],
        List(row["domains"]),
        List(row["specialities"]),
        row["headcount"],
        row["contact_name"],
        row["contact_email"]);

    private static List<Dictionary<string, string>> Rows(string path)
    {
        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        var rows = new List<Dictionary<string, string>>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read()) rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name)!.Trim()));
        return rows;
    }

    private static string[] List(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}

/// <summary>How often a programme meets a speciality, relative to its others.</summary>
internal sealed record Share(string Speciality, double Weight);

/// <summary>A programme, or a trade that none teaches: how many offers it draws, and by which factor more each year.</summary>
internal sealed record SampleProgramme(
    string Code,
    string Component,
    string Level,
    IReadOnlyList<string> Years,
    string Domain,
    IReadOnlyList<string> Skills,
    IReadOnlyList<string> Jobs,
    IReadOnlyList<Share> Specialities,
    double Weight,
    double Growth)
{
    public bool IsTaught => Code.Length > 0;
}

/// <summary>A company and the specialities it recruits in, its main one first.</summary>
internal sealed record SampleCompany(
    string Siret,
    string Name,
    string City,
    IReadOnlyList<string> Domains,
    IReadOnlyList<string> Specialities,
    string HeadCount,
    string ContactName,
    string ContactEmail)
{
    public string MailDomain => ContactEmail[(ContactEmail.IndexOf('@', StringComparison.Ordinal) + 1)..];
}
