namespace SmartRecruiting.Recruiting.Companies;

/// <summary>Whom to write to, what students may see of it, and whether they may write without an offer.</summary>
internal sealed record ContactDetails(string Name, string? Function, string? Email, string? Phone, bool TakesSpontaneous, ContactFields Shown);

/// <summary>The fields of a contact that students may see.</summary>
[Flags]
internal enum ContactFields
{
    None = 0,
    Name = 1,
    Function = 2,
    Email = 4,
    Phone = 8,
    All = Name | Function | Email | Phone,
}

/// <summary>A person of a company whom students can write to.</summary>
internal sealed class Contact
{
    public const int PhoneMax = 30;

    private Contact() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public string Name { get; private set; } = "";

    public string? Function { get; private set; }

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    /// <summary>Agreed to be written to by students without an offer.</summary>
    public bool TakesSpontaneous { get; private set; }

    public ContactFields Shown { get; private set; }

    /// <summary>Came with a file and was not touched since: only then does the next file speak for it.</summary>
    public bool IsOfFile { get; private set; }

    public ContactDetails Details => new(Name, Function, Email, Phone, TakesSpontaneous, Shown);

    public static Contact Import(Guid companyId, ContactDetails details)
    {
        var contact = new Contact { CompanyId = companyId };
        contact.Write(details);
        contact.IsOfFile = true;
        return contact;
    }

    public static Contact Of(Guid companyId, ContactDetails details)
    {
        var contact = new Contact { CompanyId = companyId };
        contact.Write(details);
        return contact;
    }

    /// <summary>What a file says of it now.</summary>
    public void Reimport(ContactDetails details)
    {
        if (IsOfFile) Write(details);
    }

    /// <summary>What its own company says of it.</summary>
    public void Change(ContactDetails details)
    {
        Write(details);
        IsOfFile = false;
    }

    private void Write(ContactDetails details)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(details.Name);
        (Name, Function, Email, Phone) = (details.Name, details.Function, details.Email, details.Phone);
        (TakesSpontaneous, Shown) = (details.TakesSpontaneous, details.Shown);
    }
}
