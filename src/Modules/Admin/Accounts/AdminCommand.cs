using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using SmartRecruiting.Admin.Passwords;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Admin.Accounts;

/// <summary>Makes an administrator's account: how the first one comes to be.</summary>
internal sealed class AdminCommand(IAccounts ensure, UserManager<Account> accounts, Migrations migrations) : ICommand
{
    public string Name => "admin";

    public string Usage => "admin add E-MAIL                                   make an administrator's account; prints its password once";

    public bool NeedsData => false;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (arguments is not ["add", var email] || !MailAddress.TryCreate(email, out var address) || address.Address != email)
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }
        await migrations.ApplyAsync(cancellation);
        if (await accounts.FindByEmailAsync(email) is { } known)
        {
            await errors.WriteLineAsync($"{email} has an account already ({known.Role}).");
            return 1;
        }
        var password = NewPassword.Make();
        var made = await ensure.EnsureAsync(email, address.User, Roles.Administrator, password, cancellation);
        foreach (var error in made.Errors) await errors.WriteLineAsync(error);
        if (made.AccountId is null) return 1;
        await output.WriteLineAsync($"{email} can sign in as an administrator with this password, which is not shown again:");
        await output.WriteLineAsync(password);
        return 0;
    }
}
