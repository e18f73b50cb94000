using SmartRecruiting.Recruiting.Companies;

namespace SmartRecruiting.Recruiting.Tests;

public sealed class SiretTests
{
    [Theory]
    [InlineData("73282932000074")]
    [InlineData("732 829 320 00074")]
    [InlineData(" 732\u00A0829\u202F320 00074 ")]
    [InlineData("35600000000048")]
    [InlineData("35600000049837")]
    public void A_number_that_was_given_out_is_taken_without_its_spaces(string typed)
    {
        Assert.True(Siret.TryParse(typed, out var siret));
        Assert.Equal(string.Concat(typed.Where(char.IsAsciiDigit)), siret.ToString());
        Assert.Equal(siret.ToString()[..9], siret.Siren);
    }

    [Theory]
    [InlineData("73282932000075")]
    [InlineData("35600000000049")]
    [InlineData("50000000000000")]
    [InlineData("00000000000000")]
    [InlineData("7328293200007")]
    [InlineData("732829320000740")]
    [InlineData("7328293200007A")]
    [InlineData("٧٣٢٨٢٩٣٢٠٠٠٠٧٤")]
    [InlineData("")]
    [InlineData(null)]
    public void Any_other_number_is_refused(string? typed) => Assert.False(Siret.TryParse(typed, out _));

    [Theory]
    [InlineData("62.01Z", "62.01Z")]
    [InlineData("6201Z", "62.01Z")]
    public void A_NAF_code_is_taken_with_and_without_its_point(string typed, string shown)
    {
        Assert.True(NafCode.TryParse(typed, out var naf));
        Assert.Equal(shown, naf.ToString());
    }

    [Theory]
    [InlineData("62.01z")]
    [InlineData("62-01Z")]
    [InlineData("620Z")]
    [InlineData("62.01ZZ")]
    [InlineData("62.01Z\n1")]
    [InlineData("")]
    [InlineData(null)]
    public void A_NAF_code_of_another_form_is_refused(string? typed) => Assert.False(NafCode.TryParse(typed, out _));
}
