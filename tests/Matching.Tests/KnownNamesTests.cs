using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Tests;

public sealed class KnownNamesTests
{
    // Names made of words of trades, which would move any ranking that sees them.
    private static readonly (string Company, string City, string Contact)[] Senders =
        [("Chantiers Béton Armé SAS", "Saint-Voyageurs", "Alix Comptable"), ("Atelier Chromatographie", "Photovoltaïque-sur-Isère", "Lou Maternelle")];

    [Theory, EveryDatabase]
    public async Task Another_company_town_or_contact_leaves_the_ranking_exactly_as_it_was(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        await host.PublishAsync(MatchingHost.History(60, heldOut: false));
        await host.TrainAsync();

        Assert.NotEqual(await RankAsync(host, Text(Senders[0]), []), await RankAsync(host, Text(Senders[1]), []));
        var one = await RankAsync(host, Text(Senders[0]), Names(Senders[0]));
        Assert.Equal("INFO", one[0].Split(' ')[0]);
        Assert.Equal(one, await RankAsync(host, Text(Senders[1]), Names(Senders[1])));
    }

    [Theory, EveryDatabase]
    public async Task An_offer_is_tagged_without_the_names_of_its_sender(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        foreach (var sender in Senders)
        {
            var offer = MatchingHost.Offer($"Stage chez {sender.Company}", Text(sender), city: sender.City) with { CompanyName = sender.Company, ContactName = sender.Contact };
            await host.PublishAsync(new OfferPosted(offer));
        }

        var tags = await host.TagsAsync();
        Assert.Equal(2, tags.Count);
        Assert.Single(tags.Select(t => string.Join(';', t.Skills.Select(s => s.French)) + t.Domain + t.DomainChance + t.BestScore + string.Join(';', t.Programmes)).Distinct());
        Assert.Contains("C#", tags[0].Skills.Select(s => s.French));
        Assert.DoesNotContain(tags[0].Skills, s => s.French.Contains("éton", StringComparison.Ordinal) || s.French.Contains("hromato", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_learnt_from_the_names_of_senders(Database database)
    {
        const string Company = "vanille cannelle";
        var history = MatchingHost.History(60, heldOut: false).Offers;
        var silent = await LearntAsync(" Avec et encore .", "");
        Assert.NotEqual(silent, await LearntAsync($" Avec {Company} et encore {Company}.", "Une autre entreprise"));
        Assert.Equal(silent, await LearntAsync($" Avec {Company} et encore {Company}.", Company));

        async Task<List<string>> LearntAsync(string said, string company)
        {
            await using var host = await MatchingHost.StartAsync(database);
            await host.PublishAsync(new OffersImported(
            [
                .. history.Select(h => h.ProgrammeCodes[0] != "COMPTA" ? h : h with { Offer = h.Offer with { Text = h.Offer.Text + said, CompanyName = company } }),
            ]));
            await host.TrainAsync();
            return await RankAsync(host, $"{Company} {Company} entrepôts didactique", []);
        }
    }

    [Theory]
    [InlineData("Chez ACME, à echirolles, avec Acme", "Acme|Échirolles", "Chez     , à           , avec     ")]
    [InlineData("Acme SAS recrute ; la SARL Acme aussi", "ACME SAS", "         recrute ; la           aussi")]
    [InlineData("au Pont-de-Claix ou à St-Égrève", "Le Pont-de-Claix|Saint-Égrève", "au               ou à          ")]
    [InlineData("L’Oréal et l'oreal, loreal", "L'Oréal", "L’      et l'     , loreal")]
    [InlineData("À Tours : régler deux tours", "Tours", "À       : régler deux tours")]
    [InlineData("Béton Armé Alpin coule du béton armé", "Béton Armé Alpin", "                 coule du béton armé")]
    [InlineData("Un pont. De Claix il ne reste rien", "Pont de Claix", "Un pont. De Claix il ne reste rien")]
    [InlineData("Chez EY avec Jo", "EY|Jo||SA", "Chez EY avec Jo")]
    public void Whole_names_give_way_to_as_many_spaces(string text, string names, string left) => Assert.Equal(left, KnownNames.Hide(text, names.Split('|')));

    private static string Text((string Company, string City, string Contact) sender) =>
        $"{sender.Company} recrute à {sender.City} : développer une application web en C# et SQL, API REST. Rejoignez {sender.Company}. Contact : {sender.Contact}.";

    private static string[] Names((string Company, string City, string Contact) sender) => [sender.Company, sender.City, sender.Contact];

    // Of the reasons the words only: the text before them is as long as the name is.
    private static Task<List<string>> RankAsync(TestHost host, string text, string[] names) => host.WithAsync<IProgrammeRanking, List<string>>(async ranking =>
        [.. (await ranking.RankAsync(new RankingQuery(text, 12) { Names = names }, TestContext.Current.CancellationToken)).Programmes
            .Select(p => $"{p.Code} {p.Score:R} {string.Join(';', p.Reasons.Select(r => r.Term))}")]);
}
