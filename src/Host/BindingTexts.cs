using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Mvc;

namespace SmartRecruiting.Host;

/// <summary>What the framework says when a value has the wrong form, in the reader's language.</summary>
internal static class BindingTexts
{
    private static readonly ResourceManager Texts = new("SmartRecruiting.Host.Text", typeof(BindingTexts).Assembly);

    public static void Apply(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => Get("ValueInvalid", value));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Get("ValueInvalid", value));
        messages.SetUnknownValueIsInvalidAccessor(_ => Get("ValueUnknown"));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Get("ValueUnknown"));
        messages.SetValueIsInvalidAccessor(value => Get("ValueInvalid", value));
        messages.SetValueMustBeANumberAccessor(_ => Get("ValueNumber"));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Get("ValueNumber"));
        messages.SetValueMustNotBeNullAccessor(_ => Get("ValueMissing"));
        messages.SetMissingBindRequiredValueAccessor(_ => Get("ValueMissing"));
        messages.SetMissingKeyOrValueAccessor(() => Get("ValueMissing"));
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Get("ValueMissing"));
    }

    private static string Get(string key, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key, values);
}
