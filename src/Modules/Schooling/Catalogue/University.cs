using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Schooling.Catalogue;

/// <summary>A university. Two spellings that differ by case, accents or spaces only are the same one.</summary>
internal sealed class University
{
    private University() { }

    public University(string name)
    {
        Name = name;
        Slug = SlugOf(name);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Name { get; private init; } = "";

    public string Slug { get; private init; } = "";

    /// <summary>What names are compared by.</summary>
    public static string SlugOf(string name)
    {
        var slug = Fold.Slug(name);
        return slug.Length <= Limits.Slug ? slug : slug[..Limits.Slug];
    }
}

/// <summary>A part of a university: UFR, école, IUT.</summary>
internal sealed class Component
{
    private Component() { }

    public Component(University university, string name)
    {
        (University, UniversityId) = (university, university.Id);
        Name = name;
        Slug = Catalogue.University.SlugOf(name);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid UniversityId { get; private init; }

    public University University { get; private init; } = null!;

    public string Name { get; private init; } = "";

    public string Slug { get; private init; } = "";
}
