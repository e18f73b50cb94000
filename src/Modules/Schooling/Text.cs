namespace SmartRecruiting.Schooling;

/// <summary>Names the module's texts: French in Text.resx, English in Text.en.resx.</summary>
internal sealed class Text;
