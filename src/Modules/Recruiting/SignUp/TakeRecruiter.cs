using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.SignUp;

/// <summary>
/// Gives a recruiter who signed up a company: the one with the SIRET, or else a new one. Of many at once with one SIRET the first makes
/// the company, and the others ask to join it.
/// </summary>
internal sealed class TakeRecruiter(RecruitingDb db, TimeProvider clock) : IHandle<AccountRequested>
{
    private const int Attempts = 5;

    public async Task HandleAsync(AccountRequested happened, CancellationToken cancellation)
    {
        if (happened.Wish.Role != Roles.Recruiter || RecruiterWish.Read(happened.Wish) is not { } wish) return;
        for (var attempt = 1; ; attempt++)
        {
            if (await db.Recruiters.AnyAsync(r => r.AccountId == happened.AccountId, cancellation)) return;
            await TakeAsync(happened, wish, cancellation);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody else brought the same company in the same moment.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task TakeAsync(AccountRequested happened, RecruiterWish wish, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var siret = wish.Brings?.ReadSiret();
        var company = wish.Joins is { } id ? await db.FindActiveAsync(id, cancellation)
            : siret is { } number ? await db.FindActiveAsync(number, cancellation)
            : null;
        if (company is not null)
        {
            db.Add(Recruiter.Ask(company, isFirst: false, happened, now));
            await TellColleaguesAsync(company, happened.Name, cancellation);
            return;
        }
        // Closed or banned since the form was sent: the account waits for an administrator, who sees what it asks for.
        if (wish.Brings is not { } form || (siret is { } asked && await db.IsBannedAsync(asked, cancellation))) return;
        company = Company.Request(siret, form.ToDetails([]), happened.AccountId, now);
        db.Add(company);
        db.Add(CompanyChange.Of(company, happened.AccountId, Roles.Recruiter, now, CompanyChange.Requested));
        db.Add(Recruiter.Ask(company, isFirst: true, happened, now));
        db.Publish(company.ToRequest(happened.AccountId));
    }

    private async Task TellColleaguesAsync(Company company, string name, CancellationToken cancellation)
    {
        if (!company.MayPublish) return;
        var colleagues = await db.Recruiters.Where(r => r.CompanyId == company.Id && r.State == RecruiterState.Accepted).ToListAsync(cancellation);
        foreach (var colleague in colleagues)
        {
            string Say(string key, params object[] values) => Text.In(colleague.Language, key, values);
            db.Publish(new MailRequested(
                colleague.Email, colleague.Name, Say("MailJoinSubject", name), colleague.Language,
                [Say("MailHello", colleague.Name), Say("MailJoinIntro", name, company.Name), Say("MailJoinNext")], new MailAction(Say("MailJoinButton"), "/company")));
        }
    }
}
