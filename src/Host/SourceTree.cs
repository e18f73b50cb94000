namespace SmartRecruiting.Host;

/// <summary>Where the program stands: in its source tree, or published.</summary>
internal static class SourceTree
{
    /// <summary>The root of the source tree; null for a published program.</summary>
    public static string? Root { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SmartRecruiting.sln"))) return folder.FullName;
        }
        return null;
    }
}
