using System.Text;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Host.Tests.PersonalData;

public sealed class ErasureTests
{
    private const string Siret = "73282932000074";
    private const string Component = "École polytechnique";

    // Found nowhere by chance, in any of the ways a text is kept: as typed, escaped, folded, in capitals.
    private const string Marker = "Zyxwéa";
    private const string Name = Marker + " Qvarnström";
    private static readonly string[] Traces = ["zyxw", "qvarnstr"];

    [Theory]
    [InlineData(Roles.Recruiter)]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.Director)]
    [InlineData(Roles.Student)]
    public async Task An_erased_person_is_found_nowhere(string role)
    {
        var host = await LivedAsync(role);
        await using (host)
        {
            var person = await host.SignInAsync(Email(role));
            Assert.NotEmpty(TracesIn(host.Folder));

            var data = await person.GetAsync("/account/data");
            Assert.Contains(Name, data.Text, StringComparison.Ordinal);
            var gone = await person.SubmitAsync(await person.GetAsync("/account/data/erase"), "main form", ("Password", TestHost.Password));

            Assert.Equal("/", gone.Path);
            await host.SettleAsync();
            Assert.StartsWith("/account/login", (await person.GetAsync("/account")).Path, StringComparison.Ordinal);
            Assert.Equal([], TracesIn(host.Folder));
        }
    }

    private static string Email(string role) => $"zyxw-{role.ToLowerInvariant()}@essais.example";

    private static List<string> TracesIn(string folder)
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            var text = Encoding.Latin1.GetString(memory.GetBuffer(), 0, (int)memory.Length);
            foreach (var trace in Traces)
            {
                var at = text.IndexOf(trace, StringComparison.OrdinalIgnoreCase);
                if (at >= 0) found.Add($"{Path.GetRelativePath(folder, file)}: {string.Concat(text.Skip(Math.Max(0, at - 60)).Take(160).Select(c => char.IsControl(c) ? '.' : c))}");
            }
        }
        return found;
    }

    // Somebody who used the platform: wherever a person's name or words can go, they went.
    private static async Task<TestHost> LivedAsync(string role)
    {
        var host = await TestHost.StartAsync();
        var programmes = $"""
            code,name,component,university,city,level,years,domain,description,skills,jobs,rome_codes,responsible,email
            INFO,Ingénieur informatique,{Component},Université d’essai,Grenoble,Bac+5,3;4;5,informatics,"Développement d'applications web, bases de données SQL, tests logiciels.",C#;SQL,Développeur,M1805,Dominique Essai,info@essais.example
            """;
        Assert.Empty((await host.ImportAsync("programmes", programmes)).Errors);
        Assert.Empty((await host.ImportAsync("companies", $"siret,legal_name,kind,city\n{Siret},ACME SAS,private,Grenoble")).Errors);
        Assert.Empty((await host.ImportAsync("students", $"name,email,programme,year\n{(role is Roles.Student ? Name : "Sacha Essai")},{(role is Roles.Student ? Email(role) : "sacha@essais.example")},INFO,4")).Errors);
        var account = await AccountAsync(host, role);
        var recruiter = role == Roles.Recruiter ? await host.SignInAsync(Email(role)) : await host.AsRecruiterAsync(Siret);
        var manager = role == Roles.Manager ? await host.SignInAsync(Email(role)) : await host.AsManagerAsync(Component);

        var (_, ranking) = await recruiter.PostOfferAsync(
            "Application web",
            "Développer une application web en C# et SQL, API REST, tests. Écrire à " + (role == Roles.Recruiter ? $"{Name}, {Email(role)}." : "l’équipe."),
            ("Input.Tutor", role == Roles.Recruiter ? Name : "Dominique Essai"), ("Input.ContactEmail", role == Roles.Recruiter ? Email(role) : "accueil@essais.example"));
        await host.SettleAsync();
        var programme = (await host.WithAsync<IProgrammes, IReadOnlyList<ProgrammeSnapshot>>(p => p.FindByCodeAsync(["INFO"], CancellationToken.None))).Single();
        await recruiter.SubmitAsync(ranking, "main form[method='post']", ("Chosen", programme.Id.ToString()));
        await host.SettleAsync();
        var item = await host.WithAsync<SchoolingDb, Guid>(db => db.Inbox.Select(i => i.Id).SingleAsync());
        var forward = await manager.GetAsync($"/inbox/{item}/forward");
        var note = role == Roles.Manager ? $"Bien à vous, {Name} ({Email(role)})" : "Bien à vous";
        var preview = await manager.SubmitAsync(forward, "main form[method='post']", ("Input.Note", note));
        await manager.SubmitAsync(preview, "form[action*='onfirm'], main form[method='post']");
        await host.SettleAsync();
        await (await host.SignInAsync(Email(role))).GetAsync("/internships?q=application");
        if (role is Roles.Director)
        {
            var director = await host.SignInAsync(Email(role));
            await director.SubmitAsync(await director.GetAsync("/direction/report"), "form[action*='Subscribe']");
        }
        Assert.NotEqual(Guid.Empty, account);
        return host;
    }

    private static async Task<Guid> AccountAsync(TestHost host, string role)
    {
        var id = Guid.Empty;
        await host.WithAsync<IAccounts>(async accounts => id = (await accounts.EnsureAsync(Email(role), Name, role, TestHost.Password, CancellationToken.None)).AccountId!.Value);
        if (role is Roles.Recruiter)
        {
            await host.WithAsync<ICompanies>(async companies =>
                await companies.AttachRecruiterAsync((await companies.FindBySiretAsync(Siret, CancellationToken.None))!.Id, id, Name, Email(role), CancellationToken.None));
        }
        if (role is Roles.Manager) await host.WithAsync<IProgrammes>(programmes => programmes.AttachManagerAsync(id, Name, Email(role), Component, CancellationToken.None));
        return id;
    }
}
