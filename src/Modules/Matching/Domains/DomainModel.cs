namespace SmartRecruiting.Matching.Engine;

/// <summary>Tells what domain a text is about. Learnt from programmes and their labelled offers, whose domain their ROME codes give.</summary>
internal sealed class DomainModel
{
    // Below it "other" is the honest answer: with twenty domains less than one in three is a guess.
    private const double LeastChance = 0.33;

    private DomainModel(ProgrammeModel model) => Model = model;

    /// <summary>The machinery behind: domains are plain labels.</summary>
    public ProgrammeModel Model { get; }

    /// <summary>Trains the model.</summary>
    /// <param name="programmes">Their texts are examples of the domain of their ROME codes; those without known code say nothing.</param>
    /// <param name="labelled">Offers by programme code; declined ones say nothing of a domain.</param>
    /// <param name="corrected">Texts whose domain a person set: labels are domain keys.</param>
    /// <param name="options">As for programmes.</param>
    /// <param name="progress">From 0 to 1.</param>
    /// <param name="cancellation">Ends the training.</param>
    public static DomainModel Train(
        IReadOnlyCollection<Programme> programmes, IReadOnlyList<LabelledText> labelled, IReadOnlyList<LabelledText> corrected, TrainingOptions options,
        IProgress<double>? progress, CancellationToken cancellation)
    {
        var domains = programmes.ToDictionary(p => p.Code, p => DomainTable.OfRome(p.RomeCodes), StringComparer.Ordinal);
        var texts = new List<LabelledText>();
        foreach (var programme in programmes.OrderBy(p => p.Code, StringComparer.Ordinal))
        {
            // Its name and jobs stand in the catalogue below: a held-out text must not be found by words that it gave itself.
            if (domains[programme.Code] != Domains.Other && programme.Description.Length > 0) texts.Add(new LabelledText(programme.Description, [domains[programme.Code]]));
        }
        foreach (var text in labelled.Where(l => !l.Negative))
        {
            string[] own = [.. text.Labels.Select(l => domains.GetValueOrDefault(l, Domains.Other)).Where(d => d != Domains.Other).Distinct()];
            if (own.Length > 0) texts.Add(new LabelledText(text.Text, own));
        }
        texts.AddRange(corrected.Where(c => c.Labels.All(l => l != Domains.Other && Domains.All.Contains(l))));
        return new DomainModel(ProgrammeModel.Train(CatalogueOf(programmes, domains), texts, options, progress, cancellation));
    }

    // A domain reads as the names and jobs of its programmes, so that it is found before the first offer is labelled.
    private static Programme[] CatalogueOf(IReadOnlyCollection<Programme> programmes, Dictionary<string, string> domains)
    {
        var own = programmes.OrderBy(p => p.Code, StringComparer.Ordinal).ToLookup(p => domains[p.Code]);
        return [.. Domains.All.Where(d => d != Domains.Other).Select(d => Programme.OfLabel(d) with
        {
            Name = DomainTable.NameOf(d, english: false),
            Skills = [.. own[d].SelectMany(p => p.Skills).Distinct()],
            Jobs = [.. own[d].SelectMany(p => p.Jobs.Prepend(p.Name)).Distinct()],
        })];
    }

    /// <summary>The domain of a text and its chance of being right; <see cref="Domains.Other"/> with the chance of the best guess when unsure.</summary>
    public (string Domain, double Chance) Predict(string text)
    {
        var ranking = Model.Rank(text, 1, explain: false);
        if (ranking.Items.Count == 0) return (Domains.Other, 0);
        var best = ranking.Items[0];
        return (ranking.State == RankingState.Match && best.Chance >= LeastChance ? best.Programme.Code : Domains.Other, best.Chance);
    }

    /// <summary>The model as bytes, to be stored.</summary>
    public byte[] ToBytes() => Model.ToBytes();

    /// <summary>A model from its bytes.</summary>
    /// <exception cref="InvalidDataException">See <see cref="ProgrammeModel.FromBytes"/>.</exception>
    public static DomainModel FromBytes(byte[] bytes) => new(ProgrammeModel.FromBytes(bytes));
}
