using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Admin.Audit;

/// <summary>Checks the audit log from the command line.</summary>
internal sealed class AuditCommand(VerifyAudit verify, Migrations migrations) : ICommand
{
    public string Name => "audit";

    public string Usage => "audit verify                                       check that no line of the audit log was changed or removed";

    public bool NeedsData => false;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (arguments is not ["verify"])
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }
        await migrations.ApplyAsync(cancellation);
        var found = await verify.RunAsync(cancellation);
        if (found.BrokenAt is { } line)
        {
            await errors.WriteLineAsync($"The audit log is broken at line {line} of {found.Lines}: it was changed, or lines are missing.");
            return 1;
        }
        await output.WriteLineAsync(found.Lines == 0
            ? "The audit log is empty."
            : $"The audit log is whole: {found.Lines} lines, the last with hash {found.Hash}.");
        return 0;
    }
}
