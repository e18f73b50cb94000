using Microsoft.EntityFrameworkCore;

namespace SmartRecruiting.Matching.Tests;

public sealed class SearchTests
{
    private static readonly OfferSnapshot Web = MatchingHost.Offer("Développement web", "Développer une application web en C# et SQL, API REST, tests automatisés.", day: 1);
    private static readonly OfferSnapshot Law = MatchingHost.Offer("Juriste", "Rédaction de contrats, contentieux des sociétés et veille juridique en cabinet d’avocats.", city: "Saint-Étienne", day: 2);
    private static readonly OfferSnapshot Care = MatchingHost.Offer(
        "Soins à l’hôpital", "Soins aux patients, hygiène hospitalière et surveillance des malades.", OfferKind.Apprenticeship, "Bac+3", "Lyon", day: 3);
    private static readonly OfferSnapshot Any = MatchingHost.Offer("Élève en entrepôt", "Gestion des stocks, préparation de palettes, tournées de livraison.", level: null, city: null, day: 4);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_posted_offer_is_tagged_for_the_others_and_found(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History());
        await host.TrainAsync();
        await host.PublishAsync(new OfferPosted(Web));

        var tagged = Assert.Single(await host.TagsAsync(), t => t.OfferId == Web.OfferId);
        Assert.Equal((Web.OfferId, 1, 1, "informatics"), (tagged.OfferId, tagged.Revision, tagged.ModelVersion, tagged.Domain));
        Assert.Contains(tagged.Skills, s => s.French == "C#");
        Assert.Contains(tagged.Skills, s => s.Id == "sql");
        Assert.Equal(tagged.Skills.Count, tagged.Skills.Select(s => s.Id).Distinct().Count());
        Assert.Equal(await host.ProgrammeIdAsync("INFO"), tagged.Programmes[0]);
        Assert.InRange(tagged.Programmes.Count, 1, 10);
        Assert.InRange(tagged.BestScore, 0, 1);
        Assert.InRange(tagged.DomainChance, 0.33, 1);

        var hit = Assert.Single((await host.SearchAsync("application web")).Offers);
        Assert.Equal(Web, hit.Offer);
        Assert.Equal("informatics", hit.Domain);
        Assert.Equal(tagged.Skills, hit.Skills);
        Assert.Equal([new Reason("application web", true)], hit.Reasons);
        Assert.NotEqual(Strength.None, hit.Strength);
    }

    [Theory, EveryDatabase]
    public async Task A_closed_offer_is_gone_and_comes_back_only_with_a_higher_revision(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(new OfferPosted(Web), new OfferPosted(Law));
        Assert.NotNull(await host.FindAsync(Web.OfferId));

        await host.PublishAsync(new OfferClosed(Web.OfferId, 1, CloseReason.Withdrawn));
        Assert.Null(await host.FindAsync(Web.OfferId));
        Assert.Equal(["Juriste"], await host.TitlesAsync(null));
        Assert.Empty(await host.TitlesAsync("application web"));

        await host.PublishAsync(new OfferPosted(Web));
        Assert.Null(await host.FindAsync(Web.OfferId));

        await host.PublishAsync(new OfferPosted(Web with { Revision = 2 }));
        Assert.Equal(2, (await host.FindAsync(Web.OfferId))!.Offer.Revision);
        Assert.Equal(["Développement web"], await host.TitlesAsync("application web"));

        await host.PublishAsync(new OfferClosed(Web.OfferId, 1, CloseReason.Expired));
        Assert.NotNull(await host.FindAsync(Web.OfferId));
    }

    [Theory, EveryDatabase]
    public async Task A_revised_offer_is_found_by_its_new_words_only(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(new OfferPosted(Web));
        Assert.Single(await host.TitlesAsync("application"));

        await host.PublishAsync(
            new OfferRevised(Web with { Revision = 2, Title = "Viticulture", Text = "Vendanges et vinification en cave." }),
            new OfferRevised(Web with { Revision = 1, Title = "Trop tard" }));

        Assert.Equal(["Viticulture"], await host.TitlesAsync("vendange"));
        Assert.Empty(await host.TitlesAsync("application"));
    }

    [Theory, EveryDatabase]
    [Trait("Acceptance", "13")]
    public async Task With_and_without_accents_singular_and_plural_find_the_same_first(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(new OfferPosted(Web), new OfferPosted(Law), new OfferPosted(Care), new OfferPosted(Any));

        foreach (var (title, queries) in new (string, string[])[]
                 {
                     ("Soins à l’hôpital", ["hygiène hospitalière", "hygiene hospitaliere", "HYGIÈNES HOSPITALIÈRES", "l'hygiène hospitalier"]),
                     ("Juriste", ["cabinet d’avocat", "cabinets d'avocats", "CABINETS AVOCATS", "veilles juridiques", "veille juridique"]),
                     ("Élève en entrepôt", ["élève entrepôt", "eleves entrepots", "L’ÉLÈVE D’ENTREPÔT"]),
                     ("Développement web", ["test automatisé", "tests automatises", "C#"]),
                 })
        {
            foreach (var query in queries) Assert.Equal(title, (await host.TitlesAsync(query)).FirstOrDefault());
        }
    }

    [Theory, EveryDatabase]
    public async Task Filters_are_kind_level_domain_and_town_and_pages_follow_each_other(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History());
        await host.TrainAsync();
        await host.PublishAsync(new OfferPosted(Web), new OfferPosted(Law), new OfferPosted(Care), new OfferPosted(Any));

        // Newest first without a text.
        Assert.Equal([Any, Care, Law, Web], Offers(await host.SearchAsync(null)));
        Assert.Equal([Any, Care, Law, Web], Offers(await host.SearchAsync("  ")));
        Assert.Equal([Care], Offers(await host.SearchAsync(null, kind: OfferKind.Apprenticeship)));
        // An offer of no level is for all.
        Assert.Equal([Any, Law, Web], Offers(await host.SearchAsync(null, level: "Bac+5")));
        Assert.Equal([Law], Offers(await host.SearchAsync(null, domain: "law")));
        Assert.Equal([Law], Offers(await host.SearchAsync(null, city: "saint etienne")));
        Assert.Empty(Offers(await host.SearchAsync(null, kind: OfferKind.Apprenticeship, city: "Grenoble")));
        Assert.Equal([Web], Offers(await host.SearchAsync("contrats et application web", city: "Grenoble")));

        var second = await host.SearchAsync(null, skip: 1, take: 2);
        Assert.Equal(4, second.Total);
        Assert.Equal([Care, Law], Offers(second));
        Assert.Empty(Offers(await host.SearchAsync(null, skip: 4)));

        static List<OfferSnapshot> Offers(OfferHits hits) => [.. hits.Offers.Select(o => o.Offer)];
    }

    [Theory, EveryDatabase]
    public async Task Offers_left_out_or_too_old_do_not_come_nor_count_and_the_newest_come_first_when_asked(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(new OfferPosted(Web), new OfferPosted(Law), new OfferPosted(Care), new OfferPosted(Any));
        Task<OfferHits> Search(string? text, Func<OfferQuery, OfferQuery> ask) => host.WithAsync<IOfferSearch, OfferHits>(
            search => search.SearchAsync(ask(new OfferQuery(text, null, null, null, null, 0, 100)), Cancellation));

        foreach (var text in new[] { null, "contentieux, application web, soins et stocks" })
        {
            var without = await Search(text, q => q with { Without = [Law.OfferId, Care.OfferId, Guid.NewGuid()] });
            Assert.Equal([Any.OfferId, Web.OfferId], without.Offers.OrderByDescending(o => o.Offer.PostedAt).Select(o => o.Offer.OfferId));
            Assert.Equal((2, 2), (without.Total, without.Facets.Kinds.Sum(k => k.Count)));
            var since = await Search(text, q => q with { PostedSince = Care.PostedAt });
            Assert.Equal([Any.OfferId, Care.OfferId], since.Offers.OrderByDescending(o => o.Offer.PostedAt).Select(o => o.Offer.OfferId));
            Assert.Equal(2, since.Facets.Kinds.Sum(k => k.Count));
            Assert.Equal([Any, Care, Law, Web], (await Search(text, q => q with { ByDate = true })).Offers.Select(o => o.Offer));
        }
    }

    [Theory, EveryDatabase]
    [Trait("Acceptance", "13")]
    public async Task Elision_slips_other_names_of_skills_and_english_find_the_same_offer(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(new OfferPosted(Web), new OfferPosted(Law), new OfferPosted(Care), new OfferPosted(Any));

        foreach (var (title, queries) in new (string, string[])[]
                 {
                     ("Soins à l’hôpital", ["d'hygiène", "hygiène à l'hopital", "hygene hospitaliere", "patiants", "malade", "hospital hygiene"]),
                     ("Juriste", ["l’avocat", "contentieu", "contantieux", "veille juridiqe", "legal monitoring"]),
                     ("Développement web", ["aplication", "applicatoin", "automated testing", "web development"]),
                     ("Élève en entrepôt", ["d’entrepôts", "entrepots", "livraisson", "stock management"]),
                 })
        {
            foreach (var query in queries) Assert.Equal((query, title), (query, (await host.TitlesAsync(query)).FirstOrDefault()));
        }
    }

    [Theory, EveryDatabase]
    public async Task More_of_the_words_is_stronger_and_earlier(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(new OfferPosted(Web), new OfferPosted(Law), new OfferPosted(Care));

        var hits = (await host.SearchAsync("application web en C# avec contentieux")).Offers;

        Assert.Equal(["Développement web", "Juriste"], hits.Select(h => h.Offer.Title));
        Assert.True(hits[0].Strength > hits[1].Strength);
        Assert.Equal(["contentieux"], hits[1].Reasons.Select(r => r.Term));
        Assert.All((await host.SearchAsync(null)).Offers, h => Assert.Equal(Strength.None, h.Strength));
    }

    [Theory, EveryDatabase]
    public async Task Any_question_is_fine(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(new OfferPosted(Web));

        foreach (var question in TextTests.AnyTexts().Take(26).Concat(["+ - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ /", "AND OR NOT", "web~ web* \"web", "title:web"]))
        {
            Assert.InRange((await host.SearchAsync(question)).Total, 0, 1);
        }
        var many = string.Join(' ', Enumerable.Range(0, 3_000).Select(i => $"mot{i}x"));
        Assert.Equal(["Développement web"], await host.TitlesAsync("web " + many));
    }

    [Theory, EveryDatabase]
    public async Task Every_event_delivered_twice_changes_nothing(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History(20));
        var closed = MatchingHost.Offer("Déjà pourvu", "Vendre en magasin");
        IntegrationEvent[] happened =
        [
            new OfferPosted(Web),
            new OfferPosted(Law),
            new OfferRevised(Law with { Revision = 2, Title = "Juriste d’entreprise" }),
            new OfferClosed(Web.OfferId, 2, CloseReason.Filled),
            new OffersImported([new ImportedOffer(Care, true, ["SOINS"], null), new ImportedOffer(closed, false, ["MARKET"], CloseReason.Filled)]),
            new OfferTransmitted(Guid.CreateVersion7(), await host.ProgrammeIdAsync("DROIT"), Law, Strength.Strong, ["contrats"], Law.PostedAt),
        ];
        await host.PublishAsync(happened);
        var before = await StateAsync();

        foreach (var one in happened) await host.PublishAsync(one);

        Assert.Equal(before, await StateAsync());
        Assert.Equal(["Juriste d’entreprise", "Soins à l’hôpital"], (await host.TitlesAsync(null)).Order());

        async Task<string> StateAsync()
        {
            var offers = await host.ReadAsync(db => db.Offers.AsNoTracking().OrderBy(o => o.Id).ToListAsync(Cancellation));
            var labels = (await host.LabelsAsync()).OrderBy(l => l.Id);
            var tags = (await host.TagsAsync()).OrderBy(t => t.OfferId).ThenBy(t => t.Revision).ThenBy(t => t.ModelVersion);
            return string.Join('\n', [
                .. offers.Select(o => $"{o.Id} {o.Revision} {o.IsOpen} {o.Content} {o.Domain} {o.Skills} {o.TaggedBy}"),
                .. labels.Select(l => $"{l.Id} {l.OfferId} {l.ProgrammeCode} {l.Source}"),
                .. tags.Select(t => $"{t.OfferId} {t.Revision} {t.ModelVersion}")]);
        }
    }

    [Theory, EveryDatabase]
    public async Task Filters_say_how_many_offers_each_value_would_leave(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        var twin = MatchingHost.Offer("Juriste en droit social", "Contrats de travail, contentieux et veille juridique.", level: "Bac+3", city: "SAINT ETIENNE", day: 5);
        await host.PublishAsync(new OfferPosted(Web), new OfferPosted(Law), new OfferPosted(Care), new OfferPosted(Any), new OfferPosted(twin));

        var all = (await host.SearchAsync(null)).Facets;
        Assert.Equal([new FacetCount("Internship", 4), new FacetCount("Apprenticeship", 1)], all.Kinds);
        // The offer of no level counts for each level.
        Assert.Equal([new FacetCount("Bac+3", 3), new FacetCount("Bac+5", 3)], all.Levels);
        Assert.Equal(2, all.Cities.Single(c => c.Value is "Saint-Étienne" or "SAINT ETIENNE").Count);

        // A filter does not lower the counts of its own values, only those of the others.
        var five = await host.SearchAsync("juridique contentieux", level: "Bac+5");
        Assert.Equal(1, five.Total);
        Assert.Equal([new FacetCount("Bac+3", 1), new FacetCount("Bac+5", 1)], five.Facets.Levels);
        Assert.Equal([new FacetCount("Internship", 1)], five.Facets.Kinds);
    }

    [Theory, EveryDatabase]
    [Trait("Acceptance", "13")]
    public async Task One_slip_in_a_word_is_forgiven_and_the_word_meant_is_the_reason(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(new OfferPosted(Web), new OfferPosted(Law), new OfferPosted(Care), new OfferPosted(Any));

        foreach (var (query, title, meant) in new[]
                 {
                     ("contentyeux", "Juriste", "contentieux"), ("contenteiux", "Juriste", "contentieux"), ("hygeine", "Soins à l’hôpital", "hygiène"),
                     ("palottes", "Élève en entrepôt", "palettes"), ("applicasion", "Développement web", "application"),
                 })
        {
            var hit = (await host.SearchAsync(query)).Offers[0];
            Assert.Equal((title, meant), (hit.Offer.Title, hit.Reasons[0].Term));
        }
        // What is there as it was written is never bent.
        Assert.Equal(["contentieux"], (await host.SearchAsync("contentieux")).Offers.Single().Reasons.Select(r => r.Term));
    }

    [Theory, EveryDatabase]
    public async Task A_skill_is_found_under_its_other_names_and_in_the_other_language(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        var learning = MatchingHost.Offer("Stage en science des données", "Vous mettrez au point des modèles d’apprentissage automatique sur des données de capteurs.");
        await host.PublishAsync(new OfferPosted(Web), new OfferPosted(learning));

        var hit = Assert.Single((await host.SearchAsync("machine learning")).Offers);

        Assert.Equal(learning.OfferId, hit.Offer.OfferId);
        Assert.Equal([new Reason("machine learning", true)], hit.Reasons);
        Assert.Equal(Strength.Strong, hit.Strength);
    }

    [Theory]
    [InlineData("segments", "damaged")]
    [InlineData("cut", "damaged")]
    [InlineData("format", "of another format")]
    [InlineData("gone", "made from the tables")]
    public async Task An_index_that_cannot_be_used_is_made_anew_and_says_so_once(string damage, string said)
    {
        await using var host = await TestHost.StartAsync(Database.Sqlite, "Logging:LogLevel:SmartRecruiting=Information");
        await host.PublishAsync(new OfferPosted(Web), new OfferPosted(Law));
        using (var index = host.OpenOffers()) Assert.Equal(2, await Found(index));
        var folder = Path.Combine(host.Folder, "index", "offers");
        Assert.NotEmpty(Directory.GetFiles(folder, "segments_*"));

        foreach (var file in Directory.GetFiles(folder))
        {
            var bytes = await File.ReadAllBytesAsync(file, Cancellation);
            switch (damage)
            {
                case "segments" when Path.GetFileName(file).StartsWith("segments_", StringComparison.Ordinal):
                    await File.WriteAllBytesAsync(file, new byte[bytes.Length], Cancellation);
                    break;
                case "cut" when bytes.Length > 20 && !Path.GetFileName(file).StartsWith("segments", StringComparison.Ordinal):
                    await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)], Cancellation);
                    break;
                case "gone":
                    File.Delete(file);
                    break;
            }
        }
        if (damage == "format") using (var old = Search.IndexFolder.Open(folder, "of before")) old.Commit(DateTime.MinValue, DateTime.MinValue);
        var log = host.Listen();
        using (var index = host.OpenOffers())
        {
            Assert.Equal(2, await Found(index));
            Assert.Equal(2, await Found(index));
        }

        Assert.Contains(said, Assert.Single(log, line => line.Contains("index of offers", StringComparison.Ordinal)));

        // And what is fine is used as it is, without a word.
        log.Clear();
        using (var index = host.OpenOffers()) Assert.Equal(2, await Found(index));
        Assert.Empty(log);
    }

    [Fact]
    public async Task Two_processes_never_share_a_folder_and_find_the_same()
    {
        await using var host = await MatchingHost.StartAsync(Database.Sqlite);
        await host.PublishAsync(new OfferPosted(Web));
        using var one = host.OpenOffers();
        Assert.Equal(1, await Found(one));
        using var other = host.OpenOffers();
        Assert.Equal(1, await Found(other));

        await host.PublishAsync(new OfferPosted(Law));
        foreach (var index in new[] { one, other })
        {
            index.Touch();
            Assert.Equal(2, await Found(index));
        }
    }

    [Fact]
    public async Task An_index_left_behind_catches_up_with_the_table_at_the_next_start()
    {
        await using var host = await MatchingHost.StartAsync(Database.Sqlite);
        await host.PublishAsync(new OfferPosted(Web), new OfferPosted(Law));
        using (var index = host.OpenOffers()) Assert.Equal(2, await Found(index));

        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.PublishAsync(new OfferClosed(Web.OfferId, 2, CloseReason.Filled), new OfferPosted(Care));
        // As after the restore of a backup: a row that the index has is gone from the table.
        await host.ReadAsync(db => db.Offers.Where(o => o.Id == Law.OfferId).ExecuteDeleteAsync(Cancellation));

        using (var index = host.OpenOffers())
        {
            Assert.Equal(1, await Found(index));
            Assert.NotNull(await index.FindAsync(Care.OfferId, Cancellation));
            Assert.Null(await index.FindAsync(Law.OfferId, Cancellation));
        }
    }

    [Fact]
    public async Task One_command_makes_the_indexes_anew_here_or_in_the_site_that_holds_them()
    {
        await using var host = await MatchingHost.StartAsync(Database.Sqlite, "Logging:LogLevel:SmartRecruiting=Information");
        await host.PublishAsync(new OfferPosted(Web), new OfferPosted(Law));

        var (exit, output, _) = await host.CommandAsync("index", "rebuild");
        Assert.Equal((0, 2), (exit, output.Trim().Split('\n').Length));
        Assert.Contains("2 documents", output, StringComparison.Ordinal);
        Assert.Contains("12 documents", output, StringComparison.Ordinal);
        Assert.Equal(2, (await host.SearchAsync(null)).Total);

        // Another process: it cannot, and leaves word.
        using var other = host.OpenOffers();
        Assert.Null(await other.RebuildAsync(Cancellation));
        var log = host.Listen();
        await host.PublishAsync(new OfferPosted(Care));
        Assert.Equal(3, (await host.SearchAsync(null)).Total);
        Assert.Contains("made anew", Assert.Single(log, line => line.Contains("index of offers", StringComparison.Ordinal)));
        Assert.Equal(2, (await host.CommandAsync("index")).Exit);
    }

    [Theory, EveryDatabase]
    public async Task Programmes_are_found_by_word_beginning_slip_and_skill_best_first(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);

        foreach (var (words, code) in new[]
                 {
                     ("génie civil", "CIVIL"), ("genie civils", "CIVIL"), ("INFO", "INFO"), ("informat", "INFO"), ("comptabilitee", "COMPTA"), ("œnologie", ""), ("spectroscopie", "CHIMIE"),
                     ("institut de santé", "SOINS"), ("photovoltaic", "ENER"),
                 })
        {
            var found = await host.WithAsync<IProgrammeSearch, IReadOnlyList<Guid>>(search => search.SearchAsync(words, 5, Cancellation));
            if (code.Length == 0) Assert.Empty(found);
            else Assert.Equal(await host.ProgrammeIdAsync(code), found[0]);
        }

        await host.ImportAsync("programmes", $"{SmallUniversity.Head}\n{SmallUniversity.NewRow}");
        Assert.Equal(
            await host.ProgrammeIdAsync("OENO"), (await host.WithAsync<IProgrammeSearch, IReadOnlyList<Guid>>(search => search.SearchAsync("œnologie", 5, Cancellation)))[0]);
    }

    [Theory, EveryDatabase]
    public async Task An_import_brings_open_offers_to_the_search_and_closed_ones_not(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        Assert.Empty((await host.ImportAsync("companies", "siret,legal_name,naf,kind,city\n73282932000074,Entreprise d’essai,62.01Z,private,Grenoble\n")).Errors);
        Assert.Empty((await host.ImportAsync("offers", """
            siret,reference,title,text,kind,level,city,date,status,programme
            73282932000074,R1,Suivi de chantier,"Suivre le chantier d’un pont en béton armé, topographie et métrés.",internship,Bac+3,Lyon,2026-02-20,published,CIVIL
            73282932000074,R2,Chantier déjà pourvu,"Suivre le chantier d’un tunnel en béton armé, topographie et plans.",internship,Bac+3,Lyon,2025-02-20,filled,CIVIL
            """)).Errors);

        Assert.Equal(["Suivi de chantier"], await host.TitlesAsync("chantier"));
        Assert.Equal(["CIVIL", "CIVIL"], (await host.LabelsAsync()).Select(l => l.ProgrammeCode));
    }

    private static async Task<int> Found(Search.OfferIndex index) =>
        (await index.SearchAsync(new OfferQuery(null, null, null, null, null, 0, 100), Skills.LexiconStore.BuiltIn, Cancellation)).Total;
}
