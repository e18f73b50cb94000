using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Kernel.Tests;

/// <summary>A module as small as can be: one table, one event, two handlers.</summary>
internal class NotesDb : ModuleDb
{
    public NotesDb(DbContextOptions<NotesDb> options) : this((DbContextOptions)options) { }

    protected NotesDb(DbContextOptions options) : base(options, "notes") { }

    public DbSet<Note> Notes => Set<Note>();

    protected override void Describe(ModelBuilder model)
    {
        var note = model.Entity<Note>();
        note.Property(n => n.Code).HasMaxLength(40);
        note.HasIndex(n => n.Code).IsUnique();
        note.HasSearch(n => n.Title, n => n.Place);
    }
}

internal sealed class NotesMySqlDb(DbContextOptions<NotesMySqlDb> options) : NotesDb(options);

internal sealed class Note
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Code { get; init; }

    public string Title { get; set; } = "";

    public string? Place { get; init; }

    public int Rank { get; init; }
}

internal sealed record NoteWritten(string Code) : IntegrationEvent;

/// <summary>What the handlers did, and which of them are to fail.</summary>
internal sealed class Ledger
{
    private readonly TaskCompletionSource something = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<(string Handler, Guid Event)> Done { get; } = [];

    public HashSet<string> Failing { get; } = [];

    public Task Something => something.Task;

    public int Of(string handler) => Done.Count(d => d.Handler == handler);

    public Task Run(string handler, IntegrationEvent happened)
    {
        if (Failing.Contains(handler)) throw new TimeZoneNotFoundException("Some person's secret.");
        Done.Enqueue((handler, happened.EventId));
        something.TrySetResult();
        return Task.CompletedTask;
    }
}

internal sealed class FirstHandler(Ledger ledger) : IHandle<NoteWritten>
{
    public Task HandleAsync(NoteWritten happened, CancellationToken cancellation) => ledger.Run("first", happened);
}

internal sealed class SecondHandler(Ledger ledger) : IHandle<NoteWritten>
{
    public Task HandleAsync(NoteWritten happened, CancellationToken cancellation) => ledger.Run("second", happened);
}
