using SmartRecruiting.Contracts;

namespace SmartRecruiting.EndToEnd;

/// <summary>What a chart draws is what its table says.</summary>
public sealed class ChartTests(SampleSite site)
{
    // For each chart its drawn values beside those of its table, in the same order.
    private const string Compare = """
        () => [...document.querySelectorAll("canvas[data-table]")].map(canvas => {
            const table = document.getElementById(canvas.dataset.table);
            const heads = [...table.tHead.rows[0].cells];
            const column = axis => heads.map((head, i) => head.dataset.axis === axis ? i : -1).filter(i => i >= 0);
            const cell = (row, i) => row.cells[i].dataset.value === "" ? null : Number(row.cells[i].dataset.value);
            const rows = [...table.tBodies[0].rows];
            const chart = Chart.getChart(canvas);
            if (canvas.dataset.chart !== "bubbles") {
                return [canvas.dataset.table, JSON.stringify(chart.data.datasets.map(set => set.data)), JSON.stringify(column("series").map(i => rows.map(row => cell(row, i))))];
            }
            const [x] = column("x"), [y] = column("y");
            const shown = rows.filter(row => cell(row, x) !== null && cell(row, y) !== null);
            return [canvas.dataset.table, JSON.stringify(chart.data.datasets[0].data.map(point => [point.x, point.y])), JSON.stringify(shown.map(row => [cell(row, x), cell(row, y)]))];
        })
        """;

    [Theory]
    [InlineData("/dashboard", 3)]
    [InlineData("/dashboard?tab=skills", 1)]
    [InlineData("/dashboard?tab=companies", 2)]
    [InlineData("/dashboard?tab=offers", 4)]
    [InlineData("/direction", 5)]
    public async Task Every_chart_draws_its_table_and_leaves_it_one_click_away(string address, int charts)
    {
        await using var context = await site.BrowserAsync(javaScript: true);
        var page = await context.NewPageAsync();
        await site.SignInAsync(page, Roles.Director);
        await page.GotoAsync(address);

        var drawn = await page.EvaluateAsync<string[][]>(Compare);

        Assert.Equal(charts, drawn.Length);
        foreach (var chart in drawn)
        {
            Assert.NotEqual("[[]]", chart[1]);
            Assert.Equal(chart[2], chart[1]);
            var table = page.Locator("#" + chart[0]);
            Assert.False(await table.IsVisibleAsync());
            await page.Locator($"details:has(#{chart[0]}) summary").ClickAsync();
            Assert.True(await table.IsVisibleAsync());
        }
    }
}
