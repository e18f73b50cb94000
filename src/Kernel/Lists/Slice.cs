using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace SmartRecruiting.Kernel.Lists;

/// <summary>One page of a list, and where it stands in the whole.</summary>
public interface ISlice
{
    /// <summary>Rows in the whole list.</summary>
    int Total { get; }

    /// <summary>1 for the first page.</summary>
    int Page { get; }

    /// <summary>1 at least.</summary>
    int Pages { get; }

    /// <summary>The order in force: a column's key, with "-" before it for the last first.</summary>
    string Sort { get; }
}

/// <summary>One page of rows.</summary>
public sealed record Slice<TRow>(IReadOnlyList<TRow> Rows, int Total, int Page, int PageSize, string Sort) : ISlice
{
    /// <inheritdoc/>
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>A list not asked for yet.</summary>
    public Slice() : this([], 0, 1, SliceExtensions.PageSize, "") { }
}

/// <summary>Cuts lists into pages.</summary>
public static class SliceExtensions
{
    /// <summary>Rows a page: enough for work, few enough for a phone.</summary>
    public const int PageSize = 25;

    /// <summary>The page that the address asks for; the last one when it asks for more than there are.</summary>
    /// <param name="rows">Filtered and projected by member initialisers, so that the database can order them.</param>
    /// <param name="columns">The list's columns.</param>
    /// <param name="query">From the address.</param>
    /// <param name="tieBreak">Unique for each row: keeps equal rows in place from page to page.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<Slice<TRow>> ToSliceAsync<TRow, TKey>(
        this IQueryable<TRow> rows, Columns<TRow> columns, ListQuery query, Expression<Func<TRow, TKey>> tieBreak, CancellationToken cancellation)
    {
        var (ordered, sort) = columns.Order(rows, query.Sort);
        return await ((IOrderedQueryable<TRow>)ordered).ThenBy(tieBreak).ToSliceAsync(query.Page, PageSize, cancellation) with { Sort = sort };
    }

    /// <summary>One page of rows that have their order; the last one when there are fewer.</summary>
    /// <param name="ordered">Down to a key that is unique for each row.</param>
    /// <param name="page">1 for the first.</param>
    /// <param name="size">Rows a page.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<Slice<TRow>> ToSliceAsync<TRow>(this IQueryable<TRow> ordered, int page, int size, CancellationToken cancellation)
    {
        page = Math.Clamp(page, 1, int.MaxValue / size);
        var found = await Cut(page);
        if (found.Count == 0 && page > 1)
        {
            // Somebody typed an address beyond the end.
            page = Math.Max(1, (await ordered.CountAsync(cancellation) + size - 1) / size);
            found = await Cut(page);
        }
        return new Slice<TRow>(found.ConvertAll(f => f.Row), found is [var first, ..] ? first.Total : 0, page, size, "");

        // The number of all rows comes along with each: one question to the database in place of two.
        Task<List<Counted<TRow>>> Cut(int number) =>
            ordered.Skip((number - 1) * size).Take(size).Select(row => new Counted<TRow> { Row = row, Total = ordered.Count() }).ToListAsync(cancellation);
    }

    private sealed class Counted<TRow>
    {
        public required TRow Row { get; init; }

        public required int Total { get; init; }
    }
}
