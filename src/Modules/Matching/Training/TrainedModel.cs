using SmartRecruiting.Matching.Engine;

namespace SmartRecruiting.Matching.Training;

/// <summary>What one training makes: the ranking of programmes and the domains, stored and loaded together.</summary>
internal sealed record TrainedModel(ProgrammeModel Ranking, DomainModel Domains)
{
    /// <summary>Trains both; works without any labelled text.</summary>
    public static TrainedModel Train(
        IReadOnlyList<Programme> programmes, IReadOnlyList<LabelledText> texts, TrainingOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        return new TrainedModel(
            ProgrammeModel.Train(programmes, texts, options, progress, cancellation),
            DomainModel.Train(programmes, texts, [], options, progress: null, cancellation));
    }

    /// <summary>Both, one behind the other.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var part in new[] { Ranking.ToBytes(), Domains.ToBytes() })
        {
            writer.Write(part.Length);
            writer.Write(part);
        }
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is not that.</exception>
    public static TrainedModel FromBytes(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        return new TrainedModel(ProgrammeModel.FromBytes(Part(reader)), DomainModel.FromBytes(Part(reader)));
    }

    private static byte[] Part(BinaryReader reader)
    {
        try
        {
            var length = reader.ReadInt32();
            // Checked before anything of that size is asked for: damaged bytes may claim gigabytes.
            if (length < 0 || length > reader.BaseStream.Length - reader.BaseStream.Position) throw new InvalidDataException("The model is cut short.");
            return reader.ReadBytes(length);
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException("The model is cut short.");
        }
    }
}
