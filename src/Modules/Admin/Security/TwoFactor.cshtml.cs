using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using QRCoder;
using SmartRecruiting.Admin.Accounts;
using SmartRecruiting.Admin.Data;
using SmartRecruiting.Admin.Mail;
using SmartRecruiting.Admin.Passwords;
using SmartRecruiting.Admin.SignIn;
using SmartRecruiting.Kernel.Forms;

namespace SmartRecruiting.Admin.Security;

/// <summary>Sets the second factor up, renews its recovery codes, switches it off.</summary>
internal sealed class TwoFactorModel(
    AdminDb db,
    ICurrentUser user,
    SecondStep secondStep,
    AskPassword ask,
    Sessions sessions,
    AccountMail mails,
    IAudit audit,
    IDataProtectionProvider protection,
    IConfiguration configuration,
    IOptions<AccountOptions> options,
    IStringLocalizer<Text> texts) : PageModel
{
    private const int PixelsOfModule = 4;

    // A key that is not kept yet travels with its form, readable to this host and good for its account only: opening a page keeps nothing.
    private readonly IDataProtector setUps = protection.CreateProtector("two-factor set-up");

    private Account account = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool IsOn => account.TwoFactorEnabled;

    public bool IsRequired => options.Value.Requires(account);

    public int CodesLeft { get; private set; }

    /// <summary>Recovery codes, on the one page that shows them.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public string SetUp { get; private set; } = "";

    /// <summary>The key in groups of four, for who types it.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The key as a QR code, a data address.</summary>
    public string Picture { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!IsOn) Offer(Totp.NewSecret());
    }

    public IActionResult OnPost() => RedirectToPage();

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (IsOn) return RedirectToPage();
        var secret = Open(Input.SetUp) ?? Totp.NewSecret();
        Offer(secret);
        if (!await PasswordIsRightAsync(cancellation)) return Page();
        if (secondStep.TryAdd(account, secret, Input.Code ?? "") is not { } codes)
        {
            ModelState.AddModelError("Input.Code", texts["CodeWrong"]);
            return Page();
        }
        db.Publish(mails.Notice(account.Email!, "NoticeTwoFactorOn"));
        await SaveAsync(() => sessions.EndAllAsync(account.Id, cancellation), cancellation);
        // A new session has its role at once; this one would wait for its next check.
        await sessions.BeginAsync(account, cancellation);
        await audit.WriteAsync(new AuditEntry("two-factor.added", "account", account.Id), cancellation);
        Codes = codes;
        return Page();
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!IsOn) return RedirectToPage();
        if (!await PasswordIsRightAsync(cancellation)) return Page();
        await SaveAsync(async () => Codes = await secondStep.RenewCodesAsync(account.Id, cancellation), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!IsOn || IsRequired) return RedirectToPage();
        if (!await PasswordIsRightAsync(cancellation)) return Page();
        db.Publish(mails.Notice(account.Email!, "NoticeTwoFactorOff"));
        await SaveAsync(() => secondStep.RemoveAsync(account, cancellation), cancellation);
        await audit.WriteAsync(new AuditEntry("two-factor.removed", "account", account.Id), cancellation);
        this.Say(texts["TwoFactorRemoved"]);
        return LocalRedirect("/account/security");
    }

    public async Task<IActionResult> OnPostForgetAsync(CancellationToken cancellation)
    {
        await secondStep.ForgetDevicesAsync(user.Id, cancellation);
        this.Say(texts["KnownDevicesForgotten"]);
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        account = await db.Accounts.SingleAsync(a => a.Id == user.Id, cancellation);
        CodesLeft = await db.RecoveryCodes.CountAsync(c => c.AccountId == user.Id, cancellation);
    }

    private async Task<bool> PasswordIsRightAsync(CancellationToken cancellation)
    {
        ModelState.SetModelValue("Input.Password", null, null);
        if (await ask.RefusalAsync(account, Input.Password, cancellation) is not { } refusal) return true;
        ModelState.AddModelError("Input.Password", refusal);
        return false;
    }

    private Task SaveAsync(Func<Task> work, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await work();
            await db.SaveChangesAsync(cancellation);
        },
        cancellation);

    private void Offer(string secret)
    {
        SetUp = setUps.Protect($"{account.Id} {secret}");
        Key = string.Join(' ', secret.Chunk(4).Select(group => new string(group)));
        var issuer = Uri.EscapeDataString(configuration["Site:Name"] ?? "SmartRecruiting");
        var address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(account.Email!)}?secret={secret}&issuer={issuer}";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        Picture = "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(PixelsOfModule));
    }

    private string? Open(string? setUp)
    {
        try
        {
            return setUps.Unprotect(setUp ?? "").Split(' ') is [var id, var secret] && id == user.Id.ToString() ? secret : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    internal sealed record Form
    {
        public string? Password { get; init; }

        public string? Code { get; init; }

        public string? SetUp { get; init; }
    }
}
