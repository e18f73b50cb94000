using System.Reflection;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Architecture.Tests;

/// <summary>The projects as they lie on disk and as they were built; a new module is found by its folder.</summary>
internal static class House
{
    private const string Company = "SmartRecruiting.";

    public static string Root { get; } = FindRoot();

    /// <summary>Names of the modules.</summary>
    public static IReadOnlyList<string> Modules { get; } = ProjectsUnder(Path.Combine(Root, "src", "Modules"));

    /// <summary>Names of all projects of the product.</summary>
    public static IReadOnlyList<string> Projects { get; } = [.. ProjectsUnder(Path.Combine(Root, "src")), .. Modules];

    /// <summary>Projects that keep rows: each has one context for each database.</summary>
    public static IReadOnlyList<string> Keepers { get; } = [.. Modules, "Host"];

    public static Assembly Load(string project) => Assembly.Load(Company + project);

    public static string Folder(string project) =>
        Path.Combine(Root, "src", Modules.Contains(project) ? Path.Combine("Modules", project) : project);

    /// <summary>Files that people wrote, with their text.</summary>
    public static IEnumerable<(string File, string Text)> Sources(string project, params string[] extensions) =>
        from file in Directory.EnumerateFiles(Folder(project), "*", SearchOption.AllDirectories)
        let parts = Path.GetRelativePath(Folder(project), file).Split(Path.DirectorySeparatorChar)
        where !parts.Contains("bin") && !parts.Contains("obj") && Array.Exists(extensions, e => file.EndsWith(e, StringComparison.Ordinal))
        orderby file
        select (Path.GetRelativePath(Root, file), File.ReadAllText(file));

    /// <summary>
    /// Names of the assemblies that the built project uses, of the packages and of the projects that it asks for: the compiler leaves
    /// out of the assembly what is asked for and not yet used.
    /// </summary>
    public static IReadOnlyList<string> References(string project)
    {
        var asked = XDocument.Load(Path.Combine(Folder(project), project + ".csproj")).Descendants()
            .Where(e => e.Name.LocalName is "ProjectReference" or "PackageReference" or "FrameworkReference")
            .Select(e => (Kind: e.Name.LocalName, Name: e.Attribute("Include")?.Value ?? ""))
            .Where(e => e.Name.Length > 0)
            .Select(e => e.Kind == "ProjectReference" ? Company + Path.GetFileNameWithoutExtension(e.Name.Replace('\\', '/')) : e.Name);
        return [.. Load(project).GetReferencedAssemblies().Select(a => a.Name!).Concat(asked).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The contexts of a project.</summary>
    public static IReadOnlyList<Type> Contexts(string project) =>
        [.. Load(project).GetTypes().Where(t => t.IsSubclassOf(typeof(ModuleDb)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>A context to ask for its model; no database is opened.</summary>
    public static DbContext Open(Type context)
    {
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
        if (context.Name.EndsWith("MySqlDb", StringComparison.Ordinal)) options.UseMySql("Server=localhost", new MariaDbServerVersion(new Version(10, 11)));
        else options.UseSqlite("Data Source=:memory:");
        return (DbContext)Activator.CreateInstance(context, options.Options)!;
    }

    private static IReadOnlyList<string> ProjectsUnder(string folder) =>
        [.. Directory.EnumerateDirectories(folder).Select(f => Path.GetFileName(f)).Where(name => File.Exists(Path.Combine(folder, name, name + ".csproj"))).Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SmartRecruiting.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("Not in the source tree.");
        return folder.FullName;
    }
}
