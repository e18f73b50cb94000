namespace SmartRecruiting.Schooling.Catalogue;

/// <summary>An account that receives the offers of a whole component, or of one programme.</summary>
internal sealed class Manager
{
    private Manager() { }

    public static Manager OfComponent(Guid account, string name, string email, Guid component) =>
        new() { AccountId = account, Name = name, Email = email, ComponentId = component };

    public static Manager OfProgramme(Guid account, string name, string email, Guid programme) =>
        new() { AccountId = account, Name = name, Email = email, ProgrammeId = programme };

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AccountId { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>In lower case.</summary>
    public string Email { get; private set; } = "";

    public Guid? ComponentId { get; private init; }

    public Guid? ProgrammeId { get; private init; }

    public void Rename(string name, string email) => (Name, Email) = (name, email);
}
