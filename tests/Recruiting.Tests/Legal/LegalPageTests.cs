using System.Net;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Tests.Legal;

public sealed class LegalPageTests
{
    [Theory, EveryDatabase, Trait("Acceptance", "4")]
    public async Task An_offer_that_the_law_refuses_is_not_published_and_says_why_beside_the_field(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await recruiter.BeginOfferAsync("Stage web", Given.Text);
        var refused = await recruiter.PublishAsync(id, ("Input.Starts", "2026-04-01"), ("Input.WeeklyHours", "30,9"), ("Input.DurationWeeks", "10"), ("Input.Pay", "0"));
        Assert.Contains("309 h", refused.Document.QuerySelector(".form-errors a[href='#Input_Pay']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("4,50 €", refused.Document.QuerySelector(".form-errors a[href='#Input_Pay']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("L124-6", refused.Document.QuerySelector(".form-errors")!.TextContent, StringComparison.Ordinal);
        var tooLong = await recruiter.PublishAsync(id, ("Input.Starts", "2026-04-01"), ("Input.WeeklyHours", "37"), ("Input.DurationWeeks", "25"));
        Assert.Contains("924 h", tooLong.All("#Input_DurationWeeks-error").Single(), StringComparison.Ordinal);
        Assert.Equal(OfferStatus.Draft, (await host.OfferAsync(id)).Status);
        await recruiter.PublishAsync(id, ("Input.Starts", "2026-04-01"), ("Input.WeeklyHours", "28"), ("Input.DurationWeeks", "11"), ("Input.Pay", "0"));
        Assert.Equal(OfferStatus.Published, (await host.OfferAsync(id)).Status);
        var edited = await recruiter.SubmitAsync(await recruiter.GetAsync($"/offers/{id}/edit"), Given.Form, ("Input.DurationWeeks", "12"));
        Assert.NotEmpty(edited.All("#Input_Pay-error"));
        Assert.Equal(11, (await host.OfferAsync(id)).DurationWeeks);
    }

    [Theory, EveryDatabase]
    public async Task The_assistant_speaks_beside_the_form_in_the_readers_language(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var form = await recruiter.GetAsync("/offers/new");
        Assert.NotEmpty(form.All("[data-assistant] [role=status]"));
        var token = form.Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        var said = await recruiter.PostAsync(
            "/offers/assistant", ("__RequestVerificationToken", token), ("Input.Title", "Développeur web"), ("Input.Text", "Nous cherchons un homme de moins de 30 ans."),
            ("Input.WeeklyHours", "28"), ("Input.DurationWeeks", "26"), ("Input.Pay", "4"), ("Input.Starts", "n’importe quoi"));
        Assert.Contains("728 h de présence, soit 104 jours, soit 4 mois et 16 jours", said.Text, StringComparison.Ordinal);
        Assert.Contains("4,50 €", said.Text, StringComparison.Ordinal);
        Assert.Contains("L124-6, depuis 2014", said.Text, StringComparison.Ordinal);
        Assert.Contains("« Développeuse ou développeur web »", said.Text, StringComparison.Ordinal);
        Assert.Contains("« de moins de 30 ans » : critère peut-être interdit (âge)", said.Text, StringComparison.Ordinal);
        Assert.Contains("(sexe)", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", said.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await recruiter.PostAsync("/offers/assistant", ("Input.Title", "Développeur web"))).Status);
        Assert.Equal(0, await host.CountAsync(db => db.Offers));
    }

    [Theory, EveryDatabase]
    public async Task What_is_known_of_the_companys_other_offers_counts(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await recruiter.PostOfferAsync("Stage web", Given.Text, ("Input.Starts", "2026-04-01"), ("Input.DurationWeeks", "9"), ("Input.Posts", "3"), ("Input.Tutor", "Alix Essai"));
        // Its own posts do not count twice while it is edited.
        Assert.DoesNotContain("stagiaires en même temps", (await recruiter.GetAsync($"/offers/{id}/edit")).Text, StringComparison.Ordinal);
        var said = await AskAsync(recruiter, ("Input.Title", "Autre stage"), ("Input.Starts", "2026-05-01"), ("Input.DurationWeeks", "4"), ("Input.Tutor", "alix essai"));
        Assert.Contains("4 stagiaires en même temps : la limite est de 3", said.Text, StringComparison.Ordinal);
        Assert.Contains("4 stagiaires en même temps pour la même personne", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("stagiaires en même temps", (await AskAsync(recruiter, ("Input.Title", "Autre stage"), ("Input.Starts", "2026-09-01"), ("Input.DurationWeeks", "4"))).Text, StringComparison.Ordinal);

        // 1 April to 2 June: 63 days, and 21 more to wait, once somebody was there.
        (string, string?)[] next = [("Input.Title", "stage WEB"), ("Input.Starts", "2026-06-23"), ("Input.DurationWeeks", "4")];
        Assert.DoesNotContain("Le stage précédent", (await AskAsync(recruiter, next)).Text, StringComparison.Ordinal);
        await host.WithAsync<RecruitingDb>(db => db.Offers.ExecuteUpdateAsync(set => set.SetProperty(o => o.Status, OfferStatus.Filled)));
        Assert.Contains("finit le 02/06/2026 : le suivant peut commencer le 24/06/2026", (await AskAsync(recruiter, next)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Le stage précédent", (await AskAsync(recruiter, [next[0], ("Input.Starts", "2026-06-24"), next[2]])).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_title_for_everybody_is_taken_with_one_press_and_nothing_is_lost(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var wrong = await recruiter.SubmitAsync(await recruiter.GetAsync("/offers/new"), Given.Form, ("Input.Title", "Développeur web"), ("Input.Text", "Trop court"));
        var taken = await recruiter.PressAsync(wrong, "button[data-title]");
        Assert.Equal("Développeuse ou développeur web", taken.Document.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Equal("Trop court", taken.Document.QuerySelector("#Input_Text")!.TextContent.Trim());
        Assert.Empty(taken.All("button[data-title]"));
        Assert.Equal(0, await host.CountAsync(db => db.Offers));
        var (id, _) = await Given.PostAsync(recruiter, "Développeur web");
        var edited = await recruiter.PressAsync(await recruiter.GetAsync($"/offers/{id}/edit"), "button[data-title]");
        Assert.Equal("Développeuse ou développeur web", edited.Document.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Equal("Développeur web", (await host.OfferAsync(id)).Title);
    }

    [Theory, EveryDatabase]
    public async Task Administrators_set_the_minimum_of_a_year_and_it_counts_at_once(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var administrator = await host.AsAsync(Roles.Administrator);
        var page = await administrator.GetAsync("/admin/legal");
        Assert.Equal(["2026", "2025", "2024"], page.All("main tbody th"));
        var wrong = await administrator.SubmitAsync(page, Given.Form, ("Input.Year", "1999"), ("Input.Hourly", "beaucoup"));
        Assert.NotEmpty(wrong.All("#Input_Year-error"));
        Assert.NotEmpty(wrong.All("#Input_Hourly-error"));
        var set = await administrator.SubmitAsync(page, Given.Form, ("Input.Year", "2027"), ("Input.Hourly", "4,65"));
        Assert.Equal("2027", set.All("main tbody th")[0]);
        Assert.Contains("Nouveau : 4.65", set.Text, StringComparison.Ordinal);
        await administrator.SubmitAsync(set, Given.Form, ("Input.Year", "2027"), ("Input.Hourly", "4.70"));
        await administrator.SubmitAsync(set, Given.Form, ("Input.Year", "2027"), ("Input.Hourly", "4.70"));
        Assert.Equal(2, await host.CountAsync(db => db.LegalChanges));
        Assert.Equal(2, (await administrator.GetAsync("/admin/audit?format=csv")).Html.Split("legal.rate-set").Length - 1);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var said = await AskAsync(recruiter, ("Input.Starts", "2027-01-04"), ("Input.WeeklyHours", "35"), ("Input.DurationWeeks", "20"), ("Input.Pay", "4.69"));
        Assert.Contains("4,70 €", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("pas encore connu", said.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Administrators_change_a_rule_with_its_history_and_not_over_each_other(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var administrator = await host.AsAsync(Roles.Administrator);
        var form = await administrator.GetAsync("/admin/legal/LongestStay");
        var wrong = await administrator.SubmitAsync(form, Given.Form, ("Input.French", "{1}"), ("Input.Figure", ""));
        Assert.NotEmpty(wrong.All("#Input_French-error"));
        var set = await administrator.SubmitAsync(form, Given.Form, ("Input.Figure", "1000"));
        Assert.Equal("/admin/legal", set.Path);
        Assert.Contains("1000 heures de présence", set.Text, StringComparison.Ordinal);
        Assert.Contains("924 · Code de l’éducation, L124-5", set.Text, StringComparison.Ordinal);
        var late = await administrator.SubmitAsync(form, Given.Form, ("Input.Figure", "900"));
        Assert.Contains("vient de modifier", late.Text, StringComparison.Ordinal);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        Assert.DoesNotContain("À corriger", (await AskAsync(recruiter, ("Input.WeeklyHours", "37"), ("Input.DurationWeeks", "25"), ("Input.Pay", "5"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync("/admin/legal/0")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.GetAsync("/admin/legal")).Status);
    }

    private static async Task<Page> AskAsync(Visitor recruiter, params (string, string?)[] values)
    {
        var form = await recruiter.GetAsync("/offers/new");
        var token = form.Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        return await recruiter.PostAsync("/offers/assistant", [("__RequestVerificationToken", token), .. values.Select(v => (v.Item1, v.Item2!))]);
    }
}
