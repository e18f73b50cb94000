using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SmartRecruiting.Architecture.Tests;

public sealed class PublicTypeTests
{
    public static TheoryData<string> Modules => [.. House.Modules];

    [Theory, MemberData(nameof(Modules))]
    public void One_type_of_a_module_is_public_its_registration(string module)
    {
        Assert.Equal([$"{module}Module"], Shown(House.Load(module).GetExportedTypes()));
    }

    [Fact]
    public void Control_a_second_public_type_would_be_reported()
    {
        Assert.Equal(
            ["PublicTypeTests", "SecondService"],
            Shown([typeof(PublicTypeTests), typeof(SecondService), typeof(SomeTagHelper), typeof(SomeViewComponent), typeof(SomeMigration)]));
        Assert.NotEqual(1, Shown(House.Load("Kernel").GetExportedTypes()).Count);
    }

    // Tag helpers and view components must be public to work at all; the others are written by tools.
    private static IReadOnlyList<string> Shown(IEnumerable<Type> exported) =>
        [.. exported.Where(type => !Array.Exists(Excused, excused => type.IsAssignableTo(excused))).Select(type => type.Name).Order(StringComparer.Ordinal)];

    private static readonly Type[] Excused = [typeof(ITagHelper), typeof(ViewComponent), typeof(Migration), typeof(ModelSnapshot), typeof(RazorPageBase)];

    public sealed class SecondService;

    public sealed class SomeTagHelper : TagHelper;

    public sealed class SomeViewComponent : ViewComponent;

    public sealed class SomeMigration : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
        }
    }
}
