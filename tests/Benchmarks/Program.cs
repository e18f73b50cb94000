using SmartRecruiting.Benchmarks;

return args switch
{
    [] or ["pages"] => await PageSpeed.RunAsync(),
    ["start"] => await StartTime.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("./dev bench [pages|start]");
    return 2;
}
