using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Schooling.Catalogue;

/// <summary>A programme of study. Its code is its name among systems; its slug, made once, its address for ever.</summary>
internal sealed class Programme
{
    private Programme() { }

    public Programme(string code, string slug, Component component, ProgrammeFacts facts)
    {
        (Code, Slug) = (code, slug);
        Take(component, facts);
        Revision = 1;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Code { get; private init; } = "";

    public string Slug { get; private init; } = "";

    public Guid ComponentId { get; private set; }

    public Component Component { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public string Level { get; private set; } = "";

    /// <summary>Years of study after the baccalauréat, in order.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>The town where it is taught.</summary>
    public string? City { get; private set; }

    /// <summary>A key of <see cref="Domains"/>.</summary>
    public string? Domain { get; private set; }

    public string Description { get; private set; } = "";

    public IReadOnlyList<string> Skills { get; private set; } = [];

    public IReadOnlyList<string> Jobs { get; private set; } = [];

    public IReadOnlyList<string> RomeCodes { get; private set; } = [];

    public string? Responsible { get; private set; }

    public string? Email { get; private set; }

    public string? Deputy { get; private set; }

    public string? DeputyEmail { get; private set; }

    public string? Phone { get; private set; }

    /// <summary>Grows with each change.</summary>
    public int Revision { get; private set; }

    /// <summary>« Génie civil », « GC-IUT1 » → « genie-civil-gc-iut1 », with a number behind it when somebody has that already.</summary>
    public static string SlugFor(string name, string code, IReadOnlySet<string> taken)
    {
        var most = Limits.Slug - Limits.Code;
        var (front, back) = (Fold.Slug(name), Fold.Slug(code));
        if (front.Length > most) front = front[..most].TrimEnd('-');
        if (back.Length > Limits.Code - 5) back = back[..(Limits.Code - 5)];
        var first = $"{front}-{back}".Trim('-');
        var slug = first;
        for (var number = 2; slug.Length == 0 || taken.Contains(slug); number++) slug = $"{first}-{number}".Trim('-');
        return slug;
    }

    /// <summary>Takes new facts; false when they are the old ones.</summary>
    public bool Change(Component component, ProgrammeFacts facts)
    {
        var before = ToSheet();
        var moved = component.Id != ComponentId;
        Take(component, facts);
        if (!moved && before == ToSheet()) return false;
        Revision++;
        return true;
    }

    /// <summary>Takes the person with this address out of its contacts.</summary>
    /// <param name="email">In lower case.</param>
    public void Forget(string email)
    {
        if (Email == email) (Responsible, Email, Phone) = (null, null, null);
        if (DeputyEmail == email) (Deputy, DeputyEmail) = (null, null);
        Revision++;
    }

    /// <summary>The facts as text, as files and forms carry them.</summary>
    public ProgrammeSheet ToSheet() => new()
    {
        Name = Name,
        Level = Level,
        Years = string.Join(';', Years),
        City = City ?? "",
        Domain = Domain ?? "",
        Description = Description,
        Skills = string.Join(';', Skills),
        Jobs = string.Join(';', Jobs),
        RomeCodes = string.Join(';', RomeCodes),
        Responsible = Responsible ?? "",
        Email = Email ?? "",
        Deputy = Deputy ?? "",
        DeputyEmail = DeputyEmail ?? "",
        Phone = Phone ?? "",
    };

    /// <summary>What the other modules may know; needs component and university loaded.</summary>
    public ProgrammeSnapshot ToSnapshot() => new(
        Id, Code, Slug, Name, Component.Name, Component.University.Name, Level, Years, Description, Skills, Jobs, RomeCodes, Responsible, Email, Phone,
        City);

    private void Take(Component component, ProgrammeFacts facts)
    {
        (Component, ComponentId) = (component, component.Id);
        (Name, Level, Years, City, Domain, Description) = (facts.Name, facts.Level, facts.Years, facts.City, facts.Domain, facts.Description);
        (Skills, Jobs, RomeCodes) = (facts.Skills, facts.Jobs, facts.RomeCodes);
        (Responsible, Email, Deputy, DeputyEmail, Phone) = (facts.Responsible, facts.Email, facts.Deputy, facts.DeputyEmail, facts.Phone);
    }
}
