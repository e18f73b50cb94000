namespace SmartRecruiting.Recruiting.Attachments;

/// <summary>The kinds of file that may go with an offer.</summary>
internal enum AttachmentKind
{
    Pdf,
    Docx,
}

/// <summary>A file that goes with an offer. Its id is drawn: whoever has it was given it, and the file bears it as its name.</summary>
internal sealed class Attachment
{
    public const int NameMax = 120;
    public const int HashLength = 64;
    public const int MostOfOffer = 3;

    /// <summary>Bytes; 3 MB.</summary>
    public const int LengthMax = 3 * 1024 * 1024;

    private Attachment() { }

    public Guid Id { get; private init; } = Guid.NewGuid();

    public Guid OfferId { get; private init; }

    /// <summary>1 to 3: an offer has no fourth one.</summary>
    public int Place { get; private init; }

    /// <summary>As its owner called it, without folders; only ever shown.</summary>
    public string Name { get; private init; } = "";

    public AttachmentKind Kind { get; private init; }

    public int Length { get; private init; }

    /// <summary>SHA-256 of the content: the same file sent twice is there once.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>The account that added it.</summary>
    public Guid By { get; private init; }

    public DateTime At { get; private init; }

    public string ContentType => Kind is AttachmentKind.Pdf
        ? "application/pdf"
        : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static Attachment Of(Guid offerId, int place, string name, AttachmentKind kind, int length, string hash, Guid by, DateTime now) => new()
    {
        OfferId = offerId,
        Place = place,
        Name = Readable(name, kind),
        Kind = kind,
        Length = length,
        Hash = hash,
        By = by,
        At = now,
    };

    // A name may come with the folders of another system; its ending says what the content is.
    private static string Readable(string name, AttachmentKind kind)
    {
        var ending = kind is AttachmentKind.Pdf ? ".pdf" : ".docx";
        var plain = OneLine.Of(new string([.. Path.GetFileNameWithoutExtension(name.Split('/', '\\')[^1]).Where(c => !char.IsControl(c) && !"\"<>|:*?;".Contains(c, StringComparison.Ordinal))]));
        plain ??= "document";
        return plain[..Math.Min(plain.Length, NameMax - ending.Length)] + ending;
    }
}
