using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace SmartRecruiting.Recruiting.Legal;

/// <summary>Findings in the reader's language.</summary>
internal static class LegalFindingText
{
    public static string Say(this LegalFinding finding, IStringLocalizer<Text> text) => text[finding.Key, [.. finding.Values]];

    /// <summary>Refusals become errors beside the fields of the offer's form.</summary>
    public static void RefuseIn(this LegalOpinion opinion, ModelStateDictionary form, IStringLocalizer<Text> text)
    {
        foreach (var refusal in opinion.Refusals)
        {
            form.AddModelError("Input." + refusal.Field, text["LegalError", refusal.Say(text), refusal.Rule.Article]);
        }
    }
}
