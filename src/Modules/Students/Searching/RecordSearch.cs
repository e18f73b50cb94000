using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students.Searching;

/// <summary>Tells the statistics what was searched: as a domain and skills, never the words, never who.</summary>
internal sealed class RecordSearch(StudentsDb db, ITextAnalysis analysis)
{
    public async Task RunAsync(SearchKind kind, string text, CancellationToken cancellation)
    {
        var facts = analysis.Analyse(text);
        db.Publish(new SearchMade(kind, facts.Domain, [.. facts.Skills.Select(s => s.Id)]));
        await db.SaveChangesAsync(cancellation);
    }
}
