using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace SmartRecruiting.Kernel.Outbox;

/// <summary>A handler's registration: which class acts on which event.</summary>
public sealed record HandlerRegistration(Type Event, Type Handler, Func<IServiceProvider, IntegrationEvent, CancellationToken, Task> Run);

/// <summary>Registers handlers.</summary>
public static class HandlerRegistrationExtensions
{
    /// <summary>Has the class act on every event of this kind, whichever module publishes it.</summary>
    public static IServiceCollection AddHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : IntegrationEvent
        where THandler : class, IHandle<TEvent>
    {
        services.AddScoped<THandler>();
        return services.AddSingleton(new HandlerRegistration(
            typeof(TEvent),
            typeof(THandler),
            (scope, happened, cancellation) => scope.GetRequiredService<THandler>().HandleAsync((TEvent)happened, cancellation)));
    }
}

/// <summary>Who acts on what, and how events are written down.</summary>
internal sealed class Handlers(IEnumerable<HandlerRegistration> registrations)
{
    private readonly ILookup<Type, HandlerRegistration> byEvent = registrations.ToLookup(r => r.Event);
    private readonly Dictionary<(string Event, string Handler), HandlerRegistration> byName =
        registrations.ToDictionary(r => (r.Event.Name, r.Handler.FullName!));

    /// <summary>A row for each event and each of its handlers.</summary>
    public IEnumerable<OutboxRow> RowsFor(IEnumerable<IntegrationEvent> happened, DateTime now) =>
        from one in happened
        let payload = new Lazy<string>(() => JsonSerializer.Serialize(one, one.GetType()))
        from handler in byEvent[one.GetType()]
        select new OutboxRow { Event = one.GetType().Name, Handler = handler.Handler.FullName!, Payload = payload.Value, CreatedAt = now, DueAt = now };

    /// <summary>Calls the row's handler; throws when it fails, or when this version of the program has no such handler.</summary>
    public Task DeliverAsync(OutboxRow row, IServiceProvider scope, CancellationToken cancellation)
    {
        if (!byName.TryGetValue((row.Event, row.Handler), out var registration))
        {
            throw new InvalidOperationException($"No handler {row.Handler} for {row.Event} in this version.");
        }
        var happened = (IntegrationEvent)JsonSerializer.Deserialize(row.Payload, registration.Event)!;
        return registration.Run(scope, happened, cancellation);
    }
}
