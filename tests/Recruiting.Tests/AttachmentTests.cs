using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SmartRecruiting.Contracts;
using SmartRecruiting.Recruiting.Attachments;
using SmartRecruiting.Recruiting.Data;

namespace SmartRecruiting.Recruiting.Tests;

public sealed class AttachmentTests
{
    private static readonly byte[] Pdf = Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n");

    [Theory, EveryDatabase]
    public async Task A_file_is_kept_outside_the_site_and_handed_only_to_whom_may_see_the_offer(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await recruiter.BeginOfferAsync("Stage web", Given.Text);
        for (var twice = 0; twice < 2; twice++) await UploadAsync(recruiter, id, "../../été <b>x.exe", Pdf);
        var file = await host.WithAsync<RecruitingDb, Attachment>(db => db.Attachments.SingleAsync());
        Assert.Equal("été bx.pdf", file.Name);
        Assert.Equal([file.Id.ToString("N")], Directory.EnumerateFiles(Path.Combine(host.Folder, "attachments")).Select(Path.GetFileName).Distinct());
        var (student, stranger) = (await host.AsAsync(Roles.Student), await host.AsRecruiterAsync(Given.Globex));

        Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync($"/attachments/{file.Id}")).Status);
        using var own = await AskAsync(recruiter, $"/attachments/{file.Id}");
        Assert.Equal(Pdf, await own.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("attachment", "été bx.pdf", "application/pdf"), (own.Content.Headers.ContentDisposition!.DispositionType, own.Content.Headers.ContentDisposition.FileNameStar, own.Content.Headers.ContentType!.MediaType));
        Assert.Equal(("nosniff", "no-store"), (Assert.Single(own.Headers.GetValues("X-Content-Type-Options")), own.Headers.CacheControl!.ToString()));

        await recruiter.PublishAsync(id);
        Assert.Equal(HttpStatusCode.OK, (await student.GetAsync($"/attachments/{file.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/attachments/{file.Id}")).Status);
        await host.SettleAsync();
        Assert.NotNull((await student.GetAsync($"/internships/{id}")).Document.QuerySelector($"a[href='/attachments/{file.Id}']"));
        Assert.Null((await host.Anonymous().GetAsync($"/internships/{id}")).Document.QuerySelector("a[href^='/attachments/']"));
        Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync($"/attachments/{id}")).Status);
        Assert.StartsWith("/account/login", (await host.Anonymous().GetAsync($"/attachments/{file.Id}")).Path, StringComparison.Ordinal);

        var without = await recruiter.PressAsync(await recruiter.GetAsync($"/offers/{id}/edit"), "button[name=attachment]", ("Input.Tutor", "Alix Essai"));
        Assert.Equal("Alix Essai", without.Document.QuerySelector("#Input_Tutor")!.GetAttribute("value"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(host.Folder, "attachments")));
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.GetAsync($"/attachments/{file.Id}")).Status);
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_file_is_refused_beside_its_field_and_the_rest_of_the_form_stays(Database database)
    {
        await using var host = await Given.CompaniesAsync(database);
        var recruiter = await host.AsRecruiterAsync(Given.Acme);
        var (id, _) = await recruiter.BeginOfferAsync("Stage web", Given.Text);
        foreach (var (content, error) in new[] { (Encoding.UTF8.GetBytes("<html>"), "ni un PDF"), (Docx(macro: true), "ni un PDF"), ([.. Pdf[..^7], .. new byte[Attachment.LengthMax], .. Pdf[^7..]], "dépasse 3 Mo") })
        {
            var page = await UploadAsync(recruiter, id, "fiche.pdf", content, ("Input.Tutor", "Alix Essai"));
            Assert.Contains(error, page.All("#Upload-error")[0], StringComparison.Ordinal);
            Assert.Equal("Alix Essai", page.Document.QuerySelector("#Input_Tutor")!.GetAttribute("value"));
        }
        for (var i = 0; i < 3; i++) await UploadAsync(recruiter, id, $"{i}.docx", Docx(macro: false, i));
        Assert.Equal(3, await host.CountAsync(db => db.Attachments));
        Assert.Null((await recruiter.GetAsync($"/offers/{id}/edit")).Document.QuerySelector("#Upload"));
    }

    [Fact]
    public void Files_are_known_by_what_is_in_them()
    {
        Assert.Equal(AttachmentKind.Pdf, FileContent.KindOf(Pdf));
        Assert.Equal(AttachmentKind.Docx, FileContent.KindOf(Docx(macro: false)));
        Assert.Null(FileContent.KindOf(Docx(macro: true)));
        Assert.Null(FileContent.KindOf(Pdf[..^8]));
        Assert.Null(FileContent.KindOf("PK\x03\x04 no archive"u8.ToArray()));
        Assert.Null(FileContent.KindOf([]));
        Assert.Null(FileContent.KindOf(Zip(("word/other.xml", "<w/>"))));
        Assert.Null(FileContent.KindOf(Zip([.. Enumerable.Range(0, 2500).Select(i => ($"word/{i}.xml", "")), ("word/document.xml", ""), ("[Content_Types].xml", "")])));
        Assert.Null(FileContent.KindOf(Zip(("word/document.xml", new string('a', 101 * 1024 * 1024)), ("[Content_Types].xml", ""))));
    }

    private static byte[] Docx(bool macro, int number = 0) =>
        Zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", $"<w:document n='{number}'/>"), .. macro ? [("word/vbaProject.bin", "x")] : Array.Empty<(string, string)>()]);

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }
        return memory.ToArray();
    }

    private static async Task<Page> UploadAsync(Visitor recruiter, Guid id, string name, byte[] content, params (string Name, string? Value)[] values) =>
        await recruiter.UploadAsync(await recruiter.GetAsync($"/offers/{id}/edit"), "#offer", "Upload", name, content, values);

    private static async Task<HttpResponseMessage> AskAsync(Visitor visitor, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        return await visitor.SendAsync(request);
    }
}
