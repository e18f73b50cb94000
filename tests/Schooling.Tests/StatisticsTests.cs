using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Schooling.Statistics;

namespace SmartRecruiting.Schooling.Tests;

/// <summary>The clock of a test stands at 2 March 2026: in the university year 2025-2026.</summary>
public sealed class StatisticsTests
{
    private static readonly DateOnly ThisYear = new(2025, 10, 6);
    private static readonly string[] Skills = ["csharp", "sql", "soins"];
    private static readonly DateOnly LastYear = new(2024, 10, 7);

    [Theory, EveryDatabase, Trait("Acceptance", "20")]
    public async Task Fifty_offers_after_forty_are_a_quarter_more_and_a_first_one_is_new(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var market = new Market(host);
        await market.AddAsync(40, LastYear);
        await market.AddAsync(50, ThisYear);
        await market.AddAsync(3, ThisYear, University.Nursing, "health", skills: ["soins"]);
        await market.OpenAsync();
        using var director = await host.AsAsync(Roles.Director);

        var page = await director.GetAsync("/dashboard");

        Assert.Equal(["50", "40", "94 %", "+25 %", "0"], Row(page, "skills", "CSHARP"));
        Assert.Equal("nouveau", Row(page, "domains", "Santé")[^2]);
        Assert.DoesNotContain("∞", page.Text);
        Assert.Equal("Informatique", Row(await director.GetAsync("/dashboard?tab=companies"), "companies", "Entreprise d’essai")[^1]);
        Assert.Contains("+32\u00a0%", page.Document.QuerySelector(".key-figures")!.TextContent);
    }

    [Theory, EveryDatabase]
    public async Task Until_a_year_is_over_the_same_days_of_the_last_one_are_compared(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var market = new Market(host);
        await market.AddAsync(1, new DateOnly(2025, 2, 28));
        await market.AddAsync(2, new DateOnly(2025, 3, 2));
        await market.AddAsync(4, new DateOnly(2025, 3, 3));
        await market.AddAsync(8, new DateOnly(2025, 4, 1));
        await market.AddAsync(5, ThisYear);
        await market.OpenAsync();

        Assert.Equal(["5", "3"], await SkillAsync("/dashboard"));
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.CountAsync();
        Assert.Equal(["5", "7"], await SkillAsync("/dashboard"));
        host.Clock.Set(new DateTimeOffset(2026, 4, 1, 1, 0, 0, TimeSpan.Zero));
        await host.CountAsync();
        Assert.Equal(["5", "15"], await SkillAsync("/dashboard"));
        Assert.Equal(["15", "0"], await SkillAsync("/dashboard?year=2024"));

        // No session outlives a day.
        async Task<string[]> SkillAsync(string address)
        {
            using var director = await host.AsAsync(Roles.Director);
            return Row(await director.GetAsync(address), "skills", "CSHARP")[..2];
        }
    }

    [Theory, EveryDatabase]
    public async Task A_company_stands_in_the_domain_of_most_of_its_offers_and_counts_in_each_of_its_domains(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var market = new Market(host);
        await market.AddAsync(3, ThisYear, University.Nursing, "health", company: "Clinique");
        await market.AddAsync(1, ThisYear.AddMonths(4), company: "Clinique");
        await market.AddAsync(1, ThisYear, programme: null, "health", Strength.None, company: "Clinique");
        await market.AddAsync(9, LastYear, company: "Clinique");
        await market.AddAsync(2, ThisYear, company: "Atelier");
        await market.AddAsync(2, LastYear, University.Nursing, "tourism", company: "Partie");
        await market.OpenAsync();
        using var director = await host.AsAsync(Roles.Director);

        var page = await director.GetAsync("/dashboard?tab=companies");

        Assert.Equal("Santé", Row(page, "companies", "Clinique")[^1]);
        Assert.Equal("Informatique", Row(page, "companies", "Atelier")[^1]);
        Assert.Equal("Tourisme", Row(page, "stoppedcompanies", "Partie")[^1]);
        Assert.Equal([["Santé", "4", "57 %", "1"], ["Informatique", "3", "43 %", "2"]], Rows(page, "companydomains"));
        var school = await host.ReadAsync(db => db.Components.Where(c => c.Name == University.School).Select(c => c.Id).SingleAsync());
        Assert.Equal("Informatique", Row(await director.GetAsync($"/dashboard?tab=companies&id={school}"), "companies", "Clinique")[^1]);
    }

    [Theory, EveryDatabase, Trait("Acceptance", "21")]
    public async Task The_offers_of_a_university_are_those_of_its_components_and_those_that_no_programme_fits(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var market = new Market(host);
        await market.AddAsync(7, ThisYear);
        await market.AddAsync(2, ThisYear, "GC-1", "construction");
        await market.AddAsync(4, ThisYear, University.Nursing, "health");
        await market.AddAsync(3, ThisYear, programme: null, "tourism", Strength.None);
        await market.OpenAsync();
        using var director = await host.AsAsync(Roles.Director);

        var university = await director.GetAsync("/dashboard?tab=offers");
        Assert.Equal("16", Total(university));
        Assert.Equal(["9", "4", "3"], Rows(await director.GetAsync("/dashboard/table?table=components"), "components").Select(row => row[1]));
        var school = await director.GetAsync(university.Document.QuerySelector("#t-components tbody a")!.GetAttribute("href")! + "&tab=offers");
        Assert.Equal("9", Total(school));
        Assert.Equal(["7", "2"], Rows(school, "programmes").Select(row => row[1]));
        var programme = await director.GetAsync(school.Document.QuerySelector("#t-programmes tbody a")!.GetAttribute("href")!);
        Assert.Equal("7", Total(programme));
    }

    [Theory, EveryDatabase, Trait("Acceptance", "23")]
    public async Task A_domain_that_no_programme_fits_is_unmet_demand_and_leads_to_its_offers(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var market = new Market(host);
        await market.AddAsync(5, ThisYear, best: Strength.Strong, closed: CloseReason.Filled);
        await market.AddAsync(6, ThisYear, programme: null, "tourism", Strength.None);
        await market.AddAsync(2, ThisYear, University.Nursing, "tourism", Strength.Weak, closed: CloseReason.Expired);
        await market.OpenAsync();
        using var director = await host.AsAsync(Roles.Director);

        var page = await director.GetAsync("/direction");
        var row = Assert.Single(page.Document.QuerySelectorAll("#t-unmet tbody tr"));
        Assert.Equal(["Tourisme", "8", "8", "0", "0 %"], row.Children.Select(c => c.TextContent.Trim().Replace('\u00a0', ' ')));
        var behind = await director.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(
            market.Offers.Skip(5).Select(o => o.Offer.Title).Order(StringComparer.Ordinal),
            behind.Document.QuerySelectorAll("table.list tbody tr").Select(r => r.FirstElementChild!.TextContent.Trim()).Order(StringComparer.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task Figures_that_followed_every_change_are_those_of_a_count_from_scratch(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var market = new Market(host);
        var dice = new Random(1);
        string?[] programmes = [University.Informatics, University.Nursing, "GC-1", null];
        for (var i = 0; i < 60; i++)
        {
            await market.AddAsync(
                1, new DateOnly(2024, 9, 1).AddDays(dice.Next(540)), programmes[dice.Next(4)], Domains.All[dice.Next(5)], (Strength)dice.Next(4), [.. Skills.Take(dice.Next(4))],
                dice.Next(3) == 0 ? CloseReason.Filled : null, $"Entreprise {dice.Next(6)}", dice.Next(2) == 0 ? 5 : null);
        }
        await market.AddAsync(3, new DateOnly(2025, 4, 5));
        await market.OpenAsync();
        await host.PublishAsync(new SearchMade(SearchKind.Internship, "informatics", ["sql"]));
        var sent = await host.TransmitAsync(University.Informatics);
        await host.CountAsync();
        var first = await host.ReadAsync(db => db.Figures.CountAsync());

        // Offers end, are worded anew, tagged anew and taken away; days pass; a programme moves; a transmission is answered.
        foreach (var offer in market.Offers.Where(o => o.IsOpen).Take(10)) await host.PublishAsync(new OfferClosed(offer.Offer.OfferId, 2, CloseReason.Withdrawn));
        foreach (var offer in market.Offers.Where(o => o.IsOpen).Skip(5).Take(10)) await host.PublishAsync(new OfferPosted(offer.Offer with { Revision = 3 }));
        host.Clock.Advance(TimeSpan.FromDays(20));
        await host.CountAsync();
        await host.PublishAsync(new TransmissionDeclined(sent.TransmissionId, DeclineReason.WrongLevel, "non", host.Clock.GetUtcNow().UtcDateTime));
        Assert.Empty((await host.ImportAsync("programmes", "code,name,component,university,level\nGC-1,Génie civil,Institut de santé,Université d’essai,Bac+2\n")).Errors);
        await host.CountAsync();
        host.Clock.Advance(TimeSpan.FromDays(20));
        await host.CountAsync();
        var followed = await RowsAsync(host);

        await host.WithAsync<RefreshStatistics>(statistics => statistics.RebuildAsync(CancellationToken.None));

        Assert.NotEqual(0, first);
        Assert.Contains(followed, row => row.StartsWith("SchoolSent", StringComparison.Ordinal));
        Assert.Contains(followed, row => row.Contains(" -2025", StringComparison.Ordinal));
        Assert.Equal(followed, await RowsAsync(host));
    }

    [Theory, EveryDatabase]
    public async Task What_no_programme_fits_counts_for_a_university_that_joins_later_too(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var market = new Market(host);
        await market.AddAsync(4, ThisYear);
        await market.AddAsync(3, ThisYear, programme: null, "tourism", Strength.None);
        await market.OpenAsync();
        Assert.Empty((await host.ImportAsync("programmes", "code,name,component,university,level\nX-1,Tourisme,École voisine,Université voisine,Bac+3\n")).Errors);
        await host.PublishAsync(new OfferClosed(market.Offers[^1].Offer.OfferId, 2, CloseReason.Filled));
        await host.CountAsync();
        var neighbour = await host.ReadAsync(db => db.Universities.Where(u => u.Name == "Université voisine").Select(u => u.Id).SingleAsync());
        using var director = await host.AsAsync(Roles.Director);

        Assert.Equal("7", Total(await director.GetAsync($"/dashboard?id={(await host.ReadAsync(db => db.Universities.Where(u => u.Id != neighbour).Select(u => u.Id).SingleAsync()))}")));
        var page = await director.GetAsync($"/dashboard?id={neighbour}&tab=offers");
        Assert.Equal("3", Total(page));
        Assert.Equal("1", Row(page, "states", "Pourvue")[0]);
        Assert.Equal("3", Rows(page, "months").Single(row => row[0].StartsWith("oct", StringComparison.Ordinal))[1]);
        Assert.False(await host.ReadAsync(db => db.Figures.AnyAsync(f => f.Offers < 0 || f.Filled < 0)));
    }

    [Fact]
    public async Task Few_searches_of_students_are_not_told_apart()
    {
        await using var host = await TestHost.StartAsync().WithCatalogueAsync();
        var market = new Market(host);
        await market.AddAsync(5, ThisYear);
        await market.AddAsync(5, ThisYear, University.Nursing, "health");
        await market.OpenAsync();
        for (var i = 0; i < 4; i++) await host.PublishAsync(new SearchMade(SearchKind.Internship, "informatics", []));
        for (var i = 0; i < 5; i++) await host.PublishAsync(new SearchMade(SearchKind.Programme, "health", ["csharp"]));
        await host.CountAsync();
        using var director = await host.AsAsync(Roles.Director);

        var page = await director.GetAsync("/dashboard");

        Assert.Equal("<5", Row(page, "domains", "Informatique")[^1]);
        Assert.Equal("5", Row(page, "domains", "Santé")[^1]);
        Assert.Equal("5", Row(page, "skills", "CSHARP")[^1]);
        Assert.Equal("", page.Document.QuerySelectorAll("#t-domains tbody tr").Single(r => r.TextContent.Contains("Informatique", StringComparison.Ordinal)).Children[^1].GetAttribute("data-value"));
    }

    [Fact]
    public async Task A_manager_sees_the_university_and_their_own_component_and_no_other()
    {
        await using var host = await TestHost.StartAsync().WithCatalogueAsync();
        await (await new Market(host).AddAsync(5, ThisYear)).OpenAsync();
        using var manager = await host.AsManagerAsync(University.School);
        using var recruiter = await host.AsAsync(Roles.Recruiter);
        var own = await host.ProgrammeAsync(University.Informatics);
        var other = await host.ProgrammeAsync(University.Nursing);
        var clinic = await host.ReadAsync(db => db.Components.Where(c => c.Name == University.Clinic).Select(c => c.Id).SingleAsync());

        var page = await manager.GetAsync("/dashboard");
        Assert.Contains(University.School, page.Document.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(University.Clinic, page.Document.QuerySelector("#id")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"/dashboard?id={own.Id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/dashboard?level=university&tab=offers")).Status);
        foreach (var hidden in new[] { other.Id, clinic, Guid.NewGuid() })
        {
            foreach (var address in new[] { "/dashboard?", "/dashboard/offers?", "/dashboard/table?table=skills&", "/dashboard/table?table=skills&format=csv&" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"{address}id={hidden}")).Status);
            }
        }
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync("/direction")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync("/direction/simulation?skills=sql")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.GetAsync("/dashboard")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tab=skills")]
    [InlineData("tab=companies")]
    [InlineData("tab=offers")]
    public async Task Every_figure_leads_to_just_its_offers(string tab)
    {
        await using var host = await TestHost.StartAsync().WithCatalogueAsync();
        var market = new Market(host);
        await market.AddAsync(4, ThisYear, skills: ["csharp", "sql"], study: 5);
        await market.AddAsync(3, new DateOnly(2026, 2, 27), University.Nursing, "health", Strength.Weak, ["sql"], CloseReason.Filled, "Clinique");
        await market.AddAsync(2, ThisYear, programme: null, "other", Strength.None, [], CloseReason.Expired, "Auberge");
        await market.AddAsync(6, LastYear, company: "Partie");
        await market.OpenAsync();
        using var director = await host.AsAsync(Roles.Director);
        var page = await director.GetAsync("/dashboard?" + tab);
        var links = 0;

        foreach (var row in page.Document.QuerySelectorAll(".stat tbody tr"))
        {
            if (row.QuerySelector("a")?.GetAttribute("href") is not { } link || !link.StartsWith("/dashboard/offers", StringComparison.Ordinal)) continue;
            var behind = await director.GetAsync(link);
            Assert.Equal(row.Children[1].TextContent.Trim(), behind.Document.QuerySelectorAll("table.list tbody tr").Length.ToString(CultureInfo.InvariantCulture));
            links++;
        }
        Assert.True(links >= 2, page.Text);
    }

    [Fact]
    public async Task What_an_address_makes_up_is_not_there()
    {
        await using var host = await TestHost.StartAsync().WithCatalogueAsync();
        await (await new Market(host).AddAsync(5, ThisYear)).OpenAsync();
        using var director = await host.AsAsync(Roles.Director);

        foreach (var address in new[] { "/dashboard/offers?by=nothing&key=1", "/dashboard/offers?by=month&key=209999", "/dashboard/offers?by=skill&key=unheard-of", "/dashboard/offers?by=company&key=x", "/dashboard/table?table=secrets" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync(address)).Status);
        }
        foreach (var address in new[] { "/dashboard?year=99999", "/dashboard?year=-3", "/dashboard?year=abc", "/dashboard?tab=nothing", "/dashboard?basis=moon" })
        {
            Assert.Equal(HttpStatusCode.OK, (await director.GetAsync(address)).Status);
        }
    }

    [Theory]
    [InlineData("/dashboard")]
    [InlineData("/dashboard?tab=skills")]
    [InlineData("/dashboard?tab=companies")]
    [InlineData("/dashboard?tab=offers")]
    [InlineData("/direction")]
    public async Task A_dashboard_asks_the_database_six_times_at_most(string address)
    {
        await using var host = await TestHost.StartAsync().WithCatalogueAsync();
        var market = new Market(host);
        await (await market.AddAsync(5, ThisYear)).OpenAsync();
        using var director = await host.AsAsync(Roles.Director);
        await director.GetAsync(address);
        // What was read of the figures is remembered until they change.
        await (await market.AddAsync(1, ThisYear)).OpenAsync();

        using var queries = new Queries(host.Folder);
        var page = await director.GetAsync(address);

        Assert.Contains("Université d’essai", page.Text);
        Assert.InRange(queries.Count, 3, 6);
    }

    private static string Total(Page page) => page.Document.QuerySelector(".key-figures dd")!.ChildNodes.First().TextContent.Trim();

    private static List<string[]> Rows(Page page, string table) =>
        [.. page.Document.QuerySelectorAll($"#t-{table} tbody tr").Select(row => row.Children.Select(c => c.TextContent.Trim().Replace('\u00a0', ' ')).ToArray())];

    /// <summary>The cells behind a row's label.</summary>
    private static string[] Row(Page page, string table, string label) => Rows(page, table).Single(row => row[0] == label)[1..];

    private static Task<List<string>> RowsAsync(TestHost host) => host.ReadAsync(async db =>
        (await db.Figures.AsNoTracking().ToListAsync()).ConvertAll(f => $"{f.Kind} {f.Period} {f.Key} {f.ScopeId} {f.Offers} {f.Well} {f.Filled} {f.Hours}").Order(StringComparer.Ordinal).ToList());
}
