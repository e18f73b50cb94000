using SmartRecruiting.Host;
using SmartRecruiting.Host.Commands;

try
{
    return await CommandLine.RunAsync(args);
}
catch (Exception failure) when (StartFailure.Explain(failure) is { } line)
{
    await Console.Error.WriteLineAsync(line);
    return 1;
}
