using Microsoft.AspNetCore.Identity;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Approvals;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Admin.Tests;

/// <summary>People who signed up and confirmed their address.</summary>
internal static class Given
{
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

    public static Task<List<string>> AuditAsync(this TestHost host) =>
        host.WithAsync<AdminDb, List<string>>(db => Task.FromResult(db.AuditRecords.OrderBy(r => r.Sequence).Select(r => r.Action).ToList()));
}
