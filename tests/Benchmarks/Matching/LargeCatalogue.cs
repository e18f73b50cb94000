using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Benchmarks;

/// <summary>A catalogue of any size, made of a set's: each programme is one of it with the skills and the description of another.</summary>
internal static class LargeCatalogue
{
    public static Programme[] Of(MatchingSet set, int count)
    {
        var random = new Random(1);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var (one, other) = (set.Programmes[i % set.Programmes.Count], set.Programmes[random.Next(set.Programmes.Count)]);
                return one with
                {
                    Code = $"{one.Code}-{i}",
                    Name = i < set.Programmes.Count ? one.Name : $"{one.Name} {other.Name}",
                    Description = i < set.Programmes.Count ? one.Description : other.Description,
                    Skills = [.. one.Skills.Concat(other.Skills).Distinct()],
                };
            }),
        ];
    }
}
