using System.Net;

namespace SmartRecruiting.Students.Tests;

public sealed class ProgrammeSearchTests
{
    [Theory, EveryDatabase, Trait("Acceptance", "16")]
    public async Task Anybody_finds_a_programme_with_its_contact_and_why(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithOffersAsync();
        using var visitor = host.Anonymous();

        var page = await visitor.SubmitAsync(
            await visitor.GetAsync("/programmes"), "main form[role=search]", ("q", "Je veux développer des applications web et des bases de données SQL"));

        var first = page.Document.QuerySelector(".results > li")!;
        Assert.Contains("Informatique et logiciel", first.TextContent);
        Assert.Contains(University.Component, first.TextContent);
        Assert.Contains("Dominique Essai", first.TextContent);
        Assert.NotNull(first.QuerySelector("a[href='mailto:info@universite.example']"));
        Assert.NotNull(first.QuerySelector("a[href='tel:0400000001']"));
        Assert.NotEmpty(first.QuerySelectorAll(".chip"));
        Assert.NotNull(first.QuerySelector("[class^='badge-']"));
        Assert.Matches("chances? sur 10", first.TextContent);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/modele']"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/modele")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(first.QuerySelector("h3 a")!.GetAttribute("href")!)).Status);
        Assert.InRange(page.Document.All.Length, 1, 390);
    }

    [Theory, EveryDatabase]
    public async Task A_text_that_means_nothing_gives_no_invented_list_but_another_way(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithOffersAsync();
        using var visitor = host.Anonymous();

        var page = await visitor.GetAsync("/programmes?q=zzqx+wvvkp+qqrtz");

        Assert.Empty(page.All(".results > li"));
        Assert.Contains("Pas de résultat fiable", page.Text);
        var byWords = await visitor.SubmitAsync(page, "main form.filters", ("words", "soins"));
        Assert.Contains("Soins infirmiers", byWords.Text);
    }

    [Theory, EveryDatabase]
    public async Task A_text_that_fits_nothing_for_sure_shows_the_nearest_as_weak_beside_the_search_by_words(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithOffersAsync();
        using var visitor = host.Anonymous();

        var page = await visitor.GetAsync($"/programmes?level=Bac%2B3&q={Uri.EscapeDataString("développement logiciel, applications web en C# et SQL, contrôle du code")}");

        Assert.Contains("Pas de résultat fiable", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("form.filters input[name=words]"));
        var nearest = page.Document.QuerySelectorAll(".results > li");
        Assert.InRange(nearest.Length, 1, 5);
        Assert.All(nearest, programme =>
        {
            Assert.Matches("Correspondance (très )?faible", programme.TextContent);
            Assert.NotEmpty(programme.QuerySelectorAll(".chip"));
            Assert.DoesNotMatch("chances? sur 10", programme.TextContent);
        });
    }

    [Theory, EveryDatabase]
    public async Task Without_a_model_the_catalogue_is_searched_by_words(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var visitor = host.Anonymous();

        var page = await visitor.GetAsync("/programmes?q=informatique");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.All(".results > li"));
        Assert.NotNull(page.Document.QuerySelector("form.filters input[name=words]"));
    }

    [Theory, EveryDatabase]
    public async Task Without_a_question_the_catalogue_stands_there_by_component_and_level(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        using var visitor = host.Anonymous();

        var all = await visitor.GetAsync("/programmes");
        var short3 = await visitor.GetAsync("/programmes?level=Bac%2B3");

        Assert.Contains("Génie civil", all.Text);
        Assert.Equal(3, all.All("main h3").Count);
        Assert.DoesNotContain("Génie civil", short3.Text);
        Assert.Contains("Soins infirmiers", short3.Text);
    }

    [Fact]
    public async Task A_level_filters_what_is_ranked()
    {
        await using var host = await TestHost.StartAsync().WithOffersAsync();
        using var visitor = host.Anonymous();

        var page = await visitor.GetAsync("/programmes?level=Bac%2B3&q=d%C3%A9velopper+une+application+web+ou+tenir+la+comptabilit%C3%A9");

        Assert.DoesNotContain("Informatique et logiciel", page.Text);
        Assert.DoesNotContain("Génie civil", page.Text);
    }

    [Theory, EveryDatabase]
    public async Task The_demand_stands_beside_each_programme_and_leads_to_the_same_search_of_internships(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithOffersAsync();
        var informatics = (await host.ProgrammeAsync(University.Informatics)).Id;
        await host.TagAsync("R1", "informatics", [informatics], "csharp", "sql");
        await host.TagAsync("R4", "informatics", [informatics], "csharp");
        await host.RunJobAsync("schooling.refresh-statistics");
        using var visitor = host.Anonymous();
        const string Address = "/programmes?q=d%C3%A9velopper+des+applications+web+et+des+bases+de+donn%C3%A9es+SQL";

        var page = await visitor.GetAsync(Address);

        Assert.Contains("2 offres ces douze derniers mois. Le plus demandé : csharp, sql", page.All(".results > li")[0]);
        var internships = page.Document.QuerySelector("main a[href^='/internships?q=']")!.GetAttribute("href")!;
        Assert.Equal("développer des applications web et des bases de données SQL", (await visitor.GetAsync(internships)).Document.QuerySelector("#q")!.TextContent.Trim());

        // A year later that was long ago.
        host.Clock.Advance(TimeSpan.FromDays(366));
        Assert.Contains("Pas d’offre connue", (await visitor.GetAsync(Address)).All(".results > li")[0]);
    }
}
