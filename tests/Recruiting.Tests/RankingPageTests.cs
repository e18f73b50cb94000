using System.Net;
using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Transmissions;

namespace SmartRecruiting.Recruiting.Tests;

public sealed class RankingPageTests
{
    private const string Ranked = "#Chosen > table:first-of-type tbody tr";

    [Theory, EveryDatabase]
    public async Task The_ranking_is_restricted_by_level_component_and_town(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        await host.TrainAsync();
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter, "Stage polyvalent", "Applications web et SQL, comptabilité et paie, suivi de chantier et béton armé, droit civil, biologie et microscopie.");
        var page = await recruiter.GetAsync($"/offers/{id}/ranking");
        Assert.Equal(["Toutes les villes", "Grenoble", "Saint-Martin-d’Hères", "Valence"], page.All("#city option"));

        var component = await recruiter.SubmitAsync(page, "main form.filters", ("component", "IUT"));
        Assert.Equal(["BUT comptabilité", "BUT génie civil"], component.All(Ranked + " td:nth-child(2) a").Order(StringComparer.Ordinal));
        var town = await recruiter.SubmitAsync(page, "main form.filters", ("city", "Saint-Martin-d’Hères"));
        Assert.All(town.All(Ranked + " td:nth-child(2) a"), name => Assert.Contains(name, (string[])["Master biologie", "Licence droit"]));
        var all = await recruiter.SubmitAsync(page, "main form.filters", ("component", "IUT"), ("city", "Grenoble"), ("level", "Bac+3"));
        Assert.Equal(["BUT génie civil"], all.All(Ranked + " td:nth-child(2) a"));
        Assert.Equal("Grenoble", all.Document.QuerySelector("#city option[selected]")!.TextContent);
        var none = await recruiter.SubmitAsync(page, "main form.filters", ("component", "UFR droit"), ("level", "Bac+5"));
        Assert.Empty(none.All(Ranked));
        Assert.Contains("Sans ces filtres", none.Text, StringComparison.Ordinal);
        Assert.Equal(page.All(Ranked), (await recruiter.GetAsync($"/offers/{id}/ranking?component=x%22%3E&city=ailleurs&level=Bac%2B9&why=rien")).All(Ranked));
    }

    [Theory, EveryDatabase]
    public async Task The_name_of_the_person_to_write_to_moves_no_programme(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        await host.TrainAsync();
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        async Task<IEnumerable<string>> RankedAsync(string written, string known) =>
            (await recruiter.PostOfferAsync("Stage web", $"{Given.Text} {written} vous répond.", ("Input.ContactName", known))).Next.All(Ranked);

        Assert.Equal(await RankedAsync("Marie Comptabilité", "Marie Comptabilité"), await RankedAsync("Jean Topographie", "Jean Topographie"));
        Assert.NotEqual(await RankedAsync("Marie Comptabilité", "Camille Essai"), await RankedAsync("Jean Topographie", "Camille Essai"));
    }

    [Theory, EveryDatabase]
    public async Task The_components_come_first_with_their_chance_in_words_and_how_many_programmes_they_have(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        await host.TrainAsync();
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (_, page) = await Given.PostAsync(recruiter);
        var first = page.All(".rollup li")[0];
        Assert.Matches("^École polytechnique : .*sur 10 · 1 formation$", first);
        Assert.Contains(page.All(".rollup li"), line => line.StartsWith("IUT : ", StringComparison.Ordinal) && line.EndsWith("2 formations", StringComparison.Ordinal));
        var followed = await recruiter.GetAsync(page.Document.QuerySelector(".rollup a")!.GetAttribute("href")!);
        Assert.Equal(["Ingénieur informatique"], followed.All(Ranked + " td:nth-child(2) a"));
        Assert.InRange((await recruiter.GetAsync(page.Path + "?q=e")).Document.All.Length, 1, 390);
    }

    [Theory, EveryDatabase]
    public async Task The_year_of_study_is_proposed_with_the_words_it_was_read_from(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (_, read) = await Given.PostAsync(recruiter, "Stage de fin d’études web");
        Assert.Contains("Année d’études proposée : 5e année (M2), lue dans « fin d’études »", read.Text, StringComparison.Ordinal);
        var (_, silent) = await Given.PostAsync(recruiter, "Stage développement web");
        Assert.DoesNotContain("Année d’études proposée", silent.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase, Trait("Acceptance", "6")]
    public async Task The_causes_are_marked_in_the_text_for_the_programme_asked_for_and_markup_stays_text(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        await host.TrainAsync();
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var text = "Développer <script>alert('web')</script> une application web en C# & SQL, <b>API REST</b>, tests ; et suivre la comptabilité et la paie.";
        var (id, page) = await Given.PostAsync(recruiter, "Stage <i>web</i>", text);

        var shown = page.Document.QuerySelector("#why .text")!;
        Assert.Equal("Stage <i>web</i>\n" + text, shown.TextContent);
        Assert.Empty(page.Document.QuerySelectorAll("main script, main b, main i"));
        Assert.All(shown.Children, child => Assert.Equal("mark", child.LocalName));
        Assert.Contains("Pourquoi Ingénieur informatique", page.Text, StringComparison.Ordinal);
        var marks = page.All("#why .text mark");
        Assert.Contains(marks, m => m.Contains("web", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(marks, m => m.Contains("comptabilité", StringComparison.OrdinalIgnoreCase));

        var compta = await host.ProgrammeAsync("COMPTA");
        var other = await recruiter.GetAsync($"/offers/{id}/ranking?q=e&why={compta}");
        Assert.Contains("Pourquoi BUT comptabilité", other.Text, StringComparison.Ordinal);
        Assert.Contains(other.All("#why .text mark"), m => m.Contains("comptabilité", StringComparison.OrdinalIgnoreCase));
        var link = other.Document.QuerySelector($"a[href*='why={compta}']")!.GetAttribute("href")!;
        Assert.Contains("q=e", link, StringComparison.Ordinal);
        Assert.EndsWith("#why", link, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/modele']"));
    }

    [Fact]
    public void Marks_cover_every_place_of_a_cause_as_a_word_and_nothing_else()
    {
        const string Text = "En C et en C#, c’est web ; WEB, webmestre.";
        var pieces = Marks.Of(Text, [new Reason("web", true, 21, 3), new Reason("C", false, 3, 1), new Reason("nulle part", false), new Reason("x", false, 40, 9)]);
        Assert.Equal(Text, string.Concat(pieces.Select(p => p.Text)));
        Assert.Equal(
            [("C", Mark.Word), ("c", Mark.Word), ("web", Mark.Skill), ("WEB", Mark.Skill)],
            pieces.Where(p => p.Mark is not Mark.None).Select(p => (p.Text, p.Mark)));
        Assert.Empty(Marks.Of("", [new Reason("x", false, 0, 1)]));
    }

    [Theory, EveryDatabase]
    public async Task Not_this_one_is_said_once_shown_taken_back_and_loses_no_tick(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        await host.TrainAsync();
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, page) = await Given.PostAsync(recruiter);
        var (info, bio) = (await host.ProgrammeAsync("INFO"), await host.ProgrammeAsync("BIO"));
        page = await recruiter.GetAsync($"/offers/{id}/ranking?q=e&Chosen={bio}");

        var said = await recruiter.PressAsync(page, $"button[formaction*='NotThis'][value='{info}']");
        await recruiter.PressAsync(page, $"button[formaction*='NotThis'][value='{info}']");
        Assert.Contains("Signalée : pas celle-ci", said.All(Ranked)[0], StringComparison.Ordinal);
        Assert.True(said.Document.QuerySelector($"{Ranked} input[value='{info}']")!.HasAttribute("disabled"));
        Assert.NotNull(said.Document.QuerySelector($"input[value='{bio}'][checked]"));
        Assert.Equal("e", said.Document.QuerySelector("#q")!.GetAttribute("value"));
        var judged = Assert.Single(await host.HeardAsync<MatchJudged>());
        var account = await host.AccountAsync(Roles.Recruiter, $"recruteur-{Given.Acme}@essais.example");
        Assert.Equal((id, info, false, account, Roles.Recruiter), (judged.OfferId, judged.ProgrammeId, judged.Fits, judged.By, judged.Role));

        var back = await recruiter.PressAsync(said, $"button[formaction*='TakeBack'][value='{info}']");
        await recruiter.PressAsync(said, $"button[formaction*='TakeBack'][value='{info}']");
        Assert.DoesNotContain("Signalée", back.Text, StringComparison.Ordinal);
        var withdrawn = Assert.Single(await host.HeardAsync<JudgementWithdrawn>());
        Assert.Equal((id, info, account), (withdrawn.OfferId, withdrawn.ProgrammeId, withdrawn.By));
        Assert.Equal(judged.At, withdrawn.JudgedAt, TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, await host.CountAsync(db => db.Judgements));
    }

    [Theory, EveryDatabase]
    public async Task A_programme_found_by_hand_can_be_reported_as_missing_by_fifty_clicks_at_once(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(recruiter);
        var civil = await host.ProgrammeAsync("CIVIL");
        var page = await recruiter.GetAsync($"/offers/{id}/ranking?q=civil");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => recruiter.PressAsync(page, $"button[formaction*='Missing'][value='{civil}']")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Contains("Signalée : elle manquait", answers[0].Text, StringComparison.Ordinal);
        Assert.Equal(1, await host.CountAsync(db => db.Judgements.Where(j => j.Fits)));
        Assert.True(Assert.Single(await host.HeardAsync<MatchJudged>()).Fits);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_judges_for_another_company_nor_a_programme_that_is_none(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        var owner = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await Given.PostAsync(owner);
        var stranger = await host.AsRecruiterAsync(Given.Globex);
        var (mine, ranking) = await Given.PostAsync(stranger);
        var token = ranking.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var info = $"{await host.ProgrammeAsync("INFO")}";
        foreach (var act in (string[])["NotThis", "Missing", "TakeBack"])
        {
            var theirs = await stranger.PostAsync($"/offers/{id}/ranking?handler={act}", ("programme", info), ("__RequestVerificationToken", token));
            var nobodys = await stranger.PostAsync($"/offers/{Guid.NewGuid()}/ranking?handler={act}", ("programme", info), ("__RequestVerificationToken", token));
            Assert.Equal((HttpStatusCode.NotFound, nobodys.Text), (theirs.Status, theirs.Text));
            Assert.Equal(HttpStatusCode.BadRequest, (await owner.PostAsync($"/offers/{id}/ranking?handler={act}", ("programme", info))).Status);
        }
        var none = await stranger.PostAsync($"/offers/{mine}/ranking?handler=NotThis", ("programme", $"{Guid.NewGuid()}"), ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.NotFound, none.Status);
        Assert.Equal(0, await host.CountAsync(db => db.Judgements));
    }
}
