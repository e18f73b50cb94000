using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Contracts;
using SmartRecruiting.Matching.Data;
using SmartRecruiting.Recruiting.Attachments;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.OptOut;
using SmartRecruiting.Recruiting.Moderation;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Students.Data;
using SmartRecruiting.Students.Profile;
using SmartRecruiting.Students.Searches;
using SmartRecruiting.Students.Searching;
using SmartRecruiting.Students.SignUp;

namespace SmartRecruiting.Host.Tests.Access;

/// <summary>One of each kind of person, a second of the same kind to whom the first one's things must not exist, and one who waits for approval.</summary>
internal enum Actor
{
    Visitor,
    Waiting,
    OtherStudent,
    OtherRecruiter,
    OtherManager,
    OtherDirector,
    Administrator,
    Director,
    Student,
    Manager,
    Recruiter,
}

/// <summary>Two companies, two components, a student, and things that belong to the first of each.</summary>
internal sealed partial class World : IAsyncDisposable
{
    private const string Acme = "73282932000074";
    private const string Globex = "35600000000048";
    private const string Component = "École polytechnique";
    private static readonly string[] Deeds = ["Stop", "Resume", "Delete"];
    private const int Copies = 40;

    // A deed uses one up, and each actor that may does one.
    private const int Spare = 12;

    private static readonly string Companies = $"""
        siret,legal_name,trade_name,naf,kind,city
        {Acme},ACME SAS,Acme,62.01Z,private,Grenoble
        {Globex},Globex,,,association,Lyon
        73282932000082,Essai un,,,private,Lyon
        73282932000090,Essai deux,,,private,Lyon
        73282932000108,Essai trois,,,private,Lyon
        """;

    private const string Programmes = """
        code,name,component,university,city,level,years,domain,description,skills,jobs,rome_codes,responsible,email
        INFO,Ingénieur informatique,École polytechnique,Université d’essai,Grenoble,Bac+5,3;4;5,informatics,"Développement d'applications web et mobiles, bases de données SQL, algorithmique, tests logiciels, API REST.",C#;SQL,Développeur,M1805,Dominique Essai,info@essais.example
        LETTRES,Licence de lettres,UFR de lettres,Autre université,Lyon,Bac+3,1;2;3,law,"Littérature, édition, rédaction, documentation et langues.",rédaction,Rédacteur,E1106,Dominique Essai,lettres@essais.example
        COMPTA,BUT comptabilité,IUT,Université d’essai,Valence,Bac+3,1;2;3,finance,"Comptabilité générale, contrôle de gestion, fiscalité, paie et audit des entreprises.",comptabilité;paie,Comptable,M1203,Dominique Essai,compta@essais.example
        """;

    private readonly TestHost host;
    private readonly Dictionary<Actor, Visitor> people = [];
    private readonly Dictionary<string, Queue<string>> values = [];
    private readonly Dictionary<string, string> queries = [];
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private World(TestHost host) => this.host = host;

    public IServiceProvider Services => host.Services;

    public static async Task<World> StartAsync()
    {
        var host = await TestHost.StartAsync();
        var world = new World(host);
        Assert.Empty((await host.ImportAsync("programmes", Programmes)).Errors);
        Assert.Empty((await host.ImportAsync("companies", Companies)).Errors);
        var offers = Enumerable.Range(1, Copies).Select(n =>
            $"{Acme},R{n},Application web {n},\"Développer une application web en C# et SQL, API REST, tests automatisés.\",internship,2026-02-20,published,INFO");
        Assert.Empty((await host.ImportAsync("offers", string.Join('\n', offers.Prepend("siret,reference,title,text,kind,date,status,sent_to")))).Errors);
        Assert.Empty((await host.ImportAsync("students", "name,email,programme,year\nÉloïse Essai,eloise@essais.example,INFO,4\nSacha Essai,sacha@essais.example,COMPTA,2")).Errors);
        await host.TrainAsync();
        world.people[Actor.Visitor] = host.Anonymous();
        world.people[Actor.Administrator] = await host.AsAsync(Roles.Administrator);
        world.people[Actor.Director] = await DirectorAsync(host, "Université d’essai");
        world.people[Actor.OtherDirector] = await DirectorAsync(host, "Autre université");
        world.people[Actor.Waiting] = await WaitingAsync(host);
        world.people[Actor.Student] = await host.AsAsync(Roles.Student, "eloise@essais.example");
        world.people[Actor.OtherStudent] = await host.AsAsync(Roles.Student, "sacha@essais.example");
        world.people[Actor.Recruiter] = await host.AsRecruiterAsync(Acme);
        world.people[Actor.OtherRecruiter] = await host.AsRecruiterAsync(Globex);
        world.people[Actor.Manager] = await host.AsManagerAsync(Component);
        world.people[Actor.OtherManager] = await host.AsManagerAsync("IUT");
        await world.FillAsync();
        return world;
    }

    /// <summary>Asks as a browser would, with the form's token where one is due.</summary>
    /// <returns><c>yes</c>; <c>no</c>: the same 404 as for what is not there; <c>in</c>: sign in first;
    /// <c>wait</c>: led to the page that says what is awaited; anything else is a fault.</returns>
    public async Task<string> AskAsync(Actor actor, string line, string address)
    {
        var verb = new HttpMethod(line.Split(' ')[0]);
        using var request = new HttpRequestMessage(verb, new Uri(host.Address, address));
        var person = people[actor];
        if (verb == HttpMethod.Post)
        {
            // Any form of the person's own has a token that holds for all.
            var form = await person.GetAsync(actor is Actor.Visitor ? "/account/login" : "/account");
            var token = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        }
        if (person.Cookies is { Length: > 0 } cookies) request.Headers.Add("Cookie", cookies);
        using var answer = await http.SendAsync(request);
        if (answer.StatusCode is HttpStatusCode.NotFound) return "no";
        var next = answer.Headers.Location?.ToString() ?? "";
        if (next.Contains("/account/login", StringComparison.Ordinal)) return "in";
        if (next == "/account" && !address.StartsWith("/account", StringComparison.Ordinal)) return "wait";
        return (int)answer.StatusCode is < 400 or 503 ? "yes" : ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>An address of the endpoint that is really there: each call takes another thing where there are several, for a deed may use it up.</summary>
    public string Example(string line)
    {
        var address = line.Split(' ', 2)[1];
        var parts = address.Split("?handler=");
        var path = Parameter().Replace(parts[0].Replace("{**path}", "", StringComparison.Ordinal), match => Next(Key(parts[0], match.Groups[1].Value)));
        return path + string.Concat(new[] { parts.Length > 1 ? "handler=" + parts[1] : null, queries.GetValueOrDefault(line) }.OfType<string>().Select((query, i) => (i == 0 ? "?" : "&") + query));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
    }

    private static async Task<Visitor> DirectorAsync(TestHost host, string university)
    {
        var email = $"direction-{Guid.NewGuid():N}@essais.example";
        var account = await host.AccountAsync(Roles.Director, email);
        await host.WithAsync<IProgrammes>(async programmes =>
            Assert.True(await programmes.AttachDirectorAsync(account, "Camille Essai", email, university, CancellationToken.None)));
        return await host.SignInAsync(email);
    }

    // A manager who signed up and confirmed, and whom nobody let in yet.
    private static async Task<Visitor> WaitingAsync(TestHost host, string email = "attend@essais.example")
    {
        Assert.Empty(await host.WithAsync<ISignUp, IReadOnlyList<FieldError>>(signUp => signUp.RequestAsync(
            new NewAccount { Name = "Camille Attend", Email = email, Password = TestHost.Password }, new AccountWish(Roles.Manager, Component, "{}"), CancellationToken.None)));
        await host.SettleAsync();
        var visitor = host.Anonymous();
        var link = Link().Match(host.Mails().Last(m => m.To.Mailboxes.Single().Address == email).TextBody!).Value;
        await visitor.SubmitAsync(await visitor.GetAsync(link), "main form");
        await host.SettleAsync();
        return await host.SignInAsync(email);
    }

    // By the first words of the address: /offers/{id:guid}/edit takes an offer.
    private static string Key(string path, string parameter) => $"{path[..path.IndexOf('{', StringComparison.Ordinal)].TrimEnd('/')}:{parameter}";

    private string Next(string key)
    {
        if (!values.TryGetValue(key, out var queue)) throw new InvalidOperationException($"No example for {key}: add one to {nameof(World)}.{nameof(FillAsync)}.");
        var value = queue.Dequeue();
        queue.Enqueue(value);
        return value;
    }

    private void Has(string key, params IEnumerable<string> examples) => values[key] = new Queue<string>(examples);

    private async Task FillAsync()
    {
        var offers = await host.WithAsync<RecruitingDb, List<Guid>>(db => db.Offers.OrderBy(o => o.Id).Select(o => o.Id).ToListAsync());
        Has("/offers:id", offers.Select(id => id.ToString()));
        await AttachAsync(offers[0]);
        Has("/internships:id", offers.Select(id => id.ToString()));
        Has("/my-list:id", offers.Select(id => id.ToString()));
        var inbox = await host.WithAsync<SchoolingDb, List<Guid>>(db => db.Inbox.OrderBy(i => i.Id).Select(i => i.Id).ToListAsync());
        Has("/inbox:id", inbox.Select(id => id.ToString()));
        Has("/inbox/mail/stop:token", await host.WithAsync<SchoolingDb, string>(db => db.Staff.OrderBy(s => s.AccountId).Select(s => s.StopToken).FirstAsync()));
        var programme = (await host.WithAsync<IProgrammes, IReadOnlyList<ProgrammeSnapshot>>(p => p.FindByCodeAsync(["INFO"], CancellationToken.None))).Single();
        foreach (var judgement in new[] { "NotThis", "Missing", "TakeBack" }) queries[$"POST /offers/{{id:guid}}/ranking?handler={judgement}"] = $"programme={programme.Id}";
        Has("/admin/legal:rule", "PayDue");
        await host.WithAsync<RecruitingDb>(async db =>
        {
            var looks = offers.Take(Spare).Select(o => OfferModeration.Open(o, ModerationCause.Reports, "", host.Clock.GetUtcNow().UtcDateTime)).ToList();
            db.AddRange(looks);
            await db.SaveChangesAsync();
            Has("/admin/offers:id", looks.Select(l => l.Id.ToString()));
        });
        Has("/catalogue:id", programme.Id.ToString());
        Has("/programmes:slug", programme.Slug);
        Has("/admin/models:version", "1");
        Has("/error:code", "404");
        await ForwardAsync(programme, [.. offers.TakeLast(3)]);
        await SearchAsync();
        await ReportAsync();
        await LookAtFiguresAsync();
        await CorrectSkillsAsync();
        await AdministerAsync();
        var runs = await host.WithAsync<MatchingDb, List<Guid>>(db => db.Runs.Select(r => r.Id).ToListAsync());
        queries["POST /admin/models?handler=Cancel"] = $"run={runs[0]}";
    }

    private async Task AttachAsync(Guid offer)
    {
        var attachment = Attachment.Of(offer, 1, "fiche.pdf", AttachmentKind.Pdf, 1, new string('0', Attachment.HashLength), Guid.NewGuid(), host.Clock.GetUtcNow().UtcDateTime);
        await host.WithAsync<RecruitingDb>(db =>
        {
            db.Add(attachment);
            return db.SaveChangesAsync();
        });
        await host.WithAsync<AttachFile>(files => File.WriteAllTextAsync(files.PathOf(attachment.Id), "x"));
        Has("/attachments:id", attachment.Id.ToString());
    }

    // The student has a few offers, for a deed uses one up.
    private async Task ForwardAsync(ProgrammeSnapshot programme, IReadOnlyList<Guid> offers)
    {
        await host.WithAsync<StudentsDb>(async db =>
        {
            foreach (var offer in offers)
            {
                db.Publish(new ForwardRequested(Guid.NewGuid(), Guid.NewGuid(), programme.Id, programme.Name, [], null, new OfferSnapshot(
                    offer, 1, "Application web", "Développer une application web.", OfferKind.Internship, "Bac+5", Guid.NewGuid(), "ACME", null, null, null, null, null,
                    host.Clock.GetUtcNow().UtcDateTime)));
            }
            await db.SaveChangesAsync();
        });
        await host.SettleAsync();
        Has("/my-offers:id", (await host.WithAsync<StudentsDb, List<Guid>>(db => db.ForwardedOffers.Select(f => f.Id).ToListAsync())).Select(id => id.ToString()));
        Has("/stop:token", await host.WithAsync<StudentsDb, string>(db => db.Roster.Where(r => r.Email == "eloise@essais.example").Select(r => r.StopToken).SingleAsync()));
    }

    // One search for each deed, for one of them deletes it.
    private async Task SearchAsync()
    {
        var account = await host.AccountAsync(Roles.Student, "eloise@essais.example");
        await host.WithAsync<StudentsDb>(async db =>
        {
            var student = new Student(account, "Éloïse Essai", "eloise@essais.example");
            db.Add(student);
            foreach (var deed in Deeds)
            {
                var search = new SavedSearch(account, new Sought { Text = deed }, host.Clock.GetUtcNow().UtcDateTime);
                db.Add(search);
                queries[$"POST /my-searches?handler={deed}"] = $"search={search.Id}";
            }
            await db.SaveChangesAsync();
            Has("/stop/alerts:token", student.StopToken);
        });
    }

    private async Task ReportAsync()
    {
        await host.RunJobAsync("schooling.refresh-statistics");
        var director = people[Actor.Director];
        var page = await director.GetAsync("/direction/report");
        var report = await director.SubmitAsync(page, "form:has([name='Input.Year'])");
        Assert.Matches("^/direction/report/[0-9a-f-]{36}$", report.Path);
        Has("/direction/report:id", report.Path.Split('/')[^1]);
        await director.SubmitAsync(page, "form[action*='Subscribe']");
        Has("/direction/report/stop:token", await host.WithAsync<SchoolingDb, string>(db => db.ReportSubscriptions.Select(s => s.StopToken).SingleAsync()));
        var chart = report.Document.QuerySelector("img[src*='.svg']")!.GetAttribute("src")!;
        Has("/direction/report:table", Path.GetFileNameWithoutExtension(chart.Split('?')[0]));
    }

    // Of the first manager's own component.
    private async Task LookAtFiguresAsync()
    {
        var page = await people[Actor.Manager].GetAsync("/dashboard?tab=offers");
        var table = page.Document.QuerySelector("a[href^='/dashboard/table']")!.GetAttribute("href")!;
        queries["GET /dashboard/table"] = table.Split('?')[1];
        var component = (await host.WithAsync<SchoolingDb, Guid>(db => db.Components.Where(c => c.Name == Component).Select(c => c.Id).SingleAsync())).ToString();
        queries["GET /dashboard"] = queries["GET /dashboard/offers"] = $"level=component&id={component}";
        Assert.Contains(component, table, StringComparison.Ordinal);
        queries["POST /account/register/manager"] = $"component={component}";
    }

    // Whoever may, can take a correction back: one for each.
    private async Task CorrectSkillsAsync()
    {
        var administrator = people[Actor.Administrator];
        var list = await administrator.GetAsync("/skills");
        var addresses = list.Document.QuerySelectorAll("main table a[href^='/skills/']").Select(a => a.GetAttribute("href")!).Distinct().Take(Enum.GetValues<Actor>().Length).ToList();
        foreach (var address in addresses)
        {
            await administrator.SubmitAsync(await administrator.GetAsync(address), "main form", ("Input.Hidden", "true"));
        }
        Has("/skills:id", addresses.Select(a => a.Split('/')[^1]));
    }

    // Things that only administrators and colleagues decide about.
    private async Task AdministerAsync()
    {
        for (var i = 0; i < Spare; i++) await WaitingAsync(host, $"attend-{i}@essais.example");
        var waiting = await host.WithAsync<AdminDb, List<Guid>>(db => db.Accounts.Where(a => a.Email!.StartsWith("attend-")).Select(a => a.Id).ToListAsync());
        Has("/admin/approvals:id", (await host.WithAsync<AdminDb, List<Guid>>(db => db.Approvals.Where(a => waiting.Contains(a.AccountId)).Select(a => a.Id).ToListAsync())).Select(id => id.ToString()));
        var accounts = new List<Guid>();
        for (var i = 0; i < Spare; i++) accounts.Add(await host.AccountAsync(Roles.Student, $"compte-{i}@essais.example"));
        Has("/admin/accounts:id", accounts.Select(id => id.ToString()));
        var companies = await host.WithAsync<RecruitingDb, List<Guid>>(db => db.Companies.Where(c => c.LegalName.StartsWith("Essai")).Select(c => c.Id).ToListAsync());
        Has("/admin/companies:id", companies.Select(id => id.ToString()));
        var acme = await host.WithAsync<RecruitingDb, Guid>(db => db.Companies.Where(c => c.LegalName == "ACME SAS").Select(c => c.Id).SingleAsync());
        queries["POST /admin/companies/{id:guid}/merge"] = $"into={acme}";
        Has("/account/register/recruiter/join:id", acme.ToString());
        Has("/companies:id", acme.ToString());
        await host.WithAsync<RecruitingDb>(async db =>
        {
            var row = await db.OptOutOfAsync(acme, CancellationToken.None);
            await db.SaveChangesAsync();
            Has("/companies/opt-out:token", row.Token);
        });
        await host.WithAsync<RecruitingDb>(async db =>
        {
            var contacts = Enumerable.Range(0, Spare).Select(_ => Contact.Of(acme, new ContactDetails("Lou Contact", null, "lou@essais.example", null, false, ContactFields.All))).ToList();
            db.AddRange(contacts);
            await db.SaveChangesAsync();
            Has("/company/contacts:id", contacts.Select(c => c.Id.ToString()));
        });
        await host.WithAsync<RecruitingDb>(async db =>
        {
            var company = await db.Companies.SingleAsync(c => c.Id == acme);
            var asking = Recruiter.Ask(company, isFirst: false, new AccountRequested(Guid.NewGuid(), "Alix", "alix@essais.example", "fr", new AccountWish(Roles.Recruiter, "ACME", "{}")), host.Clock.GetUtcNow().UtcDateTime);
            db.Add(asking);
            await db.SaveChangesAsync();
            queries["POST /company?handler=Accept"] = queries["POST /company?handler=Decline"] = $"recruiter={asking.Id}";
        });
        await host.WithAsync<IProgrammes>(async programmes =>
        {
            for (var i = 0; i < Spare; i++)
            {
                var email = $"gestion-{i}@essais.example";
                Assert.True(await programmes.AttachManagerAsync(await host.AccountAsync(Roles.Manager, email), "Camille Essai", email, Component, CancellationToken.None));
            }
        });
        Has("/catalogue/managers:id", (await host.WithAsync<SchoolingDb, List<Guid>>(db => db.Mandates.Where(m => m.Member.Email.StartsWith("gestion-") && m.Member.Email.Length < 30).Select(m => m.Id).ToListAsync())).Select(id => id.ToString()));
        var programme = (await host.WithAsync<IProgrammes, IReadOnlyList<ProgrammeSnapshot>>(p => p.FindByCodeAsync(["INFO"], CancellationToken.None))).Single();
        await host.WithAsync<StudentsDb>(async db =>
        {
            var students = Enumerable.Range(0, Spare).Select(i => new WaitingStudent(
                new AccountRequested(Guid.NewGuid(), "Alix", $"alix-{i}@essais.example", "fr", new AccountWish(Roles.Student, "", "{}")), programme, host.Clock.GetUtcNow().UtcDateTime)).ToList();
            db.AddRange(students);
            await db.SaveChangesAsync();
            Has("/roster/waiting:id", students.Select(s => s.AccountId.ToString()));
        });
    }

    [GeneratedRegex(@"/account/confirm\?token=\S+")]
    private static partial Regex Link();

    [GeneratedRegex(@"\{([a-z]+)[^}]*\}")]
    private static partial Regex Parameter();
}
