namespace SmartRecruiting.Kernel.Text;

/// <summary>What domains are called in the reader's language.</summary>
public static class DomainName
{
    /// <summary>The name of a key of <see cref="Domains"/>.</summary>
    public static string Of(string domain) => KernelText.Get("Domain_" + domain);
}
