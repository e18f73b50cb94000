using SmartRecruiting.Kernel.Csv;

namespace SmartRecruiting.Schooling.Catalogue;

/// <summary>The catalogue as a CSV file: what an export writes, an import reads.</summary>
internal static class CatalogueFile
{
    /// <summary>Columns without which a file is no catalogue.</summary>
    public static readonly IReadOnlyList<string> Needed = ["code", "name", "component", "university", "level"];

    private static readonly IReadOnlyList<string> Head =
    [
        "code", "name", "component", "university", "city", "level", "years", "domain", "description", "skills", "jobs", "rome_codes",
        "responsible", "email", "deputy", "deputy_email", "phone",
    ];

    public static ProgrammeSheet Sheet(CsvRow row) => new()
    {
        Name = row["name"],
        City = row["city"],
        Level = row["level"],
        Years = row["years"],
        Domain = row["domain"],
        Description = row["description"],
        Skills = row["skills"],
        Jobs = row["jobs"],
        RomeCodes = row["rome_codes"],
        Responsible = row["responsible"],
        Email = row["email"],
        Deputy = row["deputy"],
        DeputyEmail = row["deputy_email"],
        Phone = row["phone"],
    };

    /// <summary>Writes the programmes; they need component and university loaded.</summary>
    public static Task WriteAsync(TextWriter output, IEnumerable<Programme> programmes, CancellationToken cancellation) =>
        CsvOutput.WriteAsync(output, Head, programmes.Select(Cells), cancellation);

    private static IEnumerable<object?> Cells(Programme programme)
    {
        var sheet = programme.ToSheet();
        return
        [
            programme.Code, sheet.Name, programme.Component.Name, programme.Component.University.Name, sheet.City, sheet.Level, sheet.Years,
            sheet.Domain, sheet.Description, sheet.Skills, sheet.Jobs, sheet.RomeCodes, sheet.Responsible, sheet.Email, sheet.Deputy, sheet.DeputyEmail, sheet.Phone,
        ];
    }
}
