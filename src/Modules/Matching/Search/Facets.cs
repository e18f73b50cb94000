using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace SmartRecruiting.Matching.Search;

/// <summary>
/// Lets only rows through that fit every filter, and counts for each filter how many rows each of its values would give while the other
/// filters stay. One pass over what a query finds.
/// </summary>
/// <param name="inner">Takes what fits.</param>
/// <param name="facets">The filters.</param>
/// <param name="least">A number that rows must reach to count at all, and its field; null for all rows.</param>
internal sealed class Facets(ICollector inner, IReadOnlyList<Facets.Facet> facets, (string Field, long Least)? least) : ICollector
{
    private readonly Leaf[] leaves = [.. facets.Select(f => new Leaf(f))];
    private NumericDocValues? numbers;

    public bool AcceptsDocsOutOfOrder => inner.AcceptsDocsOutOfOrder;

    public void SetScorer(Scorer scorer) => inner.SetScorer(scorer);

    public void SetNextReader(AtomicReaderContext context)
    {
        foreach (var leaf in leaves) leaf.Open(context.AtomicReader);
        if (least is { } bound) numbers = context.AtomicReader.GetNumericDocValues(bound.Field);
        inner.SetNextReader(context);
    }

    public void Collect(int doc)
    {
        if (numbers is not null && numbers.Get(doc) < least!.Value.Least) return;
        Leaf? misfit = null;
        foreach (var leaf in leaves)
        {
            if (leaf.Fits(doc)) continue;
            if (misfit is not null) return;
            misfit = leaf;
        }
        if (misfit is not null)
        {
            misfit.Count();
            return;
        }
        foreach (var leaf in leaves) leaf.Count();
        inner.Collect(doc);
    }

    /// <summary>Rows for each value; to be asked for when the search is over.</summary>
    public Dictionary<string, int> CountsOf(string field) => leaves.Single(l => l.Field == field).Total();

    /// <summary>A field with one value a row, and the values that its filter lets through; null for all.</summary>
    internal sealed record Facet(string Field, Func<string, bool>? Wanted);

    private sealed class Leaf(Facet facet)
    {
        private readonly Dictionary<string, int> total = new(StringComparer.Ordinal);
        private SortedDocValues? values;
        private bool[]? wanted;
        private int[] counts = [];
        private int current;

        public string Field => facet.Field;

        public void Open(AtomicReader reader)
        {
            Close();
            values = reader.GetSortedDocValues(facet.Field);
            counts = new int[values?.ValueCount ?? 0];
            wanted = facet.Wanted is null ? null : [.. Enumerable.Range(0, counts.Length).Select(ordinal => facet.Wanted(Value(ordinal)))];
        }

        public bool Fits(int doc)
        {
            current = values?.GetOrd(doc) ?? -1;
            return wanted is null || (current >= 0 && wanted[current]);
        }

        public void Count()
        {
            if (current >= 0) counts[current]++;
        }

        public Dictionary<string, int> Total()
        {
            Close();
            return total;
        }

        private void Close()
        {
            for (var ordinal = 0; ordinal < counts.Length; ordinal++)
            {
                if (counts[ordinal] > 0) total[Value(ordinal)] = total.GetValueOrDefault(Value(ordinal)) + counts[ordinal];
            }
            counts = [];
        }

        private string Value(int ordinal)
        {
            var value = new BytesRef();
            values!.LookupOrd(ordinal, value);
            return value.Utf8ToString();
        }
    }
}
