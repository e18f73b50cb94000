using System.Globalization;
using SkiaSharp;
using SmartRecruiting.Schooling.Dashboard;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>
/// Draws a table of figures as vectors. Series differ by fill, dashes and marks, never by colour alone; each value is written or stands in
/// the table below.
/// </summary>
internal sealed class ReportChart(Ink ink, CultureInfo language)
{
    private const float Small = 8;
    private const float NameSize = 8.5f;
    private const float LabelWidth = 150;
    private const float ValueWidth = 62;
    private const float LegendHeight = 16;
    private const float BarHeight = 8;

    /// <summary>Slices of a doughnut; what is smaller goes together, or nobody could tell them apart.</summary>
    private const int MostSlices = 8;

    /// <summary>How far from its bubble a name may stand, nearest first, and where: by eighths of a turn, to the right first.</summary>
    private static readonly float[] Away = [2, 12, 24, 38, 52, 68, 86];
    private static readonly float[] Turns = [0, 4, 2, 6, 1, 3, 5, 7];

    /// <summary>How high the chart is; 0 when there is nothing to draw.</summary>
    public static float HeightOf(StatTable table, int mostRows)
    {
        var series = Series(table);
        return table.Rows.Count == 0 ? 0 : table.Chart switch
        {
            StatChart.Bars when series.Count > 0 => Math.Min(table.Rows.Count, mostRows) * BarPitch(series.Count) + Legend(series) + 8,
            StatChart.Lines when series.Count > 0 && table.Rows.Count > 1 => 175 + Legend(series),
            StatChart.Bubbles when Axis(table, StatAxis.X) >= 0 && Axis(table, StatAxis.Y) >= 0 => 262,
            StatChart.Doughnut when series.Count > 0 => 150,
            _ => 0,
        };
    }

    public void Draw(SKCanvas canvas, SKRect area, StatTable table, int mostRows)
    {
        switch (table.Chart)
        {
            case StatChart.Bars: Bars(canvas, area, table, mostRows); break;
            case StatChart.Lines: Lines(canvas, area, table); break;
            case StatChart.Bubbles: Bubbles(canvas, area, table, mostRows); break;
            case StatChart.Doughnut: Doughnut(canvas, area, table); break;
            default: break;
        }
    }

    private void Bars(SKCanvas canvas, SKRect area, StatTable table, int mostRows)
    {
        var series = Series(table);
        var rows = table.Rows.Take(mostRows).ToList();
        // Short names leave their room to the bars.
        var (left, right) = (area.Left + Math.Min(LabelWidth, rows.Max(r => ink.Width(r.Cells[0].Text, NameSize)) + 8), area.Right - ValueWidth);
        var top = area.Top + DrawLegend(canvas, area, table, series, left);
        // Numbers of two kinds have two scales: offers are not percents.
        var scales = series.Select(c => table.Columns[c].Format).Distinct().ToDictionary(f => f, f =>
        {
            var values = rows.SelectMany(r => series.Where(c => table.Columns[c].Format == f).Select(c => r.Cells[c].Value ?? 0)).ToList();
            var (low, high) = (Math.Min(0, values.Min()), Math.Max(0, values.Max()));
            return new Scale(low, high > low ? high : low + 1, left, right);
        });
        var pitch = BarPitch(series.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var y = top + i * pitch;
            var middle = y + pitch / 2;
            Name(canvas, rows[i].Cells[0].Text, left - 6, middle, oneLine: series.Count < 2);
            for (var s = 0; s < series.Count; s++)
            {
                var cell = rows[i].Cells[series[s]];
                var scale = scales[table.Columns[series[s]].Format];
                var barTop = y + (pitch - series.Count * (BarHeight + 1)) / 2 + s * (BarHeight + 1);
                var (zero, end) = (scale.At(0), scale.At(cell.Value ?? 0));
                if (Math.Abs(end - zero) > .5f)
                {
                    using var shape = new SKPathBuilder();
                    shape.AddRect(new SKRect(Math.Min(zero, end), barTop, Math.Max(zero, end), barTop + BarHeight), SKPathDirection.Clockwise);
                    using var bar = shape.Detach();
                    ink.FillAs(s, canvas, bar);
                }
                ink.Write(canvas, cell.Text, Math.Max(zero, end) + 4, barTop + BarHeight - 1, Small, Ink.Black);
            }
        }
        var axis = scales.Values.First().At(0);
        ink.Rule(canvas, axis, top, axis, top + rows.Count * pitch, Ink.Grey);
    }

    private void Name(SKCanvas canvas, string name, float right, float middle, bool oneLine)
    {
        var lines = ink.Wrap(name, LabelWidth - 8, NameSize);
        if (oneLine || lines.Count == 1)
        {
            ink.Write(canvas, ink.Fit(name, LabelWidth - 8, NameSize), right, middle + 3, NameSize, Ink.Black, align: SKTextAlign.Right);
            return;
        }
        ink.Write(canvas, lines[0], right, middle - 2, NameSize, Ink.Black, align: SKTextAlign.Right);
        ink.Write(canvas, ink.Fit(string.Join(' ', lines.Skip(1)), LabelWidth - 8, NameSize), right, middle + 8, NameSize, Ink.Black, align: SKTextAlign.Right);
    }

    private void Lines(SKCanvas canvas, SKRect area, StatTable table)
    {
        // One scale, so one kind of number.
        var format = table.Columns[Series(table)[0]].Format;
        var series = Series(table).Where(c => table.Columns[c].Format == format).ToList();
        var top = area.Top + DrawLegend(canvas, area, table, series, area.Left + 40, lines: true) + 6;
        var values = table.Rows.SelectMany(r => series.Select(c => r.Cells[c].Value)).OfType<double>().DefaultIfEmpty(0).ToList();
        var step = Step(Math.Min(0, values.Min()), Math.Max(0, values.Max()));
        var (low, high) = (Math.Floor(Math.Min(0, values.Min()) / step) * step, Math.Max(step, Math.Ceiling(values.Max() / step) * step));
        var (left, right, bottom) = (area.Left + 40, area.Right - 40, area.Bottom - 20);
        var (x, y) = (new Scale(0, table.Rows.Count - 1, left + 8, right), new Scale(low, high, bottom, top));
        for (var tick = low; tick <= high + step / 2; tick += step)
        {
            ink.Rule(canvas, left, y.At(tick), right, y.At(tick), Math.Abs(tick) < step / 2 ? Ink.Grey : Ink.Line);
            ink.Write(canvas, Written(tick, format), left - 5, y.At(tick) + 3, Small, Ink.Grey, align: SKTextAlign.Right);
        }
        var widest = table.Rows.Max(r => ink.Width(r.Cells[0].Text, Small)) + 8;
        var every = Math.Max(1, (int)Math.Ceiling(widest / ((right - left) / Math.Max(1, table.Rows.Count - 1))));
        for (var i = 0; i < table.Rows.Count; i += every)
        {
            ink.Write(canvas, table.Rows[i].Cells[0].Text, x.At(i), bottom + 12, Small, Ink.Grey, align: SKTextAlign.Center);
        }
        for (var s = 0; s < series.Count; s++)
        {
            using var shape = new SKPathBuilder();
            var drawing = false;
            for (var i = 0; i < table.Rows.Count; i++)
            {
                if (table.Rows[i].Cells[series[s]].Value is not { } value)
                {
                    drawing = false;
                    continue;
                }
                var point = new SKPoint(x.At(i), y.At(value));
                if (drawing) shape.LineTo(point);
                else shape.MoveTo(point);
                drawing = true;
            }
            using var line = shape.Detach();
            ink.LineAs(s, canvas, line);
            for (var i = 0; i < table.Rows.Count; i++)
            {
                if (table.Rows[i].Cells[series[s]].Value is { } value) ink.MarkAs(s, canvas, x.At(i), y.At(value));
            }
        }
        // The last value of each line stands at its end, one above the other where they meet.
        var above = float.MinValue;
        foreach (var (cell, place) in series.Select(c => table.Rows[^1].Cells[c]).Where(c => c.Value is not null).Select(c => (c, y.At(c.Value!.Value))).OrderBy(c => c.Item2))
        {
            above = Math.Max(place + 3, above + Small + 1);
            ink.Write(canvas, cell.Text, right + 6, above, Small, Ink.Black, bold: true);
        }
    }

    private void Bubbles(SKCanvas canvas, SKRect area, StatTable table, int mostRows)
    {
        const float Smallest = 3;
        const float Largest = 17;
        var (cx, cy, cs) = (Axis(table, StatAxis.X), Axis(table, StatAxis.Y), Axis(table, StatAxis.Size));
        var points = table.Rows.Take(mostRows).Select((row, i) => (Row: row, Number: i + 1))
            .Where(p => p.Row.Cells[cx].Value is not null && p.Row.Cells[cy].Value is not null).ToList();
        var title = $"↑ {table.Columns[cy].Name}";
        if (cs >= 0) title += " · " + Text.In(language, "ReportBubbleSize", table.Columns[cs].Name);
        ink.Write(canvas, title, area.Left, area.Top + Small, Small, Ink.Grey);
        var xTitle = $"{table.Columns[cx].Name} →";
        ink.Write(canvas, xTitle, area.Right, area.Bottom - 2, Small, Ink.Grey, align: SKTextAlign.Right);
        var missing = Math.Min(mostRows, table.Rows.Count) - points.Count;
        if (missing > 0) ink.Write(canvas, Text.In(language, "ReportNoPoint", missing), area.Left, area.Bottom - 2, Small, Ink.Grey);
        if (points.Count == 0) return;

        var (left, right, top, bottom) = (area.Left + 40, area.Right - 6, area.Top + 18, area.Bottom - 30);
        var x = Nice(points.Select(p => p.Row.Cells[cx].Value!.Value), left + Largest, right - Largest);
        var y = Nice(points.Select(p => p.Row.Cells[cy].Value!.Value), bottom - Largest / 2, top + Largest);
        for (var tick = x.Scale.Low; tick <= x.Scale.High + x.Step / 2; tick += x.Step)
        {
            ink.Rule(canvas, x.Scale.At(tick), top, x.Scale.At(tick), bottom, Math.Abs(tick) < x.Step / 2 ? Ink.Grey : Ink.Line);
            ink.Write(canvas, Written(tick, table.Columns[cx].Format), x.Scale.At(tick), bottom + 11, Small, Ink.Grey, align: SKTextAlign.Center);
        }
        for (var tick = y.Scale.Low; tick <= y.Scale.High + y.Step / 2; tick += y.Step)
        {
            ink.Rule(canvas, left, y.Scale.At(tick), right, y.Scale.At(tick), Math.Abs(tick) < y.Step / 2 ? Ink.Grey : Ink.Line);
            ink.Write(canvas, Written(tick, table.Columns[cy].Format), left - 5, y.Scale.At(tick) + 3, Small, Ink.Grey, align: SKTextAlign.Right);
        }

        var most = cs < 0 ? 1 : points.Max(p => p.Row.Cells[cs].Value ?? 0);
        var placed = points
            .Select(p => (p.Row, p.Number, X: x.Scale.At(p.Row.Cells[cx].Value!.Value), Y: y.Scale.At(p.Row.Cells[cy].Value!.Value),
                R: cs < 0 || most <= 0 ? Smallest * 2 : Math.Max(Smallest, Largest * MathF.Sqrt((float)((p.Row.Cells[cs].Value ?? 0) / most)))))
            .OrderByDescending(p => p.R).ToList();
        foreach (var p in placed) ink.Bubble(canvas, p.X, p.Y, p.R);
        // Less than the whole bubble: its corners are free.
        var taken = new List<SKRect>(placed.Select(p => SKRect.Create(p.X - p.R * .8f, p.Y - p.R * .8f, p.R * 1.6f, p.R * 1.6f)));
        foreach (var p in placed) Label(canvas, $"{p.Number} {p.Row.Cells[0].Text}", $"{p.Number}", p.X, p.Y, p.R, new SKRect(left, top, right, bottom), taken);
    }

    // Beside the bubble where there is room; else a little away, tied to it by a line. Where even its number finds no place, the table has it.
    private void Label(SKCanvas canvas, string whole, string number, float x, float y, float r, SKRect area, List<SKRect> taken)
    {
        foreach (var text in (string[])[ink.Fit(whole, LabelWidth, Small), number])
        {
            var width = ink.Width(text, Small);
            foreach (var (away, turn) in Away.SelectMany(away => Turns.Select(turn => (away, turn))))
            {
                var (across, down) = (MathF.Cos(turn * MathF.PI / 4), MathF.Sin(turn * MathF.PI / 4));
                var (endX, endY) = (x + across * (r + away), y + down * (r + away));
                var place = SKRect.Create(
                    endX - width * (across < -.1f ? 1 : across > .1f ? 0 : .5f), endY - (down < -.1f ? 9 : down > .1f ? 1 : 5), width, 10);
                if (!area.Contains(place) || taken.Exists(t => t.IntersectsWith(place))) continue;
                taken.Add(place);
                if (away > Away[0]) ink.Rule(canvas, x + across * r, y + down * r, x + across * (r + away - 1), y + down * (r + away - 1), Ink.Grey, .4f);
                ink.Write(canvas, text, place.Left, place.Bottom - 2, Small, Ink.Black);
                return;
            }
        }
    }

    private void Doughnut(SKCanvas canvas, SKRect area, StatTable table)
    {
        var column = Series(table)[0];
        var rows = table.Rows.Where(r => r.Cells[column].Value > 0).ToList();
        var whole = rows.Sum(r => r.Cells[column].Value!.Value);
        if (whole <= 0) return;
        List<(string Name, double Value, string Text)> slices =
            [.. rows.Take(rows.Count > MostSlices ? MostSlices - 1 : MostSlices).Select(r => (r.Cells[0].Text, r.Cells[column].Value!.Value, r.Cells[column].Text))];
        if (slices.Count < rows.Count)
        {
            var rest = whole - slices.Sum(s => s.Value);
            slices.Add((Text.In(language, "ReportOthers", rows.Count - slices.Count), rest, Written(rest, table.Columns[column].Format)));
        }

        var outer = area.Height / 2 - 4;
        var centre = new SKPoint(area.Left + outer + 30, area.MidY);
        var legend = centre.X + outer + 40;
        // Values stand near their names, as far as the longest name lets them.
        var values = Math.Min(area.Right - 50, legend + 18 + slices.Max(s => ink.Width("0 " + s.Name, Small + .5f)) + 60);
        var from = -90f;
        for (var i = 0; i < slices.Count; i++)
        {
            var sweep = (float)(slices[i].Value / whole * 360);
            using var shape = Ring(centre, outer, outer * .55f, from, Math.Min(sweep, 359.9f));
            ink.FillAs(i, canvas, shape);
            var middle = (from + sweep / 2) * MathF.PI / 180;
            if (sweep > 12)
            {
                var at = new SKPoint(centre.X + MathF.Cos(middle) * outer * .775f, centre.Y + MathF.Sin(middle) * outer * .775f);
                ink.Fill(canvas, SKRect.Create(at.X - 6, at.Y - 6, 12, 12), Ink.Paper);
                ink.Write(canvas, $"{i + 1}", at.X, at.Y + 3, Small, Ink.Black, bold: true, align: SKTextAlign.Center);
            }
            var isShare = table.Columns[column].Format is StatFormat.Share;
            var y = area.MidY - slices.Count * 8 + i * 16 + 11;
            Key(canvas, i, legend, y);
            ink.Write(canvas, ink.Fit($"{i + 1} {slices[i].Name}", values - legend - 70, Small + .5f), legend + 18, y, Small + .5f, Ink.Black);
            ink.Write(canvas, slices[i].Text, values, y, Small + .5f, Ink.Black, align: SKTextAlign.Right);
            if (!isShare)
            {
                ink.Write(canvas, (slices[i].Value / whole).ToString("P0", language), values + 42, y, Small + .5f, Ink.Grey, align: SKTextAlign.Right);
            }
            from += sweep;
        }
    }

    private static SKPath Ring(SKPoint centre, float outer, float inner, float from, float sweep)
    {
        using var shape = new SKPathBuilder();
        shape.ArcTo(Around(centre, outer), from, sweep, true);
        shape.ArcTo(Around(centre, inner), from + sweep, -sweep, false);
        shape.Close();
        return shape.Detach();

        static SKRect Around(SKPoint c, float r) => new(c.X - r, c.Y - r, c.X + r, c.Y + r);
    }

    private float DrawLegend(SKCanvas canvas, SKRect area, StatTable table, List<int> series, float x, bool lines = false)
    {
        if (series.Count < 2) return 0;
        for (var s = 0; s < series.Count; s++)
        {
            if (lines)
            {
                using var shape = new SKPathBuilder();
                shape.MoveTo(x, area.Top + 6);
                shape.LineTo(x + 24, area.Top + 6);
                using var line = shape.Detach();
                ink.LineAs(s, canvas, line);
                ink.MarkAs(s, canvas, x + 12, area.Top + 6);
                x += 29;
            }
            else
            {
                Key(canvas, s, x, area.Top + 9);
                x += 18;
            }
            var name = table.Columns[series[s]].Name;
            ink.Write(canvas, name, x, area.Top + 9, Small, Ink.Black);
            x += ink.Width(name, Small) + 16;
        }
        return LegendHeight;
    }

    private void Key(SKCanvas canvas, int series, float x, float baseLine)
    {
        using var shape = new SKPathBuilder();
        shape.AddRect(SKRect.Create(x, baseLine - 7, 13, 8), SKPathDirection.Clockwise);
        using var key = shape.Detach();
        ink.FillAs(series, canvas, key);
    }

    private string Written(double value, StatFormat format) => format switch
    {
        StatFormat.Share => value.ToString("P0", language),
        StatFormat.Movement => value.ToString("+0 %;−0 %;0 %", language).Replace(' ', '\u00a0'),
        StatFormat.Count => value.ToString("N0", language),
        _ => value.ToString("0.#", language),
    };

    private static List<int> Series(StatTable table) =>
        [.. Enumerable.Range(0, table.Columns.Count).Where(c => table.Columns[c].Axis is StatAxis.Series)];

    private static int Axis(StatTable table, StatAxis axis) =>
        Enumerable.Range(0, table.Columns.Count).Where(c => table.Columns[c].Axis == axis).FirstOrDefault(-1);

    private static float BarPitch(int series) => series * (BarHeight + 1) + 7;

    private static float Legend(List<int> series) => series.Count > 1 ? LegendHeight : 0;

    private static (Scale Scale, double Step) Nice(IEnumerable<double> values, float from, float to)
    {
        var all = values.ToList();
        var (low, high) = (Math.Min(0, all.Min()), Math.Max(0, all.Max()));
        var step = Step(low, high);
        return (new Scale(Math.Floor(low / step) * step, Math.Max(step, Math.Ceiling(high / step) * step), from, to), step);
    }

    // About five ticks, of 1, 2 or 5 times a power of ten.
    private static double Step(double low, double high)
    {
        var rough = Math.Max((high - low) / 5, 1e-6);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }

    private readonly record struct Scale(double Low, double High, float From, float To)
    {
        public float At(double value) => From + (float)((value - Low) / (High - Low)) * (To - From);
    }
}
