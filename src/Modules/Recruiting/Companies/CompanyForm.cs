using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Companies;

/// <summary>What a recruiter types of the company. What it says of SIRET and country is only asked once.</summary>
internal sealed record CompanyForm
{
    [StringLength(40, ErrorMessage = "TooLong")]
    public string? Siret { get; init => field = OneLine.Of(value); }

    [Required(ErrorMessage = "LegalNameMissing"), StringLength(Company.NameLength, ErrorMessage = "TooLong")]
    public string? LegalName { get; init => field = OneLine.Of(value); }

    [StringLength(Company.NameLength, ErrorMessage = "TooLong")]
    public string? TradeName { get; init => field = OneLine.Of(value); }

    [StringLength(20, ErrorMessage = "TooLong")]
    public string? Naf { get; init => field = OneLine.Of(value)?.ToUpperInvariant(); }

    [EnumDataType(typeof(CompanyKind), ErrorMessage = "ValueOfList")]
    public CompanyKind Kind { get; init; } = CompanyKind.Private;

    [StringLength(40, ErrorMessage = "TooLong")]
    public string? Headcount { get; init => field = OneLine.Of(value); }

    [StringLength(200, ErrorMessage = "TooLong")]
    public string? Address { get; init => field = OneLine.Of(value); }

    [StringLength(10, ErrorMessage = "TooLong")]
    public string? Postcode { get; init => field = OneLine.Of(value); }

    [Required(ErrorMessage = "CityMissing"), StringLength(Offer.CityMax, ErrorMessage = "TooLong")]
    public string? City { get; init => field = OneLine.Of(value); }

    [StringLength(20, ErrorMessage = "TooLong")]
    public string? InseeCode { get; init => field = OneLine.Of(value)?.ToUpperInvariant(); }

    [Required(ErrorMessage = "CountryMissing"), StringLength(60, ErrorMessage = "TooLong")]
    public string? Country { get; init => field = Fold.Text(value) == Fold.Text(CompanyDetails.France) ? CompanyDetails.France : OneLine.Of(value); } =
        CompanyDetails.France;

    [StringLength(WebAddress.Length, ErrorMessage = "TooLong")]
    public string? Website { get; init => field = OneLine.Of(value); }

    /// <summary>Only a company in France has a SIRET; null for one that has none, or a wrong one.</summary>
    public Siret? ReadSiret() => Country == CompanyDetails.France && Companies.Siret.TryParse(Siret, out var siret) ? siret : null;

    public static CompanyForm From(Company company) => new()
    {
        Siret = company.Siret?.ToString(),
        LegalName = company.LegalName,
        TradeName = company.TradeName,
        Naf = company.Naf?.ToString(),
        Kind = company.Kind,
        Headcount = company.Headcount,
        Address = company.Address,
        Postcode = company.Postcode,
        City = company.City,
        InseeCode = company.InseeCode,
        Country = company.Country,
        Website = company.Website,
    };

    /// <summary>Says beside each field what the attributes cannot.</summary>
    public void Check(ModelStateDictionary state, string prefix, IStringLocalizer<Text> text)
    {
        if (Country == CompanyDetails.France)
        {
            if (Siret is null) Add(nameof(Siret), text["SiretMissing"]);
            else if (ReadSiret() is null) Add(nameof(Siret), text["SiretInvalid", Siret]);
        }
        else if (Siret is not null)
        {
            Add(nameof(Siret), text["SiretAbroad"]);
        }
        if (Naf is not null && !NafCode.TryParse(Naf, out _)) Add(nameof(Naf), text["NafInvalid", Naf]);
        if (InseeCode is not null && !Companies.InseeCode.IsOne(InseeCode)) Add(nameof(InseeCode), text["InseeInvalid", InseeCode]);
        if (Website is not null && !WebAddress.TryRead(Website, out _)) Add(nameof(Website), text["WebsiteInvalid", Website]);
        if (Headcount is not null && !CompanyDetails.Headcounts.Contains(Headcount)) Add(nameof(Headcount), text["ValueOfList"]);

        void Add(string field, string message) => state.AddModelError($"{prefix}.{field}", message);
    }

    /// <summary>What a checked form says.</summary>
    /// <param name="domains">What the company is known for; no form asks for it.</param>
    public CompanyDetails ToDetails(IReadOnlyList<string> domains)
    {
        var website = Website is not null && WebAddress.TryRead(Website, out var address) ? address : null;
        NafCode? naf = NafCode.TryParse(Naf, out var code) ? code : null;
        return new CompanyDetails(LegalName!, TradeName, naf, Kind, Headcount, Address, Postcode, City, InseeCode, Country!, website, domains);
    }
}
