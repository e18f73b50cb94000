using System.Globalization;
using SkiaSharp;
using SmartRecruiting.Schooling.Dashboard;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>Lays a report out on pages, then prints them: how many there are stands on each.</summary>
internal sealed class ReportPages(Ink ink, ReportContent content, Uri? address, CultureInfo language) : IDisposable
{
    private const float PageWidth = 595;
    private const float PageHeight = 842;
    private const float Margin = 52;
    private const float Right = PageWidth - Margin;
    private const float Inner = PageWidth - 2 * Margin;
    private const float Bottom = PageHeight - 62;
    private const float Body = 10.5f;
    private const float Cell = 8.5f;
    private const float CellLine = 10.5f;
    private const float CellGap = 8;

    private readonly ReportChart chart = new(ink, language);
    private readonly List<SKPicture> pages = [];
    private SKPictureRecorder? recorder;
    private SKCanvas canvas = null!;
    private float y;

    public int Count => pages.Count;

    /// <summary>Lays out anew with this many rows of each table.</summary>
    public void LayOut(int mostRows)
    {
        Dispose();
        Cover();
        Summary();
        NewPage();
        foreach (var table in content.Tables) Table(table, mostRows);
        Definitions();
        EndPage();
    }

    public void Print(SKDocument document)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            var page = document.BeginPage(PageWidth, PageHeight);
            page.DrawPicture(pages[i]);
            Footer(page, i + 1);
            document.EndPage();
        }
    }

    public void Dispose()
    {
        foreach (var page in pages) page.Dispose();
        pages.Clear();
        recorder?.Dispose();
        recorder = null;
    }

    private void Cover()
    {
        const float Band = 330;
        NewPage();
        ink.Fill(canvas, SKRect.Create(0, 0, PageWidth, Band), Ink.Accent);
        ink.Write(canvas, content.Header.Scope, Margin, 90, 15, Ink.Paper, bold: true);
        var at = 170f;
        foreach (var line in ink.Wrap(Say("ReportTitle"), Inner, 36, bold: true))
        {
            ink.Write(canvas, line, Margin, at, 36, Ink.Paper, bold: true);
            at += 42;
        }
        foreach (var line in ink.Wrap(content.Header.Period, Inner, 15))
        {
            ink.Write(canvas, line, Margin, at + 4, 15, Ink.Paper);
            at += 20;
        }
        y = Band + 48;
        foreach (var (label, value) in (ReadOnlySpan<(string, string)>)
            [
                (Say("StatScope"), content.Header.Scope),
                (Say("StatPeriod"), content.Header.Period),
                (Say("StatCompared"), content.Header.Compared),
                (Say("StatCounted"), Text.In(language, "StatTime", content.Header.Counted)),
                (Say("StatSnapshot"), content.Header.Snapshot),
            ])
        {
            ink.Write(canvas, label, Margin, y, Body, Ink.Grey, bold: true);
            y += Paragraph(value, Margin + 110, Inner - 110, Body, y) + 8;
        }
        y += 14;
        ink.Rule(canvas, Margin, y, Right, y, Ink.Line);
        y += 26;
        ink.Write(canvas, Say("Contents"), Margin, y, Body, Ink.Grey, bold: true);
        foreach (var title in content.Tables.Select(t => t.Title).Prepend(Say("Findings")).Prepend(Say("KeyFigures")).Append(Say("ReportDefinitions")))
        {
            if (y > Bottom - 44) break;
            ink.Write(canvas, ink.Fit(title, Inner - 110, Body), Margin + 110, y, Body, Ink.Black);
            y += 16;
        }
        if (address is not { AbsoluteUri: var link }) return;
        ink.Write(canvas, Say("ReportAsPage"), Margin, Bottom - 16, 8, Ink.Grey);
        ink.Write(canvas, link, Margin, Bottom - 4, 8, Ink.Accent);
        canvas.DrawUrlAnnotation(SKRect.Create(Margin, Bottom - 14, ink.Width(link, 8), 12), link);
    }

    private void Summary()
    {
        const int Across = 3;
        const float Gap = 12;
        const float High = 84;
        NewPage();
        Heading(Say("KeyFigures"));
        var width = (Inner - (Across - 1) * Gap) / Across;
        for (var i = 0; i < content.KeyFigures.Count; i++)
        {
            if (i > 0 && i % Across == 0) y += High + Gap;
            if (i % Across == 0) Room(High);
            var figure = content.KeyFigures[i];
            var box = SKRect.Create(Margin + i % Across * (width + Gap), y, width, High);
            ink.Box(canvas, box, Ink.Line);
            ink.Fill(canvas, SKRect.Create(box.Left, box.Top, 3, High), Ink.Accent);
            var line = box.Top + 17;
            foreach (var part in ink.Wrap(figure.Label, width - 24, 9).Take(2))
            {
                ink.Write(canvas, part, box.Left + 13, line, 9, Ink.Grey);
                line += 11;
            }
            ink.Write(canvas, ink.Fit(figure.Value, width - 20, 23, bold: true), box.Left + 13, box.Top + 57, 23, Ink.Black, bold: true);
            if (figure.Movement is { } movement) ink.Write(canvas, ink.Fit(movement, width - 20, 9), box.Left + 13, box.Top + 73, 9, Ink.Accent);
        }
        y += content.KeyFigures.Count > 0 ? High + 40 : 0;

        Heading(Say("Findings"));
        foreach (var finding in content.Findings)
        {
            var lines = ink.Wrap(finding, Inner - 20, 11.5f);
            Room(lines.Count * 15 + 8);
            ink.Fill(canvas, SKRect.Create(Margin + 1, y + 5, 5, 5), Ink.Warm);
            y += Paragraph(finding, Margin + 18, Inner - 20, 11.5f, y + 11) + 8;
        }
    }

    private void Table(StatTable table, int mostRows)
    {
        var rows = table.Rows.Take(mostRows).ToList();
        var widths = Widths(table, rows);
        var finding = ink.Wrap(table.Finding, Inner, Body);
        var high = ReportChart.HeightOf(table, mostRows);
        var head = HeadHeight(table, widths);
        var above = 24 + finding.Count * 14 + high + head + 30;
        var whole = above + rows.Sum(r => RowHeight(table, r, widths));
        // What a page can hold stays on one; of what is longer, the title never stands alone: its chart and the first rows come with it.
        Room(whole <= Bottom - Margin - 8 ? whole : above + rows.Take(3).Sum(r => RowHeight(table, r, widths)));

        Heading(table.Title);
        y += Paragraph(table.Finding, Margin, Inner, Body, y + 4, Ink.Accent) + 6;
        if (high > 0)
        {
            chart.Draw(canvas, SKRect.Create(Margin, y, Inner, high), table, mostRows);
            y += high + 10;
        }
        Head(table, widths);
        for (var i = 0; i < rows.Count; i++)
        {
            var height = RowHeight(table, rows[i], widths);
            if (y + height > Bottom)
            {
                NewPage();
                Head(table, widths);
            }
            Row(table, rows[i], i, widths, height);
        }
        if (table.Rows.Count > rows.Count)
        {
            Room(14);
            ink.Write(canvas, Text.In(language, "ReportMore", table.Rows.Count - rows.Count), Margin, y + 10, Cell, Ink.Grey);
            y += 14;
        }
        y += 30;
    }

    private void Head(StatTable table, float[] widths)
    {
        var height = HeadHeight(table, widths);
        ink.Fill(canvas, SKRect.Create(Margin, y, widths.Sum(), height), Ink.AccentSoft);
        Cells(table, [.. table.Columns.Select(c => c.Name)], widths, bold: true);
        y += height;
    }

    private void Row(StatTable table, StatRow row, int index, float[] widths, float height)
    {
        Cells(table, [.. row.Cells.Select((c, i) => Shown(table, c, i, index))], widths, bold: false);
        y += height;
        ink.Rule(canvas, Margin, y, Margin + widths.Sum(), y, Ink.Line, .4f);
    }

    private void Cells(StatTable table, string[] texts, float[] widths, bool bold)
    {
        var x = Margin;
        for (var i = 0; i < texts.Length; i++)
        {
            var right = IsNumber(table, i);
            var at = y + 11;
            foreach (var line in ink.Wrap(texts[i], widths[i] - CellGap, Cell, bold))
            {
                ink.Write(
                    canvas, line, right ? x + widths[i] - CellGap / 2 : x + CellGap / 2, at, Cell, Ink.Black, bold, right ? SKTextAlign.Right : SKTextAlign.Left);
                at += CellLine;
            }
            x += widths[i];
        }
    }

    private float HeadHeight(StatTable table, float[] widths) =>
        table.Columns.Select((c, i) => ink.Wrap(c.Name, widths[i] - CellGap, Cell, bold: true).Count).Max() * CellLine + 6;

    private float RowHeight(StatTable table, StatRow row, float[] widths) =>
        row.Cells.Select((c, i) => ink.Wrap(Shown(table, c, i, 0), widths[i] - CellGap, Cell).Count).Max() * CellLine + 5;

    // Numbers take what they need, words the rest in proportion.
    private float[] Widths(StatTable table, List<StatRow> rows)
    {
        const float Narrowest = 90;
        const float Pleasant = 190;
        const float Widest = 240;
        const float HeadMost = 92;
        var wanted = table.Columns.Select((column, i) => Math.Max(
            Math.Min(ink.Width(column.Name, Cell, bold: true), HeadMost),
            rows.Select((r, n) => ink.Width(Shown(table, r.Cells[i], i, n), Cell)).DefaultIfEmpty(0).Max()) + CellGap + 2)
            .Select((width, i) => IsNumber(table, i) ? width : Math.Min(width, Widest)).ToArray();
        var words = wanted.Where((_, i) => !IsNumber(table, i)).Sum();
        // No wider than they need: numbers far from their names are read in the wrong row.
        var left = Math.Min(Inner - wanted.Where((_, i) => IsNumber(table, i)).Sum(), Math.Max(words * 1.1f, Pleasant));
        float[] widths = [.. wanted.Select((w, i) => IsNumber(table, i) || words <= 0 ? w : Math.Max(w / words * left, Math.Min(w, Narrowest)))];
        // Too much for the page: all get narrower, and wrap.
        var sum = widths.Sum();
        return sum <= Inner ? widths : [.. widths.Select(w => w / sum * Inner)];
    }

    // Bubbles carry the numbers of their rows, movements their arrows.
    private static string Shown(StatTable table, StatCell cell, int column, int row) =>
        column == 0 && table.Chart is StatChart.Bubbles ? string.Create(CultureInfo.InvariantCulture, $"{row + 1} {cell.Text}")
        : table.Columns[column].Format is StatFormat.Movement ? Dashboard.Cells.WithArrow(cell) : cell.Text;

    private static bool IsNumber(StatTable table, int column) => table.Columns[column].Format is not StatFormat.Text;

    private void Definitions()
    {
        // A title never stands alone.
        Room(140);
        Heading(Say("ReportDefinitions"));
        foreach (var table in content.Tables) Defined(table.Title, table.Definition);
        y += 14;
        Room(120);
        Heading(Say("ReportHowTitle"));
        foreach (var how in (string[])["ReportHowSnapshot", "ReportHowArrows", "ReportHowSmall"])
        {
            y += Paragraph(Say(how), Margin, Inner, Body, y + 6) + 7;
        }
    }

    private void Defined(string term, string definition)
    {
        Room(ink.Wrap(definition, Inner, Body).Count * 14 + 28);
        ink.Write(canvas, term, Margin, y + 6, Body, Ink.Black, bold: true);
        y += 14;
        y += Paragraph(definition, Margin, Inner, Body, y + 6) + 9;
    }

    private void Heading(string text)
    {
        foreach (var line in ink.Wrap(text, Inner, 17, bold: true))
        {
            ink.Write(canvas, line, Margin, y + 8, 17, Ink.Accent, bold: true);
            y += 21;
        }
        y += 5;
    }

    /// <summary>Writes a text from its first base line on, and tells how high it is.</summary>
    private float Paragraph(string text, float x, float width, float size, float baseLine, SKColor? color = null)
    {
        var step = MathF.Ceiling(size * 1.3f);
        var lines = ink.Wrap(text, width, size);
        for (var i = 0; i < lines.Count; i++) ink.Write(canvas, lines[i], x, baseLine + i * step, size, color ?? Ink.Black);
        return lines.Count * step;
    }

    private void Footer(SKCanvas page, int number)
    {
        const float At = PageHeight - 34;
        var header = content.Header;
        ink.Rule(page, Margin, At - 14, Right, At - 14, Ink.Line);
        var pageOf = Text.In(language, "ReportPage", number, Count);
        var source = $"{header.Scope} · {Text.In(language, "StatTime", header.Counted)} · {Say("StatSnapshot")} {header.Snapshot}";
        ink.Write(page, ink.Fit(source, Inner - ink.Width(pageOf, 8) - 12, 8), Margin, At, 8, Ink.Grey);
        ink.Write(page, pageOf, Right, At, 8, Ink.Grey, align: SKTextAlign.Right);
    }

    private void Room(float height)
    {
        if (y + height > Bottom && y > Margin + 30) NewPage();
    }

    private void NewPage()
    {
        EndPage();
        recorder = new SKPictureRecorder();
        canvas = recorder.BeginRecording(SKRect.Create(PageWidth, PageHeight));
        y = Margin + 8;
    }

    private void EndPage()
    {
        if (recorder is null) return;
        pages.Add(recorder.EndRecording());
        recorder.Dispose();
        recorder = null;
    }

    private string Say(string key) => Text.In(language, key);
}
