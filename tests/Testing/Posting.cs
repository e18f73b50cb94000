namespace SmartRecruiting.Testing;

/// <summary>Posts offers as a recruiter does: the text first, then what is still needed, then the button that publishes.</summary>
public static class Posting
{
    public const string Publish = "#offer button[formaction*='Publish']";

    private const string Form = "main form[method='post']";

    /// <summary>What a published offer needs beside its title and its text.</summary>
    public static readonly IReadOnlyList<(string Name, string? Value)> Needed =
    [
        ("Input.Level", "Bac+5"), ("Input.Starts", "2027-03-01"), ("Input.DurationWeeks", "12"), ("Input.WeeklyHours", "35"), ("Input.City", "Grenoble"),
        ("Input.Pay", "5"), ("Input.ContactEmail", "accueil@essais.example"),
    ];

    /// <summary>Begins an offer with its text; returns its id and the ranking page that follows.</summary>
    public static async Task<(Guid Id, Page Ranking)> BeginOfferAsync(this Visitor recruiter, string title, string text)
    {
        var ranking = await recruiter.SubmitAsync(await recruiter.GetAsync("/offers/new"), Form, ("Input.Title", title), ("Input.Text", text));
        if (!ranking.Path.EndsWith("/ranking", StringComparison.Ordinal)) throw new InvalidOperationException("Not begun: " + ranking.Text);
        return (Guid.Parse(ranking.Path.Split('/')[2]), ranking);
    }

    /// <summary>Publishes an offer, whatever else is like it; returns its id and the page that follows: the ranking, unless programmes were ticked.</summary>
    public static async Task<(Guid Id, Page Next)> PostOfferAsync(this Visitor recruiter, string title, string text, params (string Name, string? Value)[] more)
    {
        var (id, _) = await recruiter.BeginOfferAsync(title, text);
        return (id, await recruiter.PublishAsync(id, more));
    }

    /// <summary>Fills in what a draft needs, with these values in place of the usual ones, and presses the button.</summary>
    public static async Task<Page> PublishAsync(this Visitor recruiter, Guid id, params (string Name, string? Value)[] more)
    {
        IEnumerable<(string Name, string? Value)> all = [.. Needed, ("PostAnyway", "true")];
        var usual = all.Where(field => !Array.Exists(more, m => m.Name == field.Name));
        return await recruiter.PressAsync(await recruiter.GetAsync($"/offers/{id}/edit"), Publish, [.. usual, .. more]);
    }
}
