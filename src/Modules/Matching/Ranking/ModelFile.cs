using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SmartRecruiting.Matching.Engine;

/// <summary>A model as bytes: a mark, a version, the SHA-256 of the rest, and the rest, compressed. Little-endian.</summary>
internal static class ModelFile
{
    private const int Version = 3;

    // No honest model is larger; a damaged length must not make the process ask for all memory.
    private const int MostBytes = 1 << 30;
    private static readonly byte[] Mark = "SRMODEL1"u8.ToArray();

    /// <summary>Writes a model.</summary>
    public static byte[] Write(ProgrammeModel model)
    {
        using var body = new MemoryStream();
        using (var compressed = new BrotliStream(body, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(compressed, Encoding.UTF8))
        {
            var programmes = model.Programmes.ToArray();
            writer.Write(programmes.Length);
            foreach (var programme in programmes) Write(writer, programme);
            Write(writer, model.Mixer.Weights);
            Write(writer, model.Calibration.Weights);
            Write(writer, model.Calibration.Belonging);
            writer.Write(model.Calibration.LeastBelonging);
            writer.Write(model.Calibration.Floor);
            writer.Write(model.Calibration.Good);
            writer.Write(model.Calibration.Strong);
            writer.Write(model.Classifier is not null);
            if (model.Classifier is not null) Write(writer, model.Classifier);
        }
        var bytes = body.ToArray();
        return [.. Mark, .. BitConverter.GetBytes(Version), .. SHA256.HashData(bytes), .. bytes];
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">See <see cref="ProgrammeModel.FromBytes"/>.</exception>
    public static ProgrammeModel Read(byte[] bytes)
    {
        var head = Mark.Length + sizeof(int) + SHA256.HashSizeInBytes;
        if (bytes.Length < head || !bytes.AsSpan(0, Mark.Length).SequenceEqual(Mark)) throw new InvalidDataException("These bytes are no model.");
        var version = BitConverter.ToInt32(bytes, Mark.Length);
        if (version != Version) throw new InvalidDataException($"The model is of version {version}; this program reads version {Version}. Train again.");
        if (!SHA256.HashData(bytes.AsSpan(head)).AsSpan().SequenceEqual(bytes.AsSpan(Mark.Length + sizeof(int), SHA256.HashSizeInBytes)))
            throw new InvalidDataException("The model is damaged: its check sum does not fit.");
        try
        {
            using var stream = new BrotliStream(new MemoryStream(bytes, head, bytes.Length - head), CompressionMode.Decompress);
            using var reader = new BinaryReader(stream, Encoding.UTF8);
            var programmes = new Programme[Length(reader)];
            for (var i = 0; i < programmes.Length; i++) programmes[i] = ReadProgramme(reader);
            var mixer = new Mixer(ReadArray<double>(reader));
            if (mixer.Weights.Length != Mixer.Size) throw new InvalidDataException("The model's mix has another size than this program's.");
            var calibration = new Calibration(
                ReadArray<double>(reader), ReadArray<double>(reader), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            var classifier = reader.ReadBoolean() ? ReadClassifier(reader) : null;
            return new ProgrammeModel(Catalogue.Build(programmes), classifier, mixer, calibration);
        }
        catch (Exception exception) when (exception is EndOfStreamException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The model is damaged.", exception);
        }
    }

    private static void Write(BinaryWriter writer, Programme programme)
    {
        foreach (var text in (string[])[programme.Code, programme.Name, programme.Component, programme.Level, programme.Description]) writer.Write(text);
        Write(writer, programme.Skills);
        Write(writer, programme.Jobs);
        Write(writer, programme.Years.ToArray());
        Write(writer, programme.RomeCodes);
    }

    private static Programme ReadProgramme(BinaryReader reader) =>
        new(reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), ReadList(reader), ReadList(reader),
            ReadArray<int>(reader), ReadList(reader));

    private static void Write(BinaryWriter writer, Classifier classifier)
    {
        Write(writer, classifier.Codes);
        Write(writer, classifier.Counts);
        Write(writer, classifier.Words);
        Write(writer, classifier.Biases);
        Write(writer, classifier.Margins);
        Write(writer, classifier.Centroids);
        Write(writer, classifier.Declined);
        Write(writer, classifier.Declines);
        writer.Write(classifier.Grams is not null);
        if (classifier.Grams is null) return;
        Write(writer, classifier.Grams);
        Write(writer, classifier.GramMargins!);
    }

    private static Classifier ReadClassifier(BinaryReader reader)
    {
        var words = new Classifier(
            [.. ReadList(reader)], ReadArray<int>(reader), ReadVocabulary(reader), ReadArray<float>(reader), ReadWeights(reader), ReadWeights(reader), null, null,
            ReadList(reader), ReadWeights(reader));
        return reader.ReadBoolean() ? words with { Grams = ReadVocabulary(reader), GramMargins = ReadWeights(reader) } : words;
    }

    private static void Write(BinaryWriter writer, Vocabulary vocabulary)
    {
        Write(writer, vocabulary.Keys.ToArray());
        Write(writer, vocabulary.Idf);
    }

    private static Vocabulary ReadVocabulary(BinaryReader reader) => new(ReadArray<ulong>(reader), ReadArray<float>(reader));

    private static void Write(BinaryWriter writer, SparseWeights weights)
    {
        var (starts, classes, values, scales) = weights.Parts;
        Write(writer, starts);
        Write(writer, classes);
        Write(writer, values);
        Write(writer, scales);
    }

    private static SparseWeights ReadWeights(BinaryReader reader) =>
        new(ReadArray<int>(reader), ReadArray<ushort>(reader), ReadArray<short>(reader), ReadArray<float>(reader));

    private static void Write(BinaryWriter writer, IReadOnlyList<string> list)
    {
        writer.Write(list.Count);
        foreach (var text in list) writer.Write(text);
    }

    private static string[] ReadList(BinaryReader reader)
    {
        var list = new string[Length(reader)];
        for (var i = 0; i < list.Length; i++) list[i] = reader.ReadString();
        return list;
    }

    private static void Write<T>(BinaryWriter writer, T[] values) where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static T[] ReadArray<T>(BinaryReader reader) where T : unmanaged
    {
        var values = new T[Length(reader)];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static int Length(BinaryReader reader) =>
        reader.ReadInt32() is >= 0 and <= MostBytes / sizeof(long) and var length ? length : throw new InvalidDataException("The model is damaged: a length makes no sense.");
}
