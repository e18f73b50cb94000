using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Tests;

/// <summary>What the tests start from.</summary>
internal static class Given
{
    public const string Acme = "73282932000074";
    public const string Globex = "35600000000048";

    public const string Text = "Développer une application web en C# et SQL, API REST, tests automatisés, dans une équipe de cinq personnes.";

    public const string Form = "main form[method='post']";

    private const string Companies = $"""
        siret,legal_name,trade_name,naf,kind,city
        {Acme},ACME SAS,Acme,62.01Z,private,Grenoble
        {Globex},Globex,,,association,Lyon
        """;

    private const string Programmes = """
        code,name,component,university,city,level,years,domain,description,skills,jobs,rome_codes,responsible,email
        INFO,Ingénieur informatique,École polytechnique,Université d’essai,Grenoble,Bac+5,3;4;5,informatics,"Développement d'applications web et mobiles, bases de données SQL, algorithmique, tests logiciels, API REST.",C#;SQL;API REST,Développeur,M1805,Dominique Essai,info@essais.example
        BIO,Master biologie,UFR sciences,Université d’essai,Saint-Martin-d’Hères,Bac+5,4;5,science,"Biologie cellulaire et moléculaire, microscopie, cultures, génétique et analyse statistique au laboratoire.",PCR;microscopie,Biologiste,H1206,Dominique Essai,bio@essais.example
        COMPTA,BUT comptabilité,IUT,Université d’essai,Valence,Bac+3,1;2;3,finance,"Comptabilité générale, contrôle de gestion, fiscalité, paie et audit des entreprises.",comptabilité;paie,Comptable,M1203,Dominique Essai,compta@essais.example
        DROIT,Licence droit,UFR droit,Université d’essai,Saint-Martin-d’Hères,Bac+3,1;2;3,law,"Droit civil, droit public, contentieux, rédaction d'actes et veille juridique.",droit civil,Juriste,K1903,Dominique Essai,droit@essais.example
        CIVIL,BUT génie civil,IUT,Université d’essai,Grenoble,Bac+3,1;2;3,construction,"Conduite de travaux, béton armé, topographie, plans et suivi de chantier.",AutoCAD;béton armé,Conducteur de travaux,F1201,Dominique Essai,civil@essais.example
        """;

    public static async Task<TestHost> CompaniesAsync(Database database)
    {
        var host = await TestHost.StartAsync(database);
        Assert.Empty((await host.ImportAsync("companies", Companies)).Errors);
        return host;
    }

    public static async Task<TestHost> ProgrammesAsync(Database database)
    {
        var host = await CompaniesAsync(database);
        Assert.Empty((await host.ImportAsync("programmes", Programmes)).Errors);
        return host;
    }

    /// <summary>Publishes an offer through the forms; returns its id and the ranking page that follows.</summary>
    public static async Task<(Guid Id, Page Ranking)> PostAsync(Visitor recruiter, string title = "Stage développement web", string text = Text)
    {
        var (id, ranking) = await recruiter.PostOfferAsync(title, text);
        Assert.EndsWith("/ranking", ranking.Path, StringComparison.Ordinal);
        return (id, ranking);
    }

    public static Task<Offer> OfferAsync(this TestHost host, Guid id) =>
        host.WithAsync<RecruitingDb, Offer>(db => db.Offers.AsNoTracking().SingleAsync(o => o.Id == id));

    /// <summary>The steps of an offer's life, oldest first.</summary>
    public static Task<List<OfferChange>> ChangesAsync(this TestHost host, Guid id) =>
        host.WithAsync<RecruitingDb, List<OfferChange>>(db => db.OfferChanges.Where(c => c.OfferId == id).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync());

    public static Task<int> CountAsync(this TestHost host, Func<RecruitingDb, IQueryable<object>> rows) =>
        host.WithAsync<RecruitingDb, int>(db => rows(db).CountAsync());

    public static Task<Guid> ProgrammeAsync(this TestHost host, string code) =>
        host.WithAsync<IProgrammes, Guid>(async p => (await p.FindByCodeAsync([code], CancellationToken.None)).Single().Id);
}
