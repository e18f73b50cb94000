using System.Globalization;
using System.Reflection;
using CsvHelper;

namespace SmartRecruiting.Benchmarks;

/// <summary>Files that are built into this program.</summary>
internal static class BenchResource
{
    public static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    public static List<Dictionary<string, string>> Rows(string name) => Rows(new StringReader(Text(name)));

    public static List<Dictionary<string, string>> Rows(TextReader file)
    {
        using var csv = new CsvReader(file, CultureInfo.InvariantCulture);
        var rows = new List<Dictionary<string, string>>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read()) rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name)!));
        return rows;
    }
}
