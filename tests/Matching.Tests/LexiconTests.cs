using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SmartRecruiting.Matching.Tests;

public sealed class LexiconTests
{
    private const string Form = "main form:not(.filters):not(.panel)";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_manager_adds_a_skill_and_it_is_found_at_once(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        const string Text = "Maîtrise du brasage sous vide profond et de la campanologie";
        Assert.DoesNotContain(await SkillsAsync(host, Text), s => s == "Campanologie");
        using var manager = await host.AsAsync(Roles.Manager);

        var list = await manager.SubmitAsync(
            await manager.GetAsync("/skills/new"), Form,
            ("Input.French", "Campanologie"), ("Input.English", "Bell ringing"), ("Input.Family", "arts"), ("Input.Aliases", "sonnerie de cloches\nart campanaire"));

        Assert.Equal("/skills", list.Path);
        Assert.Contains(await SkillsAsync(host, Text), s => s == "Campanologie");
        Assert.Contains(await SkillsAsync(host, "cours de sonnerie de cloche"), s => s == "Campanologie");
        var found = await manager.GetAsync("/skills?q=campanologie&corrected=true");
        Assert.Contains("Camille Essai", Assert.Single(found.All("tbody tr")));
    }

    [Theory, EveryDatabase]
    public async Task A_skill_is_corrected_hidden_and_restored(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        using var administrator = await host.AsAsync(Roles.Administrator);
        Assert.Contains("Photovoltaïque", await SkillsAsync(host, "pose de panneaux, photovoltaïque"));

        await administrator.SubmitAsync(await administrator.GetAsync("/skills/photovoltaics"), Form, ("Input.Hidden", "true"));
        Assert.DoesNotContain("Photovoltaïque", await SkillsAsync(host, "pose de panneaux, photovoltaïque"));
        Assert.Contains("Masquée", Assert.Single((await administrator.GetAsync("/skills?q=photovoltaique&corrected=true")).All("tbody tr")));

        var restored = await administrator.SubmitAsync(await administrator.GetAsync("/skills/photovoltaics"), "main form.panel");
        Assert.Equal("/skills", restored.Path);
        Assert.Contains("Photovoltaïque", await SkillsAsync(host, "pose de panneaux, photovoltaïque"));
        Assert.Equal(0, await host.ReadAsync(db => db.Corrections.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_is_written()
    {
        await using var host = await MatchingHost.StartAsync(Database.Sqlite);
        using var manager = await host.AsAsync(Roles.Manager);

        var form = await manager.SubmitAsync(
            await manager.GetAsync("/skills/new"), Form, ("Input.French", "Go"), ("Input.English", " "), ("Input.Family", "software"), ("Input.Aliases", "Python\n!!!"));

        Assert.Equal("/skills/new", form.Path);
        foreach (var (field, message) in new[] { ("English", "manque"), ("Aliases", "Python"), ("Aliases", "!!!"), ("Context", "Go") })
        {
            Assert.Contains(message, Assert.Single(form.All($"#Input_{field}-error")));
        }
        Assert.Equal("Go", form.Document.QuerySelector("#Input_French")!.GetAttribute("value"));
        Assert.Equal(0, await host.ReadAsync(db => db.Corrections.CountAsync(Cancellation)));
    }

    [Theory, EveryDatabase]
    public async Task Who_comes_second_does_not_wipe_out_the_first(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        using var one = await host.AsAsync(Roles.Manager);
        using var other = await host.AsAsync(Roles.Administrator);
        var (first, second) = (await one.GetAsync("/skills/sql"), await other.GetAsync("/skills/sql"));

        await one.SubmitAsync(first, Form, ("Input.Aliases", "langage de requêtes relationnelles"));
        var refused = await other.SubmitAsync(second, Form, ("Input.Hidden", "true"));

        Assert.Contains("Quelqu’un d’autre", refused.Text);
        var correction = Assert.Single(await host.ReadAsync(db => db.Corrections.AsNoTracking().ToListAsync(Cancellation)));
        Assert.Equal(("langage de requêtes relationnelles", false, 1), (correction.Aliases, correction.IsHidden, correction.Revision));
    }

    [Theory, EveryDatabase]
    public async Task Corrections_leave_as_a_file_and_come_back_the_same(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        using var manager = await host.AsAsync(Roles.Manager);
        const string Csv = """
            fr,en,family,aliases,context,hidden
            Campanologie,Bell ringing,arts,art campanaire;sonnerie de cloches,,
            Photovoltaïque,Photovoltaics,energy,,,yes
            ,Nothing,data,,,
            Deux,Two,nowhere,,,
            """;

        var report = await manager.UploadAsync(await manager.GetAsync("/skills/import"), "main form[method=post]", "Upload", "corrections.csv", Encoding.UTF8.GetBytes(Csv));

        Assert.Equal(["4", "fr", "5", "family"], report.All("tbody td").Where((_, i) => i % 3 < 2));
        Assert.DoesNotContain("Photovoltaïque", await SkillsAsync(host, "photovoltaïque"));
        using var download = await manager.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/skills?format=csv"));
        var file = (await download.Content.ReadAsStringAsync(Cancellation)).TrimStart('\uFEFF');
        Assert.Contains("campanologie,Campanologie,Bell ringing,arts,art campanaire;sonnerie de cloches,,,Camille Essai,", file);
        var again = await host.ImportAsync("skills", file);
        Assert.Equal((0, 0, 2, 0), (again.Added, again.Updated, again.Unchanged, again.Errors.Count));
    }

    [Fact]
    public async Task The_list_filters_sorts_pages_and_stays_light()
    {
        await using var host = await MatchingHost.StartAsync(Database.Sqlite);
        using var manager = await host.AsAsync(Roles.Manager);

        var first = await manager.GetAsync("/skills?family=law");
        var last = await manager.GetAsync("/skills?family=law&p=2&sort=-Name");

        Assert.Equal(25, first.All("tbody tr").Count);
        Assert.All(first.All("tbody td:nth-child(3)"), family => Assert.Equal("Droit", family));
        Assert.NotEqual(first.All("tbody td:first-child"), last.All("tbody td:first-child"));
        Assert.InRange(first.Document.All.Length, 1, 390);
        Assert.Contains("Aucune compétence", (await manager.GetAsync("/skills?q=xyzxyz")).Text);
    }

    [Theory]
    [InlineData(Roles.Student)]
    [InlineData(Roles.Recruiter)]
    [InlineData(Roles.Director)]
    public async Task Nobody_else_opens_the_lexicon(string role)
    {
        await using var host = await MatchingHost.StartAsync(Database.Sqlite);
        using var somebody = await host.AsAsync(role);

        foreach (var path in (string[])["/skills", "/skills/new", "/skills/sql", "/skills/import", "/skills?format=csv"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await somebody.GetAsync(path)).Status);
        }
        using var manager = await host.AsAsync(Roles.Manager);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync("/skills/nowhere")).Status);
    }

    [Fact]
    public async Task The_command_names_the_lines_of_a_bad_file()
    {
        await using var host = await TestHost.StartAsync();
        var path = Path.Combine(host.Folder, "lexicon.csv");

        await File.WriteAllTextAsync(path, "id,fr,en,family,aliases,context\nsql,SQL,SQL,data,,\nsql,Langage SQL,SQL language,data,,\n", Cancellation);
        var (exit, output, _) = await host.CommandAsync("lexicon", "check", path);
        Assert.Equal(1, exit);
        Assert.StartsWith("Ligne 3 : ", output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(path, "id,fr,en,family,aliases,context\nsql,SQL,SQL,data,,\n", Cancellation);
        Assert.Equal(0, (await host.CommandAsync("lexicon", "check", path)).Exit);
        Assert.Equal(1, (await host.CommandAsync("lexicon", "check", path + "x")).Exit);
        Assert.Equal(2, (await host.CommandAsync("lexicon", "check")).Exit);
    }

    private static async Task<List<string>> SkillsAsync(TestHost host, string text)
    {
        // A ranking makes this host look for what changed.
        await host.RankAsync(text, 1);
        return await host.WithAsync<ITextAnalysis, List<string>>(analysis => Task.FromResult(analysis.Analyse(text).Skills.Select(s => s.French).ToList()));
    }
}
