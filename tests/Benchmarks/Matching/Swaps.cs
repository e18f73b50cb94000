using System.Text.RegularExpressions;
using SmartRecruiting.Host.Sample;
using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Benchmarks;

/// <summary>
/// Whether a ranking moves with what must not matter: 2,000 pairs of offers of the sample (other ones than the model learnt from) that differ
/// in gendered words, a first name, a town or a company's name alone. As in the product, each is read without the names that the platform
/// knows of its sender: the swapped one without the other name. Counted is the share of the first ten programmes that stay.
/// </summary>
internal sealed partial class Swaps
{
    private const int Pairs = 500, Shown = 10, Offers = 12_000, Seed = 2, SharedStart = 3;

    // Beside the two forms of each job in the catalogue.
    private static readonly (string Masculine, string Feminine)[] Pairing =
    [
        ("étudiant", "étudiante"), ("un étudiant", "une étudiante"), ("un stagiaire", "une stagiaire"), ("un apprenti", "une apprentie"), ("un alternant", "une alternante"),
        ("assistant", "assistante"), ("chargé", "chargée"), ("technicien", "technicienne"), ("ingénieur", "ingénieure"), ("conseiller", "conseillère"), ("chef", "cheffe"),
        ("développeur", "développeuse"), ("consultant", "consultante"), ("candidat", "candidate"), ("motivé", "motivée"), ("curieux", "curieuse"), ("rigoureux", "rigoureuse"),
        ("organisé", "organisée"), ("encadré", "encadrée"), ("accompagné", "accompagnée"), ("intéressé", "intéressée"), ("passionné", "passionnée"), ("sérieux", "sérieuse"),
    ];

    private readonly SampleModel sample;
    private readonly Dictionary<string, string> feminine;
    private readonly Regex masculine;
    private readonly Dice dice = new(Seed, "swaps");

    public Swaps(SampleModel sample)
    {
        this.sample = sample;
        feminine = Pairing.Concat(sample.Data.Programmes.SelectMany(p => p.Jobs).Select(Forms).OfType<(string, string)>())
            .DistinctBy(p => p.Item1).ToDictionary(p => p.Item1, p => p.Item2, StringComparer.OrdinalIgnoreCase);
        // The longest first; what an inclusive ending follows has no gender.
        masculine = new Regex($@"(?<!\w)({string.Join('|', feminine.Keys.OrderByDescending(w => w.Length).Select(Regex.Escape))})(?![\w·(]|[./-]\w)", RegexOptions.IgnoreCase);
    }

    public IEnumerable<Finding> Measure(CancellationToken cancellation)
    {
        (string Name, Func<SampleOffer, (Side Before, Side After)?> Of)[] kinds = [("gender", Gender), ("first name", FirstName), ("town", Town), ("company", Company)];
        var kept = kinds.ToDictionary(k => k.Name, _ => new List<double>());
        foreach (var offer in sample.Make(Offers, Seed))
        {
            foreach (var (name, of) in kinds.Where(k => kept[k.Name].Count < Pairs))
            {
                cancellation.ThrowIfCancellationRequested();
                if (of(offer) is not var (before, after)) continue;
                kept[name].Add(First(before).Intersect(First(after)).Count() / (double)Shown);
                break;
            }
        }
        var all = kept.Values.SelectMany(k => k).ToArray();
        yield return new Finding($"{all.Length} pairs of offers swapped: share of the first {Shown} that stays", all.Average(), AtLeast: 0.98);
        foreach (var (name, shares) in kept) yield return new Finding($"  {name} ({shares.Count} pairs)", shares.Average());
    }

    private IEnumerable<string> First(Side side) => sample.Model.Rank(KnownNames.Hide(side.Text, side.Names), Shown, explain: false, skills: sample.Skills).Items.Select(i => i.Programme.Code);

    private (Side, Side)? Gender(SampleOffer offer)
    {
        var before = Side.Of(offer);
        var after = masculine.Replace(before.Text, match =>
        {
            var other = feminine[match.Value];
            return char.IsUpper(match.Value[0]) ? char.ToUpperInvariant(other[0]) + other[1..] : other;
        });
        // An offer that names both forms already has no other gender.
        return after == before.Text || masculine.Matches(before.Text).Any(m => before.Text.Contains(feminine[m.Value], StringComparison.OrdinalIgnoreCase))
            ? null
            : (before, before with { Text = after });
    }

    // Most offers name nobody; those get a line that does.
    private (Side, Side)? FirstName(SampleOffer offer)
    {
        var side = Side.Of(offer);
        if (!side.Text.Contains(offer.ContactName, StringComparison.Ordinal)) side = side with { Text = side.Text + $"\n\nContact : {offer.ContactName}" };
        return side.Exchanged(offer.ContactName.Split(' ')[0], dice.Pick(sample.Data.Given));
    }

    // « au Pont-de-Claix », « d’Échirolles »: only towns that stand in a sentence in the same way change places.
    private (Side, Side)? Town(SampleOffer offer)
    {
        static bool IsPlain(string city) => !city.StartsWith("Le ", StringComparison.Ordinal) && !Vowel().IsMatch(city);
        var other = dice.Pick(sample.Data.Companies).City;
        return IsPlain(offer.City) && IsPlain(other) ? Side.Of(offer).Exchanged(offer.City, other) : null;
    }

    private (Side, Side)? Company(SampleOffer offer) => Side.Of(offer).Exchanged(offer.Plan.Company.Name, dice.Pick(sample.Data.Companies).Name);

    // "Chargé / Chargée des relations": the two first words; null for a job with one form, or whose first words are other words.
    private static (string, string)? Forms(string job)
    {
        var forms = job.Split(" / ");
        return forms.Length == 2 && forms[0].Split(' ')[0] is var one && forms[1].Split(' ')[0] is var other && one != other && string.CompareOrdinal(one, 0, other, 0, SharedStart) == 0
            ? (one.ToLowerInvariant(), other.ToLowerInvariant())
            : null;
    }

    // An offer as it is written, and what the platform knows of who sends it.
    private sealed record Side(string Text, string[] Names)
    {
        public static Side Of(SampleOffer offer) => new(SampleModel.TextOf(offer.Wording), SampleModel.NamesOf(offer));

        public (Side, Side)? Exchanged(string one, string other)
        {
            string In(string text) => Regex.Replace(text, $@"(?<!\w){Regex.Escape(one)}(?!\w)", other.Replace("$", "$$", StringComparison.Ordinal));
            return In(Text) is var after && after == Text ? null : (this, new Side(after, [.. Names.Select(In)]));
        }
    }

    [GeneratedRegex("^[AEIOUYÉÈÊÎÔH]")]
    private static partial Regex Vowel();
}
