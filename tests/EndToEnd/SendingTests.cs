using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SmartRecruiting.Contracts;
using static Microsoft.Playwright.Assertions;
using static SmartRecruiting.EndToEnd.SmallUniversity;

namespace SmartRecruiting.EndToEnd;

/// <summary>From a text to the programmes that get it, and their answer.</summary>
public sealed class SendingTests(SampleSite site)
{
    [Theory, InlineData(true), InlineData(false)]
    [Trait("Acceptance", "7")]
    public async Task A_meaningless_text_gets_no_invented_list_and_a_search_by_hand(bool javaScript)
    {
        await using var context = await site.BrowserAsync(javaScript, javaScript ? 1280 : 390);
        var page = await context.NewPageAsync();
        await site.SignInAsync(page, Roles.Recruiter);
        await page.GotoAsync("/offers/new");
        await page.FillAsync("#Input_Text", "qsdfg hjklm wxcvb azerty uiop qwxz brrr zzz kkk");
        await page.ClickAsync("main form button.btn-primary");
        await page.WaitForURLAsync(new Regex("/ranking$"));
        await Expect(page.Locator(".empty h2")).ToHaveTextAsync("Aucune correspondance fiable");
        await Expect(page.Locator("input[name=Chosen]")).ToHaveCountAsync(0);
        await page.ShotAsync("ranking-meaningless");

        await page.GetByLabel("Chercher une formation à la main").FillAsync("informatique");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("q=informatique"));
        await Expect(page.Locator(".empty h2")).ToHaveTextAsync("Aucune correspondance fiable");
        Assert.All(await page.Locator("tbody tr").AllInnerTextsAsync(), row => Assert.Contains("informatique", row, StringComparison.OrdinalIgnoreCase));
        await page.ShotAsync("ranking-by-hand");
        await page.Locator("input[name=Chosen]").First.CheckAsync();
        await page.ClickAsync("main form[method=post] button.btn-primary");
        await Expect(page.Locator("#offer button.btn-primary")).ToHaveTextAsync("Publier et envoyer à 1 formation");
    }

    [Theory, InlineData(true), InlineData(false)]
    [Trait("Acceptance", "8")]
    public async Task Two_ticked_programmes_get_the_offer_once_however_often_the_button_is_pressed(bool javaScript)
    {
        await using var context = await site.BrowserAsync(javaScript, javaScript ? 1280 : 390);
        var page = await context.NewPageAsync();
        await site.SignInAsync(page, Roles.Recruiter);
        await page.GotoAsync("/offers/new");
        // The second offer of a company must not be like the first.
        await page.FillAsync("#Input_Title", javaScript ? "Assistance comptable" : "Assistance juridique");
        await page.FillAsync("#Input_Text", javaScript
            ? "Tenir la comptabilité générale et la paie d’une petite entreprise, préparer les déclarations fiscales et le contrôle de gestion."
            : "Rédiger des contrats et des actes, suivre les contentieux de droit du travail et la veille juridique d’une association.");
        await page.ClickAsync("main form button.btn-primary");
        await page.ClickAsync("a[href$='/edit']");
        await page.SelectOptionAsync("#Input_Level", "Bac+3");
        foreach (var (field, value) in new[] { ("Starts", "2027-03-01"), ("DurationWeeks", "12"), ("WeeklyHours", "35"), ("City", "Grenoble"), ("Pay", "5") })
        {
            await page.FillAsync("#Input_" + field, value);
        }
        await page.ClickAsync("#offer button.btn-primary");
        await page.WaitForURLAsync(new Regex("/ranking$"));
        // The same page in another tab, ticked alike.
        var other = await context.NewPageAsync();
        await other.GotoAsync(page.Url);
        foreach (var tab in new[] { page, other })
        {
            Assert.InRange(await tab.Locator("input[name=Chosen]").CountAsync(), 5, 10);
            await tab.Locator("input[name=Chosen]").Nth(0).CheckAsync();
            await tab.Locator("input[name=Chosen]").Nth(2).CheckAsync();
        }
        await page.ShotAsync("ranking-ticked");
        await page.DblClickAsync("main form[method=post] button.btn-primary");
        await page.WaitForURLAsync(new Regex("/transmissions$"));
        await IsSentToTwoAsync(page);
        await page.ShotAsync("transmissions-sent");

        await other.ClickAsync("main form[method=post] button.btn-primary");
        await other.WaitForURLAsync(new Regex("/transmissions$"));
        await Expect(other.Locator(".flash")).ToContainTextAsync("rien n’est parti une seconde fois");
        await IsSentToTwoAsync(other);

        // Coming back, the browser restores no tick for a programme that was not ticked.
        await page.GoBackAsync();
        await page.WaitForURLAsync(new Regex("/ranking$"));
        await Expect(page.Locator("input[name=Chosen]:checked:enabled")).ToHaveCountAsync(0);
        await page.ClickAsync("main form[method=post] button.btn-primary");
        await Expect(page.Locator("#Chosen-error")).ToContainTextAsync("Cochez au moins une formation");
        await page.GotoAsync(other.Url);
        await IsSentToTwoAsync(page);

        static async Task IsSentToTwoAsync(IPage page)
        {
            await Expect(page.Locator("ol.funnel")).ToHaveCountAsync(2);
            await Expect(page.Locator("main")).ToContainTextAsync("envoyées : 2 ·");
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    [Trait("Acceptance", "11")]
    [Trait("Acceptance", "19")]
    public async Task A_manager_answers_from_the_mail_with_a_reason_that_the_recruiter_reads(bool javaScript)
    {
        await using var host = await StartAsync(new DateOnly(2026, 3, 2));
        Assert.Empty((await host.ImportAsync("students", "name,email,programme,year,opt_out\nÉlève Essai,eleve@essais.example,SYSTEMES,4,no\n")).Errors);
        await using var recruiting = await site.BrowserAsync(javaScript, javaScript ? 1280 : 390, host: host);
        await using var managing = await site.BrowserAsync(javaScript, javaScript ? 1280 : 390, host: host);
        var (recruiter, manager) = (await recruiting.NewPageAsync(), await managing.NewPageAsync());
        using (var visitor = await host.SignInAsync(Recruiter)) await visitor.PostOfferAsync("Stage développement web", OfferText);
        await recruiter.SignInAsync(Recruiter);
        await recruiter.GotoAsync("/offers");
        await recruiter.GetByRole(AriaRole.Link, new() { Name = "Stage développement web" }).ClickAsync();
        await recruiter.ClickAsync("a[href$='/ranking']");
        await recruiter.GetByLabel("Chercher une formation à la main").FillAsync("polytechnique");
        await recruiter.Keyboard.PressAsync("Enter");
        await recruiter.WaitForURLAsync(new Regex("q=polytechnique"));
        foreach (var programme in new[] { "Ingénieur informatique", "Systèmes et réseaux" })
        {
            await recruiter.Locator("tbody tr", new() { HasText = programme }).Locator("input[name=Chosen]").First.CheckAsync();
        }
        await recruiter.ClickAsync("main form[method=post] .actions button.btn-primary");
        await recruiter.WaitForURLAsync(new Regex("/transmissions$"));
        await host.SettleAsync();

        // The manager opens all that the mails lead to, and nothing has happened.
        var mails = host.Mails();
        Assert.Equal([Manager, Manager], mails.Select(m => m.To.Mailboxes.Single().Address));
        await manager.SignInAsync(Manager);
        foreach (var mail in mails) await host.OpenLinksAsync(manager, mail);
        await recruiter.ReloadAsync();
        await Expect(recruiter.Locator("main")).ToContainTextAsync("lues : 0 · transférées : 0 · déclinées : 0");

        // Declined without a reason: said beside the fields. With one: done.
        await manager.GotoAsync(LinkOf("informatique", "/decline"));
        await manager.ClickAsync("main form button.btn-primary");
        await Expect(manager.Locator("#Input_Code-error")).ToHaveTextAsync("Choisissez ce qui empêche de transférer l’offre.");
        await Expect(manager.Locator("#Input_Reason-error")).ToHaveTextAsync("Donnez un motif : l’entreprise le lira.");
        await Expect(manager.Locator(".form-errors")).ToBeFocusedAsync();
        await manager.ShotAsync("decline-errors");
        await manager.GetByLabel("La période ne va pas").CheckAsync();
        await manager.ClickAsync("main form button.btn-primary");
        await Expect(manager.Locator("#Input_Reason-error")).ToBeVisibleAsync();
        await Expect(manager.GetByLabel("La période ne va pas")).ToBeCheckedAsync();
        await manager.FillAsync("#Input_Reason", "Nos étudiants sont déjà placés jusqu’en juin.");
        await manager.ClickAsync("main form button.btn-primary");
        await Expect(manager.Locator(".flash")).ToHaveTextAsync("L’offre est déclinée ; l’entreprise lit votre motif.");
        await manager.ShotAsync("declined");

        // The other one goes to its student, whose mail changes nothing by being opened either.
        await manager.GotoAsync(LinkOf("Systèmes", "/forward"));
        await manager.GetByLabel("4").CheckAsync();
        await manager.ClickAsync("#forward button");
        await manager.ClickAsync("#preview button");
        await Expect(manager.Locator(".flash")).ToBeVisibleAsync();
        await host.SettleAsync();
        var forwarded = host.Mails().Single(m => m.To.Mailboxes.Single().Address == "eleve@essais.example");
        using (await host.AsAsync(Roles.Student, "eleve@essais.example")) { }
        await using var studying = await site.BrowserAsync(javaScript, 390, host: host);
        var student = await studying.NewPageAsync();
        await student.SignInAsync("eleve@essais.example");
        await host.OpenLinksAsync(student, forwarded);
        await student.ShotAsync("stop-forwards");
        await student.ClickAsync("main form button.btn-primary");
        await Expect(student.Locator("main [role=status]")).ToContainTextAsync("C’est noté");
        await student.ShotAsync("stop-forwards-done");

        await recruiter.ReloadAsync();
        await Expect(recruiter.Locator("tr", new() { HasText = "Ingénieur informatique" }).Locator(".refused"))
            .ToHaveTextAsync("Déclinée le 02/03/2026 : période qui ne va pas, ou étudiants déjà placés — Nos étudiants sont déjà placés jusqu’en juin.");
        await Expect(recruiter.Locator("main")).ToContainTextAsync("transférées : 1 · déclinées : 1");
        await recruiter.ShotAsync("transmissions-declined");

        string LinkOf(string programme, string tail) =>
            mails.Single(m => m.Subject!.Contains(programme, StringComparison.Ordinal)).Links().Single(link => link.EndsWith(tail, StringComparison.Ordinal));
    }
}
