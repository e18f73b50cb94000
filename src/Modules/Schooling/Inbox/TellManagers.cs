using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Catalogue;
using SmartRecruiting.Schooling.Data;
using SmartRecruiting.Schooling.Staff;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>Who hears of a transmission, and how; the caller saves.</summary>
internal static class TellManagers
{
    /// <summary>Those who work for the programme or its component, each address once.</summary>
    public static async Task<IReadOnlyList<StaffMember>> ManagersOfAsync(this SchoolingDb db, Programme programme, CancellationToken cancellation) =>
        Distinct(await db.Mandates.AsNoTracking()
            .Where(m => m.Member.State == StaffState.Active && (m.ProgrammeId == programme.Id || m.ComponentId == programme.ComponentId))
            .OrderBy(m => m.Id).Select(m => m.Member).ToListAsync(cancellation));

    /// <summary>Tells the managers; the responsible person, or the deputy, where there are none. False when nobody can be told.</summary>
    public static async Task<bool> TellManagersAsync(this SchoolingDb db, InboxItem item, NoticeKind kind, DateTime now, CancellationToken cancellation)
    {
        var programme = item.Programme;
        var managers = await db.ManagersOfAsync(programme, cancellation);
        foreach (var manager in managers) db.Tell(manager, item, kind, now);
        if (managers.Count > 0) return true;
        if (programme.Email is { } email) db.Publish(InboxMail.ToAddress(email, programme.Responsible ?? email, item, kind));
        else if (programme.DeputyEmail is { } deputy) db.Publish(InboxMail.ToAddress(deputy, programme.Deputy ?? deputy, item, kind));
        else return false;
        return true;
    }

    /// <summary>
    /// Tells the deputy, unless it is one of those who did not answer; then whoever else works for the component. False when there is nobody.
    /// </summary>
    public static async Task<bool> TellOthersAsync(this SchoolingDb db, InboxItem item, DateTime now, CancellationToken cancellation)
    {
        var programme = item.Programme;
        var asked = (await db.ManagersOfAsync(programme, cancellation)).Select(m => m.Email).ToHashSet();
        if (asked.Count == 0 && (programme.Email ?? programme.DeputyEmail) is { } responsible) asked.Add(responsible);
        if (programme.DeputyEmail is { } deputy && !asked.Contains(deputy))
        {
            if (await db.Staff.AsNoTracking().FirstOrDefaultAsync(s => s.Email == deputy && s.Role == Roles.Manager && s.State == StaffState.Active, cancellation) is { } member)
            {
                db.Tell(member, item, NoticeKind.Deputising, now);
            }
            else db.Publish(InboxMail.ToAddress(deputy, programme.Deputy ?? deputy, item, NoticeKind.Deputising));
            return true;
        }
        var others = await db.Mandates.AsNoTracking()
            .Where(m => m.Member.State == StaffState.Active && (m.ComponentId == programme.ComponentId || m.Programme!.ComponentId == programme.ComponentId))
            .OrderBy(m => m.Id).Select(m => m.Member).ToListAsync(cancellation);
        var told = Distinct(others.Where(m => !asked.Contains(m.Email)));
        foreach (var member in told) db.Tell(member, item, NoticeKind.Deputising, now);
        return told.Count > 0;
    }

    private static void Tell(this SchoolingDb db, StaffMember member, InboxItem item, NoticeKind kind, DateTime now)
    {
        if (member.MailPace is MailPace.Immediate) db.Publish(InboxMail.ToManager(member, item, kind));
        else db.Add(new Notice(member.AccountId, item, kind, now));
    }

    private static IReadOnlyList<StaffMember> Distinct(IEnumerable<StaffMember> members) => [.. members.DistinctBy(m => m.Email)];
}
