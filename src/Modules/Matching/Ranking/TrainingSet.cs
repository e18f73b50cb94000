namespace SmartRecruiting.Matching.Engine;

/// <summary>
/// Labelled texts and descriptions as numbered rows: first the labelled texts, then one row a programme with text of its own.
/// </summary>
internal sealed class TrainingSet
{
    private readonly string[] codes;
    private readonly int[] descriptionRows;

    /// <summary>Numbers what there is. Labels that no programme of the catalogue has are passed over.</summary>
    public TrainingSet(Catalogue catalogue, IReadOnlyList<LabelledText> labelled)
    {
        codes = [.. catalogue.Profiles.Select(p => p.Programme.Code)];
        var numbers = codes.Select((code, number) => (code, number)).ToDictionary(p => p.code, p => p.number, StringComparer.Ordinal);
        var (texts, programmes, positives, negatives) = (new List<string>(), new List<int[]>(), new List<int>(), new List<int>());
        foreach (var text in labelled)
        {
            int[] own = [.. text.Labels.Where(numbers.ContainsKey).Select(l => numbers[l]).Distinct()];
            if (own.Length == 0) continue;
            (text.Negative ? negatives : positives).Add(texts.Count);
            texts.Add(text.Text);
            programmes.Add(own);
        }
        descriptionRows = new int[codes.Length];
        for (var p = 0; p < codes.Length; p++)
        {
            descriptionRows[p] = -1;
            if (catalogue.Profiles[p].Text.Length == 0) continue;
            descriptionRows[p] = texts.Count;
            texts.Add(catalogue.Profiles[p].Text);
            programmes.Add([p]);
        }
        (Texts, ProgrammesOf, PositiveRows, NegativeRows) = (texts, programmes, [.. positives], [.. negatives]);
    }

    /// <summary>All texts.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Numbers of the programmes that each row names.</summary>
    public IReadOnlyList<int[]> ProgrammesOf { get; }

    /// <summary>Rows of texts that fit their programmes.</summary>
    public int[] PositiveRows { get; }

    /// <summary>Rows of texts that do not.</summary>
    public int[] NegativeRows { get; }

    /// <summary>False for plain labels.</summary>
    public bool HasProgrammeTexts => descriptionRows.Any(r => r >= 0);

    /// <summary>
    /// Learns from some of the labelled rows, and from the descriptions of the programmes that have an example among them: a
    /// programme without any is left to retrieval, where one that is new tomorrow stands, too. Null when no row is positive.
    /// </summary>
    public Classifier? Train(Corpus corpus, int[] rows, TrainingOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        var positives = rows.Except(NegativeRows).ToArray();
        var counts = new int[codes.Length];
        foreach (var row in positives)
        {
            foreach (var programme in ProgrammesOf[row]) counts[programme]++;
        }
        var classes = Enumerable.Range(0, codes.Length).Where(p => counts[p] > 0).ToArray();
        if (classes.Length == 0) return null;
        var classOf = new int[codes.Length];
        Array.Fill(classOf, -1);
        for (var c = 0; c < classes.Length; c++) classOf[classes[c]] = c;

        var negatives = NegativeRows.ToHashSet();
        var positiveClasses = new int[Texts.Count][];
        var negativeClasses = new int[]?[Texts.Count];
        for (var row = 0; row < Texts.Count; row++)
        {
            int[] own = [.. ProgrammesOf[row].Select(p => classOf[p]).Where(c => c >= 0)];
            positiveClasses[row] = negatives.Contains(row) ? [] : own;
            negativeClasses[row] = negatives.Contains(row) ? own : null;
        }
        return Classifier.Train(
            corpus, [.. classes.Select(p => codes[p])], [.. classes.Select(p => counts[p])], rows, [.. classes.Select(p => descriptionRows[p]).Where(r => r >= 0)],
            new SvmTargets(classes.Length, positiveClasses, negativeClasses),
            NegativeRows.SelectMany(row => ProgrammesOf[row].Select(p => (Row: row, Code: codes[p]))).OrderBy(d => d.Code, StringComparer.Ordinal).ToLookup(d => d.Code, d => d.Row), new SvmOptions(options.C, Threads: options.Threads, Seed: options.Seed), progress, cancellation);
    }
}
