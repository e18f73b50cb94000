using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SmartRecruiting.Contracts;
using SmartRecruiting.Kernel.Jobs;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Host.Tests;

/// <summary>
/// Ninety days of a small university, every recurring job each morning: the mails that leave are those that the rules ask for, by kind, and
/// none leaves twice. A new kind of mail needs a line in <see cref="Kinds"/>, and its rule an assertion.
/// </summary>
public sealed partial class NinetyDayTests
{
    private const int Days = 90;
    private static readonly DateOnly First = new(2026, 3, 2);

    // Of these ninety days; written down, not computed by what is tested.
    private static readonly DateOnly[] Holidays = [new(2026, 4, 6), new(2026, 5, 1), new(2026, 5, 8), new(2026, 5, 14), new(2026, 5, 25)];

    /// <summary>Every kind of mail: how its subject reads, and what there can be only one of.</summary>
    private static readonly Kind[] Kinds =
    [
        new("announced", "^Nouvelle offre pour ", sent => $"{sent.To} {sent.Subject}"),
        new("reminder", "^Rappel : ", sent => $"{sent.To} {sent.Subject}"),
        new("others asked", "^Sans réponse : ", sent => $"{sent.To} {sent.Subject}"),
        new("digest", "^(Une offre attend|[0-9]+ offres attendent) votre réponse", sent => $"{sent.To} {sent.Day:O}"),
        new("recruiter told", "^Pas encore de réponse pour ", sent => $"{sent.To} {sent.Subject}"),
        new("forwarded", "^Offre transmise : ", sent => $"{sent.To} {sent.Subject}"),
        new("report", "^Rapport prêt : ", sent => $"{sent.To} {sent.Subject}"),
        new("ends", "^Votre offre « .+ » se termine le ", sent => $"{sent.To} {sent.Subject} {sent.Day:O}"),
        new("over", "^(L’offre « .+ » n’est plus ouverte|[0-9]+ offres que vous suiviez)", sent => $"{sent.To} {sent.Day:O}"),
        new("decisions", "^En attente : ", sent => $"{sent.To} {sent.Day:O}"),
        new("alert", "^[0-9]+ offres? nouvelles? pour vous", sent => $"{sent.To} {sent.Day:O}"),
    ];

    // One component with one programme for each way of having mails; the last has no manager.
    private const string Programmes = """
        code,name,component,university,city,level,years,domain,description,skills,jobs,rome_codes,responsible,email,deputy,deputy_email
        SITOT,Informatique,Composante tout de suite,Université d’essai,Grenoble,Bac+5,4,informatics,"Développement d'applications web, bases de données SQL, tests logiciels.",C#;SQL,Développeur,M1805,Dominique Essai,resp@essais.example,Sacha Essai,adjoint-tot@essais.example
        PARJOUR,Comptabilité,Composante du jour,Université d’essai,Valence,Bac+3,2,finance,"Comptabilité générale, paie et audit des entreprises.",paie,Comptable,M1203,Dominique Essai,resp@essais.example,Sacha Essai,adjoint-jour@essais.example
        PARSEMAINE,Droit,Composante de la semaine,Université d’essai,Grenoble,Bac+3,2,law,"Droit civil, droit public et rédaction d'actes.",droit civil,Juriste,K1903,Dominique Essai,resp@essais.example,,
        JAMAIS,Biologie,Composante sans mail,Université d’essai,Grenoble,Bac+5,4,science,"Biologie cellulaire, microscopie et génétique.",PCR,Biologiste,H1206,Dominique Essai,resp@essais.example,Sacha Essai,adjoint-jamais@essais.example
        SEUL,Génie civil,Composante sans gestion,Université d’essai,Grenoble,Bac+3,2,construction,"Conduite de travaux, béton armé et topographie.",béton,Conducteur de travaux,F1201,Dominique Essai,responsable@essais.example,Sacha Essai,adjoint-seul@essais.example
        """;

    private static readonly string[] Codes = ["SITOT", "PARJOUR", "PARSEMAINE", "JAMAIS", "SEUL"];
    private static readonly string[] Sirets = ["73282932000074", "35600000000048"];

    [Fact, Trait("Acceptance", "11")]
    public async Task Ninety_days_send_the_mails_that_the_rules_ask_for_and_none_twice()
    {
        await using var host = await TestHost.StartAsync();
        await UniversityAsync(host);
        var (mails, offers) = (new List<Sent>(), new List<Offer>());
        for (var number = 0; number < Days; number++)
        {
            var day = First.AddDays(number);
            Assert.True(host.Clock.GetUtcNow() <= At(day, 4));
            host.Clock.Set(At(day, 4));
            await MorningAsync(host);
            host.Clock.Set(At(day, 11));
            // Every third day an offer, weekends too, to three programmes; each company in its turn.
            if (number % 3 == 0) offers.Add(await SendAsync(host, day, number / 3));
            // The manager who hears at once answers every other offer two days later, yes and no in turn.
            if (offers.Find(o => o.Day == day.AddDays(-2) && o.AnsweredOn is not null) is { } answered) await AnswerAsync(host, answered);
            await host.SettleAsync();
            // A Wednesday, a Friday and a Saturday: two mornings on which administrators have something new to decide.
            if (number is 9 or 11 or 12) await ReportAsync(host, offers[number - 9]);
            mails.AddRange(Take(host, day));
        }

        var unknown = mails.Where(m => m.Kind is null).Select(m => m.Subject).Distinct();
        Assert.Equal([], unknown);
        Assert.Equal([], mails.GroupBy(m => (m.Kind!.Name, m.Kind.Once(m))).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(mails.Where(m => m.Hour == 4 && m.Kind!.Name is not ("report" or "ends" or "over" or "alert")), m => Assert.True(IsWorking(m.Day), $"{m.Day} {m.Subject}"));
        Assert.Equal(Expected(offers), mails.Where(m => m.Kind!.Name is not "forwarded" and not "report").GroupBy(m => $"{m.Kind!.Name} {m.To}").ToSortedDictionary(g => g.Count()));
        // Two of the three students want them; a third of a half of ninety days' offers is accepted.
        Assert.Equal(2 * offers.Count(o => o is { AnsweredOn: not null, IsForwarded: true }), mails.Count(m => m.Kind!.Name == "forwarded"));
        Assert.Equal(3, mails.Count(m => m.Kind!.Name == "report"));
        // What a digest said, no later one says again; reminders are said as such.
        foreach (var reader in new[] { "jour@essais.example", "semaine@essais.example" })
        {
            var lines = mails.Where(m => m.Kind!.Name == "digest" && m.To == reader).SelectMany(m => Line().Matches(m.Text).Select(l => l.Value)).ToList();
            Assert.Equal(lines.Count, lines.Distinct().Count());
        }
        await LinksChangeNothingAsync(host, mails);
    }

    // Opening whatever a mail leads to, as a mail scanner would and as its reader, leaves every row as it was.
    private static async Task LinksChangeNothingAsync(TestHost host, List<Sent> mails)
    {
        using var scanner = host.Anonymous();
        using var manager = await host.SignInAsync("tot@essais.example");
        using var recruiter = await host.SignInAsync($"recruteur-{Sirets[0]}@essais.example");
        using var director = await host.SignInAsync("direction@essais.example");
        using var administrator = await host.SignInAsync("administration@essais.example");
        var before = host.Tables();
        var links = Kinds.SelectMany(kind => mails.Where(m => m.Kind == kind).TakeLast(2)).SelectMany(m => m.Links).Distinct().ToList();
        Assert.InRange(links.Count, 10, 200);
        foreach (var link in links)
        {
            foreach (var reader in new[] { scanner, manager, recruiter, director, administrator }) await reader.GetAsync(link);
        }
        Assert.Equal([], host.ChangedSince(before));
    }

    private static async Task UniversityAsync(TestHost host)
    {
        Assert.Empty((await host.ImportAsync("programmes", Programmes)).Errors);
        Assert.Empty((await host.ImportAsync("companies", $"siret,legal_name,kind,city\n{Sirets[0]},ACME SAS,private,Grenoble\n{Sirets[1]},Globex,association,Lyon")).Errors);
        Assert.Empty((await host.ImportAsync(
            "students", "name,email,programme,year,opt_out\nUne,e1@essais.example,SITOT,4,no\nDeux,e2@essais.example,SITOT,4,no\nTrois,e3@essais.example,SITOT,4,yes")).Errors);
        foreach (var siret in Sirets) (await host.AsRecruiterAsync(siret)).Dispose();
        foreach (var (component, name, pace) in new[]
                 {
                     ("Composante tout de suite", "tot", "Immediate"), ("Composante du jour", "jour", "Daily"), ("Composante de la semaine", "semaine", "Weekly"), ("Composante sans mail", "jamais", "None"),
                 })
        {
            using var manager = await host.AsManagerAsync(component, $"{name}@essais.example");
            await manager.SubmitAsync(await manager.GetAsync("/inbox/mail"), "main form", ("Input.Pace", pace));
        }
        using var student = await host.AsAsync(Roles.Student, "eleve@essais.example");
        await student.SubmitAsync(await student.GetAsync("/internships?q=application+web"), "form[action*='my-searches']");
        using var administrator = await host.AsAsync(Roles.Administrator, "administration@essais.example");
        using var director = await host.AsAsync(Roles.Director, "direction@essais.example");
        await director.SubmitAsync(await director.GetAsync("/direction/report"), "form[action*='Subscribe']");
        // The clock begins at nine, after the first morning's jobs.
        host.Clock.Set(At(First, 4));
    }

    private static async Task MorningAsync(TestHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        foreach (var job in scope.ServiceProvider.GetServices<RecurringRegistration>().OrderBy(j => j.Id, StringComparer.Ordinal))
        {
            await host.RunJobAsync(job.Id);
            await host.SettleAsync();
        }
    }

    private static async Task<Offer> SendAsync(TestHost host, DateOnly day, int number)
    {
        var to = Enumerable.Range(number, 3).Select(n => Codes[n % Codes.Length]).ToList();
        var offer = new Offer($"Mission {number:00}", Sirets[number % 2], day, to, to.Contains("SITOT") && number % 2 == 0 ? day.AddDays(2) : null, number % 4 == 0);
        Assert.Empty((await host.ImportAsync(
            "offers",
            $"siret,reference,title,text,kind,date,status,sent_to\n{offer.Siret},{offer.Title},{offer.Title},\"Développer une application web en C# et SQL, numéro {number}.\",internship,{day:yyyy-MM-dd},published,{string.Join(';', to)}")).Errors);
        return offer;
    }

    private static async Task AnswerAsync(TestHost host, Offer offer)
    {
        var item = await host.WithAsync<SchoolingDb, Guid>(db => db.Inbox.Where(i => i.Title == offer.Title && i.Programme.Code == "SITOT").Select(i => i.Id).SingleAsync());
        using var manager = await host.SignInAsync("tot@essais.example");
        if (offer.IsForwarded)
        {
            var preview = await manager.SubmitAsync(await manager.GetAsync($"/inbox/{item}/forward"), "#forward", ("Input.Years", "4"));
            await manager.SubmitAsync(preview, "#preview");
        }
        else
        {
            await manager.SubmitAsync(await manager.GetAsync($"/inbox/{item}/decline"), "main form", ("Input.Code", "WrongPeriod"), ("Input.Reason", "Déjà placés."));
        }
    }

    // The rules once more, in the plainest words: who gets how many mails of which kind.
    private static async Task ReportAsync(TestHost host, Offer offer)
    {
        using var student = await host.SignInAsync("eleve@essais.example");
        var found = (await student.GetAsync("/internships?q=" + Uri.EscapeDataString(offer.Title))).Document.QuerySelectorAll(".results h3 a").First(link => link.TextContent.Trim() == offer.Title);
        await student.SubmitAsync(await student.GetAsync(found.GetAttribute("href") + "/report"), "main form", ("Input.Reason", nameof(ReportReason.Fraud)));
        await host.SettleAsync();
    }

    private static SortedDictionary<string, int> Expected(List<Offer> offers)
    {
        var (last, all) = (First.AddDays(Days - 1), new SortedDictionary<string, int>(StringComparer.Ordinal));
        var digests = new Dictionary<string, HashSet<DateOnly>> { ["jour"] = [], ["semaine"] = [] };
        foreach (var offer in offers)
        {
            var isSilent = false;
            foreach (var programme in offer.To)
            {
                var (reminder, others, end) = (After(offer.Day, 5), After(offer.Day, 10), After(offer.Day, 15));
                var isAnswered = programme == "SITOT" && offer.AnsweredOn is not null;
                switch (programme)
                {
                    case "SITOT":
                        Count("announced tot", offer.Day);
                        if (!isAnswered) Count("reminder tot", reminder);
                        break;
                    case "SEUL":
                        Count("announced responsable", offer.Day);
                        Count("reminder responsable", reminder);
                        break;
                    case "PARJOUR":
                        Daily(After(offer.Day, 1));
                        Daily(reminder);
                        break;
                    case "PARSEMAINE":
                        Weekly(offer.Day);
                        Weekly(reminder);
                        break;
                }
                var deputy = programme switch { "SITOT" => "adjoint-tot", "PARJOUR" => "adjoint-jour", "JAMAIS" => "adjoint-jamais", "SEUL" => "adjoint-seul", _ => null };
                if (deputy is not null && !isAnswered) Count("others asked " + deputy, others);
                isSilent |= !isAnswered && end <= last;
            }
            var lastDay = offer.Day.AddMonths(2);
            Count($"ends recruteur-{offer.Siret}", lastDay.AddDays(-7));
            Count($"ends recruteur-{offer.Siret}", lastDay.AddDays(-1));
            // Who got it is told that it is over; who looks for the like hears the next morning of what came since.
            foreach (var reader in offer is { AnsweredOn: not null, IsForwarded: true } ? ["e1", "e2"] : Array.Empty<string>()) Count("over " + reader, lastDay.AddDays(1));
            if (offer.Day > First) Count("alert eleve", offer.Day.AddDays(1));
            if (isSilent) Count($"recruiter told recruteur-{offer.Siret}", After(offer.Day, 15));
        }
        foreach (var (reader, days) in digests) all[$"digest {reader}@essais.example"] = days.Count(d => d <= last);
        // On the Thursday after the Wednesday, and on the Monday after Friday and Saturday.
        all["decisions administration@essais.example"] = 2;
        return all;

        void Count(string what, DateOnly day)
        {
            if (day <= last) all[what + "@essais.example"] = all.GetValueOrDefault(what + "@essais.example") + 1;
        }

        void Daily(DateOnly morning) => digests["jour"].Add(morning);

        void Weekly(DateOnly news)
        {
            if (news > last) return;
            var monday = news.AddDays(7 - (((int)news.DayOfWeek + 6) % 7));
            digests["semaine"].Add(IsWorking(monday) ? monday : After(monday, 1));
        }
    }

    private static IEnumerable<Sent> Take(TestHost host, DateOnly day)
    {
        var folder = Path.Combine(host.Folder, "mail");
        foreach (var file in Directory.EnumerateFiles(folder, "*.eml").Order(StringComparer.Ordinal).ToList())
        {
            var mail = MimeMessage.Load(file);
            File.Delete(file);
            var kind = Kinds.FirstOrDefault(k => Regex.IsMatch(mail.Subject!, k.Subject));
            var links = Link().Matches(mail.HtmlBody!).Select(m => new Uri(System.Net.WebUtility.HtmlDecode(m.Groups[1].Value)).PathAndQuery);
            yield return new Sent(kind, day, kind?.Name is "announced" or "forwarded" ? 11 : 4, mail.To.Mailboxes.Single().Address, mail.Subject!, mail.TextBody!.ReplaceLineEndings("\n"), [.. links]);
        }
    }

    private static DateTimeOffset At(DateOnly day, int hour) => new(day, new TimeOnly(hour, 0), TimeSpan.Zero);

    private static bool IsWorking(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day);

    private static DateOnly After(DateOnly day, int working)
    {
        while (working > 0) if (IsWorking(day = day.AddDays(1))) working--;
        return day;
    }

    // A digest's line: an offer with its company and programme, and whether it is recalled.
    [GeneratedRegex(@"^Mission \d+\n.+(\nRappel.+)?$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Link();

    private sealed record Kind(string Name, string Subject, Func<Sent, string> Once);

    private sealed record Sent(Kind? Kind, DateOnly Day, int Hour, string To, string Subject, string Text, IReadOnlyList<string> Links);

    private sealed record Offer(string Title, string Siret, DateOnly Day, IReadOnlyList<string> To, DateOnly? AnsweredOn, bool IsForwarded);
}

internal static class Groups
{
    public static SortedDictionary<string, TValue> ToSortedDictionary<TItem, TValue>(this IEnumerable<IGrouping<string, TItem>> groups, Func<IGrouping<string, TItem>, TValue> value) =>
        new(groups.ToDictionary(g => g.Key, value), StringComparer.Ordinal);
}
