using System.Globalization;
using CsvHelper;
using SmartRecruiting.Host.Sample;

namespace SmartRecruiting.Host.Tests.Sample;

public sealed class SampleGeneratorTests
{
    private const int Size = 6000;
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly string Folder = SampleUniversity.DefaultFolder!;
    private static readonly Lazy<List<Dictionary<string, string>>> Offers = new(() => Read(Generator(1).Offers()));
    private static readonly Lazy<List<Dictionary<string, string>>> Students = new(() => Read(Generator(1).Students()));
    private static readonly List<Dictionary<string, string>> Programmes = Read(File.ReadAllText(Path.Combine(Folder, "programmes.csv")));
    private static readonly List<Dictionary<string, string>> Untaught = Read(File.ReadAllText(Path.Combine(Folder, "untaught.csv")));
    private static readonly List<Dictionary<string, string>> Companies = Read(File.ReadAllText(Path.Combine(Folder, "companies.csv")));

    [Fact]
    public void The_same_seed_and_day_give_the_same_texts()
    {
        Assert.Equal(Generator(7, 300).Offers(), Generator(7, 300).Offers());
        Assert.Equal(Generator(7).Students(), Generator(7).Students());
        Assert.Equal(Generator(7).People(), Generator(7).People());
    }

    [Fact]
    public void The_texts_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Generator(1, 300).Offers();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(expected, Generator(1, 300).Offers());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Another_seed_gives_other_texts()
    {
        Assert.NotEqual(Generator(1, 300).Offers(), Generator(2, 300).Offers());
        Assert.NotEqual(Generator(1).Students(), Generator(2).Students());
    }

    [Fact]
    public void As_many_offers_as_asked_for_reach_at_least_80_programmes_in_12_components()
    {
        Assert.Equal(Size, Offers.Value.Count);
        var reached = Codes("programme", Offers.Value).ToHashSet();
        Assert.True(reached.Count >= 80, $"{reached.Count} programmes");
        Assert.True(Programmes.Where(p => reached.Contains(p["code"])).Select(p => p["component"]).Distinct().Count() >= 12);
    }

    [Fact]
    public void There_are_317_companies_with_a_valid_siret_and_at_least_8_in_each_domain()
    {
        Assert.Equal(317, Companies.Select(c => c["siret"]).Distinct().Count());
        Assert.All(Companies, c => Assert.True(IsLuhn(c["siret"]) && IsLuhn(c["siret"][..9]) && c["siret"].Length == 14, c["siret"]));
        foreach (var domain in Domains.All.Where(d => d != Domains.Other))
        {
            Assert.True(Companies.Count(c => c["domains"].Split(';').Contains(domain)) >= 8, domain);
        }
    }

    [Fact]
    public void There_are_at_least_400_building_sentences_and_some_for_each_speciality()
    {
        var phrases = Directory.GetFiles(Path.Combine(Folder, "phrases"), "*.csv").SelectMany(f => Read(File.ReadAllText(f))).ToList();
        Assert.True(phrases.Select(p => p["text"]).Distinct().Count() >= 400);
        var specialities = phrases.Where(p => p["part"] == "mission" && p["lang"] == "fr").Select(p => p["speciality"]).ToHashSet();
        Assert.All(Programmes.SelectMany(p => p["specialities"].Split(';')), s => Assert.Contains(s.Split(':')[0], specialities));
    }

    [Fact]
    public void A_trade_that_no_programme_teaches_has_12_sentences_of_its_own_some_in_English_and_companies_that_recruit_in_it()
    {
        var taught = Programmes.SelectMany(p => p["specialities"].Split(';')).Select(s => s.Split(':')[0]).ToHashSet();
        Assert.All(Untaught, trade =>
        {
            var name = trade["speciality"];
            Assert.DoesNotContain(name, taught);
            var own = Read(File.ReadAllText(Path.Combine(Folder, "phrases", trade["domain"] + ".csv"))).FindAll(p => p["speciality"] == name);
            Assert.True(own.Count >= 12, name);
            Assert.Contains(own, p => p["lang"] == "en" && p["part"] == "mission");
            Assert.True(Companies.Count(c => c["specialities"].Split(';').Contains(name)) >= 3, name);
        });
    }

    [Fact]
    public void Six_offers_in_a_hundred_are_for_such_trades_of_four_domains_or_more_and_few_of_those_are_filled()
    {
        var unmet = Offers.Value.FindAll(o => o["programme"].Length == 0);
        Assert.InRange(unmet.Count, Size * 0.05, Size * 0.075);
        Assert.True(Untaught.Select(t => t["domain"]).Distinct().Count() >= 4);
        Assert.All(unmet, o => Assert.Empty(o["sent_to"]));
        Assert.True(Filled(unmet) * 2 < Filled(Offers.Value));
        // Nursing grows by a third a year, and with it the whole.
        Assert.True(InYear(1, unmet) > InYear(-1, unmet) * 1.2);
    }

    [Fact]
    public void Every_programme_and_company_that_is_named_exists()
    {
        var codes = Programmes.Select(p => p["code"]).ToHashSet();
        var sirets = Companies.Select(c => c["siret"]).ToHashSet();
        Assert.Subset(codes, Codes("programme", Offers.Value.Concat(Students.Value)).Concat(Codes("sent_to", Offers.Value)).ToHashSet());
        Assert.Subset(sirets, Offers.Value.Select(o => o["siret"]).ToHashSet());
    }

    [Fact]
    public void An_offer_is_known_by_its_company_and_reference()
    {
        Assert.Equal(Size, Offers.Value.Select(o => (o["siret"], o["reference"])).Distinct().Count());
    }

    [Fact]
    public void Offers_fill_three_years_until_yesterday()
    {
        var dates = Offers.Value.ConvertAll(o => Day(o["date"]));
        Assert.Equal(dates.Order(), dates);
        Assert.InRange(dates[0], Today.AddYears(-3), Today.AddYears(-3).AddDays(14));
        Assert.InRange(dates[^1], Today.AddDays(-4), Today.AddDays(-1));
        Assert.DoesNotContain(Offers.Value, o => o["status"] == "published" && string.CompareOrdinal(o["date"], "2026-09-20") < 0);
    }

    [Fact]
    public void A_growing_programme_gets_more_offers_each_year_and_a_shrinking_one_fewer()
    {
        Assert.True(InYear(1, growing: true) > InYear(-1, growing: true) * 1.1);
        Assert.True(InYear(1, growing: false) < InYear(-1, growing: false));
    }

    [Fact]
    public void Texts_have_15_to_350_words_no_open_slot_and_seldom_a_twin()
    {
        Assert.All(Offers.Value, o =>
        {
            Assert.InRange(o["text"].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 15, 350);
            Assert.InRange(o["title"].Length, 3, 150);
            Assert.DoesNotContain("{", o["text"] + o["title"], StringComparison.Ordinal);
        });
        Assert.True(Offers.Value.Select(o => o["text"]).Distinct().Count() > Size * 0.98);
    }

    [Fact]
    public void The_newest_open_offers_are_on_their_way_and_some_to_each_sample_manager()
    {
        var sent = Offers.Value.Where(o => o["sent_to"].Length > 0 && o["status"] == "published").ToList();
        Assert.InRange(sent.Count, 50, 60);
        Assert.All(sent, o => Assert.Empty(o["answer"]));
        var components = sent.ConvertAll(o => Programmes.Single(p => p["code"] == o["sent_to"].Split(';')[0])["component"]);
        Assert.True(components.Count(c => c == "Polytech Grenoble") >= 8);
        Assert.True(components.Distinct().Count() >= 12);
    }

    [Fact]
    public void Offers_sent_in_the_past_two_years_are_mostly_answered_within_days_a_few_late_and_some_never()
    {
        var past = Offers.Value.FindAll(o => o["sent_to"].Length > 0 && o["status"] != "published");
        Assert.Equal(Size / 20, past.Count);
        Assert.All(past, o => Assert.True(Day(o["date"]) >= Today.AddYears(-2)));
        var answered = past.FindAll(o => o["answer"].Length > 0);
        Assert.InRange(answered.Count, past.Count * 0.75, past.Count * 0.97);
        var days = answered.Select(o => Day(o["answered"]).DayNumber - Day(o["date"]).DayNumber).Order().ToList();
        Assert.True(days[0] >= 1);
        Assert.InRange(days[days.Count / 2], 2, 6);
        Assert.True(days[^1] > 14);
        Assert.All(answered, o => Assert.True(Day(o["answered"]) < Today));
        var declined = answered.FindAll(o => o["answer"] == "declined");
        Assert.InRange(declined.Count, answered.Count * 0.1, answered.Count * 0.3);
        Assert.All(declined, o => Assert.True(Enum.TryParse<DeclineReason>(o["decline_code"], out _) && o["decline_words"].Length > 0));
        Assert.All(answered.Except(declined), o => Assert.InRange(int.Parse(o["students"], CultureInfo.InvariantCulture), 3, 40));
    }

    [Fact]
    public void Rosters_have_unique_addresses_and_years_of_their_programme()
    {
        Assert.InRange(Students.Value.Count, 2000, 2600);
        Assert.Equal(Students.Value.Count, Students.Value.Select(s => s["email"]).Distinct().Count());
        var years = Programmes.ToDictionary(p => p["code"], p => p["years"].Split(';'));
        Assert.All(Students.Value, s => Assert.Contains(s["year"], years[s["programme"]]));
        Assert.All(Students.Value.CountBy(s => s["programme"]), c => Assert.InRange(c.Value, 8, 40));
        Assert.InRange(Students.Value.Count(s => s["opt_out"] == "yes"), 50, 150);
    }

    [Fact]
    public void Somebody_of_each_role_can_sign_in()
    {
        var people = Generator(1).People().ToList();
        Assert.Equal(2, people.Count(p => p.Role == Roles.Student));
        Assert.Equal(3, people.Count(p => p.Role == Roles.Manager));
        Assert.Single(people, p => p.Role == Roles.Director);
        Assert.Single(people, p => p.Role == Roles.Administrator);
        Assert.Equal(people.Count, people.Select(p => p.Email).Distinct().Count());
        Assert.All(people.Where(p => p.Role == Roles.Manager), p => Assert.Contains(Programmes, row => row["component"] == p.Component));
        var info = Students.Value.Where(s => s["programme"] == "INFO-POLYTECH").Select(s => s["email"]).ToHashSet();
        Assert.All(people.Where(p => p.Role == Roles.Student), p => Assert.Contains(p.Email, info));
        var recruiters = people.Where(p => p.Role == Roles.Recruiter).ToList();
        Assert.Equal(2, recruiters.Count);
        Assert.All(recruiters, r => Assert.True(Offers.Value.Count(o => o["siret"] == r.Siret) >= 5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(25)]
    public void A_small_sample_works_too(int size) => Assert.Equal(size, Read(Generator(1, size).Offers()).Count);

    [Fact]
    public void Six_thousand_offers_are_written_in_seconds()
    {
        var started = TimeProvider.System.GetTimestamp();
        Generator(3).Offers();
        // A second or two; ten leave room for a busy machine.
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static SampleGenerator Generator(int seed, int size = Size) => new(Folder, seed, size, Today);

    private static IEnumerable<string> Codes(string column, IEnumerable<Dictionary<string, string>> rows) =>
        rows.SelectMany(row => row[column].Split(';', StringSplitOptions.RemoveEmptyEntries));

    // Offers of the first (-1) or the last (1) of the three years whose programme clearly grows, or shrinks.
    private static int InYear(int which, bool growing)
    {
        var moving = Programmes
            .Where(p => double.Parse(p["growth"], CultureInfo.InvariantCulture) is var growth && (growing ? growth >= 0.08 : growth <= -0.05))
            .Select(p => p["code"]).ToHashSet();
        return InYear(which, Offers.Value.FindAll(o => moving.Contains(o["programme"].Split(';')[0])));
    }

    private static int InYear(int which, List<Dictionary<string, string>> offers)
    {
        var (from, to) = which < 0 ? (Today.AddYears(-3), Today.AddYears(-2)) : (Today.AddYears(-1), Today);
        return offers.Count(o => Day(o["date"]) is var date && date >= from && date < to);
    }

    private static double Filled(List<Dictionary<string, string>> offers) => (double)offers.Count(o => o["status"] == "filled") / offers.Count;

    private static DateOnly Day(string cell) => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsLuhn(string digits) =>
        digits.Reverse().Select((digit, i) => (digit - '0') * (i % 2 + 1)).Sum(value => value > 9 ? value - 9 : value) % 10 == 0;

    private static List<Dictionary<string, string>> Read(string text)
    {
        using var csv = new CsvReader(new StringReader(text), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read()) rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name)!));
        return rows;
    }
}
