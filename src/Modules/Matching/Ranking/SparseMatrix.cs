namespace SmartRecruiting.Matching.Engine;

/// <summary>Rows of (column, value), columns ascending in a row: one row a text, one column a feature.</summary>
/// <param name="RowStart">Where each row begins in the two other arrays; one more entry than there are rows.</param>
/// <param name="Columns">Column of each value.</param>
/// <param name="Values">The values.</param>
/// <param name="Width">Number of columns.</param>
internal sealed record SparseMatrix(int[] RowStart, int[] Columns, float[] Values, int Width)
{
    /// <summary>Number of rows.</summary>
    public int Rows => RowStart.Length - 1;

    /// <summary>The columns of a row.</summary>
    public ReadOnlySpan<int> ColumnsOf(int row) => Columns.AsSpan(RowStart[row]..RowStart[row + 1]);

    /// <summary>The values of a row, in the order of its columns.</summary>
    public ReadOnlySpan<float> ValuesOf(int row) => Values.AsSpan(RowStart[row]..RowStart[row + 1]);
}
