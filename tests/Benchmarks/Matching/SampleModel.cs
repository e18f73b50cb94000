using SmartRecruiting.Host.Sample;
using SmartRecruiting.Matching.Engine;
using SmartRecruiting.Matching.Evaluation;

namespace SmartRecruiting.Benchmarks;

/// <summary>The sample university: its catalogue, offers made by its generator, and a model that learnt from 6,000 of them.</summary>
internal sealed class SampleModel
{
    private const int Offers = 6_000;

    // A day that stays, so that the offers do, too.
    private static readonly DateOnly Today = new(2026, 11, 1);

    public SampleModel(CancellationToken cancellation)
    {
        var folder = SampleUniversity.DefaultFolder ?? throw new BenchException("The sample university is missing: run this from a source tree.");
        Data = new SampleData(folder);
        var programmes = LabelledCsv.Programmes(Path.Combine(folder, "programmes.csv"));
        var labelled = Make(Offers, seed: 1).Where(o => o.Plan.IsTaught).Select(o => new LabelledText(KnownNames.Hide(TextOf(o.Wording), NamesOf(o)), [.. o.Plan.Codes])).ToList();
        Model = ProgrammeModel.Train(programmes, labelled, new TrainingOptions(), null, cancellation);
        Skills = SkillLexicon.Load().With(programmes.SelectMany(p => p.Skills));
    }

    public ProgrammeModel Model { get; }

    public SkillLexicon Skills { get; }

    public SampleData Data { get; }

    /// <summary>Offers as the generator writes them; another seed than 1 gives offers that the model has not seen.</summary>
    public List<SampleOffer> Make(int count, int seed) => new SampleOffers(Data, seed, Today).Make(count);

    /// <summary>An offer as it is written.</summary>
    public static string TextOf(Wording wording) => $"{wording.Title} . {wording.Text}";

    /// <summary>What the platform knows of who sends an offer: the model reads its text without these.</summary>
    public static string[] NamesOf(SampleOffer offer) => [offer.Plan.Company.Name, offer.City, offer.ContactName];
}
