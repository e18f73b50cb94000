using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SmartRecruiting.Kernel.Forms;

/// <summary>Reads an amount as people write it, whatever their language: « 4,50 », « 4.50 », « 1 200 € ».</summary>
public sealed class AmountBinder : IModelBinder
{
    /// <inheritdoc/>
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None) return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var typed = new string([.. (given.FirstValue ?? "").Where(c => !char.IsWhiteSpace(c) && c is not '€')]).Replace(',', '.');
        if (typed.Length == 0) bindingContext.Result = ModelBindingResult.Success(null);
        else if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
        {
            bindingContext.Result = ModelBindingResult.Success(amount);
        }
        else
        {
            var messages = bindingContext.ModelMetadata.ModelBindingMessageProvider;
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, messages.ValueMustBeANumberAccessor(given.FirstValue ?? ""));
        }
        return Task.CompletedTask;
    }
}
