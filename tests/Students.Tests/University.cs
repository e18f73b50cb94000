using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students.Tests;

/// <summary>A small invented university, and what the tests do with it again and again.</summary>
internal static class University
{
    public const string Informatics = "INFO4";
    public const string Nursing = "SOINS3";
    public const string Component = "École d’ingénierie";
    public const string OtherComponent = "Institut de santé";
    public const string Siret = "73282932000074";

    private const string Programmes = """
        code,name,component,university,level,years,domain,description,skills,jobs,rome_codes,responsible,email,deputy,deputy_email,phone
        INFO4,Informatique et logiciel,École d’ingénierie,Université d’essai,Bac+5,4;5,informatics,"Développement logiciel, applications web, bases de données SQL, algorithmique, tests et qualité du code.",C#;SQL;API REST;tests logiciels,développeur;ingénieur logiciel,M1805,Dominique Essai,info@universite.example,,,04 00 00 00 01
        GC4,Génie civil,École d’ingénierie,Université d’essai,Bac+5,4;5,construction,"Béton, structures, chantiers, résistance des matériaux, ouvrages d’art.",béton armé;topographie,conducteur de travaux,F1106,Alix Essai,genie-civil@universite.example,,,04 00 00 00 02
        SOINS3,Soins infirmiers,Institut de santé,Université d’essai,Bac+3,1;2;3,health,"Soins aux patients, hygiène, pharmacologie, accompagnement en milieu hospitalier.",soins infirmiers;hygiène hospitalière,infirmier,J1506,Sacha Essai,soins@universite.example,,,04 00 00 00 03
        COMPTA3,Comptabilité et gestion,Institut de gestion,Université d’essai,Bac+3,3,finance,"Comptabilité, fiscalité, audit, contrôle de gestion, paie des salariés.",comptabilité générale;paie,comptable,M1203,Noa Essai,compta@universite.example,,,04 00 00 00 04
        """;

    private const string Offers = """
        siret,reference,title,text,kind,level,city,start,duration_weeks,date,status,programme,sent_to,contact_name,contact_email
        73282932000074,R1,Développement d’une application web,"Développer une application web en C# et SQL, API REST, tests automatisés. Écrire à equipe@entreprise.example ou au 04 76 00 00 00.",internship,Bac+5,Grenoble,2026-04-01,20,2026-02-20,published,INFO4,,Lou Contact,lou@entreprise.example
        73282932000074,R2,Suivi de chantier,"Suivre le chantier d’un pont en béton armé, topographie et contrôle des structures.",internship,Bac+5,Lyon,2026-04-01,20,2026-02-25,published,GC4,,Lou Contact,lou@entreprise.example
        73282932000074,R3,Alternance en comptabilité,"Tenir la comptabilité, préparer la paie et les déclarations fiscales.",apprenticeship,Bac+3,Grenoble,2026-09-01,50,2026-02-10,published,COMPTA3,,Lou Contact,lou@entreprise.example
        73282932000074,R4,Stage déjà pourvu,"Développer un outil de tests en C# pour une équipe de logiciel.",internship,Bac+5,Grenoble,2026-01-01,20,2025-11-01,filled,INFO4,,Lou Contact,lou@entreprise.example
        """;

    private const string Companies = """
        siret,legal_name,trade_name,naf,kind,headcount,address,postcode,city,insee,country,website,domains,contact_name,contact_function,contact_email,contact_phone,spontaneous
        73282932000074,Entreprise d’essai,,62.01Z,private,50-99,1 rue des Essais,38000,Grenoble,38185,FR,https://entreprise.example,informatics,Lou Contact,Direction,lou@entreprise.example,04 76 00 00 00,yes
        """;

    /// <summary>Has the programmes in.</summary>
    public static async Task<TestHost> WithProgrammesAsync(this Task<TestHost> starting)
    {
        var host = await starting;
        Assert.Empty((await host.ImportAsync("programmes", Programmes)).Errors);
        return host;
    }

    /// <summary>Has programmes, a company with offers, and a model that ranks.</summary>
    public static async Task<TestHost> WithOffersAsync(this Task<TestHost> starting)
    {
        var host = await starting.WithProgrammesAsync();
        Assert.Empty((await host.ImportAsync("companies", Companies)).Errors);
        Assert.Empty((await host.ImportAsync("offers", Offers)).Errors);
        await host.TrainAsync();
        return host;
    }

    public static async Task<ProgrammeSnapshot> ProgrammeAsync(this TestHost host, string code) =>
        (await host.WithAsync<IProgrammes, IReadOnlyList<ProgrammeSnapshot>>(p => p.FindByCodeAsync([code], CancellationToken.None))).Single();

    /// <summary>A class of students of one programme; the last ones said in the file that they want no mail.</summary>
    public static async Task EnrolAsync(this TestHost host, string programme, int students, int optedOut = 0, int year = 4)
    {
        var rows = Enumerable.Range(1, students).Select(n => $"Étudiant {n},{Email(n)},{programme},{year},{(n > students - optedOut ? "oui" : "non")}");
        Assert.Empty((await host.ImportAsync("students", string.Join('\n', rows.Prepend("name,email,programme,year,opt_out")))).Errors);
    }

    public static string Email(int student) => $"etudiant{student}@universite.example";

    public static Task<T> ReadAsync<T>(this TestHost host, Func<StudentsDb, Task<T>> read) => host.WithAsync(read);

    public static Task<string> StopTokenAsync(this TestHost host, string email) =>
        host.ReadAsync(db => db.Roster.Where(e => e.Email == email).Select(e => e.StopToken).FirstAsync());

    /// <summary>A manager's request to forward an offer to all of a programme's students, or to some years.</summary>
    public static async Task<ForwardRequested> ForwardAsync(this TestHost host, string programme, string? note = null, params int[] years)
    {
        var snapshot = await host.ProgrammeAsync(programme);
        var offer = new OfferSnapshot(
            Guid.NewGuid(), 1, "Application web", "Développer une application web avec toute une équipe.", OfferKind.Internship, "Bac+5", Guid.NewGuid(),
            "Entreprise d’essai", "Grenoble", new DateOnly(2026, 4, 1), 20, "Lou Contact", "lou@entreprise.example", new DateTime(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc));
        var request = new ForwardRequested(Guid.NewGuid(), Guid.NewGuid(), snapshot.Id, snapshot.Name, years, note, offer);
        await host.PublishAsync(request);
        await host.SettleAsync();
        return request;
    }

    /// <summary>Has the model say what an imported offer is about.</summary>
    public static Task<Guid> TagAsync(this TestHost host, string reference, string domain, params string[] skills) => host.TagAsync(reference, domain, [], skills);

    /// <summary>The same, with the programmes that come first.</summary>
    public static async Task<Guid> TagAsync(this TestHost host, string reference, string domain, IReadOnlyList<Guid> programmes, params string[] skills)
    {
        var offer = await host.ReadAsync(db => db.Database.SqlQuery<Guid>($"SELECT Id AS Value FROM recruiting_offers WHERE Reference = {reference}").SingleAsync());
        await host.PublishAsync(new OffersTagged([new OfferTags(offer, 1, 99, domain, 1, [.. skills.Select(s => new SkillFound(s, s, s))], programmes, 0.9, Strength.Good, null)]));
        await host.SettleAsync();
        return offer;
    }

    public static Task PublishAsync(this TestHost host, IntegrationEvent happened) => host.WithAsync<StudentsDb>(async db =>
    {
        db.Publish(happened);
        await db.SaveChangesAsync();
    });
}
