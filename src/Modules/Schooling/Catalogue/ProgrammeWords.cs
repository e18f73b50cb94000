using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Schooling.Catalogue;

/// <summary>Finds programmes by words of their name, code or component.</summary>
internal static class ProgrammeWords
{
    /// <summary>Only programmes that contain every word; all for no word.</summary>
    public static IQueryable<Programme> WithWords(this IQueryable<Programme> programmes, string? words) =>
        Fold.Words(words).Aggregate(programmes, (matching, word) => matching.Where(p =>
            EF.Property<string>(p, SearchColumns.Name).Contains(word) || EF.Property<string>(p.Component, SearchColumns.Name).Contains(word)));

    /// <summary>By name; equal names keep their order.</summary>
    public static IOrderedQueryable<Programme> ByName(this IQueryable<Programme> programmes) =>
        programmes.OrderBy(p => EF.Property<string>(p, SearchColumns.Name)).ThenBy(p => p.Id);
}
