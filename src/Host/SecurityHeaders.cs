namespace SmartRecruiting.Host;

/// <summary>What every answer tells the browser to refuse.</summary>
internal static class SecurityHeaders
{
    /// <summary>The policy of the one page that is not ours, the dashboard of the jobs.</summary>
    public const string ForJobDashboard = "jobs";

    public static IServiceCollection AddSecurityHeaders(this IServiceCollection services, IWebHostEnvironment environment)
    {
        services.AddSecurityHeaderPolicies()
            .SetDefaultPolicy(Policy(environment, forJobDashboard: false))
            .AddPolicy(ForJobDashboard, Policy(environment, forJobDashboard: true));
        return services;
    }

    private static HeaderPolicyCollection Policy(IWebHostEnvironment environment, bool forJobDashboard)
    {
        var policy = new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            .AddFrameOptionsDeny()
            .AddReferrerPolicyStrictOriginWhenCrossOrigin()
            .AddCrossOriginOpenerPolicy(o => o.SameOrigin())
            .AddCrossOriginResourcePolicy(o => o.SameOrigin())
            .AddPermissionsPolicy(o =>
            {
                o.AddCamera().None();
                o.AddGeolocation().None();
                o.AddMicrophone().None();
            })
            .RemoveServerHeader()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self();
                var styles = csp.AddStyleSrc().Self();
                csp.AddImgSrc().Self().Data();
                csp.AddConnectSrc().Self();
                csp.AddFormAction().Self();
                csp.AddBaseUri().None();
                csp.AddObjectSrc().None();
                csp.AddFrameAncestors().None();
                if (!forJobDashboard) return;
                // Hangfire draws its bars by style attributes and its icons from a font of its own, and its chart library adds one style
                // sheet, named here by its hash. Scripts stay as strict as elsewhere.
                styles.WithHash256("z7zcnw/4WalZqx+PrNaRnoeLz/G9WXuFqV1WCJ129sg=");
                csp.AddStyleSrcAttr().UnsafeInline();
                csp.AddFontSrc().Self();
            });
        if (!environment.IsDevelopment()) policy.AddStrictTransportSecurityMaxAge(maxAgeInSeconds: 63_072_000);
        return policy;
    }
}
