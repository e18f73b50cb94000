using SmartRecruiting.Host.Mail;
using SmartRecruiting.Host.Sample;
using SmartRecruiting.Kernel.Data;

namespace SmartRecruiting.Host;

/// <summary>What the program says once it serves: where, with which accounts, and what to try.</summary>
internal static class Welcome
{
    public static async Task WriteAsync(WebApplication app, TextWriter output)
    {
        var data = app.Services.GetRequiredService<DataDirectory>();
        var mail = app.Services.GetRequiredService<MailTransport>();
        await output.WriteLineAsync($"SmartRecruiting is at {string.Join(" and ", app.Urls)}");
        if (File.Exists(data.File(SampleUniversity.Accounts))) await output.WriteLineAsync($"  accounts to try it with: {data.File(SampleUniversity.Accounts)}");
        if (!mail.HasServer) await output.WriteLineAsync($"  no mail server is set (Mail:Host), so mails are written to {mail.Folder}");
        if (app.Environment.IsDevelopment())
        {
            await output.WriteLineAsync("  try: sign in as the recruiter, post an offer in your own words, send it to two programmes; then look as their manager.");
        }
        await output.WriteLineAsync("  Ctrl+C stops it.");
    }
}
