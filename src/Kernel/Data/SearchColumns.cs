using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Kernel.Data;

/// <summary>Folded copies of what users search and sort by, so that « eloise » finds « Éloïse » on both databases.</summary>
public static class SearchColumns
{
    /// <summary>The column's name: <c>EF.Property&lt;string&gt;(row, SearchColumns.Name)</c> sorts by the first property folded.</summary>
    public const string Name = "Search";

    private const int Length = 500;

    /// <summary>Gives the entity a folded column made of these properties, kept up to date at each save.</summary>
    public static EntityTypeBuilder<T> HasSearch<T>(this EntityTypeBuilder<T> entity, params Expression<Func<T, object?>>[] properties) where T : class
    {
        entity.Property<string>(Name).HasMaxLength(Length);
        entity.HasAnnotation(Name, string.Join(' ', properties.Select(p => p.Body is UnaryExpression { Operand: MemberExpression inner }
            ? inner.Member.Name
            : ((MemberExpression)p.Body).Member.Name)));
        return entity;
    }

    /// <summary>Only rows that contain every word, whatever their accents and case; all rows for no word.</summary>
    public static IQueryable<T> WhereWords<T>(this IQueryable<T> rows, string? words) where T : class =>
        Fold.Words(words).Aggregate(rows, (matching, word) => matching.Where(row => EF.Property<string>(row, Name).Contains(word)));

    internal static void Fill(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified)) continue;
            if (entry.Metadata.FindAnnotation(Name)?.Value is not string properties) continue;
            var text = Fold.Text(string.Join(' ', properties.Split(' ').Select(p => entry.Property(p).CurrentValue?.ToString())));
            entry.Property(Name).CurrentValue = text.Length <= Length ? text : text[..Length];
        }
    }
}
