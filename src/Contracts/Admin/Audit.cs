namespace SmartRecruiting.Contracts;

/// <summary>The log of what was done to people, companies and data: rows are added, never changed.</summary>
public interface IAudit
{
    /// <summary>Adds one record; who does it, when and from where are known here.</summary>
    Task WriteAsync(AuditEntry entry, CancellationToken cancellation);
}

/// <summary>What was done, and to what.</summary>
/// <param name="Action">In the form "company.banned": lower case, the same for ever.</param>
/// <param name="Subject">The kind of thing: "account", "company", "offer", "roster"…</param>
/// <param name="SubjectId">Its id; null for a whole list.</param>
/// <param name="Words">What explains it afterwards: a reason, a filter, how many. No secret, and no name: ids outlive an erasure.</param>
public sealed record AuditEntry(string Action, string Subject, Guid? SubjectId, string Words = "");
