namespace SmartRecruiting.Recruiting.Companies;

/// <summary>One step in the life of a company: what it became, by whom, when and why. Rows are added, never changed.</summary>
internal sealed class CompanyChange
{
    public const int WordsMax = 2000;
    public const int ReasonMax = 60;

    /// <summary>Reasons of this module's own; those of a decision are the administrators'.</summary>
    public const string Requested = "requested", Answered = "answered", Merged = "merged";

    private CompanyChange() { }

    /// <summary>Of the event that told it, if one did: delivered twice it is kept once.</summary>
    public Guid Id { get; private init; }

    /// <summary>Moves with the company when it is merged.</summary>
    public Guid CompanyId { get; private init; }

    /// <summary>What it became.</summary>
    public CompanyStatus Status { get; private init; }

    /// <summary>The account that did it.</summary>
    public Guid By { get; private init; }

    /// <summary>One of <see cref="Roles"/>.</summary>
    public string Role { get; private init; } = "";

    public DateTime At { get; private init; }

    /// <summary>A code; empty for an approval.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>A question, an answer, an explanation; may be empty.</summary>
    public string Words { get; private init; } = "";

    public static CompanyChange Of(Company company, Guid by, string role, DateTime at, string reason, string words = "") => new()
    {
        Id = Guid.CreateVersion7(),
        CompanyId = company.Id,
        Status = company.Status,
        By = by,
        Role = role,
        At = at,
        Reason = reason,
        Words = Cut(words, WordsMax),
    };

    public static CompanyChange Of(CompanyDecided decided) => new()
    {
        Id = decided.EventId,
        CompanyId = decided.CompanyId,
        Status = Company.After(decided.Decision),
        By = decided.By,
        Role = Roles.Administrator,
        At = decided.At,
        Reason = Cut(decided.Reason, ReasonMax),
        Words = Cut(decided.Words, WordsMax),
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
