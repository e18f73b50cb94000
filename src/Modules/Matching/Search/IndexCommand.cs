namespace SmartRecruiting.Matching.Search;

/// <summary>Makes the search indexes of this machine anew from the tables.</summary>
internal sealed class IndexCommand(OfferIndex offers, ProgrammeIndex programmes) : ICommand
{
    public string Name => "index";

    public string Usage => "index rebuild                                      make the search indexes anew from the tables";

    public bool NeedsData => true;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (arguments is not ["rebuild"])
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }
        foreach (var (name, index) in new (string, DerivedIndex)[] { ("IndexOffers", offers), ("IndexProgrammes", programmes) })
        {
            await output.WriteLineAsync(await index.RebuildAsync(cancellation) is { } count
                ? MatchingText.Get("IndexMade", MatchingText.Get(name), count)
                : MatchingText.Get("IndexWished", MatchingText.Get(name)));
        }
        return 0;
    }
}
