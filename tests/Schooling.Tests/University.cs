using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Tests;

/// <summary>A small invented university, and what happens to it.</summary>
internal static class University
{
    public const string Informatics = "INFO4";
    public const string Nursing = "SOINS";
    public const string School = "École des essais";
    public const string Clinic = "Institut de santé";

    public const string Catalogue = """
        code,name,component,university,level,years,domain,description,skills,jobs,rome_codes,responsible,email,deputy,deputy_email,phone
        info4,Informatique et logiciel,École des essais,Université d’essai,Bac+5,3;4;5,informatics,"On y écrit des applications web, et leurs tests.",C#;SQL;API REST,Développeur / Développeuse,M1805;M1810,Dominique Essai,Dominique@Universite.example,Sacha Suppléant,sacha@universite.example,04 00 00 00 01
        SOINS,Soins infirmiers,Institut de santé,Université d’essai,Bac+3,1;2;3,health,Le soin en trois ans.,Soins;Hygiène,Infirmier / Infirmière,J1506,Alix Santé,alix@universite.example,,,
        GC-1,Génie civil,École des essais,Université d’essai,Bac+2,1;2,construction,,,,,,,,,
        """;

    public static async Task<TestHost> WithCatalogueAsync(this Task<TestHost> starting)
    {
        var host = await starting;
        var report = await host.ImportAsync("programmes", Catalogue);
        Assert.Equal(3, report.Added);
        Assert.Empty(report.Errors);
        return host;
    }

    public static async Task<ProgrammeSnapshot> ProgrammeAsync(this TestHost host, string code) =>
        Assert.Single(await host.WithAsync<IProgrammes, IReadOnlyList<ProgrammeSnapshot>>(p => p.FindByCodeAsync([code], CancellationToken.None)));

    public static Task<T> ReadAsync<T>(this TestHost host, Func<SchoolingDb, Task<T>> read) => host.WithAsync(read);

    public static async Task PublishAsync(this TestHost host, IntegrationEvent happened)
    {
        await host.WithAsync<SchoolingDb>(async db =>
        {
            db.Publish(happened);
            await db.SaveChangesAsync(CancellationToken.None);
        });
        await host.SettleAsync();
    }

    public static OfferSnapshot Offer(string title = "Application web", int revision = 1) => new(
        Guid.NewGuid(), revision, title, "Développer une application web en C#.\nTests compris.", OfferKind.Internship, "Bac+5", Guid.NewGuid(), "Entreprise d’essai",
        "Grenoble", new DateOnly(2026, 9, 1), 20, "Lou Contact", "lou@entreprise.example", new DateTime(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc));

    /// <summary>A recruiter sent an offer to a programme, and it arrived.</summary>
    public static async Task<OfferTransmitted> TransmitAsync(this TestHost host, string code, OfferSnapshot? offer = null)
    {
        var programme = await host.ProgrammeAsync(code);
        var sent = new OfferTransmitted(
            Guid.NewGuid(), programme.Id, offer ?? Offer(), Strength.Good, ["application web", "C#"], host.Clock.GetUtcNow().UtcDateTime);
        await host.PublishAsync(sent);
        return sent;
    }

    public static async Task EnrolAsync(this TestHost host, string code, int year, int students, int optedOut = 0)
    {
        var csv = new StringBuilder("name,email,programme,year,opt_out\n");
        for (var number = 1; number <= students; number++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"Étudiant {year} {number},e{year}-{number}@universite.example,{code},{year},{(number <= optedOut ? "yes" : "no")}\n");
        }
        Assert.Empty((await host.ImportAsync("students", csv.ToString())).Errors);
    }

    /// <summary>A file as it comes down, its mark at the start included.</summary>
    public static async Task<string> FileAsync(this Visitor visitor, string path) => Encoding.UTF8.GetString(await visitor.BytesAsync(path));

    /// <summary>A file as it comes down.</summary>
    public static async Task<byte[]> BytesAsync(this Visitor visitor, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var response = await visitor.SendAsync(request);
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>How many events of a kind left this module: each is one row for each of its handlers.</summary>
    public static Task<int> PublishedAsync<TEvent>(this TestHost host) => host.ReadAsync(db =>
        db.Database.SqlQuery<int>($"SELECT COUNT(DISTINCT Payload) AS Value FROM schooling_outbox WHERE Event = {typeof(TEvent).Name}").SingleAsync());
}
