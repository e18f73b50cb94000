using System.Text.Json;
using SmartRecruiting.Recruiting.Companies;

namespace SmartRecruiting.Recruiting.SignUp;

/// <summary>What a recruiter who signs up asks for, until the address is confirmed: to join a company, or to bring a new one.</summary>
internal sealed record RecruiterWish(Guid? Joins, CompanyForm? Brings)
{
    public static AccountWish Join(Company company) => Wish(company.Name, new RecruiterWish(company.Id, null));

    public static AccountWish Bring(CompanyForm company) => Wish(company.TradeName ?? company.LegalName!, new RecruiterWish(null, company));

    public static RecruiterWish? Read(AccountWish wish) => JsonSerializer.Deserialize<RecruiterWish>(wish.Details);

    private static AccountWish Wish(string asks, RecruiterWish wish) => new(Roles.Recruiter, asks, JsonSerializer.Serialize(wish));
}
