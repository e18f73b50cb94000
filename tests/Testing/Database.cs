using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace SmartRecruiting.Testing;

/// <summary>The databases that the product runs on.</summary>
public enum Database
{
    Sqlite,
    MariaDb,
}

/// <summary>Runs a theory once on each database; its first parameter takes it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Database>().Select(database => new TheoryDataRow(database))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
