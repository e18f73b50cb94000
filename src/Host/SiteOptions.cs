using System.ComponentModel.DataAnnotations;

namespace SmartRecruiting.Host;

/// <summary>Configuration section "Site".</summary>
internal sealed class SiteOptions
{
    /// <summary>What the header and the mails call it.</summary>
    [Required]
    public string Name { get; set; } = "SmartRecruiting";

    /// <summary>The public address: what links in mails begin with. A request's Host header never decides that.</summary>
    [Required, Url]
    public string Address { get; set; } = "http://localhost:5080";
}
