using Microsoft.AspNetCore.Mvc.ModelBinding;
using SmartRecruiting.Recruiting.Offers;
using SmartRecruiting.Recruiting.Wording;

namespace SmartRecruiting.Recruiting.Assistant;

/// <summary>The button beside a title that speaks of men alone: nothing is saved, all that was typed stays.</summary>
internal static class TitleForAll
{
    public static OfferForm WithTitleForAll(this OfferForm form, ModelStateDictionary typed)
    {
        if (InclusiveTitle.Propose(form.Title) is not { } title) return form;
        // The page would show what was typed otherwise.
        typed.Remove("Input." + nameof(form.Title));
        return form with { Title = title };
    }
}
