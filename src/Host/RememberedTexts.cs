using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace SmartRecruiting.Host;

/// <summary>
/// Localizers that look each text up once a language. A page asks for some two hundred texts, and the resource files answer each time
/// through two locks and a string made for the purpose.
/// </summary>
internal sealed class RememberedTexts(ResourceManagerStringLocalizerFactory resources) : IStringLocalizerFactory
{
    private readonly ConcurrentDictionary<object, IStringLocalizer> localizers = [];

    public IStringLocalizer Create(Type resourceSource) => localizers.GetOrAdd(resourceSource, _ => new Remembering(resources.Create(resourceSource)));

    public IStringLocalizer Create(string baseName, string location) =>
        localizers.GetOrAdd((baseName, location), _ => new Remembering(resources.Create(baseName, location)));

    private sealed class Remembering(IStringLocalizer texts) : IStringLocalizer
    {
        private readonly ConcurrentDictionary<(string Language, string Name), LocalizedString> known = [];

        public LocalizedString this[string name]
        {
            get
            {
                var key = (CultureInfo.CurrentUICulture.Name, name);
                if (known.TryGetValue(key, out var text)) return text;
                text = texts[name];
                // A name that is no text may be anything, also what a visitor typed: that must not fill the memory.
                return text.ResourceNotFound ? text : known.GetOrAdd(key, text);
            }
        }

        public LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var format = this[name];
                return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, format.Value, arguments), format.ResourceNotFound);
            }
        }

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.GetAllStrings(includeParentCultures);
    }
}
