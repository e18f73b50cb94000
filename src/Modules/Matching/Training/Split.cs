using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SmartRecruiting.Matching.Training;

/// <summary>
/// Which offers models are measured on. The id alone decides, for ever: a version that is measured today has not seen the texts
/// on which a later one will be compared with it.
/// </summary>
internal static class Split
{
    private const uint Parts = 10;

    /// <summary>True for one offer in ten.</summary>
    public static bool IsHeldOut(Guid offerId) => PlaceOf(offerId) % Parts == 0;

    /// <summary>An order that has nothing to do with time or content, to draw from.</summary>
    public static uint PlaceOf(Guid offerId) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(offerId.ToByteArray(bigEndian: true)));
}
