namespace SmartRecruiting.Recruiting.Companies;

/// <summary>The web sites of companies.</summary>
internal static class WebAddress
{
    public const int Length = 190;

    private const string Secure = "https://";

    /// <summary>The address meant by « example.org ». It becomes a link, so nothing but the web may stand in it: false then.</summary>
    public static bool TryRead(string typed, out string address)
    {
        address = typed.Contains("://", StringComparison.Ordinal) ? typed : Secure + typed;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
    }

    /// <summary>« example.org » of « https://www.example.org/jobs »; null for none.</summary>
    public static string? HostOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0
            ? (uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host).ToLowerInvariant()
            : null;
}
