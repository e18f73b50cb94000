using SkiaSharp;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>Writes and draws on a page: one family in two weights, the site's colours, and fills that differ without colour. Sizes are points.</summary>
internal sealed class Ink(SKTypeface regular, SKTypeface bold) : IDisposable
{
    public static readonly SKColor Black = SKColor.Parse("#1c2730");
    public static readonly SKColor Grey = SKColor.Parse("#52606b");
    public static readonly SKColor Line = SKColor.Parse("#d5dcdf");
    public static readonly SKColor Accent = SKColor.Parse("#17596b");
    public static readonly SKColor AccentSoft = SKColor.Parse("#e3f0f2");
    public static readonly SKColor Warm = SKColor.Parse("#9a4b12");
    public static readonly SKColor Paper = SKColors.White;

    private static readonly SKColor[] Series = [Accent, Warm, Black, Grey];
    private static readonly float[][] Dashes = [[], [7, 3], [2, 3], [9, 3, 2, 3]];

    private readonly Dictionary<(float Size, bool Bold), SKFont> fonts = [];
    private readonly SKPaint paint = new() { IsAntialias = true };

    public float Width(string text, float size, bool bold = false) => Font(size, bold).MeasureText(Clean(text));

    /// <summary>Writes one line on its base line.</summary>
    public void Write(
        SKCanvas canvas, string text, float x, float y, float size, SKColor color, bool bold = false, SKTextAlign align = SKTextAlign.Left)
    {
        paint.Style = SKPaintStyle.Fill;
        paint.Color = color;
        canvas.DrawText(Clean(text), x, y, align, Font(size, bold), paint);
    }

    /// <summary>The lines of a text in a width; a word that is too long for a line is cut.</summary>
    public IReadOnlyList<string> Wrap(string text, float width, float size, bool bold = false)
    {
        var font = Font(size, bold);
        var lines = new List<string>();
        var line = "";
        foreach (var given in Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = given;
            if (line.Length > 0 && font.MeasureText(line + " " + word) <= width)
            {
                line += " " + word;
                continue;
            }
            if (line.Length > 0) lines.Add(line);
            while (word.Length > 1 && font.MeasureText(word) > width)
            {
                var fits = Math.Max(1, font.BreakText(word, width));
                lines.Add(word[..fits]);
                word = word[fits..];
            }
            line = word;
        }
        if (line.Length > 0 || lines.Count == 0) lines.Add(line);
        return lines;
    }

    /// <summary>The text on one line, its end left out where there is no room.</summary>
    public string Fit(string text, float width, float size, bool bold = false)
    {
        var clean = Clean(text);
        if (Width(clean, size, bold) <= width) return clean;
        var fits = Font(size, bold).BreakText(clean, width - Width("…", size, bold));
        return clean[..fits].TrimEnd() + "…";
    }

    public void Rule(SKCanvas canvas, float x1, float y1, float x2, float y2, SKColor color, float width = .6f) =>
        Stroke(canvas, color, width, [], () => canvas.DrawLine(x1, y1, x2, y2, paint));

    public void Fill(SKCanvas canvas, SKRect area, SKColor color)
    {
        paint.Style = SKPaintStyle.Fill;
        paint.Color = color;
        canvas.DrawRect(area, paint);
    }

    public void Box(SKCanvas canvas, SKRect area, SKColor color) => Stroke(canvas, color, .6f, [], () => canvas.DrawRect(area, paint));

    /// <summary>Fills a shape as the series with this number: full, striped, dotted or empty.</summary>
    public void FillAs(int series, SKCanvas canvas, SKPath shape)
    {
        // The fifth fill is full again, in another colour.
        var (kind, color) = (series % Series.Length, Series[(series + series / Series.Length) % Series.Length]);
        paint.Style = SKPaintStyle.Fill;
        paint.Color = kind == 0 ? color : Paper;
        canvas.DrawPath(shape, paint);
        if (kind is 1 or 2)
        {
            canvas.Save();
            canvas.ClipPath(shape, antialias: true);
            var area = shape.Bounds;
            if (kind == 1) Stripe(canvas, area, color);
            else Dot(canvas, area, color);
            canvas.Restore();
        }
        Stroke(canvas, color, .8f, [], () => canvas.DrawPath(shape, paint));
    }

    /// <summary>Draws a line as the series with this number: full, dashed, dotted.</summary>
    public void LineAs(int series, SKCanvas canvas, SKPath line) =>
        Stroke(canvas, Series[series % Series.Length], 1.6f, Dashes[series % Dashes.Length], () => canvas.DrawPath(line, paint));

    /// <summary>Marks a point as the series with this number: circle, square, triangle, diamond.</summary>
    public void MarkAs(int series, SKCanvas canvas, float x, float y)
    {
        const float R = 2.6f;
        using var shape = new SKPathBuilder();
        switch (series % Series.Length)
        {
            case 0: shape.AddCircle(x, y, R, SKPathDirection.Clockwise); break;
            case 1: shape.AddRect(SKRect.Create(x - R, y - R, 2 * R, 2 * R), SKPathDirection.Clockwise); break;
            case 2: shape.AddPoly([new(x, y - R * 1.2f), new(x + R * 1.2f, y + R), new(x - R * 1.2f, y + R)], true); break;
            default: shape.AddPoly([new(x, y - R * 1.3f), new(x + R * 1.3f, y), new(x, y + R * 1.3f), new(x - R * 1.3f, y)], true); break;
        }
        using var path = shape.Detach();
        paint.Style = SKPaintStyle.Fill;
        paint.Color = Series[series % Series.Length];
        canvas.DrawPath(path, paint);
    }

    /// <summary>A bubble: others behind it stay visible.</summary>
    public void Bubble(SKCanvas canvas, float x, float y, float radius)
    {
        paint.Style = SKPaintStyle.Fill;
        paint.Color = Accent.WithAlpha(50);
        canvas.DrawCircle(x, y, radius, paint);
        Stroke(canvas, Accent, 1, [], () => canvas.DrawCircle(x, y, radius, paint));
    }

    public void Dispose()
    {
        foreach (var font in fonts.Values) font.Dispose();
        paint.Dispose();
    }

    private void Stripe(SKCanvas canvas, SKRect area, SKColor color)
    {
        const float Step = 4;
        Stroke(canvas, color, 1.1f, [], () =>
        {
            for (var x = area.Left - area.Height; x < area.Right; x += Step) canvas.DrawLine(x, area.Bottom, x + area.Height, area.Top, paint);
        });
    }

    private void Dot(SKCanvas canvas, SKRect area, SKColor color)
    {
        const float Step = 4;
        paint.Style = SKPaintStyle.Fill;
        paint.Color = color;
        for (var y = area.Top + 2; y < area.Bottom; y += Step)
        {
            for (var x = area.Left + 2; x < area.Right; x += Step) canvas.DrawCircle(x, y, .9f, paint);
        }
    }

    private void Stroke(SKCanvas canvas, SKColor color, float width, float[] dashes, Action draw)
    {
        using var effect = dashes.Length > 0 ? SKPathEffect.CreateDash(dashes, 0) : null;
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = width;
        paint.Color = color;
        paint.PathEffect = effect;
        draw();
        paint.PathEffect = null;
    }

    private SKFont Font(float size, bool wanted)
    {
        if (!fonts.TryGetValue((size, wanted), out var font))
        {
            fonts[(size, wanted)] = font = new SKFont(wanted ? bold : regular, size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
        }
        return font;
    }

    // Narrow spaces that keep words together are missing in many fonts; what steers a terminal has no place on paper.
    private static string Clean(string text) =>
        string.Create(text.Length, text, (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = source[i] switch
                {
                    '\u202f' or '\u2009' or '\u2007' => '\u00a0',
                    var c when char.IsControl(c) => ' ',
                    var c => c,
                };
            }
        });
}
