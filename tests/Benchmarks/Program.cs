using SmartRecruiting.Benchmarks;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
try
{
    return args switch
    {
        [] or ["pages"] => await PageSpeed.RunAsync(),
        ["ranking"] => await RankingPage.RunAsync(stop.Token),
        ["start"] => await StartTime.RunAsync(),
        ["signin"] => await SignInBench.RunAsync(stop.Token),
        ["matching", .. var rest] => BenchArguments.Read(rest, "--json") is { } given ? await MatchingBench.RunAsync(given, stop.Token) : Usage(),
        ["skills", .. var rest] => BenchArguments.Read(rest, "--errors") is { } given ? await SkillFinding.RunAsync(given, stop.Token) : Usage(),
        ["wording"] => WordingBench.Run(),
        ["statistics"] => await StatisticsBench.RunAsync(1_600_000, stop.Token),
        ["statistics", "--offers", var offers] when int.TryParse(offers, out var most) && most > 0 => await StatisticsBench.RunAsync(most, stop.Token),
        ["search"] => await SearchBench.RunAsync(100_000, stop.Token),
        ["search", "--offers", var offers] when int.TryParse(offers, out var many) && many > 0 => await SearchBench.RunAsync(many, stop.Token),
        ["reading", .. var rest] => BenchArguments.Read(rest) is { } given ? Reading.Run(given, stop.Token) : Usage(),
        ["speed", .. var rest] => BenchArguments.Read(rest) is { } given ? MatchingBench.Print(RankingSpeed.Measure(MatchingSet.Read(given.Data, "jobs"), stop.Token)) : Usage(),
        ["swaps"] => MatchingBench.Print(new Swaps(new SampleModel(stop.Token)).Measure(stop.Token)),
        // What the matching bench runs in a process of its own, so that the highest memory is that of one training.
        ["large", .. var rest] => BenchArguments.Read(rest) is { } given ? LargeTraining.RunHere(given, stop.Token) : Usage(),
        _ => Usage(),
    };
}
catch (BenchException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}

static int Usage()
{
    Console.Error.WriteLine("""
        ./dev bench [pages|ranking|start|signin]
        ./dev bench matching [--data DIR] [--json FILE]
        ./dev bench speed [--data DIR] | swaps          parts of the matching bench alone
        ./dev bench wording
        ./dev bench skills [--data DIR] [--errors FILE]
        ./dev bench reading [--data DIR]
        ./dev bench search [--offers N]
        ./dev bench statistics [--offers N]
        DIR holds the sets jobs, jobs-cold and domains; unless told, SMARTRECRUITING_DATA names it.
        """);
    return 2;
}
