using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Attachments;

/// <summary>Hands a file over to whom may see its offer: its company always, schools and students while it is public, administrators who check it.</summary>
internal sealed class GetModel(RecruitingDb db, AttachFile files, ICurrentUser user) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var found = await db.Attachments.Where(a => a.Id == id)
            .Join(db.Offers, a => a.OfferId, o => o.Id, (a, o) => new { Attachment = a, o.CompanyId, o.Status }).SingleOrDefaultAsync(cancellation);
        if (found is null || !MaySee(found.CompanyId, found.Status)) return NotFound();
        // Never shown in the page's own origin, whatever the browser thinks it is.
        return new PhysicalFileResult(files.PathOf(id), found.Attachment.ContentType) { FileDownloadName = found.Attachment.Name };
    }

    private bool MaySee(Guid companyId, OfferStatus status) => user.Role switch
    {
        Roles.Recruiter => companyId == user.CompanyId,
        Roles.Administrator => true,
        Roles.Student or Roles.Manager => status is OfferStatus.Published,
        _ => false,
    };
}
