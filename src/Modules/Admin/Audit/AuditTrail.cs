using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Admin.Data;

namespace SmartRecruiting.Admin.Audit;

/// <summary>
/// Adds lines to the audit log. Writers stand in line for the end of the chain, on every host; what this request changed in the
/// module's tables is saved in the same commit.
/// </summary>
internal sealed class AuditTrail(AdminDb db, ICurrentUser user, IHttpContextAccessor http, TimeProvider clock) : IAudit
{
    public Task WriteAsync(AuditEntry entry, CancellationToken cancellation) =>
        ActAsync(() => Task.FromResult<AuditEntry?>(entry), cancellation);

    /// <summary>
    /// Acts and writes it down, both or neither. Audited acts come one after another, so what the act reads is true until its commit:
    /// two administrators cannot both be the last but one.
    /// </summary>
    /// <param name="act">Changes rows without saving; null when nothing is to be done.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <param name="actor">Who acts when it is not who makes the request.</param>
    /// <returns>False when nothing was done.</returns>
    public async Task<bool> ActAsync(Func<Task<AuditEntry?>> act, CancellationToken cancellation, AuditActor? actor = null)
    {
        var done = false;
        await db.InTransactionAsync(
            async () =>
            {
                var heads = db.Set<AuditHead>();
                // Changes nothing and takes the row's lock, which a query would not on every database.
                await heads.ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, h => h.Sequence), cancellation);
                if (await act() is not { } entry) return;
                var head = await heads.AsNoTracking().SingleAsync(cancellation);
                var record = new AuditRecord(head.Sequence, head.Hash, entry, actor ?? Here(), clock.GetUtcNow().UtcDateTime);
                db.Add(record);
                await db.SaveChangesAsync(cancellation);
                await heads.ExecuteUpdateAsync(
                    set => set.SetProperty(h => h.Sequence, record.Sequence).SetProperty(h => h.Hash, record.Hash), cancellation);
                done = true;
            },
            cancellation);
        return done;
    }

    private AuditActor Here() => new(
        user.IsSignedIn ? user.Id : null, user.Role, http.HttpContext?.Connection.RemoteIpAddress is { } address ? NetworkOf(address) : "");

    // A line stays for ever, so it tells the network and not the person's machine: the halves that the CNIL has statistics drop.
    private static string NetworkOf(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var kept = plain.AddressFamily is AddressFamily.InterNetwork ? 3 : 6;
        var bytes = plain.GetAddressBytes();
        Array.Clear(bytes, kept, bytes.Length - kept);
        return new IPNetwork(new IPAddress(bytes), kept * 8).ToString();
    }
}
