using System.Security.Cryptography;
using SmartRecruiting.Kernel.Csv;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Jobs;
using SmartRecruiting.Kernel.Outbox;

namespace SmartRecruiting.Host.Sample;

/// <summary>
/// Fills an empty database with a university to try the product with, by the same imports that a real one uses. Killed on the way,
/// it goes on at the next start.
/// </summary>
internal sealed class SampleUniversity(
    IEnumerable<IImport> imports,
    IProgrammes programmes,
    ICompanies companies,
    IAccounts accounts,
    ITraining training,
    OutboxRelay relay,
    IEnumerable<RecurringRegistration> jobs,
    IServiceProvider services,
    DataDirectory data,
    IConfiguration configuration,
    TimeProvider clock)
{
    public const string Marker = "sample-loaded";
    public const string Accounts = "sample-accounts.txt";
    private const string Begun = "sample-begun";

    /// <summary>The sample that comes with the source; null for a published program.</summary>
    public static string? DefaultFolder => SourceTree.Root is { } root && Directory.Exists(Path.Combine(root, "samples", "grenoble"))
        ? Path.Combine(root, "samples", "grenoble")
        : null;

    /// <summary>True for a database without any programme, and for one whose loading was cut short.</summary>
    public async Task<bool> IsWantedAsync(CancellationToken cancellation) =>
        File.Exists(data.File(Begun)) || (await programmes.ListAsync(null, 1, cancellation)).Count == 0;

    /// <summary>Loads the folder, trains, makes the accounts; says what it does.</summary>
    public async Task LoadAsync(string folder, TextWriter output, CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(data.File(Begun), "", cancellation);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var generator = new SampleGenerator(
            folder, configuration.GetValue("Sample:Seed", 1), configuration.GetValue("Sample:Offers", 6000), today);
        await output.WriteLineAsync($"First start: loading the sample university from {folder}");
        await ImportAsync("programmes", await OpenAsync(folder, "programmes.csv", cancellation), output, cancellation);
        await ImportAsync("companies", await OpenAsync(folder, "companies.csv", cancellation), output, cancellation);
        await ImportAsync("students", new StringReader(generator.Students()), output, cancellation);
        var chosen = await MakeAccountsAsync(generator, cancellation);
        await relay.DrainAsync(cancellation);
        await ImportAsync("offers", new StringReader(generator.Offers()), output, cancellation);
        await relay.DrainAsync(cancellation);
        var trained = await training.TrainAsync(null, cancellation);
        await output.WriteLineAsync($"  model trained on {trained.Texts} offers and {trained.Programmes} programmes in {trained.Seconds:0.0} s");
        await relay.DrainAsync(cancellation);
        // Its turn would come within a minute; whoever opens a dashboard at once finds its figures.
        await jobs.Single(job => job.Id == "schooling.refresh-statistics").Run(services);
        await WriteAccountsAsync(chosen, cancellation);
        await File.WriteAllTextAsync(data.File(Marker), folder + "\n", cancellation);
        File.Delete(data.File(Begun));
    }

    private async Task ImportAsync(string kind, TextReader csv, TextWriter output, CancellationToken cancellation)
    {
        var report = await imports.Single(i => i.Kind == kind).ImportAsync(csv, cancellation);
        await output.WriteLineAsync($"  {report.Accepted} {kind}");
        foreach (var error in report.Errors.Take(10)) await output.WriteLineAsync($"    line {error.Line}: {error.Column} {error.Reason}");
    }

    private static async Task<TextReader> OpenAsync(string folder, string name, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(Path.Combine(folder, name));
        return await CsvInput.OpenAsync(file, cancellation);
    }

    private async Task<List<SampleAccount>> MakeAccountsAsync(SampleGenerator generator, CancellationToken cancellation)
    {
        var made = new List<SampleAccount>();
        foreach (var person in generator.People())
        {
            var password = NewPassword();
            var result = await accounts.EnsureAsync(person.Email, person.Name, person.Role, password, cancellation);
            if (result.AccountId is not { } id) throw new InvalidOperationException(string.Join(' ', result.Errors));
            if (person.Siret is { } siret && await companies.FindBySiretAsync(siret, cancellation) is { } company)
            {
                await companies.AttachRecruiterAsync(company.Id, id, person.Name, person.Email, cancellation);
            }
            if (person.Role == Roles.Director)
            {
                foreach (var university in (await programmes.ListAsync(null, int.MaxValue, cancellation)).Select(p => p.University).Distinct())
                {
                    await programmes.AttachDirectorAsync(id, person.Name, person.Email, university, cancellation);
                }
            }
            if (person.Component is { } component) await programmes.AttachManagerAsync(id, person.Name, person.Email, component, cancellation);
            made.Add(new SampleAccount(person, password));
        }
        return made;
    }

    private async Task WriteAccountsAsync(List<SampleAccount> made, CancellationToken cancellation)
    {
        var path = data.File(Accounts);
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(path, options);
        foreach (var (person, password) in made)
        {
            await file.WriteLineAsync($"{person.Role} {person.Email} {password}".AsMemory(), cancellation);
        }
    }

    // 20 characters of 32: 100 bits, and nothing that can be misread when typed.
    private static string NewPassword() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789-", 20);

    private sealed record SampleAccount(SamplePerson Person, string Password);
}

/// <summary>Somebody with an account in the sample: a recruiter of a company, a manager of a component, or neither.</summary>
internal sealed record SamplePerson(string Role, string Name, string Email, string? Siret, string? Component);
