using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Companies;
using SmartRecruiting.Recruiting.Data;
using SmartRecruiting.Recruiting.Offers;

namespace SmartRecruiting.Recruiting.Tests;

public sealed class ImportTests
{
    private const string OfferHead = "siret,reference,title,text,kind,level,city,start,duration_weeks,date,status,programme,sent_to\n";

    [Theory, EveryDatabase]
    public async Task Good_companies_go_in_and_bad_ones_are_named_by_line_column_and_reason(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var report = await host.ImportAsync("companies", $"""
            siret,legal_name,naf,kind,insee,website,contact_email,spontaneous
            732 829 320 00074,Acme,62.01Z,private,38185,www.acme.example,rh@acme.example,yes
            73282932000075,Globex,,,,,,
            35600000000048,,bad,,99999X,javascript:alert(1),nobody,perhaps
            35600000049837,La Poste,5310Z,public,2A004,,,
            """);
        Assert.Equal((2, 0, 0), (report.Added, report.Updated, report.Unchanged));
        Assert.Equal((3, "siret"), (report.Errors[0].Line, report.Errors[0].Column));
        Assert.Contains("73282932000075", report.Errors[0].Reason, StringComparison.Ordinal);
        Assert.Equal(
            ["contact_email", "insee", "legal_name", "naf", "spontaneous", "website"],
            report.Errors.Skip(1).Select(e => e.Column).Order(StringComparer.Ordinal));
        Assert.All(report.Errors.Skip(1), e => Assert.Equal(4, e.Line));
        var acme = await host.WithAsync<RecruitingDb, Company>(db => db.Companies.SingleAsync(c => c.ActiveSiret == Given.Acme));
        Assert.Equal((CompanyStatus.Approved, "732829320", "https://www.acme.example"), (acme.Status, acme.Siren, acme.Website));
        Assert.Equal("62.01Z", acme.Naf.ToString());
    }

    [Theory, EveryDatabase]
    public async Task The_same_file_of_companies_twice_changes_nothing_and_a_corrected_one_only_what_is_corrected(Database database)
    {
        const string File = $"siret,legal_name,domains\n{Given.Acme},Acme,informatics;finance\n{Given.Globex},Globex,health\n";
        await using var host = await TestHost.StartAsync(database);
        await host.ImportAsync("companies", File);
        var again = await host.ImportAsync("companies", File);
        Assert.Equal((0, 0, 2), (again.Added, again.Updated, again.Unchanged));
        var corrected = await host.ImportAsync("companies", File.Replace("Globex", "Globex France", StringComparison.Ordinal));
        Assert.Equal((0, 1, 1), (corrected.Added, corrected.Updated, corrected.Unchanged));
        Assert.Equal(2, await host.CountAsync(db => db.Companies));
    }

    [Theory, EveryDatabase]
    public async Task Good_offers_go_in_and_bad_ones_are_named_by_line_column_and_reason(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var report = await host.ImportAsync("offers", OfferHead + $"""
            {Given.Acme},R1,Stage web,"{Given.Text}",internship,bac + 5,Grenoble,2026-06-01,24,2026-02-20,published,,
            {Given.Acme},R2,Stage ancien,"{Given.Text}",internship,,,,,2025-09-01,published,,
            {Given.Acme},R3,Alternance pourvue,"{Given.Text}",apprenticeship,,,,,2026-02-01,filled,,
            35600000049837,R4,Stage sans entreprise,"{Given.Text}",,,,,,2026-02-01,,,
            {Given.Acme},R5,X,Trop court,odd,Bac+9,,tomorrow,0,2027-01-01,lost,,NOWHERE
            """);
        Assert.Equal(3, report.Added);
        Assert.Equal((5, "siret"), (report.Errors[0].Line, report.Errors[0].Column));
        Assert.Equal(
            ["date", "duration_weeks", "kind", "level", "sent_to", "start", "status", "text", "title"],
            report.Errors.Skip(1).Select(e => e.Column).Order(StringComparer.Ordinal));
        Assert.All(report.Errors, e => Assert.NotEmpty(e.Reason));
        var offers = await host.WithAsync<RecruitingDb, Dictionary<string, Offer>>(db => db.Offers.ToDictionaryAsync(o => o.Reference!));
        Assert.Equal(OfferStatus.Published, offers["R1"].Status);
        Assert.Equal("Bac+5", offers["R1"].Level);
        Assert.Equal(new DateTime(2026, 4, 20, 22, 0, 0, DateTimeKind.Utc), offers["R1"].EndsAt);
        Assert.Equal(OfferStatus.Expired, offers["R2"].Status);
        Assert.Equal(OfferStatus.Filled, offers["R3"].Status);
    }

    [Theory, EveryDatabase]
    public async Task The_others_hear_why_an_imported_offer_is_not_open(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        await host.WithAsync<RecruitingDb>(db => db.Companies.Where(c => c.ActiveSiret == Given.Globex).ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CompanyStatus.PendingReview)));
        string Row(string siret, string title, string day, string status) => $"{siret},{title},{title},\"{Given.Text}\",internship,,,,,{day},{status},,";
        await host.ImportAsync("offers", OfferHead + string.Join('\n', [
            Row(Given.Acme, "Ouverte", "2026-02-20", "published"), Row(Given.Acme, "Ancienne", "2025-09-01", "published"), Row(Given.Acme, "Pourvue", "2026-02-01", "filled"),
            Row(Given.Acme, "Expirée", "2026-02-01", "expired"), Row(Given.Acme, "Retirée", "2026-02-01", "withdrawn"), Row(Given.Globex, "En attente", "2026-02-20", "published")]));

        var told = await host.WithAsync<RecruitingDb, string>(db =>
            db.Database.SqlQueryRaw<string>("SELECT Payload AS Value FROM recruiting_outbox WHERE Event = 'OffersImported'").FirstAsync());
        var heard = JsonSerializer.Deserialize<OffersImported>(told)!.Offers.ToDictionary(o => o.Offer.Title, o => (o.IsOpen, o.Closed));

        Assert.Equal(
            new Dictionary<string, (bool, CloseReason?)>
            {
                ["Ouverte"] = (true, null),
                ["Ancienne"] = (false, CloseReason.Expired),
                ["Pourvue"] = (false, CloseReason.Filled),
                ["Expirée"] = (false, CloseReason.Expired),
                ["Retirée"] = (false, CloseReason.Withdrawn),
                ["En attente"] = (false, null),
            },
            heard);
    }

    [Theory, EveryDatabase]
    public async Task The_same_file_of_offers_twice_changes_nothing_and_sends_nothing_twice(Database database)
    {
        await using var host = await Given.ProgrammesAsync(database);
        var file = OfferHead + $"{Given.Acme},R1,Stage web,\"{Given.Text}\",internship,,,,,2026-02-20,published,INFO,INFO;BIO\n";
        Assert.Equal(1, (await host.ImportAsync("offers", file)).Added);
        var again = await host.ImportAsync("offers", file);
        Assert.Equal((0, 0, 1), (again.Added, again.Updated, again.Unchanged));
        Assert.Equal(2, await host.CountAsync(db => db.Transmissions));
        var ended = await host.ImportAsync("offers", file.Replace("published", "filled", StringComparison.Ordinal));
        Assert.Equal(1, ended.Updated);
        var reopened = await host.ImportAsync("offers", file);
        Assert.Equal(1, reopened.Unchanged);
        Assert.Equal(OfferStatus.Filled, await host.WithAsync<RecruitingDb, OfferStatus>(db => db.Offers.Select(o => o.Status).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task What_was_sent_and_answered_in_the_past_stays_in_the_past_and_a_wrong_answer_is_named_by_its_cell(Database database)
    {
        const string Head = "siret,reference,title,text,date,status,sent_to,answer,answered,students,decline_code,decline_words\n";
        await using var host = await Given.ProgrammesAsync(database);
        string Row(string reference, string sent, string answer) => $"{Given.Acme},{reference},Stage {reference},\"{Given.Text}\",2026-02-02,filled,{sent},{answer}\n";
        var report = await host.ImportAsync(
            "offers",
            Head + Row("R1", "INFO", "forwarded,2026-02-05,12,,") + Row("R2", "INFO", "declined,2026-02-09,,WrongPeriod,Toutes sont en cours.") + Row("R3", "INFO", ",,,,")
            + Row("R4", "INFO", "perhaps,2026-02-05,,,") + Row("R5", "", "forwarded,2026-02-05,12,,") + Row("R6", "INFO", "forwarded,,,,")
            + Row("R7", "INFO", "forwarded,2026-02-01,,,") + Row("R8", "INFO", "forwarded,2999-01-01,many,,") + Row("R9", "INFO", "declined,2026-02-05,,Tired,"));
        Assert.Equal(3, report.Added);
        Assert.Equal(
            [(5, "answer"), (6, "sent_to"), (7, "answered"), (8, "answered"), (9, "answered"), (9, "students"), (10, "decline_code")],
            report.Errors.Select(e => (e.Line, e.Column)));
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        async Task<string> FunnelAsync(string reference)
        {
            var id = await host.WithAsync<RecruitingDb, Guid>(db => db.Offers.Where(o => o.Reference == reference).Select(o => o.Id).SingleAsync());
            return Assert.Single((await recruiter.GetAsync($"/offers/{id}/transmissions")).All("tbody tr"));
        }
        Assert.Contains("à 12 étudiants", await FunnelAsync("R1"), StringComparison.Ordinal);
        Assert.Contains("Toutes sont en cours.", await FunnelAsync("R2"), StringComparison.Ordinal);
        Assert.DoesNotContain("étudiants", await FunnelAsync("R3"), StringComparison.Ordinal);
        var told = await host.WithAsync<RecruitingDb, List<string>>(db =>
            db.Database.SqlQueryRaw<string>("SELECT DISTINCT Payload AS Value FROM recruiting_outbox WHERE Event = 'OfferTransmitted'").ToListAsync());
        var past = told.Select(payload => JsonSerializer.Deserialize<OfferTransmitted>(payload)!).ToDictionary(e => e.Offer.Title, e => e.Past);
        Assert.Equal(new PastTransmission(CloseReason.Filled, new PastAnswer(new DateTime(2026, 2, 5, 0, 0, 0, DateTimeKind.Utc), 12, null, "")), past["Stage R1"]);
        Assert.Equal(DeclineReason.WrongPeriod, past["Stage R2"]!.Answer!.Declined);
        Assert.Equal(new PastTransmission(CloseReason.Filled, null), past["Stage R3"]);
    }

    [Theory, EveryDatabase]
    public async Task A_file_of_many_offers_goes_in_whole(Database database)
    {
        const int Many = 1_050;
        await using var host = await Given.CompaniesAsync(database);
        var file = new StringBuilder(OfferHead);
        for (var i = 0; i < Many; i++)
        {
            file.AppendLine(CultureInfo.InvariantCulture, $"{Given.Acme},R{i},Stage numéro {i},\"{Given.Text}\",internship,,,,,2026-02-20,published,,");
        }
        var report = await host.ImportAsync("offers", file.ToString());
        Assert.Equal(Many, report.Added);
        Assert.Equal(Many, await host.CountAsync(db => db.Offers));
    }
}
