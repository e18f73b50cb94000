using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using SmartRecruiting.Contracts;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.Reports;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Tokens;

namespace SmartRecruiting.Schooling.Tests;

public sealed partial class ReportTests
{
    [Theory, EveryDatabase, Trait("Acceptance", "22")]
    public async Task The_pdf_can_be_searched_for_its_period_date_filter_definitions_and_accents(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var id = await host.KeepReportAsync();
        using var director = await host.AsAsync(Roles.Director);

        using var pdf = PdfDocument.Open(await director.BytesAsync($"/direction/report/{id}.pdf?lang=fr"));

        var text = TextOf(pdf);
        var content = SampleReport.Content().French;
        foreach (var told in (string[])[SampleReport.Scope, SampleReport.Period, SampleReport.Compared, SampleReport.Snapshot, "2 mars 2026 08:30", "œnologie", "déc.", .. content.Findings])
        {
            Assert.Contains(Folded(told), text);
        }
        foreach (var table in content.Tables)
        {
            Assert.Contains(Folded(table.Title), text);
            Assert.Contains(Folded(table.Finding), text);
            Assert.Contains(Folded(table.Definition), text);
        }
        Assert.InRange(pdf.NumberOfPages, 4, 12);
        Assert.All(pdf.GetPages(), page => Assert.Contains(Folded($"Page {page.Number} / {pdf.NumberOfPages}"), Folded(ContentOrderTextExtractor.GetText(page))));
        Assert.All(pdf.GetPages(), page => Assert.Empty(page.GetImages()));
        Assert.EndsWith($"/direction/report/{id}", Assert.Single(pdf.GetPage(1).GetHyperlinks()).Uri);
        Assert.StartsWith("Rapport sur les stages", pdf.Information.Title);
        Assert.Equal(SampleReport.Scope, pdf.Information.Author);
        Assert.Equal("fr-FR", Assert.IsType<StringToken>(pdf.Structure.Catalog.CatalogDictionary.Data["Lang"]).Data);
    }

    [Theory, EveryDatabase, Trait("Acceptance", "22")]
    public async Task Page_csv_xlsx_and_pdf_give_the_same_numbers(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var id = await host.KeepReportAsync();
        using var director = await host.AsAsync(Roles.Director);

        var page = await director.GetAsync($"/direction/report/{id}");
        using var pdf = PdfDocument.Open(await director.BytesAsync($"/direction/report/{id}.pdf?lang=fr"));
        var printed = TextOf(pdf);

        foreach (var table in SampleReport.Content().French.Tables)
        {
            var whole = await director.GetAsync($"/direction/report/{id}?table={table.Key}");
            var shown = whole.Document.QuerySelector($"#{table.Key}")!.ParentElement!.QuerySelectorAll("tbody tr").Select(r => r.QuerySelectorAll("th,td").Select(c => c.TextContent).ToList()).ToList();
            var csv = Rows(await director.FileAsync($"/direction/report/{id}?table={table.Key}&format=csv"));
            var xlsx = await SheetAsync(director, $"/direction/report/{id}?table={table.Key}&format=xlsx", 1);
            Assert.Equal(table.Columns.Select(c => c.Name), csv[0]);
            Assert.Equal(table.Columns.Select(c => c.Name), xlsx[0]);
            Assert.Equal(table.Rows.Count, shown.Count);
            for (var r = 0; r < table.Rows.Count; r++)
            {
                for (var c = 0; c < table.Columns.Count; c++)
                {
                    var cell = table.Rows[r].Cells[c];
                    Assert.Equal(cell.Text, shown[r][c]);
                    var plain = cell.Value?.ToString(CultureInfo.InvariantCulture) ?? cell.Text;
                    Assert.Equal(plain, csv[r + 1][c].TrimStart('\''));
                    Assert.Equal(plain, xlsx[r + 1][c]);
                    if (r < 15) Assert.Contains(Folded(cell.Text), printed);
                }
            }
        }
        Assert.Contains("et 3 de plus", printed);
        foreach (var picture in page.Document.QuerySelectorAll("main img").Select(i => i.GetAttribute("src")!))
        {
            var chart = XDocument.Parse(await director.FileAsync(picture));
            Assert.Equal("svg", chart.Root!.Name.LocalName);
            Assert.All(chart.Descendants(), e => Assert.NotEqual("image", e.Name.LocalName));
        }
        Assert.Equal(4, page.All("main img").Count);
        Assert.InRange(page.Document.All.Length, 1, 390);
        foreach (var figure in SampleReport.Content().French.KeyFigures)
        {
            Assert.Contains(Folded(figure.Value), printed);
            Assert.Contains(Folded(figure.Label), page.Text.Replace('\u00a0', ' '));
        }
    }

    [Theory, EveryDatabase]
    public async Task A_file_has_no_formula_and_says_beside_its_numbers_what_they_are(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var id = await host.KeepReportAsync();
        using var director = await host.AsAsync(Roles.Director);

        var csv = Rows(await director.FileAsync($"/direction/report/{id}?table=companies&format=csv"));
        using var book = new ZipArchive(new MemoryStream(await director.BytesAsync($"/direction/report/{id}?table=companies&format=xlsx")));
        var figures = await EntryAsync(book, "xl/worksheets/sheet1.xml");
        var about = string.Join(' ', Cells(await EntryAsync(book, "xl/worksheets/sheet2.xml")).SelectMany(r => r));

        Assert.Equal("'" + SampleReport.Formula, csv[1][0]);
        Assert.Equal("'+33 Conseil", csv[2][0]);
        Assert.Equal("<5", csv[2][3]);
        Assert.DoesNotContain(figures.Descendants(), e => e.Name.LocalName == "f");
        Assert.Contains(figures.Descendants(), e => e.Name.LocalName == "pane" && e.Attribute("state")?.Value == "frozen");
                foreach (var told in (string[])[SampleReport.Scope, SampleReport.Period, SampleReport.Compared, SampleReport.Snapshot, "Offres publiées dans la période, par entreprise", "2 mars 2026 08:30"])
        {
            Assert.Contains(told, about);
        }
        using var shares = new ZipArchive(new MemoryStream(await director.BytesAsync($"/direction/report/{id}?table=domains&format=xlsx")));
        Assert.Contains("0.0%", (await EntryAsync(shares, "xl/styles.xml")).ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync($"/direction/report/{id}?table=other&format=csv")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync($"/direction/report/{id}?table=companies&format=doc")).Status);
    }

    [Theory, EveryDatabase]
    public async Task A_kept_report_stays_as_it_was_made_and_the_latest_one_has_an_address_of_its_own(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var director = await host.AsAsync(Roles.Director);
        Assert.Single((await director.GetAsync("/direction/report")).All(".empty"));
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync("/direction/report.pdf")).Status);

        var first = await host.KeepReportAsync();
        var before = (await director.GetAsync($"/direction/report/{first}")).Text;
        var printed = TextOf(PdfDocument.Open(await director.BytesAsync("/direction/report.pdf?lang=fr")));
        host.Clock.Advance(TimeSpan.FromDays(365));
        var second = await host.KeepReportAsync(factor: 2, snapshot: "2027-03-02-00000000", new StatYear(2026, YearBasis.University));

        // A session does not last a year.
        using var again = await host.AsAsync(Roles.Director);
        Assert.Equal(before, (await again.GetAsync($"/direction/report/{first}")).Text);
        Assert.Equal(printed, TextOf(PdfDocument.Open(await again.BytesAsync($"/direction/report/{first}.pdf?lang=fr"))));
        Assert.Contains("2027-03-02-00000000", TextOf(PdfDocument.Open(await again.BytesAsync("/direction/report.pdf?lang=fr"))));
        var list = await again.GetAsync("/direction/report");
        Assert.Equal(["2026-2027", "2025-2026"], list.All("tbody td:nth-child(2)"));
        Assert.Equal(["2025-2026", "2026-2027"], (await again.GetAsync("/direction/report?sort=ReportYear")).All("tbody td:nth-child(2)"));
        Assert.NotNull(list.Document.QuerySelector($"a[href='/direction/report/{second}.pdf']"));
        Assert.Contains("2025-2026", await again.FileAsync("/direction/report?format=csv"));
    }

    [Theory, EveryDatabase]
    public async Task A_report_is_read_in_french_and_in_english(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var id = await host.KeepReportAsync();
        using var director = await host.AsAsync(Roles.Director);

        await director.PostAsync("/language", ("language", "en"));
        var page = await director.GetAsync($"/direction/report/{id}");
        using var english = PdfDocument.Open(await director.BytesAsync($"/direction/report/{id}.pdf"));
        using var french = PdfDocument.Open(await director.BytesAsync($"/direction/report/{id}.pdf?lang=fr"));

        Assert.Contains("Polytech Grenoble receives a quarter of the offers", page.Text);
        Assert.Contains("Definitions", TextOf(english));
        Assert.Contains("2 March 2026 08:30", TextOf(english));
        Assert.Contains("Définitions", TextOf(french));
    }

    [Theory]
    [InlineData(Roles.Manager, HttpStatusCode.NotFound)]
    [InlineData(Roles.Recruiter, HttpStatusCode.NotFound)]
    [InlineData(Roles.Student, HttpStatusCode.NotFound)]
    [InlineData(Roles.Director, HttpStatusCode.OK)]
    [InlineData(Roles.Administrator, HttpStatusCode.OK)]
    public async Task Reports_are_for_directors_and_administrators(string role, HttpStatusCode status)
    {
        await using var host = await TestHost.StartAsync().WithCatalogueAsync();
        var id = await host.KeepReportAsync();
        using var visitor = await host.AsAsync(role);
        using var nobody = host.Anonymous();

        foreach (var address in (string[])["/direction/report", $"/direction/report/{id}", $"/direction/report/{id}.pdf", "/direction/report.pdf", $"/direction/report/{id}?table=months&format=csv"])
        {
            Assert.Equal(status, (await visitor.GetAsync(address)).Status);
            Assert.StartsWith("/account/login", (await nobody.GetAsync(address)).Path);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/direction/report/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/direction/report/{Guid.NewGuid()}.pdf")).Status);
    }

    [Theory, EveryDatabase]
    public async Task A_university_or_a_year_that_is_not_in_the_list_is_refused_beside_its_field(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var director = await host.AsAsync(Roles.Director);
        var form = await director.GetAsync("/direction/report");
        Assert.Equal("2025-2026", form.Document.QuerySelector("#Input_Year option")!.TextContent);

        var refused = await director.SubmitAsync(form, "main form", ("Input.University", Guid.NewGuid().ToString()), ("Input.Year", "1789"));

        Assert.Equal(["Choisissez une année de la liste.", "Choisissez une université de la liste."], refused.All(".form-errors li").Order(StringComparer.CurrentCulture));
        Assert.Equal(0, await host.ReadAsync(db => db.Reports.CountAsync()));
    }

    [Fact]
    public async Task The_report_of_a_year_is_kept_when_a_director_asks_for_it()
    {
        await using var host = await TestHost.StartAsync().WithCatalogueAsync();
        await (await new Market(host).AddAsync(8, new DateOnly(2025, 10, 6))).OpenAsync();
        using var director = await host.AsAsync(Roles.Director);
        var form = await director.GetAsync("/direction/report");

        var made = await director.SubmitAsync(form, "main form");
        var again = await director.SubmitAsync(form, "main form");

        Assert.Matches("^/direction/report/[0-9a-f-]{36}$", made.Path);
        Assert.Equal(made.Path, again.Path);
        Assert.Equal(1, await host.ReadAsync(db => db.Reports.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task The_monthly_mail_leaves_once_for_each_who_asked_for_it(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var director = await host.AsAsync(Roles.Director, "direction@essais.example");
        using var other = await host.AsAsync(Roles.Administrator, "administration@essais.example");
        await director.SubmitAsync(await director.GetAsync("/direction/report"), "form[action*='Subscribe']");
        await other.PostAsync("/language", ("language", "en"));
        await other.SubmitAsync(await other.GetAsync("/direction/report"), "form[action*='Subscribe']");
        // As a run that was killed before its mails left it.
        var id = await host.KeepReportAsync();

        await host.RunJobAsync("schooling.mail-reports");
        await host.RunJobAsync("schooling.mail-reports");
        await host.SettleAsync();

        Assert.Equal(["administration@essais.example", "direction@essais.example"], host.Mails().Select(m => m.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal));
        var mail = host.Mails().Single(m => m.To.Mailboxes.Single().Address.StartsWith("direction", StringComparison.Ordinal));
        Assert.Equal("Rapport prêt : mars 2026", mail.Subject);
        Assert.Contains($"/direction/report/{id}", mail.TextBody);
        Assert.Contains($"/direction/report/{id}", mail.HtmlBody);
        Assert.Contains("Report ready: March 2026", host.Mails().Select(m => m.Subject));
        Assert.Equal(1, await host.ReadAsync(db => db.Reports.CountAsync()));

        host.Clock.Advance(TimeSpan.FromDays(31));
        await host.KeepReportAsync(snapshot: "2026-04-02-00000000");
        await host.RunJobAsync("schooling.mail-reports");
        await host.SettleAsync();
        Assert.Equal(4, host.Mails().Count);
    }

    [Theory, EveryDatabase]
    public async Task Two_hosts_that_mail_at_once_send_one_mail(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var director = await host.AsAsync(Roles.Director);
        await director.SubmitAsync(await director.GetAsync("/direction/report"), "form[action*='Subscribe']");
        await host.KeepReportAsync();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.RunJobAsync("schooling.mail-reports")));
        await host.SettleAsync();

        Assert.Single(host.Mails());
    }

    [Theory, EveryDatabase]
    public async Task The_monthly_mail_is_stopped_by_its_page_or_by_one_post_of_a_mail_program(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var director = await host.AsAsync(Roles.Director);
        var page = await director.SubmitAsync(await director.GetAsync("/direction/report"), "form[action*='Subscribe']");
        Assert.Contains("annoncé à director@essais.example", page.Html);
        page = await director.SubmitAsync(page, "form[action*='Unsubscribe']");
        await host.KeepReportAsync();
        await host.RunJobAsync("schooling.mail-reports");
        await host.SettleAsync();
        Assert.Empty(host.Mails());

        await director.SubmitAsync(page, "form[action*='Subscribe']");
        await host.RunJobAsync("schooling.mail-reports");
        await host.SettleAsync();
        var stop = new Uri(Assert.Single(host.Mails()).Headers["List-Unsubscribe"]!.Trim('<', '>')).AbsolutePath;
        using var program = host.Anonymous();
        Assert.Contains("chaque mois", (await program.GetAsync(stop)).Text);
        Assert.True(await host.ReadAsync(db => db.ReportSubscriptions.AnyAsync(s => s.IsOn)));
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(stop, ("List-Unsubscribe", "One-Click"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(stop, ("List-Unsubscribe", "One-Click"))).Status);
        Assert.False(await host.ReadAsync(db => db.ReportSubscriptions.AnyAsync(s => s.IsOn)));
        Assert.Equal(HttpStatusCode.NotFound, (await program.PostAsync("/direction/report/stop/" + new string('0', 32))).Status);
    }

    [Fact]
    public async Task A_report_too_long_for_twelve_pages_shows_fewer_rows_not_more_pages()
    {
        await using var host = await TestHost.StartAsync();
        var (french, _) = SampleReport.Content();
        var tables = Enumerable.Repeat(french.Tables[0], 14).ToList();

        var bytes = host.Services.GetRequiredService<ReportPdf>().Make(french with { Tables = tables }, new Uri("https://essais.example/direction/report"), CultureInfo.GetCultureInfo("fr-FR"));

        using var pdf = PdfDocument.Open(bytes!);
        Assert.InRange(pdf.NumberOfPages, 4, 12);
    }

    [Fact]
    public async Task Without_its_fonts_the_report_is_shown_as_a_page_that_says_why()
    {
        await using var host = await TestHost.StartAsync().WithCatalogueAsync();
        host.Services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider = new NullFileProvider();
        var id = await host.KeepReportAsync();
        using var director = await host.AsAsync(Roles.Director);

        var page = await director.GetAsync($"/direction/report/{id}.pdf");

        Assert.Equal($"/direction/report/{id}", page.Path);
        Assert.Contains("Le PDF n’a pas pu être fait ici", page.Html);
    }

    internal static string TextOf(PdfDocument pdf) => Folded(string.Join(' ', pdf.GetPages().Select(p => string.Join(' ', p.GetWords().Select(w => w.Text)))));

    // A line break and a space that keeps words together are the same white space to who searches.
    internal static string Folded(string text) => Space().Replace(text, " ").Trim();

    internal static List<List<string>> Rows(string csv)
    {
        using var reader = new CsvHelper.CsvReader(new StringReader(csv.TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        var rows = new List<List<string>>();
        while (reader.Read()) rows.Add([.. reader.Parser.Record!]);
        return rows;
    }

    internal static async Task<List<List<string>>> SheetAsync(Visitor visitor, string address, int sheet)
    {
        using var book = new ZipArchive(new MemoryStream(await visitor.BytesAsync(address)));
        return Cells(await EntryAsync(book, $"xl/worksheets/sheet{sheet}.xml"));
    }

    private static List<List<string>> Cells(XDocument sheet) =>
        [.. sheet.Descendants().Where(e => e.Name.LocalName == "row").Select(row => row.Elements().Select(cell => cell.Value).ToList())];

    private static async Task<XDocument> EntryAsync(ZipArchive book, string name)
    {
        await using var entry = await book.GetEntry(name)!.OpenAsync();
        return await XDocument.LoadAsync(entry, LoadOptions.None, CancellationToken.None);
    }

    [GeneratedRegex(@"[\s\u00a0\u202f]+")]
    private static partial Regex Space();
}
