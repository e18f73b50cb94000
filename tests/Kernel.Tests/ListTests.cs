using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Lists;

namespace SmartRecruiting.Kernel.Tests;

public sealed class ListTests
{
    private static readonly Columns<Row> Columns = new Columns<Row>("-Rank")
        .Add("Title", r => r.Title, r => r.Sought)
        .Add("Rank", r => r.Rank)
        .Add("Code", r => r.Code);

    [Theory, EveryDatabase]
    public async Task A_column_orders_by_its_value_or_by_the_folded_one(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await ground.AddAsync(
            new Note { Code = "1", Title = "Zoé", Rank = 10 },
            new Note { Code = "2", Title = "éric", Rank = 9 },
            new Note { Code = "3", Title = "Fanny", Rank = 100 },
            new Note { Code = "4", Title = "Élodie", Rank = 1 });
        Assert.Equal(("4231", "Title"), await OrderAsync(ground, "Title"));
        Assert.Equal(("1324", "-Title"), await OrderAsync(ground, "-Title"));
        Assert.Equal(("4213", "rank"), await OrderAsync(ground, "rank"));
        Assert.Equal(("4321", "-Code"), await OrderAsync(ground, "-Code"));
    }

    [Theory, EveryDatabase]
    public async Task An_order_that_the_list_does_not_know_is_the_default_one(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await ground.AddAsync(new Note { Code = "1", Rank = 1 }, new Note { Code = "2", Rank = 2 });
        foreach (var sort in new[] { null, "", "-", "Sought", "Rank desc", "Id; DROP TABLE notes_notes" })
        {
            Assert.Equal(("21", "-Rank"), await OrderAsync(ground, sort));
        }
    }

    [Theory, EveryDatabase]
    public async Task Pages_hold_25_rows_and_a_page_out_of_range_is_the_nearest(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await ground.AddAsync([.. Enumerable.Range(0, 60).Select(i => new Note { Code = $"{i:00}", Rank = i })]);
        foreach (var (asked, page, rows, first) in new[] { (1, 1, 25, 59), (3, 3, 10, 9), (4, 3, 10, 9), (int.MaxValue, 3, 10, 9), (0, 1, 25, 59), (-7, 1, 25, 59) })
        {
            var slice = await SliceAsync(ground, new ListQuery { Page = asked });
            Assert.Equal((page, 3, 60, rows, first), (slice.Page, slice.Pages, slice.Total, slice.Rows.Count, slice.Rows[0].Rank));
        }
    }

    [Theory, EveryDatabase]
    public async Task A_list_without_rows_has_one_empty_page(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        var slice = await SliceAsync(ground, new ListQuery { Page = 5, Sort = "Title" });
        Assert.Equal((1, 1, 0, 0, "Title"), (slice.Page, slice.Pages, slice.Total, slice.Rows.Count, slice.Sort));
    }

    [Theory, EveryDatabase]
    public async Task Rows_that_are_equal_keep_their_place_from_page_to_page(Database database)
    {
        await using var ground = await Ground.StartAsync(database);
        await ground.AddAsync([.. Enumerable.Range(0, 60).Select(i => new Note { Code = $"{i * 37 % 60:00}", Rank = 7 })]);
        var codes = new List<string>();
        for (var page = 1; page <= 3; page++) codes.AddRange((await SliceAsync(ground, new ListQuery { Page = page })).Rows.Select(r => r.Code));
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"{i:00}"), codes);
    }

    private static async Task<(string Codes, string Sort)> OrderAsync(Ground ground, string? sort)
    {
        var slice = await SliceAsync(ground, new ListQuery { Sort = sort });
        return (string.Concat(slice.Rows.Select(r => r.Code)), slice.Sort);
    }

    private static Task<Slice<Row>> SliceAsync(Ground ground, ListQuery query) => ground.WithAsync(db => db.Notes
        .Select(n => new Row { Code = n.Code, Title = n.Title, Rank = n.Rank, Sought = EF.Property<string>(n, SearchColumns.Name) })
        .ToSliceAsync(Columns, query, r => r.Code, CancellationToken.None));

    private sealed record Row
    {
        public required string Code { get; init; }

        public required string Title { get; init; }

        public required string Sought { get; init; }

        public required int Rank { get; init; }
    }
}
