using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SmartRecruiting.Admin.PersonalData;

/// <summary>Everything that the platform keeps of whoever looks: to read here, or to take away.</summary>
internal sealed class DataModel(IEnumerable<IPersonalData> modules, ICurrentUser user) : PageModel
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<PersonalPart> Parts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Parts = await ReadAsync(cancellation);

    public async Task<IActionResult> OnGetJsonAsync(CancellationToken cancellation)
    {
        var parts = (await ReadAsync(cancellation)).GroupBy(p => p.Title).ToDictionary(p => p.Key, p => p.SelectMany(part => part.Rows));
        return File(JsonSerializer.SerializeToUtf8Bytes(parts, Readable), "application/json", "my-data.json");
    }

    private async Task<IReadOnlyList<PersonalPart>> ReadAsync(CancellationToken cancellation)
    {
        var owner = new PersonalOwner(user.Id, user.Email, user.Name);
        var parts = new List<PersonalPart>();
        foreach (var module in modules) parts.AddRange((await module.ReadAsync(owner, cancellation)).Where(p => p.Rows.Count > 0));
        return parts;
    }
}
