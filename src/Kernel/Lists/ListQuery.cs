using Microsoft.AspNetCore.Mvc;

namespace SmartRecruiting.Kernel.Lists;

/// <summary>What the address of a list says: words to look for, order, page, and whether a file is wanted. Bind it from the URL.</summary>
public sealed class ListQuery
{
    /// <summary>Words that every row must contain.</summary>
    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    /// <summary>A column's key, with "-" before it for the last first.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; set; }

    /// <summary>1 for the first page. Not "page": Razor Pages keeps that name for itself.</summary>
    [FromQuery(Name = "p")]
    public int Page { get; set; } = 1;

    /// <summary>"csv" for a file of all rows in place of a page.</summary>
    [FromQuery(Name = "format")]
    public string? Format { get; set; }

    /// <summary>The reader wants a file.</summary>
    public bool WantsCsv => string.Equals(Format, "csv", StringComparison.OrdinalIgnoreCase);
}
