using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace SmartRecruiting.Host;

/// <summary>Says in one line why the program cannot start or go on, where the cause is outside of it.</summary>
internal static class StartFailure
{
    /// <summary>The line; null when the cause is in the program, and the trace is what helps.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        OptionsValidationException invalid => $"Configuration: {string.Join(' ', invalid.Failures)}",
        AddressInUseException => "The address is in use already: stop the other program, or choose another with --urls http://localhost:5081.",
        IOException { InnerException: AddressInUseException } => Explain(failure.InnerException!),
        IOException { InnerException: SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } } => Explain(new AddressInUseException("")),
        RedisConnectionException => "Redis does not answer: check Jobs:Redis, or leave it empty to run the jobs in this process.",
        DbException or { InnerException: DbException } => $"The database does not answer: {(failure as DbException ?? failure.InnerException!).Message}",
        UnauthorizedAccessException or IOException => failure.Message,
        OperationCanceledException => "Stopped.",
        _ => null,
    };
}
