using System.Text.RegularExpressions;

namespace SmartRecruiting.Architecture.Tests;

public sealed partial class PageTests
{
    private static readonly IReadOnlyList<(string File, string Text)> Views = [.. House.Projects.SelectMany(p => House.Sources(p, ".cshtml"))];

    [Fact]
    public void Every_page_says_its_address_from_the_root()
    {
        Assert.NotEmpty(Views);
        Assert.Empty(Views.Where(v => HasBadAddress(v.Text)).Select(v => v.File));
    }

    // The policy of the pages refuses both: they would be dead.
    [Fact]
    public void No_page_has_style_or_script_in_line()
    {
        Assert.Empty(Views.SelectMany(v => InLine(v.Text).Select(found => $"{v.File}: {found}")));
    }

    [Theory]
    [InlineData("@page", true)]
    [InlineData("@page \"offers/{id}\"", true)]
    [InlineData("@page \"{id:guid}\"\n@model X", true)]
    [InlineData("@* why *@\n@page\n", true)]
    [InlineData("@page \"/\"", false)]
    [InlineData("@page \"/offers/{id:guid}\"\n@model X", false)]
    [InlineData("<p>a part of a page</p>", false)]
    public void Control_addresses(string page, bool reported)
    {
        Assert.Equal(reported, HasBadAddress(page));
    }

    [Theory]
    [InlineData("<p style=\"color:red\">", "style=")]
    [InlineData("<p class='a' STYLE = 'color:red'>", "STYLE =")]
    [InlineData("<p style=@Model.Colour>", "style=")]
    [InlineData("<style>p { color: red }</style>", "<style")]
    [InlineData("<a href=\"#\" onclick=\"go()\">", "onclick=")]
    [InlineData("<body\n  onload='x'>", "onload=")]
    [InlineData("<script>go()</script>", "<script")]
    [InlineData("<script type=\"module\">go()</script>", "<script")]
    [InlineData("<a href=\"javascript:go()\">", "javascript:")]
    [InlineData("<script src=\"/lib/x.js\" defer></script>", null)]
    [InlineData("<script type=\"module\"\n  src=\"~/x.js\"></script>", null)]
    [InlineData("<p class=\"lede\" data-style=\"x\">The style = simple</p>", null)]
    [InlineData("@{ var once = Model.On == \"x\"; }", null)]
    [InlineData("<link rel=\"stylesheet\" href=\"/site.css\">", null)]
    public void Control_style_and_script(string view, string? found)
    {
        Assert.Equal(found is null ? [] : [found], InLine(view));
    }

    private static bool HasBadAddress(string view) => Address().Match(view) is { Success: true } page && !page.Groups[1].Value.StartsWith('/');

    private static IReadOnlyList<string> InLine(string view) => [.. Forbidden().Matches(view).Select(m => m.Value.Trim().TrimEnd('"', '\'', '@'))];

    [GeneratedRegex("""^\s*@page\b(?:[ \t]+"([^"]*)")?""", RegexOptions.Multiline)]
    private static partial Regex Address();

    [GeneratedRegex("""\s(?:style|on[a-z]+)\s*=(?=\s*["'@])|<style\b|<script\b(?![^>]*\ssrc\s*=)|\bjavascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
