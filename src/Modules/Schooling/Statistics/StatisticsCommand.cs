using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Schooling.Data;

namespace SmartRecruiting.Schooling.Statistics;

/// <summary><c>statistics rebuild</c>: counts every fact again.</summary>
internal sealed class StatisticsCommand(SchoolingDb db, RefreshStatistics statistics) : ICommand
{
    public string Name => "statistics";

    public string Usage => "statistics rebuild                                 count every figure of the dashboards again";

    public bool NeedsData => true;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (arguments is not ["rebuild"])
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }
        await statistics.RebuildAsync(cancellation);
        await output.WriteLineAsync(Dashboard.Cells.Say("StatisticsRebuilt", await db.OfferFacts.CountAsync(cancellation), await db.Figures.CountAsync(cancellation)));
        return 0;
    }
}
