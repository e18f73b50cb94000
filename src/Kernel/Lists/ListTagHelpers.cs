using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SmartRecruiting.Kernel.Lists;

/// <summary>Addresses of the same list with one thing changed; all other filters stay.</summary>
internal static class ListAddress
{
    public static string With(HttpRequest request, params (string Key, string? Value)[] changes)
    {
        var query = request.Query
            .Where(kept => !Array.Exists(changes, c => c.Key == kept.Key))
            .SelectMany(kept => kept.Value, (kept, value) => KeyValuePair.Create(kept.Key, value))
            .Concat(changes.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Key, c.Value)));
        return request.PathBase + request.Path + QueryString.Create(query);
    }
}

/// <summary>A heading that orders the list: <c>&lt;th sort-key="Title" sort-list="Model.List"&gt;…&lt;/th&gt;</c>.</summary>
[HtmlTargetElement("th", Attributes = "sort-key,sort-list")]
public sealed class SortTagHelper : TagHelper
{
    /// <summary>The column's key.</summary>
    public string SortKey { get; set; } = "";

    /// <summary>The page shown.</summary>
    public required ISlice SortList { get; set; }

    /// <summary>Set by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var current = SortList.Sort.TrimStart('-').Equals(SortKey, StringComparison.OrdinalIgnoreCase);
        var descending = current && SortList.Sort.StartsWith('-');
        output.Attributes.SetAttribute("scope", "col");
        if (current) output.Attributes.SetAttribute("aria-sort", descending ? "descending" : "ascending");
        var link = new TagBuilder("a");
        var next = current && !descending ? "-" + SortKey : SortKey;
        link.Attributes["href"] = ListAddress.With(ViewContext.HttpContext.Request, ("sort", next), ("p", null), ("format", null));
        link.AddCssClass("sort");
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        output.Content.SetHtmlContent(link);
    }
}

/// <summary>Previous, next and where one is: <c>&lt;list-pager for="Model.List" /&gt;</c>. Nothing for a single page.</summary>
[HtmlTargetElement("list-pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : TagHelper
{
    /// <summary>The page shown.</summary>
    [HtmlAttributeName("of")]
    public required ISlice Of { get; set; }

    /// <summary>Set by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Pages < 2)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", KernelText.Get("Pages"));
        Add(output, Of.Page - 1, KernelText.Get("PreviousPage"), "prev", Of.Page > 1);
        var place = new TagBuilder("span");
        place.InnerHtml.Append(KernelText.Get("PageOf", Of.Page, Of.Pages));
        output.Content.AppendHtml(place);
        Add(output, Of.Page + 1, KernelText.Get("NextPage"), "next", Of.Page < Of.Pages);
    }

    private void Add(TagHelperOutput output, int page, string label, string rel, bool there)
    {
        if (!there) return;
        var link = new TagBuilder("a");
        link.AddCssClass("btn btn-outline-primary btn-sm");
        link.Attributes["rel"] = rel;
        link.Attributes["href"] = ListAddress.With(
            ViewContext.HttpContext.Request, ("p", page.ToString(CultureInfo.InvariantCulture)), ("format", null));
        link.InnerHtml.Append(label);
        output.Content.AppendHtml(link);
    }
}

/// <summary>The link that downloads the whole list as a file: <c>&lt;list-export /&gt;</c>.</summary>
[HtmlTargetElement("list-export", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ExportTagHelper : TagHelper
{
    /// <summary>Set by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "export");
        output.Attributes.SetAttribute("href", ListAddress.With(ViewContext.HttpContext.Request, ("format", "csv"), ("p", null)));
        output.Content.SetContent(KernelText.Get("ExportCsv"));
    }
}
