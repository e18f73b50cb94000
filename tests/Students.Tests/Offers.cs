using SmartRecruiting.Contracts;

namespace SmartRecruiting.Students.Tests;

/// <summary>Offers as another module posts them, and what students of the tests do with them.</summary>
internal static class Offers
{
    public const string Alert = "students.send-alerts";

    public static OfferSnapshot Of(TestHost host, string title, string company = "Entreprise d’essai", Guid? companyId = null, string text = "Développer une application web en C# et SQL, API REST, tests.") => new(
        Guid.CreateVersion7(), 1, title, text, OfferKind.Internship, "Bac+5", companyId ?? Guid.CreateVersion7(), company, "Grenoble", new DateOnly(2026, 9, 1), 20,
        "Lou Contact", "lou@entreprise.example", host.Clock.GetUtcNow().UtcDateTime);

    public static async Task<OfferSnapshot> PostAsync(this TestHost host, OfferSnapshot offer)
    {
        await host.PublishAsync(new OfferPosted(offer));
        await host.SettleAsync();
        return offer;
    }

    public static async Task CloseAsync(this TestHost host, Guid offer, CloseReason reason = CloseReason.Filled)
    {
        await host.PublishAsync(new OfferClosed(offer, 2, reason));
        await host.SettleAsync();
    }

    /// <summary>Posts a deed as a form of the site does.</summary>
    public static async Task<Page> DoAsync(this Visitor visitor, string address, params (string Name, string Value)[] values)
    {
        var token = (await visitor.GetAsync("/profile")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await visitor.PostAsync(address, [("__RequestVerificationToken", token), .. values]);
    }

    /// <summary>Runs the daily job and lets its mails leave.</summary>
    public static async Task<int> AlertAsync(this TestHost host)
    {
        var before = host.Mails().Count;
        await host.RunJobAsync(Alert);
        await host.SettleAsync();
        return host.Mails().Count - before;
    }
}
