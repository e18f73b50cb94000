using System.Collections.Concurrent;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Testing;

/// <summary>What modules of one host told each other, each event once however often it was delivered.</summary>
internal sealed class Heard
{
    private readonly ConcurrentDictionary<Guid, IntegrationEvent> events = [];

    public IReadOnlyList<TEvent> Of<TEvent>() where TEvent : IntegrationEvent => [.. events.Values.OfType<TEvent>().OrderBy(e => e.EventId)];

    public void Add(IntegrationEvent happened) => events[happened.EventId] = happened;
}

/// <summary>Listens beside the product's own handlers.</summary>
internal sealed class Listener(Heard heard)
    : IHandle<MatchJudged>, IHandle<JudgementWithdrawn>, IHandle<AccountRequested>, IHandle<AccountVouched>, IHandle<AccountApproved>,
        IHandle<AccountClosed>, IHandle<CompanyDecided>, IHandle<OfferReported>, IHandle<SearchMade>
{
    public Task HandleAsync(OfferReported happened, CancellationToken cancellation) => Hear(happened);

    public Task HandleAsync(SearchMade happened, CancellationToken cancellation) => Hear(happened);

    public Task HandleAsync(MatchJudged happened, CancellationToken cancellation) => Hear(happened);

    public Task HandleAsync(JudgementWithdrawn happened, CancellationToken cancellation) => Hear(happened);

    public Task HandleAsync(AccountRequested happened, CancellationToken cancellation) => Hear(happened);

    public Task HandleAsync(AccountVouched happened, CancellationToken cancellation) => Hear(happened);

    public Task HandleAsync(AccountApproved happened, CancellationToken cancellation) => Hear(happened);

    public Task HandleAsync(AccountClosed happened, CancellationToken cancellation) => Hear(happened);

    public Task HandleAsync(CompanyDecided happened, CancellationToken cancellation) => Hear(happened);

    private Task Hear(IntegrationEvent happened)
    {
        heard.Add(happened);
        return Task.CompletedTask;
    }
}
