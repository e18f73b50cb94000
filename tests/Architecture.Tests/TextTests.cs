using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SmartRecruiting.Architecture.Tests;

public sealed partial class TextTests
{
    public static TheoryData<string> Projects => [.. House.Projects];

    [Theory, MemberData(nameof(Projects))]
    public void French_and_English_have_the_same_keys_and_places_and_no_empty_text(string project)
    {
        Assert.Empty(Differences(Read(project, "Text.resx"), Read(project, "Text.en.resx")));
    }

    [Theory, MemberData(nameof(Projects))]
    public void Every_text_that_is_asked_for_is_there(string project)
    {
        var there = Read(project, "Text.resx").Select(t => t.Key).ToHashSet();
        Assert.Empty(
            from source in House.Sources(project, ".cs", ".cshtml")
            from key in Keys(source.Text)
            where !there.Contains(key)
            select $"{source.File}: {key}");
    }

    [Fact]
    public void The_search_for_keys_finds_many()
    {
        Assert.InRange(House.Projects.Sum(p => House.Sources(p, ".cs", ".cshtml").Sum(s => Keys(s.Text).Count)), 100, int.MaxValue);
    }

    [Fact]
    public void Control_texts_that_differ_would_be_reported()
    {
        Assert.Equal(
            [
                "Both: empty in English", "Count: other places in English", "Only: missing in English", "Strange: missing in French",
                "Twice: more than once in French", "Void: empty in French",
            ],
            Differences(
                [new("Both", "Bonjour"), new("Count", "{0} offres"), new("Only", "Seul"), new("Twice", "Deux"), new("Twice", "fois"), new("Void", " ")],
                [new("Both", ""), new("Count", "{1} offers"), new("Strange", "Alone"), new("Twice", "Twice"), new("Void", "Void")]));
    }

    [Fact]
    public void Control_every_way_of_asking_for_a_text_is_seen()
    {
        const string Page = """
            <h1>@T["Title"]</h1><p title="@T["Hint", 3]">@T["Prefix" + value] @T[$"Kind{value}"] @T[open ? "Opened" : "Closed"]</p>
            """;
        const string Code = """
            [Required(ErrorMessage = "NameMissing")] public string Name;
            ModelState.AddModelError("Input.Name", text["NameTaken"]);
            Columns.Add("Company", r => r.Company).Add(text["Chosen"], r => null);
            var told = KernelText.Get("PageOf", 1, 2) + ViewData["Other"];
            """;
        Assert.Equal(["Closed", "Hint", "Opened", "Title"], Keys(Page).Order(StringComparer.Ordinal));
        Assert.Equal(["Chosen", "Company", "NameMissing", "NameTaken", "PageOf"], Keys(Code).Order(StringComparer.Ordinal));
    }

    private static List<KeyValuePair<string, string>> Read(string project, string name)
    {
        var file = Path.Combine(House.Folder(project), name);
        return !File.Exists(file)
            ? []
            : [.. XDocument.Load(file).Root!.Elements("data").Select(d => KeyValuePair.Create(d.Attribute("name")!.Value, d.Element("value")?.Value ?? ""))];
    }

    private static IReadOnlyList<string> Differences(List<KeyValuePair<string, string>> french, List<KeyValuePair<string, string>> english)
    {
        var (fr, en) = (french.ToLookup(t => t.Key, t => t.Value), english.ToLookup(t => t.Key, t => t.Value));
        return
        [
            .. from key in fr.Select(t => t.Key).Union(en.Select(t => t.Key)).Order(StringComparer.Ordinal)
               let wrong = Wrong(fr[key], "French") ?? Wrong(en[key], "English") ?? (Places(fr[key]).SetEquals(Places(en[key])) ? null : "other places in English")
               where wrong is not null
               select $"{key}: {wrong}",
        ];

        static string? Wrong(IEnumerable<string> texts, string language) => texts.Count() switch
        {
            0 => "missing in " + language,
            1 => string.IsNullOrWhiteSpace(texts.First()) ? "empty in " + language : null,
            _ => "more than once in " + language,
        };
    }

    private static HashSet<string> Places(IEnumerable<string> texts) => [.. texts.SelectMany(t => Place().Matches(t)).Select(m => m.Groups[1].Value)];

    // Keys put together at run time are left to the tests of their pages.
    private static IReadOnlyList<string> Keys(string source) =>
        [.. Asked().Matches(source).SelectMany(m => m.Groups.Values.Skip(1)).Where(g => g.Success).Select(g => g.Value).Distinct()];

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Place();

    [GeneratedRegex("""
        \b(?:T|text|texts)\["([^"]+)"[\],]
        |\b(?:T|text|texts)\[[^\]"]+\?\s*"([^"]+)"\s*:\s*"([^"]+)"[\],]
        |\bErrorMessage\s*=\s*"([^"]+)"
        |\bKernelText\.Get\(\s*"([^"]+)"[),]
        |\.Add\(\s*"(\w+)",\s*\w+\s*=>
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Asked();
}
