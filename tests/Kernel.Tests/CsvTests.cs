using System.Globalization;
using System.Text;
using SmartRecruiting.Kernel.Csv;

namespace SmartRecruiting.Kernel.Tests;

public sealed class CsvTests
{
    public CsvTests() => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");

    [Theory]
    [InlineData("code,name\nA,Éloïse\n\"B\",\"Dupré, \"\"le\"\" grand\"\n")]
    [InlineData("code;name\r\nA;Éloïse\r\nB;\"Dupré, \"\"le\"\" grand\"")]
    [InlineData("\uFEFFCode;  NAME \nA ; Éloïse\nB;\"Dupré, \"\"le\"\" grand\"\n\n")]
    [InlineData("code;name\rA;Éloïse\rB;\"Dupré, \"\"le\"\" grand\"\r")]
    [InlineData("\n\nname;code\nÉloïse;A\n\n\"Dupré, \"\"le\"\" grand\";B;more\n")]
    public async Task Comma_or_semicolon_order_case_and_blank_lines_do_not_matter(string csv)
    {
        var content = await ReadAsync(csv, "code", "name");
        Assert.Empty(content.Errors);
        Assert.Equal(["A=Éloïse", "B=Dupré, \"le\" grand"], content.Rows.Select(r => $"{r["code"]}={r["name"]}"));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("windows-1252", false)]
    public async Task An_upload_is_read_in_the_encoding_it_has(string encoding, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] bytes = [.. mark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.GetEncoding(encoding).GetBytes("code;name\nA;Éloïse — œuvre à 3 €\n")];
        using var reader = await CsvInput.OpenAsync(new MemoryStream(bytes), CancellationToken.None);
        var content = await CsvInput.ReadAsync(reader, ["code", "name"], CancellationToken.None);
        Assert.Equal("Éloïse — œuvre à 3 €", Assert.Single(content.Rows)["name"]);
    }

    [Fact]
    public async Task A_missing_column_is_the_one_error_for_each()
    {
        var content = await ReadAsync("code,other\nA,1\n", "code", "name", "city");
        Assert.Empty(content.Rows);
        Assert.Equal(["1 name La colonne « name » manque dans l’en-tête.", "1 city La colonne « city » manque dans l’en-tête."], Told(content));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n")]
    public async Task An_empty_file_is_an_error(string csv)
    {
        Assert.Equal(["1  Le fichier est vide."], Told(await ReadAsync(csv, "code")));
    }

    [Fact]
    public async Task A_row_with_too_few_cells_is_named_and_its_neighbours_stay()
    {
        var content = await ReadAsync("code,name,city\nA,1,x\nB,2\n\nC,3,\nD\n", "code");
        Assert.Equal(["A", "C"], content.Rows.Select(r => r["code"]));
        Assert.Equal([2, 5], content.Rows.Select(r => r.Line));
        Assert.Equal(["3  La ligne a 2 cellules, l’en-tête en annonce 3.", "6  La ligne a 1 cellules, l’en-tête en annonce 3."], Told(content));
    }

    [Theory]
    [InlineData("code,name\nA,ok\nB,\"never closed\nC,ok\nD,ok\n", "A@2 C@4 D@5", "3")]
    [InlineData("code,name\r\nA,ok\r\n\r\nB,\"never closed\r\nC,\"well, closed\"\r\nD,ok", "A@2 C@5 D@6", "4")]
    [InlineData("code,name\n\"A,1\nB,ok\n", "B@3", "2")]
    [InlineData("code,name\nA,ok\nB,\"last", "A@2", "3")]
    [InlineData("code,name\nA,\"two\nlines\"\nB,\"never closed\nC,ok\n", "A@2 C@5", "4")]
    [InlineData("code,name\nA,\"one\nB,\"two\nC,ok\n", "C@4", "2 3")]
    [InlineData("code,name\n\"two\nlines\",\"Le \"Grand\" Hôtel\"\nB,ok\n", "B@4", "2 3")]
    [InlineData("code,name\nA,tube de 5\"\nB,ok\nC,\"last\"", "B@3 C@4", "2")]
    [InlineData("code,name\nA,\"one\nB,\"two\nC,\"three\nD,\"fine\"\nE,\"four\nF,ok\n", "D@5 F@7", "2 3 4 6")]
    public async Task A_quote_never_closed_costs_its_own_line_only(string csv, string good, string bad)
    {
        var content = await ReadAsync(csv, "code", "name");
        Assert.Equal(good, string.Join(' ', content.Rows.Select(r => $"{r["code"]}@{r.Line}")));
        Assert.Equal(bad, string.Join(' ', content.Errors.Select(e => e.Line)));
        Assert.All(content.Errors, e => Assert.Equal("Un guillemet est ouvert et jamais fermé ; la ligne est ignorée.", e.Reason));
    }

    [Fact]
    public async Task Quotes_inside_an_unquoted_cell_are_kept()
    {
        var content = await ReadAsync("code,name\nA,dit \"Léo\" ici\n", "code");
        Assert.Empty(content.Errors);
        Assert.Equal("dit \"Léo\" ici", Assert.Single(content.Rows)["name"]);
    }

    [Fact]
    public async Task A_cell_may_be_a_list_and_a_column_that_is_not_there_is_empty()
    {
        var row = Assert.Single((await ReadAsync("code,skills\nA,\" SQL ; ;Java;\"\n", "code")).Rows);
        Assert.Equal(["SQL", "Java"], row.List("skills"));
        Assert.Equal("", row["nowhere"]);
        Assert.Empty(row.List("nowhere"));
    }

    [Fact]
    public async Task A_reason_is_told_in_the_language_of_the_reader()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        var error = Assert.Single((await ReadAsync("code\n", "name")).Errors);
        Assert.DoesNotContain("colonne", error.Reason, StringComparison.Ordinal);
        Assert.Contains("name", error.Reason, StringComparison.Ordinal);
    }

    // The first kind opens a quote on each line; in the second each line also looks like the end of the one before.
    [Theory]
    [InlineData("A,\"never closed, and some more text to make the line longer\r\n")]
    [InlineData("a\"b,\"c\n")]
    [InlineData("p\",q,\"r\n")]
    public async Task A_hundred_thousand_broken_lines_are_named_in_reasonable_time(string line)
    {
        var csv = "code,name\n" + string.Concat(Enumerable.Repeat(line, 100_000));
        var reading = Task.Run(() => ReadAsync(csv, "code", "name"), TestContext.Current.CancellationToken);
        var content = await reading.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(2, 100_000), content.Errors.Select(e => e.Line));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+33 4", "'+33 4")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("a=1", "a=1")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("", "")]
    public async Task No_text_is_written_that_a_spreadsheet_would_run(string text, string written)
    {
        Assert.Equal($"head\r\n{written}\r\n", await WriteAsync(["head"], [text]));
        Assert.Equal($"{written}\r\n", await WriteAsync([text]));
    }

    [Fact]
    public async Task A_carriage_return_at_the_start_is_quoted_as_well()
    {
        Assert.Equal("head\r\n\"'\r=1\"\r\n", await WriteAsync(["head"], ["\r=1"]));
    }

    [Fact]
    public async Task Numbers_dates_and_lists_are_written_for_programs()
    {
        List<string> list = ["=x", "y"];
        Assert.Equal(
            "a,b,c,d,e,f,g\r\n-5,1.5,2026-03-02T09:00:00Z,2026-03-02,'=x;y,,\"say \"\"hi\"\", you\"\r\n",
            await WriteAsync(
                ["a", "b", "c", "d", "e", "f", "g"],
                [-5, 1.5, new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 3, 2), list, null, "say \"hi\", you"]));
    }

    [Fact]
    public async Task What_was_written_is_read_back_the_same()
    {
        string[] texts = ["=1+1", "-2", "l'été; à \"Grenoble\"", "deux\nlignes", "O'Brien", "'hello"];
        var content = await ReadAsync(await WriteAsync(["text", "end"], [.. texts.Select(t => new object?[] { t, "x" })]), "text", "end");
        Assert.Empty(content.Errors);
        Assert.Equal(texts, content.Rows.Select(r => r["text"]));
    }

    private static Task<CsvContent> ReadAsync(string csv, params string[] needed) =>
        CsvInput.ReadAsync(new StringReader(csv), needed, CancellationToken.None);

    private static IEnumerable<string> Told(CsvContent content) => content.Errors.Select(e => $"{e.Line} {e.Column} {e.Reason}");

    private static async Task<string> WriteAsync(string[] head, params object?[][] rows)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        await CsvOutput.WriteAsync(output, head, rows, CancellationToken.None);
        return output.ToString();
    }
}
