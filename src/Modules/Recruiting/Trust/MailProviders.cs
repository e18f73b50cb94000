namespace SmartRecruiting.Recruiting.Trust;

/// <summary>What kind of provider a mail domain is.</summary>
internal enum MailProvider
{
    /// <summary>An employer's own, or one that the list does not know.</summary>
    Unknown,

    /// <summary>Anybody can have an address there.</summary>
    Free,

    /// <summary>Addresses there live for minutes.</summary>
    ThrowAway,
}

/// <summary>The short list of <c>mail-providers.txt</c>.</summary>
internal static class MailProviders
{
    private const string Resource = "SmartRecruiting.Recruiting.Trust.mail-providers.txt";
    private const string ThrowAwayHeading = "[throwaway]";

    private static readonly Lazy<Dictionary<string, MailProvider>> Known = new(Read);

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
