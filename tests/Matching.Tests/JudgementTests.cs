using SmartRecruiting.Matching.Data;
using SmartRecruiting.Matching.Training;

namespace SmartRecruiting.Matching.Tests;

public sealed class JudgementTests
{
    [Theory, EveryDatabase]
    public async Task A_judgement_taken_back_is_forgotten_and_a_later_one_stays(Database database)
    {
        await using var host = await MatchingHost.StartAsync(database);
        var (offer, at) = (Guid.CreateVersion7(), new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc).AddTicks(1_234_567));
        var (info, civil) = (await host.ProgrammeIdAsync("INFO"), await host.ProgrammeIdAsync("CIVIL"));
        await host.WithAsync<MatchingDb>(async db =>
        {
            db.Add(new Label { OfferId = offer, ProgrammeCode = "INFO", Source = LabelSource.Transmission, Fits = false, At = at });
            db.Add(new Label { OfferId = offer, ProgrammeCode = "CIVIL", Source = LabelSource.Transmission, Fits = true, At = at.AddSeconds(1) });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var withdrawn = new JudgementWithdrawn(offer, info, Guid.NewGuid(), at);
        await host.PublishAsync(withdrawn, withdrawn, withdrawn with { ProgrammeId = civil }, withdrawn with { ProgrammeId = Guid.NewGuid() });

        Assert.Equal("CIVIL", Assert.Single(await host.LabelsAsync()).ProgrammeCode);
    }
}
