using System.Linq.Expressions;

namespace SmartRecruiting.Kernel.Lists;

/// <summary>The columns of a list: one definition serves the order, the head of the table and the exported file.</summary>
/// <param name="defaultSort">A key, with "-" before it for the last first.</param>
public sealed class Columns<TRow>(string defaultSort)
{
    private readonly List<Column> columns = [];

    /// <summary>The columns in the order of the file.</summary>
    public IReadOnlyList<Column> All => columns;

    /// <summary>The order when the address names none.</summary>
    public string DefaultSort => defaultSort;

    /// <summary>Adds a column. The key is also the name of its heading in the module's texts.</summary>
    /// <param name="key">Of the column and of its heading.</param>
    /// <param name="value">What the file shows.</param>
    /// <param name="sortBy">What orders the rows when it is not the value itself, such as the folded column of a text.</param>
    public Columns<TRow> Add(string key, Expression<Func<TRow, object?>> value, Expression<Func<TRow, object?>>? sortBy = null)
    {
        columns.Add(new Column(key, value, sortBy ?? value));
        return this;
    }

    /// <summary>Orders by what the query says, or by the default when it names no column of this list.</summary>
    internal (IQueryable<TRow> Rows, string Sort) Order(IQueryable<TRow> rows, string? sort)
    {
        if (!Has(sort)) sort = defaultSort;
        var descending = sort!.StartsWith('-');
        var by = columns.Single(c => Is(c, sort)).SortBy;
        var body = by.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : by.Body;
        var key = Expression.Lambda(body, by.Parameters);
        var call = Expression.Call(
            typeof(Queryable),
            descending ? nameof(Queryable.OrderByDescending) : nameof(Queryable.OrderBy),
            [typeof(TRow), body.Type],
            rows.Expression,
            Expression.Quote(key));
        return (rows.Provider.CreateQuery<TRow>(call), sort);
    }

    private bool Has(string? sort) => sort is { Length: > 0 } && columns.Exists(c => Is(c, sort));

    private static bool Is(Column column, string sort) => string.Equals(column.Key, sort.TrimStart('-'), StringComparison.OrdinalIgnoreCase);

    /// <summary>One column.</summary>
    public sealed class Column(string key, Expression<Func<TRow, object?>> value, Expression<Func<TRow, object?>> sortBy)
    {
        // Only a file needs the values, and compiling costs more than a page.
        private readonly Lazy<Func<TRow, object?>> compiled = new(value.Compile);

        /// <summary>Names the column in the address, and its heading among the module's texts.</summary>
        public string Key => key;

        /// <summary>What the file shows.</summary>
        public Func<TRow, object?> Value => compiled.Value;

        /// <summary>What orders the rows.</summary>
        public Expression<Func<TRow, object?>> SortBy => sortBy;
    }
}
