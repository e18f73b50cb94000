using Microsoft.Extensions.Configuration;

namespace SmartRecruiting.Kernel.Data;

/// <summary>Where everything that the product writes lives: database, keys, mails, models. ".data" unless <c>Data:Directory</c> says otherwise.</summary>
public sealed class DataDirectory
{
    /// <summary>Takes the place from the configuration and makes it, for its owner only.</summary>
    public DataDirectory(IConfiguration configuration)
    {
        Root = Path.GetFullPath(configuration["Data:Directory"] is { Length: > 0 } set ? set : ".data");
        if (!Directory.Exists(Root)) Create(Root);
    }

    /// <summary>Absolute path.</summary>
    public string Root { get; }

    /// <summary>A file directly under the directory.</summary>
    public string File(string name) => Path.Combine(Root, name);

    /// <summary>A folder under the directory, made when missing.</summary>
    public string Folder(string name)
    {
        var path = Path.Combine(Root, name);
        if (!Directory.Exists(path)) Create(path);
        return path;
    }

    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
