using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;

namespace SmartRecruiting.Schooling.Catalogue;

/// <summary>Facts of a programme that passed every rule; only a sheet makes them.</summary>
internal sealed record ProgrammeFacts(
    string Name,
    string Level,
    IReadOnlyList<int> Years,
    string? City,
    string? Domain,
    string Description,
    IReadOnlyList<string> Skills,
    IReadOnlyList<string> Jobs,
    IReadOnlyList<string> RomeCodes,
    string? Responsible,
    string? Email,
    string? Deputy,
    string? DeputyEmail,
    string? Phone);

/// <summary>What is wrong with one field of a sheet.</summary>
/// <param name="Field">Name of the sheet's property.</param>
/// <param name="Key">Of the sentence in the module's texts.</param>
/// <param name="Passed">The value is left out and the rest can stand: an unknown code never hides a programme.</param>
/// <param name="Values">Places of the sentence.</param>
internal sealed record SheetProblem(string Field, string Key, bool Passed, params object[] Values);

/// <summary>A programme as text, from a row of a file or from a form; lists by semicolon or by line.</summary>
internal sealed partial record ProgrammeSheet
{
    /// <summary>Levels, as they are written.</summary>
    public static readonly IReadOnlyList<string> Levels = ["Bac+2", "Bac+3", "Bac+4", "Bac+5"];

    // The last of a doctorate.
    private const int LastYear = 8;

    public string? Name { get; init; }

    public string? Level { get; init; }

    public string? Years { get; init; }

    public string? City { get; init; }

    public string? Domain { get; init; }

    public string? Description { get; init; }

    public string? Skills { get; init; }

    public string? Jobs { get; init; }

    public string? RomeCodes { get; init; }

    public string? Responsible { get; init; }

    public string? Email { get; init; }

    public string? Deputy { get; init; }

    public string? DeputyEmail { get; init; }

    public string? Phone { get; init; }

    /// <summary>The code of a programme in its one spelling, or null when it cannot be one.</summary>
    public static string? ReadCode(string text)
    {
        var code = text.Trim().ToUpperInvariant();
        return code.Length is 0 or > Limits.Code || code.Any(c => c == ';' || char.IsControl(c)) ? null : code;
    }

    /// <summary>Checks every field; the facts hold only when no problem remains that is not passed over.</summary>
    public ProgrammeFacts Read(ICollection<SheetProblem> problems)
    {
        var name = Line(Name, nameof(Name), Limits.Name, problems);
        if (name is null) problems.Add(new SheetProblem(nameof(Name), "NameMissing", false));
        var level = LevelForm().Match(Level ?? "") is { Success: true } found ? $"Bac+{found.Groups[1].Value}" : "";
        if (level.Length == 0) problems.Add(new SheetProblem(nameof(Level), "LevelWrong", false, Level?.Trim() ?? ""));
        var description = (Description ?? "").ReplaceLineEndings("\n").Trim();
        if (description.Length > Limits.Description)
        {
            problems.Add(new SheetProblem(nameof(Description), "TextTooLong", false, Limits.Description));
        }
        return new ProgrammeFacts(
            name ?? "",
            level,
            ReadYears(problems),
            Line(City, nameof(City), Limits.City, problems),
            ReadDomain(problems),
            description,
            ReadItems(Skills, nameof(Skills), problems),
            ReadItems(Jobs, nameof(Jobs), problems),
            ReadRomeCodes(problems),
            Line(Responsible, nameof(Responsible), Limits.Name, problems),
            ReadEmail(Email, nameof(Email), problems),
            Line(Deputy, nameof(Deputy), Limits.Name, problems),
            ReadEmail(DeputyEmail, nameof(DeputyEmail), problems),
            Line(Phone, nameof(Phone), Limits.Phone, problems));
    }

    private List<int> ReadYears(ICollection<SheetProblem> problems)
    {
        var years = new SortedSet<int>();
        foreach (var item in Items(Years))
        {
            if (int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1 and <= LastYear) years.Add(year);
            else problems.Add(new SheetProblem(nameof(Years), "YearWrong", false, item, LastYear));
        }
        return [.. years];
    }

    private string? ReadDomain(ICollection<SheetProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(Domain)) return null;
        var domain = Domain.Trim().ToLowerInvariant();
        if (Domains.All.Contains(domain)) return domain;
        problems.Add(new SheetProblem(nameof(Domain), "DomainWrong", true, Domain.Trim()));
        return null;
    }

    private List<string> ReadRomeCodes(ICollection<SheetProblem> problems)
    {
        var codes = new List<string>();
        foreach (var item in ReadItems(RomeCodes, nameof(RomeCodes), problems))
        {
            var code = item.ToUpperInvariant();
            if (RomeForm().IsMatch(code)) codes.Add(code);
            else problems.Add(new SheetProblem(nameof(RomeCodes), "RomeWrong", true, item));
        }
        return codes;
    }

    private static List<string> ReadItems(string? text, string field, ICollection<SheetProblem> problems)
    {
        var items = Items(text).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (items.Count > Limits.Items) problems.Add(new SheetProblem(field, "TooManyItems", false, Limits.Items));
        if (items.Exists(item => item.Length > Limits.Item)) problems.Add(new SheetProblem(field, "ItemTooLong", false, Limits.Item));
        return items;
    }

    private static string? ReadEmail(string? text, string field, ICollection<SheetProblem> problems)
    {
        var address = Line(text, field, Limits.Email, problems)?.ToLowerInvariant();
        if (address is null || IsEmail(address)) return address;
        problems.Add(new SheetProblem(field, "EmailWrong", false, address));
        return null;
    }

    private static bool IsEmail(string address) =>
        MailAddress.TryCreate(address, out var read) && read.Address == address && read.Host.Contains('.') && !address.Any(char.IsWhiteSpace);

    // One line, whatever came in: none of these texts has two, and a line break in a name has no place in a mail's head.
    private static string? Line(string? text, string field, int most, ICollection<SheetProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > most) problems.Add(new SheetProblem(field, "TextTooLong", false, most));
        return line;
    }

    private static string[] Items(string? text) =>
        (text ?? "").Split([';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"^\s*bac\s*\+\s*([2-5])\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LevelForm();

    [GeneratedRegex(@"^[A-N][0-9]{4}$")]
    private static partial Regex RomeForm();
}
