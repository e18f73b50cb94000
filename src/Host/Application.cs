using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.Redis.StackExchange;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;
using SmartRecruiting.Admin;
using SmartRecruiting.Host.Commands;
using SmartRecruiting.Host.Data;
using SmartRecruiting.Host.Mail;
using SmartRecruiting.Host.Operations;
using SmartRecruiting.Host.Sample;
using SmartRecruiting.Kernel;
using SmartRecruiting.Kernel.Data;
using SmartRecruiting.Kernel.Jobs;
using SmartRecruiting.Kernel.Outbox;
using SmartRecruiting.Kernel.Text;
using SmartRecruiting.Matching;
using SmartRecruiting.Recruiting;
using SmartRecruiting.Schooling;
using SmartRecruiting.Students;

namespace SmartRecruiting.Host;

/// <summary>Puts the modules together.</summary>
internal static class Application
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>The whole program, not yet started. Overrides are for tests that set the clock.</summary>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? overrides = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Application).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            // In its source tree the program is being tried or developed; published, it is in production unless told otherwise.
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
                ?? (SourceTree.Root is null ? Environments.Production : Environments.Development),
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseKestrel(kestrel => kestrel.AddServerHeader = false);
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(DefaultAddress);
        if (string.IsNullOrEmpty(builder.Configuration["Data:Directory"]))
        {
            builder.Configuration["Data:Directory"] = Path.Combine(SourceTree.Root ?? Environment.CurrentDirectory, ".data");
        }
        AddServices(builder.Services, builder.Configuration, builder.Environment);
        overrides?.Invoke(builder.Services);
        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, ConfigurationManager configuration, IWebHostEnvironment environment)
    {
        // Before the modules: it replaces the conventions of pages, so what a module guards its folders with would be lost without a word.
        services.AddRazorPages();
        services.AddKernel(configuration);
        services.AddRecruiting(configuration);
        services.AddSchooling(configuration);
        services.AddStudents(configuration);
        services.AddMatching(configuration);
        services.AddAdmin(configuration);

        services.AddModuleDb<HostDb, HostMySqlDb>(configuration, "host");
        services.AddOptions<SiteOptions>().BindConfiguration("Site").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateOnStart();
        services.AddHandler<MailRequested, WriteMailDown>();
        services.AddRecurring<PurgeMail>("host.purge-mail", Cron.Daily(4), job => job.RunAsync(CancellationToken.None));
        services.AddScoped<IPersonalData, MailPersonalData>();
        services.AddSingleton<MailTransport>();
        services.AddSingleton<MailWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<MailWorker>());
        services.AddScoped<DeadLetters>();
        services.AddScoped<JobClock>();
        services.Configure<RazorPagesOptions>(o => o.Conventions.AuthorizeFolder("/Operations", Roles.Administrator).AuthorizePage("/Administration", Roles.Administrator));
        services.AddScoped<SampleUniversity>();
        services.AddScoped<ICommand, MigrateCommand>();
        services.AddScoped<ICommand, ImportCommand>();
        services.AddScoped<ICommand, TrainCommand>();
        services.AddScoped<ICommand, SampleCommand>();

        AddJobs(services, configuration);
        AddWeb(services, configuration, environment);
    }

    private static void AddJobs(IServiceCollection services, ConfigurationManager configuration)
    {
        var redis = configuration["Jobs:Redis"];
        // The host's own: Hangfire's is the process's, and ends with whichever host of a test ends first.
        services.AddSingleton<JobStorage>(_ => string.IsNullOrEmpty(redis) ? new InMemoryStorage() : new RedisStorage(redis));
        services.AddHangfire((provider, jobs) => jobs.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings()
            .UseStorage(provider.GetRequiredService<JobStorage>()));
        if (!configuration.GetValue("Jobs:Background", true)) return;
        services.AddHangfireServer(server => server.WorkerCount = 2);
        services.AddHostedService<ScheduleJobs>();
    }

    private static void AddWeb(IServiceCollection services, ConfigurationManager configuration, IWebHostEnvironment environment)
    {
        services.AddSecurityHeaders(environment);
        services.AddLocalization();
        services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        services.AddSingleton<IStringLocalizerFactory, RememberedTexts>();
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.SupportedCultures = o.SupportedUICultures = [Cultures.French, Cultures.English];
            o.DefaultRequestCulture = new RequestCulture(Cultures.French);
            o.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = LanguageSwitch.Cookie }];
        });
        services.AddRazorPages()
            .AddDataAnnotationsLocalization(o => o.DataAnnotationLocalizerProvider = (type, factory) =>
                factory.Create("Text", type.Assembly.GetName().Name!))
            .AddMvcOptions(BindingTexts.Apply);
        services.Configure<CookieTempDataProviderOptions>(o =>
        {
            o.Cookie.Name = Cookie(environment, "flash");
            o.Cookie.SecurePolicy = Secure(environment);
        });
        // Accents as they are: French pages are a tenth lighter, and "<" and "&" are encoded all the same.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = Cookie(environment, "form");
            o.Cookie.SecurePolicy = Secure(environment);
        });
        services.ConfigureApplicationCookie(environment);
        services.AddDataProtection().SetApplicationName("SmartRecruiting")
            .PersistKeysToFileSystem(new DirectoryInfo(new DataDirectory(configuration).Folder("keys")))
            // Each page opens the session's cookie: one pass of the processor's own cipher, not a cipher and a hash.
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddResponseCompression(o =>
        {
            // Pages carry masked anti-forgery tokens and no other secret, so compression gives nothing away.
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        // The default spares the processor and costs a third more on the network; style sheets are fetched once a year.
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddRouting(o => o.LowercaseUrls = true);
        services.AddHealthChecks().AddDbContextCheck<HostDb>("database", tags: ["ready"]);
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseStaticFiles(new StaticFileOptions
        {
            // Every address carries a fingerprint of its file.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public,max-age=31536000,immutable",
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<NoStore>();
        app.UseMiddleware<AuditExports>();
        app.UseMiddleware<AuditReads>();
        app.MapRazorPages();
        app.MapLanguageSwitch();
        app.MapHealth();
        app.MapJobDashboard();
    }

    /// <summary>Names of cookies: bound to this host and to encryption wherever there is encryption.</summary>
    private static string Cookie(IWebHostEnvironment environment, string name) =>
        environment.IsDevelopment() ? $"sr-{name}" : $"__Host-sr-{name}";

    private static CookieSecurePolicy Secure(IWebHostEnvironment environment) =>
        environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

    private static void ConfigureApplicationCookie(this IServiceCollection services, IWebHostEnvironment environment) =>
        services.ConfigureAll<CookieAuthenticationOptions>(o =>
        {
            o.Cookie.Name = Cookie(environment, "session");
            o.Cookie.SecurePolicy = Secure(environment);
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.HttpOnly = true;
            o.LoginPath = "/account/login";
            o.LogoutPath = "/account/logout";
            o.AccessDeniedPath = "/error/404";
            o.ExpireTimeSpan = TimeSpan.FromHours(8);
            o.SlidingExpiration = true;
        });
}
