using System.Globalization;
using CsvHelper;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Evaluation;

namespace SmartRecruiting.Matching.Tests;

/// <summary>The sample university that comes with the source, and offers put together by rule from its sentences.</summary>
internal static class GrenobleSample
{
    private static readonly string Folder = Path.Combine(Root(), "samples", "grenoble");

    private static readonly Lazy<Dictionary<(string Speciality, string Part), string[]>> LazySentences = new(() => Directory
        .GetFiles(Path.Combine(Folder, "phrases"), "*.csv").Order(StringComparer.Ordinal).SelectMany(Rows).Where(row => row["lang"] == "fr")
        .GroupBy(row => (row["speciality"], row["part"])).ToDictionary(g => g.Key, g => g.Select(row => row["text"]).ToArray()));

    private static readonly Lazy<Dictionary<string, string>> LazySpecialities = new(() =>
        Rows(ProgrammesPath).ToDictionary(row => row["code"], row => row["specialities"].Split(';')[0].Split(':')[0]));

    // Named after no trade: « Maçonnerie Gilardi » says something of the offer, and may.
    private static readonly string[] Companies =
        ["Altéris", "Novaxel", "Sodrivel", "Quercil SA", "Bertolin et Fils", "Lumbrex", "Fontavril", "Orphéis", "Delmacq SARL", "Trévanne", "Ixélan", "Marjovic"];

    private static readonly Lazy<string[]> LazyCities = new(() => [.. Rows(Path.Combine(Folder, "companies.csv")).Select(row => row["city"]).Distinct()]);

    private static readonly Lazy<string[]> LazyGiven = new(() => [.. Rows(Path.Combine(Folder, "people.csv")).Where(row => row["part"] == "given").Select(row => row["name"])]);

    public static IReadOnlyList<Programme> Programmes { get; } = LabelledCsv.Programmes(ProgrammesPath);

    /// <summary>Trained on <see cref="History"/>.</summary>
    public static ProgrammeModel Trained => LazyTrained.Value;

    private static readonly Lazy<ProgrammeModel> LazyTrained = new(() =>
        ProgrammeModel.Train(Programmes, History(), new TrainingOptions(), null, TestContext.Current.CancellationToken));

    private static string ProgrammesPath => Path.Combine(Folder, "programmes.csv");

    /// <summary>Company, town and first name that an offer may carry, by number; drawn, so that none goes with a programme.</summary>
    public static (string Company, string City, string Given) Frame(int n)
    {
        var random = new Random(n);
        string Pick(string[] from) => from[random.Next(from.Length)];
        return (Pick(Companies), Pick(LazyCities.Value), Pick(LazyGiven.Value));
    }

    /// <summary>Four offers of the past for each programme, of the sentences of its main speciality, each of another company, town, name and gender.</summary>
    public static List<LabelledText> History() =>
    [
        .. from programme in Programmes.Select((p, n) => (p.Code, Number: n))
           from i in Enumerable.Range(0, 4)
           let frame = Frame((programme.Number * 4) + i)
           select new LabelledText(Offer(programme.Code, i, "Stage", frame.Company, frame.City, frame.Given, feminine: i % 2 == 0), [programme.Code]),
    ];

    /// <summary>An offer for a programme, with the words that must not matter left to choose.</summary>
    public static string Offer(string code, int variant, string role, string company, string city, string given, bool feminine)
    {
        var (one, motivated, they) = feminine ? ("une étudiante", "motivée", "Elle sera encadrée") : ("un étudiant", "motivé", "Il sera encadré");
        var missions = string.Join(' ', Enumerable.Range(variant, 3).Select(i => Sentence(code, "mission", i)));
        return Slots(
            $"{role} : {Sentence(code, "title", variant)} . {company} recherche à {city} {one} {motivated}. {missions} {Sentence(code, "tools", variant)} {Sentence(code, "profile", variant)} {they} par {given}. Écrire à {given} chez {company}.",
            company,
            city);
    }

    /// <summary>The root of the source tree.</summary>
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "SmartRecruiting.sln"))) folder = folder.Parent;
        return folder.FullName;
    }

    private static string Sentence(string code, string part, int i) =>
        LazySentences.Value.TryGetValue((LazySpecialities.Value[code], part), out var texts) ? texts[i % texts.Length] : "";

    private static string Slots(string text, string company, string city) =>
        text.Replace("{company}", company, StringComparison.Ordinal).Replace("{city}", city, StringComparison.Ordinal).Replace("{months}", "six", StringComparison.Ordinal);

    private static List<Dictionary<string, string>> Rows(string path)
    {
        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        var rows = new List<Dictionary<string, string>>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read()) rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv[name]!.Trim()));
        return rows;
    }
}
