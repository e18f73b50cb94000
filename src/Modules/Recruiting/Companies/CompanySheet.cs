namespace SmartRecruiting.Recruiting.Companies;

/// <summary>A company as its pages show it.</summary>
internal sealed record CompanySheet(Guid Id, string Name, string? Siret, CompanyStatus Status, CompanyDetails Details)
{
    public bool IsApproved => Status is CompanyStatus.Approved;

    public static CompanySheet Of(Company company) => new(company.Id, company.Name, company.Siret?.ToString(), company.Status, company.Details);
}

/// <summary>A contact as its company and the administrators see it.</summary>
internal sealed record ContactRow(Guid Id, ContactDetails Details)
{
    public string Means => string.Join(" · ", new[] { Details.Email, Details.Phone }.Where(part => part is not null));

    /// <summary>The fields that students see, one by one.</summary>
    public IEnumerable<ContactFields> Shown => Enum.GetValues<ContactFields>().Where(f => int.PopCount((int)f) == 1 && Details.Shown.HasFlag(f));

    public static ContactRow Of(Contact contact) => new(contact.Id, contact.Details);
}
