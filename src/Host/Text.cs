namespace SmartRecruiting.Host;

/// <summary>Names the host's texts: French in Text.resx, English in Text.en.resx.</summary>
internal sealed class Text;
