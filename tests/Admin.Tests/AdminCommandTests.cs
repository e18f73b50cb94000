using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Admin.Tests;

public sealed class AdminCommandTests
{
    private const string Email = "premier@univ.example";

    [Theory, EveryDatabase]
    public async Task It_makes_an_administrator_who_signs_in_with_the_password_printed_once(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var (exit, output, _) = await RunAsync(host, "add", Email);
        Assert.Equal(0, exit);
        var password = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Trim();
        var visitor = host.Anonymous();
        await visitor.SubmitAsync(await visitor.GetAsync("/account/login"), "form[action*='login']", ("Input.Email", Email), ("Input.Password", password));
        Assert.Contains("Administration", (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_with_an_account_is_refused_and_keeps_its_role()
    {
        await using var host = await TestHost.StartAsync();
        await host.AccountAsync(Roles.Student, Email);
        var (exit, output, errors) = await RunAsync(host, "add", Email);
        Assert.Equal(1, exit);
        Assert.Empty(output);
        Assert.Contains("has an account already (Student)", errors, StringComparison.Ordinal);
        Assert.Contains("Étudiant", (await (await host.SignInAsync(Email)).GetAsync("/account")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("add")]
    [InlineData("add", "no-address")]
    [InlineData("add", "Name <a@univ.example>")]
    [InlineData("remove", Email)]
    [InlineData("add", Email, "more")]
    public async Task Wrong_usage_is_told_and_exits_with_2(params string[] arguments)
    {
        await using var host = await TestHost.StartAsync();
        var (exit, output, errors) = await RunAsync(host, arguments);
        Assert.Equal(2, exit);
        Assert.Empty(output);
        Assert.StartsWith("admin add E-MAIL", errors, StringComparison.Ordinal);
    }

    private static Task<(int Exit, string Output, string Errors)> RunAsync(TestHost host, params string[] arguments) =>
        host.WithAsync<IServiceProvider, (int, string, string)>(async services =>
        {
            var (output, errors) = (new StringWriter(), new StringWriter());
            var exit = await ActivatorUtilities.CreateInstance<AdminCommand>(services).RunAsync(arguments, output, errors, CancellationToken.None);
            return (exit, output.ToString(), errors.ToString());
        });
}
