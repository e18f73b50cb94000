namespace SmartRecruiting.Kernel.Text;

/// <summary>What kind of provider a mail domain is.</summary>
public enum MailProvider
{
    /// <summary>An employer's own, or one that the list does not know.</summary>
    Unknown,

    /// <summary>Anybody can have an address there.</summary>
    Free,

    /// <summary>Addresses there live for minutes.</summary>
    ThrowAway,
}

/// <summary>The short list of <c>mail-providers.txt</c>.</summary>
public static class MailProviders
{
    private const string Resource = "SmartRecruiting.Kernel.Text.mail-providers.txt";
    private const string ThrowAwayHeading = "[throwaway]";

    private static readonly Lazy<Dictionary<string, MailProvider>> Known = new(Read);

    /// <summary>The kind of a domain, as it stands behind the @.</summary>
    public static MailProvider Of(string domain) => Known.Value.GetValueOrDefault(domain.ToLowerInvariant());

    private static Dictionary<string, MailProvider> Read()
    {
        using var file = new StreamReader(typeof(MailProviders).Assembly.GetManifestResourceStream(Resource)!);
        var known = new Dictionary<string, MailProvider>();
        var heading = MailProvider.Free;
        while (file.ReadLine() is { } line)
        {
            if (line.StartsWith('[')) heading = line == ThrowAwayHeading ? MailProvider.ThrowAway : MailProvider.Free;
            else if (line.Length > 0 && line[0] != '#') known[line] = heading;
        }
        return known;
    }
}
