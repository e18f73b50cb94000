namespace SmartRecruiting.Admin.SignUp;

/// <summary>What somebody asked for who signed up; kept until it is granted.</summary>
internal sealed class Wish(Guid accountId)
{
    public Guid AccountId { get; private init; } = accountId;

    /// <summary>For people: the name of the company, component or university.</summary>
    public string Asks { get; private set; } = "";

    /// <summary>For the module that made the form.</summary>
    public string Details { get; private set; } = "";

    public void Become(AccountWish wish) => (Asks, Details) = (wish.Asks, wish.Details);
}
