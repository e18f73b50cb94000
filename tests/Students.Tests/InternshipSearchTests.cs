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

    [Theory, EveryDatabase]
    public async Task Dates_duration_pay_and_remote_work_filter_with_counts_and_stay_in_the_address(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        using var visitor = host.Anonymous();
        var paid = Offers.Of(host, "Payée") with { Terms = new OfferTerms { Pay = 4.5m, PayUnit = PayUnit.Hour, Remote = RemoteWork.Full } };
        await host.PostAsync(paid);
        await host.PostAsync(Offers.Of(host, "Gratuite") with { Starts = new DateOnly(2026, 4, 1), DurationWeeks = null, Terms = new OfferTerms { Pay = 0, Ends = new DateOnly(2026, 5, 15), Remote = RemoteWork.None } });
        await host.PostAsync(Offers.Of(host, "Muette") with { Starts = null, DurationWeeks = null });

        async Task<IReadOnlyList<string>> Titles(string query) => [.. (await visitor.GetAsync("/internships?" + query)).All(".results h3").Order(StringComparer.Ordinal)];
        Assert.Equal(["Payée"], await Titles("pay=1"));
        Assert.Equal(["Payée"], await Titles("pay=693"));
        Assert.Empty(await Titles("pay=694"));
        Assert.Equal(["Gratuite"], await Titles("weeks=Short"));
        Assert.Equal(["Payée"], await Titles("weeks=Long"));
        Assert.Equal(["Payée"], await Titles("remote=Partial"));
        Assert.Equal(["Gratuite"], await Titles("remote=None"));
        // An offer that does not say when it starts is for any date.
        Assert.Equal(["Muette", "Payée"], await Titles("from=2026-04-02"));
        Assert.Equal(["Gratuite", "Muette"], await Titles("until=2026-04-01&q=application"));
        Assert.Equal(3, (await Titles("weeks=nonsense&pay=-3&remote=9&from=demain")).Count);

        var page = await visitor.GetAsync("/internships?pay=1&q=application+web&sort=date");
        Assert.Equal("Avec gratification ou salaire (1)", page.All("#pay option[selected]").Single());
        Assert.Equal(["Sur place (0)", "Télétravail possible (1)", "Entièrement à distance (1)"], page.All("#remote option").Skip(1));
        Assert.Equal("De 4 à 6 mois (1)", page.All("#weeks option")[3]);
        Assert.NotNull(page.Document.QuerySelector("details[open] #sort option[selected]"));
    }

    [Theory, EveryDatabase, Trait("Acceptance", "13")]
    public async Task Accents_plurals_slips_and_english_words_bring_the_same_offer_first(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithOffersAsync();
        using var visitor = host.Anonymous();

        foreach (var (title, queries) in new (string, string[])[]
                 {
                     ("Suivi de chantier", ["béton armé", "beton arme", "bétons armés", "l’ouvrage en béton", "chantié", "reinforced concrete"]),
                     ("Alternance en comptabilité", ["déclaration fiscale", "declarations fiscales", "la comptabilite", "comptabillité", "d’une comptabilité"]),
                     ("Développement d’une application web", ["test automatisé", "TESTS AUTOMATISES", "aplication web", "web application"]),
                 })
        {
            foreach (var query in queries)
            {
                var titles = (await visitor.GetAsync("/internships?q=" + Uri.EscapeDataString(query))).All(".results h3");
                Assert.Equal((query, title), (query, titles.Count > 0 ? titles[0] : ""));
            }
        }
    }

    [Theory, EveryDatabase, Trait("Acceptance", "14")]
    public async Task A_domain_without_an_open_offer_shows_the_companies_of_before_with_count_and_date(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithOffersAsync();
        await host.TagAsync("R4", "informatics", "csharp");
        await host.CloseAsync(await host.TagAsync("R1", "construction", "topography"));
        using var visitor = host.Anonymous();
        using var student = await host.AsAsync(Roles.Student);

        var page = await visitor.GetAsync("/internships?domain=informatics");
        var known = await student.GetAsync("/internships?domain=informatics");

        Assert.Empty(page.All("ol.results h3"));
        Assert.Contains("Entreprise d’essai", page.All("[aria-labelledby=before] li").Single());
        Assert.Contains("1 offre, le 01/11/2025.", page.Text);
        Assert.DoesNotContain("lou@entreprise.example", page.Html);
        Assert.Contains("lou@entreprise.example", known.All("[aria-labelledby=before] li").Single());
        Assert.Contains("C#", (await visitor.GetAsync("/internships?domain=informatics&q=programmer+en+C%23+toute+la+nuit&city=Grenoble")).All("[aria-labelledby=before] li").Single());
        Assert.Empty((await visitor.GetAsync("/internships?domain=informatics&city=Lyon")).All("[aria-labelledby=before] li"));

        // Who takes the company off the list is the company, by its own mail; opening pages changes nothing.
        var ask = await visitor.GetAsync(page.Document.QuerySelector("[aria-labelledby=before] a[href$='/opt-out']")!.GetAttribute("href")!);
        await visitor.SubmitAsync(ask, "main form");
        await visitor.SubmitAsync(ask, "main form");
        await host.SettleAsync();
        var mail = Assert.Single(host.Mails());
        Assert.Equal("lou@entreprise.example", mail.To.Mailboxes.Single().Address);
        var link = System.Text.RegularExpressions.Regex.Match(mail.TextBody!, @"/companies/opt-out/\w+").Value;
        var confirm = await visitor.GetAsync(link);
        Assert.Single((await visitor.GetAsync("/internships?domain=informatics")).All("[aria-labelledby=before] li"));
        await visitor.SubmitAsync(confirm, "main form");
        Assert.Empty((await visitor.GetAsync("/internships?domain=informatics")).All("[aria-labelledby=before] li"));
    }

    [Theory, EveryDatabase]
    public async Task People_to_write_to_are_those_of_the_closest_programmes_and_companies_who_agreed(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithOffersAsync();
        using var student = await host.AsAsync(Roles.Student);

        var page = await student.GetAsync("/internships?q=" + Uri.EscapeDataString("Développer des applications web et des bases de données SQL, API REST"));

        Assert.Contains("Dominique Essai", string.Join(' ', page.All("[aria-labelledby=people] li")));
        Assert.NotNull(page.Document.QuerySelector("[aria-labelledby=people] a[href='mailto:info@universite.example']"));
        Assert.InRange(page.Document.All.Length, 1, 390);
    }
}
