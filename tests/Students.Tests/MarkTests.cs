using System.Net;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;

namespace SmartRecruiting.Students.Tests;

public sealed class MarkTests
{
    [Theory, EveryDatabase]
    public async Task A_student_keeps_an_offer_says_that_they_applied_and_takes_both_back(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        using var student = await host.AsAsync(Roles.Student);
        var offer = await host.PostAsync(Offers.Of(host, "Application web"));
        var page = await student.GetAsync($"/internships/{offer.OfferId}");

        page = await student.PressAsync(page, "button[formaction*='Save']");
        page = await student.PressAsync(page, "button[formaction*='=Apply']");
        Assert.Contains("Vous avez noté avoir postulé", page.Text);
        Assert.Equal(["Application web"], (await student.GetAsync("/my-list")).All("tbody a"));
        Assert.Equal(["Application web"], (await student.GetAsync("/my-list?show=Applied")).All("tbody a"));

        await student.PressAsync(page, "button[formaction*='TakeBack']");
        var list = await student.PressAsync(await student.GetAsync("/my-list"), "button[formaction*='Unsave']");
        Assert.Equal("/my-list", list.Path);
        Assert.Empty(list.All("tbody a"));
        Assert.Empty((await student.GetAsync("/my-list?show=Applied")).All("tbody a"));
    }

    [Theory, EveryDatabase]
    public async Task What_is_not_for_me_is_hidden_from_my_lists_alone_until_I_undo_it(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        using var student = await host.AsAsync(Roles.Student, "un@universite.example");
        using var other = await host.AsAsync(Roles.Student, "deux@universite.example");
        await host.PostAsync(Offers.Of(host, "Application web"));
        await host.PostAsync(Offers.Of(host, "Application mobile"));

        foreach (var address in new[] { "/internships", "/internships?q=application+web" })
        {
            var page = await student.GetAsync(address);
            Assert.Equal(2, page.All(".results h3").Count);
            page = await student.PressAsync(page, ".results li:has(a[href]) button[aria-label$='Application web'][formaction*='Hide']");
            Assert.Equal(address, page.Path);
            Assert.Equal(["Application mobile"], page.All(".results h3"));
            Assert.Equal(2, (await other.GetAsync(address)).All(".results h3").Count);
            await student.PressAsync(await student.GetAsync("/my-list?show=Hidden"), "button[formaction*='Unhide']");
        }
        Assert.Empty(await host.HeardAsync<MatchJudged>());
    }

    [Theory, EveryDatabase]
    public async Task Fifty_clicks_at_once_are_one_row_and_one_report(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        using var student = await host.AsAsync(Roles.Student);
        var offer = await host.PostAsync(Offers.Of(host, "Application web"));
        var page = await student.GetAsync($"/internships/{offer.OfferId}");
        var form = await student.GetAsync($"/internships/{offer.OfferId}/report");
        var empty = await student.SubmitAsync(form, "main form");
        Assert.Equal(["Choisissez ce qui ne va pas."], empty.All(".form-errors li"));
        Assert.Single((await student.SubmitAsync(form, "main form", ("Input.Reason", "Other"))).All(".form-errors li"));

        var kept = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => student.PressAsync(page, "button[formaction*='Save']")));
        var told = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => student.SubmitAsync(form, "main form", ("Input.Reason", "Discriminating"), ("Input.Words", "Moins de 26 ans."))));

        Assert.All(kept.Concat(told), p => Assert.Equal((HttpStatusCode.OK, page.Path), (p.Status, p.Path)));
        Assert.Equal(1, await host.ReadAsync(db => db.Marks.CountAsync()));
        var reported = Assert.Single(await host.HeardAsync<OfferReported>());
        Assert.Equal((offer.OfferId, ReportReason.Discriminating, "Moins de 26 ans."), (reported.OfferId, reported.Reason, reported.Words));
        Assert.Contains("Vous avez signalé cette offre", told[0].Text);
    }

    [Theory, EveryDatabase]
    public async Task An_offer_that_is_not_there_is_not_found_and_only_students_note_anything(Database database)
    {
        await using var host = await TestHost.StartAsync(database).WithProgrammesAsync();
        var offer = await host.PostAsync(Offers.Of(host, "Application web"));
        await host.CloseAsync(offer.OfferId);
        using var student = await host.AsAsync(Roles.Student);

        foreach (var address in new[] { $"/my-list/{offer.OfferId}?handler=Save", $"/my-list/{Guid.NewGuid()}?handler=Save", $"/internships/{offer.OfferId}/report" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await student.DoAsync(address, ("Input.Reason", "Fraud"))).Status);
        }
        Assert.Equal(0, await host.ReadAsync(db => db.Marks.CountAsync()));

        // But one that the school forwarded can be noted, open or not.
        await host.ImportAsync("students", "name,email,programme,year\nUn,student@essais.example,INFO4,4\n");
        await host.ForwardAsync(University.Informatics);
        var list = await student.GetAsync("/my-offers");
        var mine = await student.GetAsync(list.Document.QuerySelector("tbody a")!.GetAttribute("href")!);
        mine = await student.PressAsync(mine, "button[formaction*='=Apply']");
        Assert.Contains("Vous avez noté avoir postulé", mine.Text);
    }
}
