using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.SignUp;

namespace SmartRecruiting.Recruiting.Tests;

/// <summary>Recruiters and companies that came by signing up: what happens once an address is confirmed.</summary>
internal static class SignedUp
{
    public const string NewSiret = "41816609600069";

    public static CompanyForm Form(string? siret = NewSiret, string name = "Initech SARL") => new()
    {
        Siret = siret, LegalName = name, City = "Grenoble", Address = "3 rue des Essais", Postcode = "38000", Website = "https://www.initech.example",
    };

    /// <summary>An account whose address is confirmed, and what it asks for.</summary>
    public static async Task<Guid> AsksAsync(this TestHost host, string email, CompanyForm form)
    {
        var account = await host.AccountAsync(Roles.Recruiter, email);
        await host.HappensAsync(Request(account, email, RecruiterWish.Bring(form)));
        return account;
    }

    public static async Task<Guid> AsksToJoinAsync(this TestHost host, string email, Guid company)
    {
        var account = await host.AccountAsync(Roles.Recruiter, email);
        var wish = new AccountWish(Roles.Recruiter, "Acme", JsonSerializer.Serialize(new RecruiterWish(company, null)));
        await host.HappensAsync(Request(account, email, wish));
        return account;
    }

    public static AccountRequested Request(Guid account, string email, AccountWish wish) => new(account, "Camille Essai", email, "fr", wish);

    public static async Task DecidesAsync(this TestHost host, Guid company, CompanyDecision decision, string reason = "", string words = "")
    {
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var administrator = await host.AccountAsync(Roles.Administrator, "admin@essais.example");
        await host.HappensAsync(new CompanyDecided(company, decision, reason, words, administrator, host.Clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>The event reaches every handler, and what these cause, too.</summary>
    public static async Task HappensAsync(this TestHost host, IntegrationEvent happened)
    {
        await host.WithAsync<RecruitingDb>(db =>
        {
            db.Publish(happened);
            return db.SaveChangesAsync();
        });
        await host.SettleAsync();
    }

    public static Task<Company> CompanyAsync(this TestHost host, string siret) =>
        host.WithAsync<RecruitingDb, Company>(async db => (await db.Companies.AsNoTracking().ToListAsync()).Where(c => c.Siret?.ToString() == siret).MaxBy(c => c.Id)!);

    public static Task<Recruiter> RecruiterAsync(this TestHost host, Guid account) =>
        host.WithAsync<RecruitingDb, Recruiter>(db => db.Recruiters.AsNoTracking().SingleAsync(r => r.AccountId == account));

    public static Task<IReadOnlyList<CompanyChange>> HistoryAsync(this TestHost host, Guid company) =>
        host.WithAsync<RecruitingDb, IReadOnlyList<CompanyChange>>(async db => await db.CompanyChanges.Where(c => c.CompanyId == company).OrderBy(c => c.At).ToListAsync());
}
