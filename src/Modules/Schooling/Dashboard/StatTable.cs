namespace SmartRecruiting.Schooling.Dashboard;

/// <summary>
/// One table of figures in the reader's language. The page, its chart, the files and the report all show this, so they cannot differ.
/// </summary>
/// <param name="Key">Names the table in addresses and files.</param>
/// <param name="Finding">One sentence computed from the figures.</param>
/// <param name="Definition">What is counted, and how.</param>
internal sealed record StatTable(
    string Key, string Title, string Finding, string Definition, StatChart Chart, IReadOnlyList<StatColumn> Columns, IReadOnlyList<StatRow> Rows);

/// <summary>How a table is drawn. The first column is the label; the columns with an axis are drawn, the others are only read.</summary>
internal enum StatChart
{
    None,

    /// <summary>Horizontal bars, one set for each column that is a series.</summary>
    Bars,

    /// <summary>Lines over the rows, one for each column that is a series.</summary>
    Lines,

    /// <summary>A bubble a row: x, y and size.</summary>
    Bubbles,

    /// <summary>Shares of a whole: the one column that is a series.</summary>
    Doughnut,
}

/// <summary>What a column is in the chart.</summary>
internal enum StatAxis
{
    None,
    Series,
    X,
    Y,
    Size,
}

/// <summary>How a column's values are written.</summary>
internal enum StatFormat
{
    Text,
    Count,

    /// <summary>0 to 1, written in percent.</summary>
    Share,

    /// <summary>Growth: 0.25 for a quarter more; without value when there is nothing to compare with, and the text says what it is.</summary>
    Movement,

    /// <summary>Days, with a decimal.</summary>
    Days,
}

/// <summary>A column.</summary>
internal sealed record StatColumn(string Name, StatFormat Format, StatAxis Axis = StatAxis.None);

/// <summary>A row.</summary>
/// <param name="Link">The offers behind it, or the page of what it names; null for none.</param>
internal sealed record StatRow(IReadOnlyList<StatCell> Cells, string? Link = null);

/// <summary>A cell: as it is read, and its value where it has one that may be shown (a masked "&lt;5" has none).</summary>
internal sealed record StatCell(string Text, double? Value = null);

/// <summary>What every rendering says of its figures: whose, of when, and by which filter.</summary>
/// <param name="Snapshot">Names the state of the figures: equal for a screen, a file and a report that show the same.</param>
/// <param name="Counted">When they were counted.</param>
/// <param name="Scope">Whose figures: a university, component or programme by name.</param>
/// <param name="Period">The year in words, with its days.</param>
/// <param name="Compared">The period compared with, in words.</param>
internal sealed record StatHeader(string Snapshot, DateTime Counted, string Scope, string Period, string Compared);
