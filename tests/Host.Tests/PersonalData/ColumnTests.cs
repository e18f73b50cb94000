using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Host.Tests.PersonalData;

/// <summary>docs/personal-data.md says of every column that could hold something of a person whether it does, why, and how long.</summary>
public sealed partial class ColumnTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(SourceTree.Root!, "docs", "personal-data.md"));

    private static IReadOnlyList<string> Personal => [.. Lines.Select(l => Row().Match(l)).Where(m => m.Success).SelectMany(m => Columns(m.Groups[1].Value, m.Groups[2].Value))];

    private static IReadOnlyList<string> Others => [.. Lines.Select(l => Item().Match(l)).Where(m => m.Success).SelectMany(m => Columns(m.Groups[1].Value, m.Groups[2].Value))];

    [Fact]
    public async Task Every_column_that_could_be_personal_is_in_the_document_once()
    {
        await using var host = await TestHost.StartAsync();
        var columns = host.Services.GetServices<ModuleDbRegistration>().SelectMany(module => ColumnsOf(host.Services, module)).ToList();
        Assert.Equal([], columns.Except(Personal).Except(Others));
        Assert.Equal([], Personal.Concat(Others).Except(columns));
        Assert.Equal([], Personal.Intersect(Others));
    }

    [Fact]
    public void Every_personal_column_has_a_purpose_a_legal_basis_and_an_end()
    {
        Assert.NotEmpty(Personal);
        Assert.All(Lines.Where(l => Row().IsMatch(l)), line => Assert.All(line.Trim('|', ' ').Split('|').Skip(1), cell => Assert.True(cell.Trim().Length > 2, line)));
        Assert.All(Lines.Where(l => Row().IsMatch(l)), line => Assert.Equal(5, line.Trim('|', ' ').Split('|').Length));
    }

    // Texts of any kind, addresses of networks among them, and the ids of people: numbers and dates say nothing without them.
    private static IEnumerable<string> ColumnsOf(IServiceProvider services, ModuleDbRegistration module)
    {
        using var scope = services.CreateScope();
        var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(module.Context);
        return [.. from entity in db.Model.GetEntityTypes()
                   where !entity.IsOwned() && entity.GetTableName() is not null
                   from property in entity.GetFlattenedProperties()
                   where IsText(property) || IsPerson(property)
                   select $"{entity.GetTableName()}.{property.GetColumnName(StoreObjectIdentifier.Table(entity.GetTableName()!))}"];
    }

    private static bool IsText(IProperty property) =>
        (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is { IsEnum: false } type && type != typeof(Guid)
        && (property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) == typeof(string);

    private static bool IsPerson(IProperty property) =>
        (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Guid)
        && (property.Name is "UserId" or "By" or "MadeBy" or "ActorId" || property.Name.Contains("Account", StringComparison.Ordinal));

    private static IEnumerable<string> Columns(string table, string columns) => columns.Split([',', ' ', '`'], StringSplitOptions.RemoveEmptyEntries).Select(c => $"{table}.{c}");

    // | `table`: `Column`, `Other` | what | … |
    [GeneratedRegex(@"^\| `([a-z_]+)`: ([^|]+?) \|")]
    private static partial Regex Row();

    // - `table`: `Column`, `Other`
    [GeneratedRegex(@"^- `([a-z_]+)`: (.+)$")]
    private static partial Regex Item();
}
