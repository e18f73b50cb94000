namespace SmartRecruiting.Contracts;

/// <summary>Takes one kind of CSV file in: from the command line, from a page, or with the sample university.</summary>
public interface IImport
{
    /// <summary>What follows <c>import</c> on the command line: programmes, companies, offers, students.</summary>
    string Kind { get; }

    /// <summary>Checks row by row: good rows go in, bad rows are named. Running the same file twice changes nothing.</summary>
    Task<ImportReport> ImportAsync(TextReader csv, CancellationToken cancellation);
}

/// <summary>What an import did. Lines are counted as an editor shows them, the header being line 1.</summary>
public sealed record ImportReport(int Added, int Updated, int Unchanged, IReadOnlyList<ImportError> Errors)
{
    /// <summary>Rows that are in now, whether this run brought them or not.</summary>
    public int Accepted => Added + Updated + Unchanged;
}

/// <summary>Why one row was refused: its line, the column at fault (empty for the whole row) and a sentence for the reader.</summary>
public sealed record ImportError(int Line, string Column, string Reason);
