namespace SmartRecruiting.Host;

/// <summary>What every answer tells the browser to refuse.</summary>
internal static class SecurityHeaders
{
    public static HeaderPolicyCollection Policy(IWebHostEnvironment environment)
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
                csp.AddStyleSrc().Self();
                csp.AddImgSrc().Self().Data();
                csp.AddConnectSrc().Self();
                csp.AddFormAction().Self();
                csp.AddBaseUri().None();
                csp.AddObjectSrc().None();
                csp.AddFrameAncestors().None();
            });
        if (!environment.IsDevelopment()) policy.AddStrictTransportSecurityMaxAge(maxAgeInSeconds: 63_072_000);
        return policy;
    }
}
