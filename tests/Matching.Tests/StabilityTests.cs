using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Tests;

public sealed class StabilityTests
{
    // One draw of names is luck: the share of rankings that change differs by 5 points from draw to draw.
    private const int Draws = 4;

    private static readonly (string Masculine, string Feminine)[] Roles =
        [("Assistant", "Assistante"), ("Technicien", "Technicienne"), ("Chargé de mission", "Chargée de mission"), ("Conseiller", "Conseillère"), ("Ingénieur débutant", "Ingénieure débutante")];

    [Fact]
    public void Another_gender_first_name_town_or_company_hardly_moves_the_ranking()
    {
        var model = GrenobleSample.Trained;
        var swaps = 0;
        var (firsts, threes, tens) = (0, 0, 0);
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var n = draw % 2; n < GrenobleSample.Programmes.Count; n += 2)
            {
                var (code, role) = (GrenobleSample.Programmes[n].Code, Roles[n % Roles.Length]);
                var (one, other) = (GrenobleSample.Frame(10_000 + (1_000 * draw) + n), GrenobleSample.Frame(20_000 + (1_000 * draw) + n));
                string[] Top(string role, string company, string city, string given, bool feminine) =>
                    [.. model.Codes(GrenobleSample.Offer(code, 4, role, company, city, given, feminine), 10)];
                var before = Top(role.Masculine, one.Company, one.City, one.Given, feminine: false);
                foreach (var after in new[]
                         {
                             Top(role.Feminine, one.Company, one.City, one.Given, feminine: true),
                             Top(role.Masculine, one.Company, one.City, other.Given, feminine: false),
                             Top(role.Masculine, one.Company, other.City, one.Given, feminine: false),
                             Top(role.Masculine, other.Company, one.City, one.Given, feminine: false),
                         })
                {
                    swaps++;
                    if (before[0] == after[0]) firsts++;
                    threes += before.Take(3).Intersect(after.Take(3)).Count();
                    tens += before.Intersect(after).Count();
                }
            }
        }

        Assert.InRange(swaps, 800, 1_000);
        Assert.True(firsts >= 0.97 * swaps, $"first: {firsts} of {swaps}");
        Assert.True(threes >= 0.95 * 3 * swaps, $"first three: {threes} of {3 * swaps}");
        Assert.True(tens >= 0.98 * 10 * swaps, $"first ten: {tens} of {10 * swaps}");
    }
}
