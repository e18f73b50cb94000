using System.Net;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Students.Tests;

public sealed class InternshipSearchTests
{
    [Theory, EveryDatabase]
    public async Task A_description_brings_the_closest_open_offer_first_and_says_why(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithOffersAsync();
        using var visitor = host.Anonymous();

        var page = await visitor.SubmitAsync(
            await visitor.GetAsync("/internships"), "main form[role=search]", ("q", "développer une application web en C# avec SQL"));

        Assert.Contains("Développement d’une application web", page.All(".results > li")[0]);
        Assert.NotEmpty(page.All(".results > li:first-child .chip"));
        Assert.NotNull(page.Document.QuerySelector(".results > li [class^='badge-']"));
        Assert.DoesNotContain("Stage déjà pourvu", page.Text);
        Assert.InRange(page.Document.All.Length, 1, 390);
    }

    [Theory, EveryDatabase]
    public async Task Filters_live_in_the_address_and_the_newest_come_first_without_a_question(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithOffersAsync();
        using var visitor = host.Anonymous();

        Assert.Equal(
            ["Suivi de chantier", "Développement d’une application web", "Alternance en comptabilité"],
            (await visitor.GetAsync("/internships")).All(".results h3"));
        Assert.Equal(["Alternance en comptabilité"], (await visitor.GetAsync("/internships?kind=Apprenticeship")).All(".results h3"));
        Assert.Equal(["Suivi de chantier"], (await visitor.GetAsync("/internships?city=Lyon")).All(".results h3"));
        var none = await visitor.GetAsync("/internships?city=Lyon&kind=Apprenticeship");
        Assert.Empty(none.All(".results h3"));
        Assert.NotEmpty(none.All(".empty a"));
    }

    [Theory, EveryDatabase]
    public async Task The_contact_of_a_company_shows_only_after_signing_in(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithOffersAsync();
        using var visitor = host.Anonymous();
        var link = (await visitor.GetAsync("/internships?q=application+web+en+C%23")).Document.QuerySelector(".results h3 a")!.GetAttribute("href")!;

        var open = await visitor.GetAsync(link);
        using var student = await host.AsAsync(Roles.Student);
        var known = await student.GetAsync(link);

        Assert.Contains("API REST", open.Text);
        Assert.DoesNotContain("@entreprise.example", open.Html);
        Assert.DoesNotContain("Lou Contact", open.Html);
        Assert.DoesNotContain("04 76", open.Html);
        Assert.Contains("/account/login?returnUrl=", open.Document.QuerySelector("main a.btn-primary")!.GetAttribute("href"));
        Assert.Contains("lou@entreprise.example", known.Text);
        Assert.Contains("equipe@entreprise.example", known.Text);
    }

    [Theory, EveryDatabase]
    public async Task A_closed_offer_is_as_if_it_had_never_been(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithOffersAsync();
        using var visitor = host.Anonymous();
        var link = (await visitor.GetAsync("/internships?city=Lyon")).Document.QuerySelector(".results h3 a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(link)).Status);

        await host.PublishAsync(new OfferClosed(Guid.Parse(link.Split('/')[^1]), 2, CloseReason.Withdrawn));
        await host.SettleAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/internships/{Guid.NewGuid()}")).Status);
        Assert.Empty((await visitor.GetAsync("/internships?city=Lyon")).All(".results h3"));
    }

    [Fact]
    public async Task Nothing_found_says_what_to_do_next()
    {
        await using var host = await TestHost.StartAsync().WithOffersAsync();
        using var visitor = host.Anonymous();

        var page = await visitor.GetAsync("/internships?q=zzqx+wvvkp+qqrtz");

        Assert.Empty(page.All(".results h3"));
        Assert.NotNull(page.Document.QuerySelector(".empty a[href='/internships']"));
    }
}
