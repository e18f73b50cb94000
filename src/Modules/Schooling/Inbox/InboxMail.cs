using System.Globalization;
using SmartRecruiting.Kernel.Calendar;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Schooling.Staff;

namespace SmartRecruiting.Schooling.Inbox;

/// <summary>The mails about transmissions, in the language of their reader; in French to an address without account.</summary>
internal static class InboxMail
{
    // Enough to see what came; the inbox has the rest.
    private const int MostInDigest = 20;

    /// <summary>To somebody who has an account and can act.</summary>
    public static MailRequested ToManager(StaffMember member, InboxItem item, NoticeKind kind)
    {
        var language = Cultures.Of(member.Language);
        var path = $"/inbox/{item.Id}";
        return new MailRequested(
            member.Email,
            member.Name,
            Subject(language, item, kind),
            member.Language,
            [.. Paragraphs(language, item, kind), Text.In(language, kind is NoticeKind.Deputising ? "MailDeputise" : "MailWhatToDo")],
            new MailAction(Text.In(language, "MailButton"), path),
            StopPath(member),
            [new MailAction(Text.In(language, "ForwardButton"), path + "/forward"), new MailAction(Text.In(language, "DeclineButton"), path + "/decline")]);
    }

    /// <summary>To the programme's responsible person or deputy, who has no account.</summary>
    public static MailRequested ToAddress(string email, string name, InboxItem item, NoticeKind kind)
    {
        var language = Cultures.French;
        return new MailRequested(
            email,
            name,
            Subject(language, item, kind),
            "fr",
            [.. Paragraphs(language, item, kind), Text.In(language, kind is NoticeKind.Deputising ? "MailDeputyNoAccount" : "MailNoManager", item.Programme.Name)],
            new MailAction(Text.In(language, "MailButton"), $"/inbox/{item.Id}"));
    }

    /// <summary>All that came since the last digest, as one mail.</summary>
    /// <param name="news">Oldest first; one at least, with item and programme.</param>
    public static MailRequested Digest(StaffMember member, IReadOnlyList<Notice> news)
    {
        var language = Cultures.Of(member.Language);
        var items = news.GroupBy(n => n.ItemId).Select(g => g.MaxBy(n => n.Kind)!).ToList();
        List<string> paragraphs =
        [
            Text.In(language, "DigestHello", member.Name),
            .. items.Take(MostInDigest).Select(n => Line(language, n)),
        ];
        if (items.Count > MostInDigest) paragraphs.Add(Text.In(language, "DigestMore", items.Count - MostInDigest));
        paragraphs.Add(Text.In(language, "DigestWhy" + member.MailPace));
        return new MailRequested(
            member.Email,
            member.Name,
            items.Count == 1 ? Text.In(language, "DigestSubjectOne", items[0].Item.Title) : Text.In(language, "DigestSubject", items.Count),
            member.Language,
            paragraphs,
            new MailAction(Text.In(language, "DigestButton"), "/inbox"),
            StopPath(member));
    }

    private static string Subject(CultureInfo language, InboxItem item, NoticeKind kind) => Text.In(language, "MailSubject" + kind, item.Title, item.Programme.Name);

    private static IEnumerable<string> Paragraphs(CultureInfo language, InboxItem item, NoticeKind kind)
    {
        yield return Text.In(language, "MailIntro" + kind, item.Company, item.Programme.Name, Day(item));
        var facts = new List<string> { Text.In(language, item.Offer.Kind is OfferKind.Internship ? "MailInternship" : "MailApprenticeship", item.Title) };
        if (item.Offer.City is { Length: > 0 } city) facts.Add(Text.In(language, "MailCity", city));
        if (item.Reasons.Count > 0) facts.Add(Text.In(language, "MailReasons", string.Join(", ", item.Reasons)));
        yield return string.Join('\n', facts);
    }

    private static string Line(CultureInfo language, Notice news)
    {
        var line = Text.In(language, "DigestLine", news.Item.Title, news.Item.Company, news.Item.Programme.Name);
        return news.Kind is NoticeKind.Arrived ? line : line + "\n" + Text.In(language, "Digest" + news.Kind, Day(news.Item));
    }

    private static DateOnly Day(InboxItem item) => WorkingDays.DayOf(item.AwaitedSince ?? item.SentAt);

    private static string StopPath(StaffMember member) => $"/inbox/mail/stop/{member.StopToken}";
}
