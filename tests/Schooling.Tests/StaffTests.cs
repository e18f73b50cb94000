using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Schooling.Dashboard;
using SmartRecruiting.Schooling.SignUp;
using SmartRecruiting.Schooling.Staff;

namespace SmartRecruiting.Schooling.Tests;

public sealed class StaffTests
{
    private const string Neighbour = "Université voisine";
    private const string Elsewhere = "École voisine";
    private const string Email = "gestion@universite.example";

    private static readonly DateOnly Day = new(2026, 1, 12);

    [Theory, EveryDatabase, Trait("Acceptance", "17")]
    public async Task A_manager_who_says_so_sees_no_offer_and_no_figure_before_the_approval(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        await (await new Market(host).AddAsync(5, Day)).OpenAsync();
        var sent = await host.TransmitAsync(University.Informatics);
        var school = await host.ComponentAsync(University.School);
        var account = await host.AskAsync(Roles.Manager, Email, StatLevel.Component, school);
        using var waiting = await host.SignInAsync(Email);

        await host.TransmitAsync(University.Informatics);

        foreach (var address in (string[])["/dashboard", $"/dashboard?id={school}", "/dashboard/offers", "/dashboard/table?table=skills&format=csv", "/inbox", $"/inbox/{sent.TransmissionId}",
            "/inbox?format=csv", "/catalogue", "/catalogue/managers", "/roster", "/direction", "/direction/report"])
        {
            // Where they read what is awaited.
            Assert.Equal((address, "/account"), (address, (await waiting.GetAsync(address)).Path));
        }
        Assert.DoesNotContain(host.Mails(), m => m.To.ToString().Contains(Email, StringComparison.Ordinal));

        await host.ApproveAsync(account, Roles.Manager, Email);
        await host.TransmitAsync(University.Informatics);
        // What an open session may do is known anew after so long.
        host.Clock.Advance(TimeSpan.FromSeconds(6));
        using var approved = await host.SignInAsync(Email);

        Assert.Equal(HttpStatusCode.OK, (await approved.GetAsync($"/dashboard?id={school}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await approved.GetAsync($"/inbox/{sent.TransmissionId}")).Status);
        Assert.Single(host.Mails(), m => m.To.ToString().Contains(Email, StringComparison.Ordinal));
    }

    [Fact, Trait("Acceptance", "17")]
    public async Task The_role_alone_opens_nothing_without_what_was_granted()
    {
        await using var host = await TestHost.StartAsync().WithCatalogueAsync();
        await (await new Market(host).AddAsync(5, Day)).OpenAsync();
        var sent = await host.TransmitAsync(University.Informatics);
        var school = await host.ComponentAsync(University.School);
        await host.AskAsync(Roles.Manager, Email, StatLevel.Component, school);
        await host.AskAsync(Roles.Director, "direction@universite.example", StatLevel.University, await host.UniversityAsync("Université d’essai"));
        await host.SetStatusAsync("Active");
        using var manager = await host.SignInAsync(Email);
        using var director = await host.SignInAsync("direction@universite.example");

        Assert.Empty((await manager.GetAsync("/dashboard")).All(".key-figures dd"));
        Assert.Empty((await manager.GetAsync("/inbox")).All("tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/dashboard?id={school}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/inbox/{sent.TransmissionId}")).Status);
        Assert.Empty((await director.GetAsync("/direction")).All(".key-figures dd"));
        Assert.Empty((await director.GetAsync("/direction/report")).All("#Input_University option"));
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync("/dashboard/table?table=skills")).Status);
    }

    [Theory, EveryDatabase]
    public async Task Who_manages_single_programmes_sees_these_and_nothing_beside(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        await (await (await new Market(host).AddAsync(5, Day)).AddAsync(5, Day, "GC-1", "construction")).OpenAsync();
        var (own, other) = (await host.ProgrammeAsync(University.Informatics), await host.ProgrammeAsync("GC-1"));
        var (mine, theirs) = (await host.TransmitAsync(own.Code), await host.TransmitAsync(other.Code));
        await host.ApproveAsync(await host.AskAsync(Roles.Manager, Email, StatLevel.Programme, own.Id), Roles.Manager, Email);
        await host.ImportAsync("students", $"name,email,programme,year\nZoé Autre,zoe@universite.example,{other.Code},2\nNoa Mien,noa@universite.example,{own.Code},4\n");
        using var manager = await host.SignInAsync(Email);

        var hidden = (Guid[])[other.Id, await host.ComponentAsync(University.School), await host.UniversityAsync("Université d’essai"), Guid.NewGuid()];
        foreach (var address in hidden.SelectMany(id => (string[])[$"/dashboard?id={id}", $"/dashboard/offers?id={id}&format=csv", $"/dashboard/table?table=skills&id={id}&format=csv"])
            .Concat([$"/catalogue/{other.Id}/edit", $"/inbox/{theirs.TransmissionId}", $"/inbox/{theirs.TransmissionId}/forward", $"/inbox/{theirs.TransmissionId}/decline",
                "/dashboard?level=university", "/dashboard/offers?level=component"]))
        {
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await manager.GetAsync(address)).Status));
        }
        Assert.Equal([own.Name], (await manager.GetAsync("/dashboard")).All("#id option"));
        Assert.Single((await manager.GetAsync("/inbox")).All("tbody tr"));
        Assert.Equal(2, (await manager.FileAsync("/inbox?format=csv")).Trim().Split('\n').Length);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"/inbox/{mine.TransmissionId}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"/catalogue/{own.Id}/edit")).Status);
        Assert.Single((await manager.GetAsync("/catalogue?mine=true")).All("tbody tr"));
        var roster = await manager.GetAsync("/roster");
        Assert.Contains("Noa Mien", roster.Text);
        Assert.DoesNotContain("Zoé", roster.Html + await manager.FileAsync("/roster?format=csv"));
        var import = await manager.UploadAsync(
            await manager.GetAsync("/catalogue/import"), "main form", "Upload", "c.csv",
            Encoding.UTF8.GetBytes($"code,name,component,university,level\n{other.Code},Volé,École des essais,Université d’essai,Bac+2\nNEUF,Neuf,École des essais,Université d’essai,Bac+2\n"));
        Assert.Equal(2, import.All("tbody tr").Count);
    }

    [Theory, EveryDatabase]
    public async Task A_director_sees_their_own_university_and_no_other(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var director = await host.AsAsync(Roles.Director);
        await host.HasNeighbourAsync();
        await (await (await new Market(host).AddAsync(5, Day)).AddAsync(7, Day, "VOIS")).OpenAsync();
        var (own, other) = (await host.KeepReportAsync(of: "Université d’essai"), await host.KeepReportAsync(of: Neighbour));
        var (university, component, programme) = (await host.UniversityAsync(Neighbour), await host.ComponentAsync(Elsewhere), await host.ProgrammeAsync("VOIS"));

        foreach (var id in (Guid[])[university, component, programme.Id])
        {
            foreach (var address in (string[])["/dashboard?", "/dashboard/offers?", "/dashboard/table?table=skills&format=csv&", "/direction?", "/direction/simulation?skills=sql&"])
            {
                Assert.Equal((address, HttpStatusCode.NotFound), (address, (await director.GetAsync($"{address}id={id}")).Status));
            }
        }
        foreach (var address in (string[])[$"/catalogue/{programme.Id}/edit", $"/direction/report/{other}", $"/direction/report/{other}.pdf", $"/direction/report/{other}?table=months&format=csv",
            $"/direction/report/{other}/months.svg"])
        {
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await director.GetAsync(address)).Status));
        }
        Assert.Equal(HttpStatusCode.OK, (await director.GetAsync($"/direction/report/{own}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await director.GetAsync("/direction/report.pdf")).Status);
        var reports = await director.GetAsync("/direction/report");
        Assert.Single(reports.All("tbody tr"));
        Assert.Equal(["Université d’essai"], reports.All("#Input_University option"));
        Assert.DoesNotContain(Neighbour, await director.FileAsync("/direction/report?format=csv"));
        var stolen = await director.SubmitAsync(reports, "main form", ("Input.University", university.ToString()));
        Assert.Equal(["Choisissez une université de la liste."], stolen.All(".form-errors li"));
        Assert.DoesNotContain(Neighbour, (await director.GetAsync("/direction")).Document.QuerySelector("#id")!.TextContent);
        var import = await director.UploadAsync(
            await director.GetAsync("/catalogue/import"), "main form", "Upload", "c.csv",
            Encoding.UTF8.GetBytes($"code,name,component,university,level\nVOIS,Volé,{Elsewhere},{Neighbour},Bac+2\nNEUF,Neuf,Composante neuve,Université d’essai,Bac+2\nLOIN,Loin,Ici,Université neuve,Bac+2\n"));
        Assert.Contains("1 formation(s) ajoutée(s)", import.Text);
        Assert.Equal(["2", "4"], import.All("tbody td:first-child"));
    }

    [Theory, EveryDatabase]
    public async Task A_closed_account_has_no_access_no_mail_and_no_report_until_it_is_open_again(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        await (await new Market(host).AddAsync(8, Day)).OpenAsync();
        using var manager = await host.AsManagerAsync(University.School, Email);
        using var director = await host.AsAsync(Roles.Director, "direction@universite.example");
        await director.SubmitAsync(await director.GetAsync("/direction/report"), "form[action*='Subscribe']");
        var (first, second) = (await host.AccountAsync(Roles.Manager, Email), await host.AccountAsync(Roles.Director, "direction@universite.example"));
        var closed = new AccountClosed(first);

        await host.PublishAsync(closed);
        await host.PublishAsync(new AccountClosed(second));
        var sent = await host.TransmitAsync(University.Informatics);
        await host.RunJobAsync("schooling.mail-reports");
        await host.SettleAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/inbox/{sent.TransmissionId}")).Status);
        Assert.Empty((await director.GetAsync("/direction")).All(".key-figures dd"));
        var mail = Assert.Single(host.Mails());
        Assert.Contains("dominique@universite.example", mail.To.ToString(), StringComparison.OrdinalIgnoreCase);

        await host.ApproveAsync(first, Roles.Manager, Email);
        // What comes late tells of a past that is over.
        await host.PublishAsync(closed);
        await host.TransmitAsync(University.Informatics);

        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"/inbox/{sent.TransmissionId}")).Status);
        Assert.Contains(Email, host.Mails()[^1].To.ToString(), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_approval_may_be_heard_before_the_request_and_both_twice(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        var account = await host.AccountAsync(Roles.Manager, Email);
        var asked = Asked(account, Roles.Manager, Email, StatLevel.Component, await host.ComponentAsync(University.School), Guid.NewGuid());

        await host.ApproveAsync(account, Roles.Manager, Email);
        await host.PublishAsync(asked);
        await host.PublishAsync(asked);

        Assert.Equal(2, (await host.WithAsync<IProgrammes, IReadOnlyDictionary<Guid, string>>(p => p.ManagedByAsync(account, CancellationToken.None))).Count);
        Assert.Equal(1, await host.ReadAsync(db => db.Mandates.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Mails_follow_a_manager_to_another_address(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var manager = await host.AsManagerAsync(University.School, Email);

        await host.PublishAsync(new AccountMoved(await host.AccountAsync(Roles.Manager, Email), "ailleurs@universite.example"));
        await host.TransmitAsync(University.Informatics);

        Assert.Equal("ailleurs@universite.example", Assert.Single(Assert.Single(host.Mails()).To.Mailboxes).Address);
    }

    [Theory, EveryDatabase]
    public async Task A_director_gives_and_takes_away_and_the_manager_feels_it_at_the_next_click(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var director = await host.AsAsync(Roles.Director);
        await host.HasNeighbourAsync();
        using var manager = await host.AsManagerAsync(University.Clinic, Email);
        using var far = await host.AsManagerAsync(Elsewhere, "loin@voisine.example");
        var own = await host.ProgrammeAsync(University.Informatics);
        var form = await director.GetAsync("/catalogue/managers");
        Assert.DoesNotContain("loin@voisine.example", form.Html + await director.FileAsync("/catalogue/managers?format=csv"));
        Assert.DoesNotContain(Elsewhere, form.Html);

        var given = await director.SubmitAsync(form, "#give-form", ("Input.Email", " Gestion@Universite.example "), ("Input.Programmes", "info4"));
        await director.SubmitAsync(form, "#give-form", ("Input.Email", Email), ("Input.Programmes", "info4"));
        Assert.Contains("C’est confié à Camille Essai.", given.Html);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"/catalogue/{own.Id}/edit")).Status);

        var mandate = await host.ReadAsync(db => db.Mandates.Where(m => m.ProgrammeId == own.Id).Select(m => m.Id).SingleAsync());
        var taken = await director.SubmitAsync(await director.GetAsync($"/catalogue/managers/{mandate}"), "#take-away");
        Assert.Equal("/catalogue/managers", taken.Path);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/catalogue/{own.Id}/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync($"/catalogue/managers/{mandate}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync("/catalogue/managers")).Status);
    }

    [Theory, EveryDatabase]
    public async Task What_cannot_be_given_is_refused_beside_its_field_and_what_is_not_theirs_is_not_there(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var director = await host.AsAsync(Roles.Director, "direction@universite.example");
        await host.HasNeighbourAsync();
        using var administrator = await host.AsAsync(Roles.Administrator);
        using var manager = await host.AsManagerAsync(University.School, Email);
        using var far = await host.AsManagerAsync(Elsewhere, "loin@voisine.example");
        var foreign = await host.ComponentAsync(Elsewhere);
        var university = await host.UniversityAsync("Université d’essai");
        var form = await director.GetAsync("/catalogue/managers");

        var nothing = await director.SubmitAsync(form, "#give-form");
        var wrong = await director.SubmitAsync(form, "#give-form", ("Input.Email", "personne@universite.example"), ("Input.Place", foreign.ToString()), ("Input.Programmes", "VOIS"));
        var level = await director.SubmitAsync(form, "#give-form", ("Input.Email", Email), ("Input.Place", university.ToString()));
        var role = await administrator.SubmitAsync(await administrator.GetAsync("/catalogue/managers"), "#give-form", ("Input.Email", Email), ("Input.Place", university.ToString()));

        Assert.Equal(["#Input_Email", "#Input_Place"], Links(nothing));
        Assert.Equal(["#Input_Email", "#Input_Place", "#Input_Programmes"], Links(wrong));
        Assert.Equal("personne@universite.example", wrong.Document.QuerySelector("#Input_Email")!.GetAttribute("value"));
        Assert.Equal(["#Input_Place"], Links(level));
        Assert.Equal(["#Input_Place"], Links(role));
        Assert.Equal(3, await host.ReadAsync(db => db.Mandates.CountAsync()));
        foreach (var id in await host.ReadAsync(db => db.Mandates.Where(m => m.UniversityId != null || m.ComponentId == foreign).Select(m => m.Id).ToListAsync()))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync($"/catalogue/managers/{id}")).Status);
            Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync($"/catalogue/managers/{id}")).Status);
        }

        static IEnumerable<string> Links(Page page) =>
            page.Document.QuerySelectorAll(".form-errors a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Facts_about_somebody_who_asks_come_from_the_catalogue_and_from_colleagues(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        using var colleague = await host.AsManagerAsync(University.School, Email);
        var school = await host.ComponentAsync(University.School);
        var known = await host.AskAsync(Roles.Manager, "nouvelle@universite.example", StatLevel.Component, school);
        var stranger = await host.AskAsync(Roles.Manager, "qui@ailleurs.example", StatLevel.Programme, (await host.ProgrammeAsync(University.Informatics)).Id);

        var good = await FactsAsync(known, "nouvelle@universite.example");
        var careful = await FactsAsync(stranger, "qui@ailleurs.example");
        var nobody = await FactsAsync(Guid.NewGuid(), Email);

        Assert.Equal([TrustTone.Good, TrustTone.Good, TrustTone.Neutral], good.Select(f => f.Tone));
        Assert.Equal([TrustTone.Careful, TrustTone.Neutral], careful.Select(f => f.Tone));
        Assert.Contains("2 des 2", good[0].Text);
        Assert.Contains("Camille Essai", careful[1].Text);
        Assert.All(good.Concat(careful), f => Assert.NotEmpty(f.Source));
        Assert.Empty(nobody);

        Task<TrustFact[]> FactsAsync(Guid account, string email) => host.WithAsync<IEnumerable<ITrustFacts>, TrustFact[]>(async sources =>
            [.. await sources.OfType<MandateFacts>().Single().AboutAsync(new TrustSubject(account, email, null), CancellationToken.None)]);
    }

    [Theory, EveryDatabase]
    public async Task A_person_reads_all_that_schools_keep_of_them_and_is_gone_from_all_of_it_once_erased(Database database)
    {
        const string Marked = "marque+unique@universite.example";
        await using var host = await TestHost.StartAsync(database).WithCatalogueAsync();
        await (await new Market(host).AddAsync(8, Day)).OpenAsync();
        await host.EnrolAsync(University.Informatics, 4, 3);
        using var manager = await host.AsManagerAsync(University.School, Marked);
        using var director = await host.AsAsync(Roles.Director, "direction+unique@universite.example");
        await director.SubmitAsync(await director.GetAsync("/direction/report"), "form[action*='Subscribe']");
        await director.SubmitAsync(await director.GetAsync("/direction/report"), "main form");
        await host.ImportAsync("programmes", $"code,name,component,university,level,responsible,email,deputy,deputy_email\nGC-1,Génie civil,École des essais,Université d’essai,Bac+2,Marque Unique,{Marked},Marque Unique,{Marked}\n");
        var sent = await host.TransmitAsync(University.Informatics, University.Offer() with { ContactName = "Marque Unique", ContactEmail = "Marque+Unique@universite.example" });
        var preview = await manager.SubmitAsync(await manager.GetAsync($"/inbox/{sent.TransmissionId}/forward"), "#forward", ("Input.Note", "Une note de Marque Unique"));
        await manager.SubmitAsync(preview, "#preview");
        await host.SettleAsync();
        var owner = new PersonalOwner(await host.AccountAsync(Roles.Manager, Marked), Marked);
        var second = new PersonalOwner(await host.AccountAsync(Roles.Director, "direction+unique@universite.example"), "direction+unique@universite.example");

        var parts = await DataAsync(data => data.ReadAsync(owner, CancellationToken.None));
        Assert.Equal(5, parts.Length);
        Assert.Contains(parts.SelectMany(p => p.Rows).SelectMany(r => r.Values), value => value == "Une note de Marque Unique");
        Assert.Equal(4, (await DataAsync(data => data.ReadAsync(second, CancellationToken.None))).Length);
        foreach (var (person, _) in new[] { (owner, 1), (owner, 2), (second, 1) }) await EraseAsync(person);

        Assert.Empty(await DataAsync(data => data.ReadAsync(owner, CancellationToken.None)));
        Assert.Empty(await DataAsync(data => data.ReadAsync(second, CancellationToken.None)));
        Assert.Null((await host.ProgrammeAsync("GC-1")).Responsible);
        Assert.Empty(await host.ReadAsync(db => db.Staff.ToListAsync()));
        var forward = await host.ReadAsync(db => db.Forwards.SingleAsync());
        Assert.Equal(("", null, Guid.Empty, 3), (forward.ByName, forward.Note, forward.ByAccountId, forward.Count));
        Assert.Equal(1, await host.ReadAsync(db => db.Reports.CountAsync(r => r.MadeBy == Guid.Empty)));
        using var other = await host.AsManagerAsync(University.School, "autre@universite.example");
        Assert.DoesNotContain("Marque", (await other.GetAsync($"/inbox/{sent.TransmissionId}")).Html, StringComparison.OrdinalIgnoreCase);

        Task<PersonalPart[]> DataAsync(Func<IPersonalData, Task<IReadOnlyList<PersonalPart>>> read) =>
            host.WithAsync<IEnumerable<IPersonalData>, PersonalPart[]>(async all => [.. await read(all.OfType<Personal.SchoolingPersonalData>().Single())]);
        Task EraseAsync(PersonalOwner person) => host.WithAsync<IEnumerable<IPersonalData>>(async all =>
        {
            foreach (var data in all) await data.EraseAsync(person, CancellationToken.None);
        });
    }

    [Fact]
    public async Task The_list_of_who_manages_what_stays_light()
    {
        await using var host = await TestHost.StartAsync().WithCatalogueAsync();
        for (var i = 0; i < 30; i++)
        {
            var account = Guid.NewGuid();
            await host.WithAsync<IProgrammes>(p => p.AttachManagerAsync(account, "Camille Essai", $"g{i}@universite.example", University.School, CancellationToken.None));
        }
        using var administrator = await host.AsAsync(Roles.Administrator);

        var page = await administrator.GetAsync("/catalogue/managers");

        Assert.Equal(25, page.All("tbody tr").Count);
        Assert.InRange(page.Document.All.Length, 1, 390);
        Assert.Equal(11, (await administrator.GetAsync("/catalogue/managers?q=g1")).All("tbody tr").Count);
    }

    internal static AccountRequested Asked(Guid account, string role, string email, StatLevel level, params Guid[] places) =>
        new(account, "Camille Essai", email, "fr", new AccountWish(role, "…", JsonSerializer.Serialize(new Wish(level, places))));
}

/// <summary>Accounts as the module hears of them.</summary>
internal static class Accounts
{
    /// <summary>Somebody signed up and confirmed the address; nobody approved them.</summary>
    public static async Task<Guid> AskAsync(this TestHost host, string role, string email, StatLevel level, Guid place)
    {
        var account = await host.AccountAsync(role, email);
        await host.SetStatusAsync("PendingApproval", account);
        await host.PublishAsync(StaffTests.Asked(account, role, email, level, place));
        return account;
    }

    public static async Task ApproveAsync(this TestHost host, Guid account, string role, string email)
    {
        await host.SetStatusAsync("Active", account);
        await host.PublishAsync(new AccountApproved(account, role, "Camille Essai", email));
    }

    /// <summary>Of one account, or of all; what the module of accounts does by itself.</summary>
    public static Task<int> SetStatusAsync(this TestHost host, string status, Guid? account = null) => host.ReadAsync(db => account is { } id
        ? db.Database.ExecuteSqlAsync($"UPDATE admin_accounts SET Status = {status} WHERE Id = {id}")
        : db.Database.ExecuteSqlAsync($"UPDATE admin_accounts SET Status = {status}"));

    public static Task<Guid> ComponentAsync(this TestHost host, string name) => host.ReadAsync(db => db.Components.Where(c => c.Name == name).Select(c => c.Id).SingleAsync());

    public static Task<Guid> UniversityAsync(this TestHost host, string name) => host.ReadAsync(db => db.Universities.Where(u => u.Name == name).Select(u => u.Id).SingleAsync());

    /// <summary>A second university on the same platform.</summary>
    public static Task<ImportReport> HasNeighbourAsync(this TestHost host) =>
        host.ImportAsync("programmes", "code,name,component,university,level,domain\nVOIS,Formation voisine,École voisine,Université voisine,Bac+3,informatics\n");
}
