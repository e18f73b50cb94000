using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SmartRecruiting.Kernel.Calendar;

namespace SmartRecruiting.Recruiting.Offers;

/// <summary>What the script of the form hears after a save: it says so, and goes on from this revision, at this address.</summary>
/// <param name="Revision">Null when nothing was saved, for somebody else has changed the offer since.</param>
internal sealed record Autosaved(int? Revision, string Said, string? Address)
{
    public static JsonResult Of(Offer? kept, TimeProvider clock, string? address = null)
    {
        var time = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), WorkingDays.France).ToString("t", CultureInfo.CurrentCulture);
        var said = kept is null ? Text.Get("DraftConflict") : Text.In(CultureInfo.CurrentUICulture.Name, "DraftSavedAt", time);
        return new JsonResult(new Autosaved(kept?.Revision, said, address));
    }
}

/// <summary>Reads what the checks of a form found.</summary>
internal static class FormChecks
{
    private const string Prefix = nameof(EditModel.Input) + ".";

    /// <summary>Names of the fields that are wrong.</summary>
    public static IEnumerable<string> Wrong(this ModelStateDictionary checks) =>
        checks.Where(field => field.Value?.Errors.Count > 0 && field.Key.StartsWith(Prefix, StringComparison.Ordinal)).Select(field => field.Key[Prefix.Length..]);
}
