using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Approvals;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.Security;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Admin.Tests;

/// <summary>What the tests of accounts do again and again.</summary>
internal static partial class Given
{
    public const string Email = "camille.essai@univ.example";
    public const string Other = "une autre phrase longue pour les essais";

    /// <summary>Signs somebody up as a module's page does, without a page.</summary>
    public static Task<IReadOnlyList<FieldError>> SignUpAsync(
        this TestHost host, string email = Email, string role = Roles.Student, string password = TestHost.Password, string name = "Camille Essai") =>
        host.WithAsync<ISignUp, IReadOnlyList<FieldError>>(signUp => signUp.RequestAsync(
            new NewAccount { Name = name, Email = email, Password = password }, new AccountWish(role, "Licence d’informatique", "{}"), CancellationToken.None));

    /// <summary>The last mail to an address.</summary>
    public static async Task<MimeMessage> MailToAsync(this TestHost host, string email)
    {
        await host.SettleAsync();
        return host.Mails().Last(m => m.To.Mailboxes.Single().Address == email);
    }

    /// <summary>The address under this site that a mail's button leads to.</summary>
    public static string Link(this MimeMessage mail) => new Uri(Address().Match(mail.TextBody!).Value).PathAndQuery;

    /// <summary>Signs up and confirms.</summary>
    public static async Task<Guid> PendingAsync(this TestHost host, string email = Email, string role = Roles.Student)
    {
        await host.SignUpAsync(email, role);
        using var visitor = new Visitor(host.Address);
        var page = await visitor.GetAsync((await host.MailToAsync(email)).Link());
        await visitor.SubmitAsync(page, "main form");
        return await host.WithAsync<AdminDb, Guid>(db => Task.FromResult(db.Accounts.Single(a => a.Email == email).Id));
    }

    public static async Task<AccountStatus?> StatusAsync(this TestHost host, string email) =>
        await host.WithAsync<AdminDb, AccountStatus?>(db => Task.FromResult(db.Accounts.SingleOrDefault(a => a.Email == email)?.Status));

    public static async Task<Page> SignInAsync(this Visitor visitor, string email = Email, string password = TestHost.Password) => await visitor.SubmitAsync(
        await visitor.GetAsync("/account/login"), "form[action*='login']", ("Input.Email", email), ("Input.Password", password));

    /// <summary>True when the visitor's own account opens.</summary>
    public static async Task<bool> IsSignedInAsync(this Visitor visitor) =>
        (await visitor.GetAsync("/account")) is { Path: "/account", Status: HttpStatusCode.OK };

    /// <summary>Switches the second factor of somebody signed in on.</summary>
    /// <returns>The key and the recovery codes.</returns>
    public static async Task<(string Secret, IReadOnlyList<string> Codes)> AddSecondStepAsync(this TestHost host, Visitor visitor)
    {
        var page = await visitor.GetAsync("/account/security/two-factor");
        var secret = page.All("main section code").Single().Replace(" ", "", StringComparison.Ordinal);
        var shown = await visitor.SubmitAsync(page, "main form", ("Input.Code", host.Code(secret)), ("Input.Password", TestHost.Password));
        return (secret, shown.All("main code"));
    }

    /// <summary>What the owner's device shows now.</summary>
    public static string Code(this TestHost host, string secret) => Totp.Code(secret, Totp.StepAt(host.Clock.GetUtcNow()));

    [GeneratedRegex(@"http://localhost:5080/\S+")]
    private static partial Regex Address();

    public static async Task<Guid> RequestAsync(this TestHost host, string role, string email, string asks, string language = "fr")
    {
        var account = Account.SignUp(email, "Dominique Demande", role, host.Clock.GetUtcNow().UtcDateTime);
        account.TryConfirm();
        await host.WithAsync<UserManager<Account>>(async accounts =>
            Assert.True((await accounts.CreateAsync(account, TestHost.Password)).Succeeded));
        await host.PublishAsync(new AccountRequested(account.Id, account.Name, account.Email!, language, new AccountWish(role, asks, "{}")));
        return account.Id;
    }

    public static async Task PublishAsync(this TestHost host, IntegrationEvent happened)
    {
        await host.WithAsync<AdminDb>(db =>
        {
            db.Publish(happened);
            return db.SaveChangesAsync();
        });
        await host.SettleAsync();
    }

    public static Task<Approval> ApprovalAsync(this TestHost host, Guid account) =>
        host.WithAsync<AdminDb, Approval>(db => Task.FromResult(db.Approvals.Single(a => a.AccountId == account)));

    public static Task<AccountStatus> StatusAsync(this TestHost host, Guid account) =>
        host.WithAsync<AdminDb, AccountStatus>(db => Task.FromResult(db.Accounts.Single(a => a.Id == account).Status));

    /// <summary>What was done, in order; who read what is left out.</summary>
    public static Task<List<string>> AuditAsync(this TestHost host) =>
        host.WithAsync<AdminDb, List<string>>(db => Task.FromResult(db.AuditRecords.Where(r => !r.Action.EndsWith(".read")).OrderBy(r => r.Sequence).Select(r => r.Action).ToList()));
}
