namespace SmartRecruiting.Admin.Accounts;

/// <summary>Configuration section "Accounts".</summary>
internal sealed class AccountOptions
{
    /// <summary>Administrators and directors act with a second factor only; so everywhere unless told otherwise, but in development.</summary>
    public bool RequireTwoFactor { get; set; }

    /// <summary>True for an account that must set its second factor up before anything else.</summary>
    public bool LacksTwoFactor(Account account) => Requires(account) && !account.TwoFactorEnabled;

    /// <summary>True for an account that may not switch its second factor off.</summary>
    public bool Requires(Account account) => RequireTwoFactor && account.Role is (Roles.Administrator or Roles.Director);
}
