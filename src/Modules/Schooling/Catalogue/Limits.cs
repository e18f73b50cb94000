namespace SmartRecruiting.Schooling.Catalogue;

/// <summary>How long the texts of a catalogue may be.</summary>
internal static class Limits
{
    public const int Code = 40;
    public const int Name = 200;
    public const int Slug = 220;
    public const int City = 100;
    public const int Phone = 40;

    /// <summary>What RFC 5321 lets an address be.</summary>
    public const int Email = 254;

    public const int Description = 10_000;

    /// <summary>Of one skill or one job.</summary>
    public const int Item = 200;

    /// <summary>Skills, jobs or codes of one programme.</summary>
    public const int Items = 100;
}
