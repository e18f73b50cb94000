using SmartRecruiting.Students.Data;

namespace SmartRecruiting.Students.Searching;

/// <summary>Tells the statistics what was searched: as a domain and skills, never the words, never who.</summary>
internal sealed class RecordSearch(StudentsDb db, ITextAnalysis analysis)
{
    /// <summary>What the text is about.</summary>
    /// <param name="kind">What was searched for.</param>
    /// <param name="text">As typed.</param>
    /// <param name="keep">False for a text that nobody asked for now.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<TextFacts> RunAsync(SearchKind kind, string text, bool keep, CancellationToken cancellation)
    {
        var facts = analysis.Analyse(text);
        if (!keep) return facts;
        db.Publish(new SearchMade(kind, facts.Domain, [.. facts.Skills.Select(s => s.Id)]));
        await db.SaveChangesAsync(cancellation);
        return facts;
    }
}
