using System.Security.Claims;

namespace SmartRecruiting.Contracts;

/// <summary>The roles an account can have; one account has one.</summary>
public static class Roles
{
    /// <summary>Writes offers for a company.</summary>
    public const string Recruiter = "Recruiter";

    /// <summary>Looks for an internship.</summary>
    public const string Student = "Student";

    /// <summary>Receives offers for a component or for some of its programmes.</summary>
    public const string Manager = "Manager";

    /// <summary>Sees the whole university.</summary>
    public const string Director = "Director";

    /// <summary>Keeps the platform safe.</summary>
    public const string Administrator = "Administrator";

    /// <summary>No role of its own but the name of a policy: managers, directors and administrators.</summary>
    public const string Staff = "Staff";

    /// <summary>Every role, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> All { get; } = [Recruiter, Student, Manager, Director, Administrator];
}

/// <summary>Who makes this request, by the claims of the session and by nothing else.</summary>
public interface ICurrentUser
{
    /// <summary>False for a visitor without account.</summary>
    bool IsSignedIn { get; }

    /// <summary>The account's id; <see cref="Guid.Empty"/> for a visitor.</summary>
    Guid Id { get; }

    /// <summary>The account's name, as shown.</summary>
    string Name { get; }

    /// <summary>The account's confirmed e-mail address; empty for a visitor.</summary>
    string Email { get; }

    /// <summary>One of <see cref="Roles"/>; empty for a visitor.</summary>
    string Role { get; }

    /// <summary>The company a recruiter writes for; <see cref="Guid.Empty"/> for anybody else.</summary>
    Guid CompanyId { get; }
}

/// <summary>Adds what a module knows of an account to its claims, at sign-in and at each re-check of the session.</summary>
public interface IAccountClaims
{
    /// <summary>Claims of this module for the account; none when it does not know it.</summary>
    Task<IReadOnlyList<Claim>> ForAsync(Guid accountId, CancellationToken cancellation);
}

/// <summary>Names of the product's own claims.</summary>
public static class ClaimNames
{
    /// <summary>The id of the company a recruiter writes for.</summary>
    public const string Company = "company";
}
