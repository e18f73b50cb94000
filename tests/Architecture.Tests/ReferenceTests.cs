namespace SmartRecruiting.Architecture.Tests;

public sealed class ReferenceTests
{
    public static TheoryData<string> Modules => [.. House.Modules];

    [Fact]
    public void The_modules_are_found()
    {
        Assert.Equal(["Admin", "Matching", "Recruiting", "Schooling", "Students"], House.Modules);
    }

    [Theory, MemberData(nameof(Modules))]
    public void No_module_references_another(string module)
    {
        Assert.Empty(ModulesAmong(House.References(module), besides: module));
    }

    [Fact]
    public void The_kernel_references_no_module_and_not_the_host()
    {
        Assert.Empty(ModulesAmong(House.References("Kernel")));
        Assert.DoesNotContain("SmartRecruiting.Host", House.References("Kernel"));
    }

    [Fact]
    public void Contracts_reference_nothing_but_the_framework()
    {
        Assert.Empty(OutsideFramework(House.References("Contracts")));
    }

    [Fact]
    public void Control_the_host_which_references_every_module_would_be_reported()
    {
        Assert.Equal(House.Modules, ModulesAmong(House.References("Host")));
        Assert.Equal(["Schooling"], ModulesAmong(["System.Runtime", "SmartRecruiting.Kernel", "SmartRecruiting.Schooling", "SmartRecruiting.Admin"], besides: "Admin"));
    }

    [Fact]
    public void Control_a_package_or_another_project_in_contracts_would_be_reported()
    {
        var outside = OutsideFramework(House.References("Kernel"));
        Assert.Contains("SmartRecruiting.Contracts", outside);
        Assert.Contains("CsvHelper", outside);
        Assert.Contains("Microsoft.AspNetCore.App", outside);
        Assert.DoesNotContain("System.Runtime", outside);
    }

    private static IReadOnlyList<string> ModulesAmong(IEnumerable<string> references, string? besides = null) =>
        [.. House.Modules.Where(module => module != besides && references.Contains("SmartRecruiting." + module))];

    // What every .NET program has; ASP.NET Core lies elsewhere and counts as outside.
    private static IReadOnlyList<string> OutsideFramework(IEnumerable<string> references)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return [.. references.Where(name => !File.Exists(Path.Combine(framework, name + ".dll")))];
    }
}
