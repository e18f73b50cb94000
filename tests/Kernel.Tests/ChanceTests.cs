using System.Globalization;
using SmartRecruiting.Kernel.Text;

namespace SmartRecruiting.Kernel.Tests;

public sealed class ChanceTests
{
    [Theory]
    [InlineData(0, "moins d’une chance sur 10", "less than 1 in 10")]
    [InlineData(0.049, "moins d’une chance sur 10", "less than 1 in 10")]
    [InlineData(0.05, "à peu près 1 chance sur 10", "about 1 in 10")]
    [InlineData(0.25, "à peu près 3 chances sur 10", "about 3 in 10")]
    [InlineData(0.781, "à peu près 8 chances sur 10", "about 8 in 10")]
    [InlineData(0.949, "à peu près 9 chances sur 10", "about 9 in 10")]
    [InlineData(0.95, "plus de 9 chances sur 10", "more than 9 in 10")]
    [InlineData(1.0000001, "plus de 9 chances sur 10", "more than 9 in 10")]
    public void A_chance_is_said_as_so_many_in_ten(double chance, string french, string english)
    {
        Assert.Equal(french, In("fr", chance));
        Assert.Equal(english, In("en", chance));
    }

    private static string In(string language, double chance)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return Chance.InWords(chance);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
