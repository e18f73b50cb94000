using System.Security.Cryptography;

namespace SmartRecruiting.Schooling.Reports;

/// <summary>Who has the monthly mail. Kept when stopped, so that its link still answers and no month is mailed twice.</summary>
internal sealed class ReportSubscription
{
    private ReportSubscription() { }

    public ReportSubscription(ICurrentUser user, string language)
    {
        AccountId = user.Id;
        Resume(user, language);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AccountId { get; private init; }

    public string Email { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Of the mail: fr or en.</summary>
    public string Language { get; private set; } = "";

    public bool IsOn { get; private set; }

    /// <summary>Nobody can guess it: whoever has it may stop the mail.</summary>
    public string StopToken { get; private init; } = RandomNumberGenerator.GetHexString(TokenLength, lowercase: true);

    /// <summary>The first day of the last month that was mailed. Two who send at once both change it from the same value, and only one can.</summary>
    public DateOnly? MailedMonth { get; private set; }

    public const int TokenLength = 32;

    /// <summary>An administrator hears of every university, a director of their own.</summary>
    public bool OfAll { get; private set; }

    public void Resume(ICurrentUser user, string language) =>
        (Email, Name, Language, IsOn, OfAll) = (user.Email, user.Name, language, true, user.Role == Roles.Administrator);

    public void Stop() => IsOn = false;

    public void Mailed(DateOnly month) => MailedMonth = month;
}
