using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Schooling.Dashboard;
using UglyToad.PdfPig;

namespace SmartRecruiting.Schooling.Tests;

/// <summary>One state of the figures, however it is read: on a screen, in a file, as a report's page or printed.</summary>
public sealed class SameFiguresTests
{
    private const int Filters = 20;
    private static readonly string[] Skills = ["csharp", "sql", "soins"];
    private static readonly string?[] Programmes = [University.Informatics, University.Nursing, "GC-1", "X-1", null];

    [Theory, EveryDatabase, Trait("Acceptance", "22")]
    public async Task For_any_filter_screen_csv_xlsx_report_and_pdf_show_the_same_numbers(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        Assert.Empty((await host.ImportAsync("programmes", "code,name,component,university,level\nX-1,Tourisme,École voisine,Université voisine,Bac+3\n")).Errors);
        var dice = new Random(7);
        await FillAsync(host, dice);
        using var director = await host.AsAsync(Roles.Director);
        var programmes = await host.ReadAsync(db => db.Programmes.AsNoTracking().Include(p => p.Component).OrderBy(p => p.Code).ToListAsync());
        var universities = programmes.GroupBy(p => p.Component.UniversityId)
            .Select(u => (Id: u.Key, Places: (Guid[])[u.Key, .. u.Select(p => p.ComponentId).Distinct(), .. u.Select(p => p.Id)])).ToList();

        for (var n = 0; n < Filters; n++)
        {
            var (university, places) = universities[dice.Next(universities.Count)];
            var year = new StatYear(2023 + dice.Next(3), dice.Next(2) == 0 ? YearBasis.Calendar : YearBasis.University);
            var filter = $"year={year.Start}&basis={year.Basis.ToString().ToLowerInvariant()}";
            var tab = (DashboardTab)dice.Next(4);

            await ScreenAndFilesAsync(director, $"id={places[dice.Next(places.Length)]}&{filter}", tab);
            await ReportAsync(director, university, year, filter);
        }
    }

    // Each table of a tab: its first rows there, the whole of it on its own page and in its files.
    private static async Task ScreenAndFilesAsync(Visitor director, string filter, DashboardTab tab)
    {
        var dashboard = await director.GetAsync($"/dashboard?{filter}&tab={tab.ToString().ToLowerInvariant()}");
        var tables = dashboard.Document.QuerySelectorAll("table.figures").Select(t => t.Id![2..]).ToList();
        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            var address = $"/dashboard/table?{filter}&table={table}";
            var whole = await director.GetAsync(address);
            var (shown, rows) = (Shown(dashboard, table), Shown(whole, table));
            Assert.Equal(shown, rows.Take(shown.Count));
            var values = whole.Document.QuerySelectorAll($"#t-{table} tbody tr")
                .Select(row => row.Children.Select(c => c.GetAttribute("data-value") is { Length: > 0 } value ? value : c.TextContent.Trim()).Select(Number).ToList()).ToList();
            Assert.Equal(values, await FilesAsync(director, address));
        }
    }

    // A report is of a university and a year: what it shows is what the screens of these show, and so is what is printed.
    private static async Task ReportAsync(Visitor director, Guid university, StatYear year, string filter)
    {
        var made = await director.SubmitAsync(
            await director.GetAsync("/direction/report"), "main form", ("Input.University", university.ToString()), ("Input.Year", year.Label));
        var report = new Uri(new Uri("http://here"), made.Path).AbsolutePath;
        Assert.Matches("^/direction/report/[0-9a-f-]{36}$", report);
        var page = await director.GetAsync(report);
        using var pdf = PdfDocument.Open(await director.BytesAsync(report + ".pdf?lang=fr"));
        var printed = Plain(ReportTests.TextOf(pdf));

        var overview = await director.GetAsync($"/direction?id={university}&{filter}");
        var totals = overview.Document.QuerySelectorAll(".key-figures dd").Select(d => Plain(d.TextContent)).ToList();
        Assert.Equal(totals, page.Document.QuerySelectorAll(".key-figures dd").Select(d => Plain(d.TextContent)));
        Assert.Contains(string.Join(' ', overview.Document.QuerySelectorAll(".key-figures dd").Select(d => Plain(d.FirstChild!.TextContent))), printed);
        Assert.All(overview.Document.QuerySelectorAll(".key-figures small"), movement => Assert.Contains(Plain(movement.TextContent), printed));

        var tables = page.Document.QuerySelectorAll("main section h2[id]").Select(h => (Key: h.Id!, Title: Plain(h.TextContent), Finding: Plain(h.NextElementSibling!.TextContent))).ToList();
        var at = 0;
        foreach (var (key, title, finding) in tables)
        {
            var whole = await director.GetAsync($"{report}?table={key}");
            var rows = whole.Document.QuerySelectorAll("main table tbody tr").Select(r => r.Children.Select(c => Plain(c.TextContent)).ToList()).ToList();
            var files = await FilesAsync(director, $"{report}?table={key}");
            Assert.Equal(rows.Count, files.Count);

            // The same table of the dashboard, which may have more rows; those of the director alone stand on the director's page, with fewer.
            var address = $"/dashboard/table?id={university}&{filter}&table={key}";
            var screen = await director.GetAsync(address);
            if (screen.Status is System.Net.HttpStatusCode.OK)
            {
                Assert.Equal(rows, Shown(screen, key).Take(rows.Count));
                Assert.Equal(files, (await FilesAsync(director, address)).Take(rows.Count));
            }
            var shown = Shown(overview, key);
            Assert.Equal(shown, rows.Take(shown.Count));

            // Printed in this order, after the table's own heading and sentence.
            at = Find($"{title} {finding}", at);
            foreach (var row in rows) at = Find(string.Join(' ', row), at);
        }

        int Find(string text, int from)
        {
            var found = printed.IndexOf(text, from, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{filter}: « {text} » is not printed in its place: {printed[from..]}");
            return found + text.Length;
        }
    }

    // What the CSV and the XLSX file of a table both say.
    private static async Task<List<List<string>>> FilesAsync(Visitor director, string address)
    {
        var csv = ReportTests.Rows(await director.FileAsync(address + "&format=csv")).Skip(1).Select(row => row.ConvertAll(Number)).ToList();
        Assert.Equal(csv, (await ReportTests.SheetAsync(director, address + "&format=xlsx", 1)).Skip(1).Select(row => row.ConvertAll(Number)));
        return csv;
    }

    private static List<List<string>> Shown(Page page, string table) =>
        [.. page.Document.QuerySelectorAll($"#t-{table} tbody tr").Select(row => row.Children.Select(c => Plain(c.TextContent)).ToList())];

    // Arrows come from the style sheet on a page, and stand in the text on paper.
    private static string Plain(string text) => ReportTests.Folded(text.Replace("▲", "", StringComparison.Ordinal).Replace("▼", "", StringComparison.Ordinal));

    // Up to four decimals: what a page carries for its chart.
    private static string Number(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value.ToString("0.####", CultureInfo.InvariantCulture) : Plain(text);

    private static async Task FillAsync(TestHost host, Random dice)
    {
        var market = new Market(host);
        for (var i = 0; i < 200; i++)
        {
            await market.AddAsync(
                1, new DateOnly(2022, 9, 1).AddDays(dice.Next(1270)), Programmes[dice.Next(Programmes.Length)], Domains.All[dice.Next(4)], (Strength)dice.Next(4),
                [.. Skills.Take(dice.Next(4))], dice.Next(3) == 0 ? CloseReason.Filled : null, $"Entreprise {dice.Next(20)}", dice.Next(2) == 0 ? dice.Next(2, 6) : null);
        }
        await market.OpenAsync();
        for (var i = 0; i < 12; i++) await host.PublishAsync(new SearchMade(SearchKind.Internship, Domains.All[dice.Next(2)], [Skills[dice.Next(2)]]));
        foreach (var programme in (string[])[University.Informatics, University.Informatics, University.Nursing])
        {
            var sent = await host.TransmitAsync(programme);
            host.Clock.Advance(TimeSpan.FromHours(30));
            if (dice.Next(2) == 0) await host.PublishAsync(new TransmissionDeclined(sent.TransmissionId, DeclineReason.WrongLevel, "non", host.Clock.GetUtcNow().UtcDateTime));
        }
        await host.CountAsync();
    }
}
