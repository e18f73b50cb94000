using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SmartRecruiting.Kernel.Forms;

/// <summary>
/// One field of a form: label above, hint below, error beside, what was typed kept. The kind of control follows from its
/// attributes: <c>rows</c> makes a text area, <c>options</c> a choice, a bool a check box, a file an upload.
/// Attributes that begin with "input-" go to the control.
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator html) : TagHelper
{
    /// <summary>The property.</summary>
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    /// <summary>What the field asks for.</summary>
    public string Label { get; set; } = "";

    /// <summary>How to answer; empty for none.</summary>
    public string Hint { get; set; } = "";

    /// <summary>Says "optional" behind the label: what is needed is the rule, and stays unmarked.</summary>
    public bool Optional { get; set; }

    /// <summary>Lines of a text area; 0 for one line.</summary>
    public int Rows { get; set; }

    /// <summary>What to choose from.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>Attributes of the control itself.</summary>
    [HtmlAttributeName("input-all", DictionaryAttributePrefix = "input-")]
    public Dictionary<string, string> Input { get; set; } = [];

    /// <summary>Set by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var errors = ViewContext.ModelState.TryGetValue(name, out var entry) ? entry.Errors : [];
        var check = For.ModelExplorer.ModelType == typeof(bool);
        var attributes = Input.ToDictionary(a => a.Key, object? (a) => a.Value);
        attributes["class"] = (check ? "form-check-input" : Options is null ? "form-control" : "form-select") + (errors.Count > 0 ? " is-invalid" : "");
        var described = string.Join(' ', new[] { Hint.Length > 0 ? id + "-hint" : null, errors.Count > 0 ? id + "-error" : null }.Where(d => d is not null));
        if (described.Length > 0) attributes["aria-describedby"] = described;
        if (errors.Count > 0) attributes["aria-invalid"] = "true";

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", check ? "field form-check" : "field");
        var label = MakeLabel(id, check);
        var control = Control(attributes, check);
        output.Content.AppendHtml(check ? control : label).AppendHtml(check ? label : control);
        Say(output, Hint, id + "-hint", "form-text");
        Say(output, string.Join(' ', errors.Select(Message)), id + "-error", "invalid-feedback");
    }

    /// <summary>The reader's sentence for an error; a refused value has none of its own.</summary>
    internal static string Message(ModelError error) =>
        error.ErrorMessage.Length > 0 ? error.ErrorMessage : KernelText.Get("ValueRefused");

    private TagBuilder MakeLabel(string id, bool check)
    {
        var label = new TagBuilder("label");
        label.AddCssClass(check ? "form-check-label" : "form-label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        if (Optional)
        {
            var optional = new TagBuilder("span");
            optional.AddCssClass("optional");
            optional.InnerHtml.Append(KernelText.Get("Optional"));
            label.InnerHtml.Append(" ").AppendHtml(optional);
        }
        return label;
    }

    private TagBuilder Control(Dictionary<string, object?> attributes, bool check)
    {
        if (check) return html.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, null, attributes);
        if (Options is not null)
        {
            return html.GenerateSelect(ViewContext, For.ModelExplorer, optionLabel: null, For.Name, Options, allowMultiple: false, attributes);
        }
        if (Rows > 0) return html.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Rows, 0, attributes);
        attributes.TryAdd("type", "text");
        // What was typed is kept, but a password never travels back.
        if (attributes["type"] is "password") return html.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, value: null, attributes);
        var format = For.Model switch
        {
            DateOnly => "{0:yyyy-MM-dd}",
            decimal or double => "{0:0.##}",
            _ => null,
        };
        return html.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, attributes["type"] is "file" ? null : For.Model, format, attributes);
    }

    private static void Say(TagHelperOutput output, string text, string id, string css)
    {
        if (text.Length == 0) return;
        var line = new TagBuilder("div");
        line.AddCssClass(css);
        line.Attributes["id"] = id;
        line.InnerHtml.Append(text);
        output.Content.AppendHtml(line);
    }
}

/// <summary>What is wrong with a form, at its head, each line linked to its field; takes the focus. Nothing for a form without error.</summary>
[HtmlTargetElement("form-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FormErrorsTagHelper : TagHelper
{
    /// <summary>Set by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState.Where(e => e.Value?.Errors.Count > 0).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "alert alert-danger form-errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        var title = new TagBuilder("p");
        title.InnerHtml.Append(KernelText.Get(errors.Count == 1 ? "FormError" : "FormErrors", errors.Count.ToString(CultureInfo.CurrentCulture)));
        var list = new TagBuilder("ul");
        foreach (var (name, entry) in errors)
        {
            var item = new TagBuilder("li");
            var text = string.Join(' ', entry!.Errors.Select(FieldTagHelper.Message));
            if (name.Length == 0) item.InnerHtml.Append(text);
            else
            {
                var link = new TagBuilder("a");
                link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(name, "_");
                link.InnerHtml.Append(text);
                item.InnerHtml.AppendHtml(link);
            }
            list.InnerHtml.AppendHtml(item);
        }
        output.Content.AppendHtml(title).AppendHtml(list);
    }
}
