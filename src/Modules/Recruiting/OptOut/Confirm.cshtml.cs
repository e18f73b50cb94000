using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.OptOut;

/// <summary>Where the link of the company's mail leads: whoever has it speaks for the company. Opening it changes nothing.</summary>
internal sealed class ConfirmModel(RecruitingDb db) : PageModel
{
    public string Name { get; private set; } = "";

    public bool IsOut { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] string token, CancellationToken cancellation) => await ShowAsync(token, cancellation) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync([FromRoute] string token, CancellationToken cancellation) => ChooseAsync(token, isOut: true, cancellation);

    public Task<IActionResult> OnPostResumeAsync([FromRoute] string token, CancellationToken cancellation) => ChooseAsync(token, isOut: false, cancellation);

    private async Task<IActionResult> ChooseAsync(string token, bool isOut, CancellationToken cancellation)
    {
        await db.OptOuts.Where(x => x.Token == token).ExecuteUpdateAsync(set => set.SetProperty(x => x.IsOut, isOut), cancellation);
        return await ShowAsync(token, cancellation) ? Page() : NotFound();
    }

    private async Task<bool> ShowAsync(string token, CancellationToken cancellation)
    {
        var found = await (
            from row in db.OptOuts
            where row.Token == token
            join company in db.Companies on row.CompanyId equals company.Id
            select new { Name = company.TradeName ?? company.LegalName, row.IsOut }).FirstOrDefaultAsync(cancellation);
        if (found is null) return false;
        (Name, IsOut) = (found.Name, found.IsOut);
        return true;
    }
}
