using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SmartRecruiting.Testing;

/// <summary>Somebody with a browser without JavaScript: keeps cookies, follows links, fills forms in.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient http;
    private readonly CookieContainer cookies = new();

    public Visitor(Uri address)
    {
        var handler = new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = true };
        http = new HttpClient(handler) { BaseAddress = address };
    }

    /// <summary>The cookies kept so far, as a request header has them.</summary>
    public string Cookies => cookies.GetCookieHeader(http.BaseAddress!);

    /// <summary>Opens an address under the site.</summary>
    public async Task<Page> GetAsync(string path) => await Page.ReadAsync(await http.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>The answer itself, for files and headers.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request);

    /// <summary>Posts without a form: what a mail program or an attacker does.</summary>
    public async Task<Page> PostAsync(string path, params (string Name, string Value)[] values) =>
        await Page.ReadAsync(await http.PostAsync(new Uri(path, UriKind.Relative), Encode(values)));

    /// <summary>
    /// Submits a form as a browser would: its own values, with these in place of theirs. A value of null leaves a field out (an
    /// unticked box); several values of one name are several ticks; a button's name and value go with it like any other.
    /// </summary>
    public async Task<Page> SubmitAsync(Page page, string form, params (string Name, string? Value)[] values)
    {
        var (action, method, fields) = Fill(page, form, values);
        if (method == "get")
        {
            var query = await Encode(fields).ReadAsStringAsync();
            return await GetAsync(action.Split('?')[0] + "?" + query);
        }
        return await Page.ReadAsync(await http.PostAsync(new Uri(action, UriKind.RelativeOrAbsolute), Encode(fields)));
    }

    /// <summary>Presses a button: its form goes with the button's own name, value and address, and these values in place of its own.</summary>
    public async Task<Page> PressAsync(Page page, string button, params (string Name, string? Value)[] values)
    {
        if (page.Document.QuerySelector(button) is not IHtmlButtonElement { Form: { } form } pressed)
        {
            throw new InvalidOperationException($"No button {button} on {page.Path}: {page.Text}");
        }
        var (action, _, fields) = Fill(page, form, [.. string.IsNullOrEmpty(pressed.Name) ? [] : new[] { (pressed.Name, (string?)pressed.Value) }, .. values]);
        return await Page.ReadAsync(await http.PostAsync(new Uri(pressed.GetAttribute("formaction") ?? action, UriKind.RelativeOrAbsolute), Encode(fields)));
    }

    /// <summary>Submits a form with one file.</summary>
    public async Task<Page> UploadAsync(Page page, string form, string field, string fileName, byte[] content, params (string Name, string? Value)[] values)
    {
        var (action, _, fields) = Fill(page, form, values);
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Where(f => f.Name != field)) body.Add(new StringContent(value), name);
        body.Add(new ByteArrayContent(content), field, fileName);
        return await Page.ReadAsync(await http.PostAsync(new Uri(action, UriKind.RelativeOrAbsolute), body));
    }

    public void Dispose() => http.Dispose();

    private static FormUrlEncodedContent Encode(IEnumerable<(string Name, string Value)> values) =>
        new(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));

    private static (string Action, string Method, List<(string Name, string Value)> Fields) Fill(
        Page page, string selector, (string Name, string? Value)[] values) =>
        page.Document.QuerySelector(selector) is IHtmlFormElement form
            ? Fill(page, form, values)
            : throw new InvalidOperationException($"No form {selector} on {page.Path}: {page.Text}");

    private static (string Action, string Method, List<(string Name, string Value)> Fields) Fill(
        Page page, IHtmlFormElement form, (string Name, string? Value)[] values)
    {
        var fields = new List<(string Name, string Value)>();
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled") || Array.Exists(values, v => v.Name == name)) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } tick:
                    if (tick.IsChecked) fields.Add((name, tick.Value.Length > 0 ? tick.Value : "on"));
                    break;
                case IHtmlInputElement { Type: "submit" or "button" or "file" } or IHtmlButtonElement: break;
                case IHtmlInputElement input: fields.Add((name, input.Value)); break;
                case IHtmlTextAreaElement area: fields.Add((name, area.Value)); break;
                case IHtmlSelectElement select: fields.Add((name, select.Value ?? "")); break;
                default: break;
            }
        }
        fields.AddRange(values.Where(v => v.Value is not null).Select(v => (v.Name, v.Value!)));
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : page.Path;
        return (action, (form.GetAttribute("method") ?? "get").ToLowerInvariant(), fields);
    }
}

/// <summary>What came back: the status, where the redirects ended, and the page.</summary>
public sealed class Page
{
    private static readonly IBrowsingContext Parser = BrowsingContext.New(Configuration.Default);

    private Page(HttpStatusCode status, string path, string html, IDocument document) =>
        (Status, Path, Html, Document) = (status, path, html, document);

    public HttpStatusCode Status { get; }

    /// <summary>Path and query.</summary>
    public string Path { get; }

    public string Html { get; }

    public IDocument Document { get; }

    /// <summary>The text of the main part, white space folded.</summary>
    public string Text => string.Join(' ', ((Document.QuerySelector("main") ?? Document.Body)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The texts of all elements that match, white space folded.</summary>
    public IReadOnlyList<string> All(string selector) =>
        [.. Document.QuerySelectorAll(selector).Select(e => string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    internal static async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var html = await response.Content.ReadAsStringAsync();
            var document = await Parser.OpenAsync(request => request.Content(html));
            return new Page(response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, html, document);
        }
    }
}
