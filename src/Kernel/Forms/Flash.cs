using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SmartRecruiting.Kernel.Forms;

/// <summary>One sentence for the next page: what was just done.</summary>
public static class Flash
{
    /// <summary>Key of the sentence in TempData, where the layout finds it.</summary>
    public const string Key = "Flash";

    /// <summary>Says it on the next page, once.</summary>
    public static void Say(this PageModel page, string sentence) => page.TempData[Key] = sentence;
}
