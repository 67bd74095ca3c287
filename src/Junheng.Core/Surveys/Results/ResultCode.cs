using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Junheng.Core.Surveys.Disclosures;
using Junheng.Core.Surveys.OpenText;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Statistics;

namespace Junheng.Core.Surveys.Results;

/// <summary>Results as bytes, to be kept beside the questionnaire's edition: the counts of variables as small numbers, the rest as JSON, all compressed.</summary>
public static class ResultCode
{
    private const int Version = 1, Buffer = 1 << 16;

    private static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    private sealed record Head(Disclosure Disclosure, IReadOnlyList<Cut> Cuts, IReadOnlyList<StoredFigure> Figures, IReadOnlyList<QualityLine> Quality)
    {
        public int TrimmedCells { get; init; }
        public IReadOnlyList<TextResult> Texts { get; init; } = [];
        public IReadOnlyList<ScaleResult> Scales { get; init; } = [];
    }

    private sealed record StoredFigure(string Key, string Fingerprint, IReadOnlyList<FigureCell?> Cells);

    public static byte[] Write(SurveyResults results)
    {
        var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var buffer = new BufferedStream(zip, Buffer))
        using (var output = new BinaryWriter(buffer, Encoding.UTF8))
        {
            output.Write(Version);
            var head = new Head(results.Disclosure, results.Cuts, [.. results.Figures.Select(f => new StoredFigure(f.Figure.Key, f.Fingerprint, f.Cells))], results.Quality) { TrimmedCells = results.TrimmedCells, Texts = results.Texts, Scales = results.Scales };
            var json = JsonSerializer.SerializeToUtf8Bytes(head, Json);
            output.Write(json.Length);
            output.Write(json);
            foreach (var variable in results.Variables) Write(output, variable, results.Cuts);
        }
        return bytes.ToArray();
    }

    /// <exception cref="FormatException">Written by a later program, or for another edition.</exception>
    public static SurveyResults Read(Questionnaire questionnaire, byte[] bytes)
    {
        using var zip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var buffer = new BufferedStream(zip, Buffer);
        using var input = new BinaryReader(buffer, Encoding.UTF8);
        if (input.ReadInt32() is not Version and var other) throw new FormatException($"Results of version {other} cannot be read.");
        var head = JsonSerializer.Deserialize<Head>(input.ReadBytes(input.ReadInt32()), Json) ?? throw new FormatException("Results without content.");
        var parts = CutParts.Of(head.Cuts);
        var variables = questionnaire.Variables.Select(v => Read(input, v, head.Cuts, parts)).ToList();
        var figures = head.Figures.Select(f => new FigureResult(questionnaire.Figures.Single(own => own.Key == f.Key), f.Fingerprint, f.Cells)).ToList();
        return new(questionnaire, head.Disclosure, head.Cuts, variables, figures, head.Quality) { TrimmedCells = head.TrimmedCells, Texts = head.Texts, Scales = head.Scales };
    }

    private static void Write(BinaryWriter output, VariableResult variable, IReadOnlyList<Cut> cuts)
    {
        foreach (var cut in cuts)
        {
            var counts = variable.CountsOf(cut);
            var weights = variable.WeightsOf(cut);
            output.Write((byte)(variable.IsSuppressed(cut) ? 0 : counts[0] == 0 ? 1 : weights is null ? 2 : 3));
            if (variable.IsSuppressed(cut) || counts[0] == 0) continue;
            foreach (var count in counts) output.Write7BitEncodedInt(count);
            if (variable.Shape.Kind == ItemKind.Number) Write(output, variable.MomentsOf(cut));
            if (weights is null) continue;
            output.Write(weights.Effective);
            foreach (var share in weights.Shares) output.Write(share);
        }
    }

    private static void Write(BinaryWriter output, Moments moments)
    {
        output.Write(moments.Count);
        output.Write(moments.Mean);
        output.Write(moments.Squares);
    }

    private static VariableResult Read(BinaryReader input, Variable variable, IReadOnlyList<Cut> cuts, IReadOnlyList<IReadOnlyList<int>> parts)
    {
        var shape = Shape.Of(variable);
        var (counts, suppressed) = (new int[cuts.Count * shape.Width], new bool[cuts.Count]);
        var moments = shape.Kind == ItemKind.Number ? new Moments[cuts.Count] : [];
        var weighted = new WeightedShares?[cuts.Count];
        for (var cut = 0; cut < cuts.Count; cut++)
        {
            var form = input.ReadByte();
            suppressed[cut] = form == 0;
            if (form < 2) continue;
            for (var at = 0; at < shape.Width; at++) counts[cut * shape.Width + at] = input.Read7BitEncodedInt();
            if (moments.Length > 0) moments[cut] = new(input.ReadInt64(), input.ReadDouble(), input.ReadDouble());
            if (form < 3) continue;
            var effective = input.ReadDouble();
            var shares = new double[shape.Slots];
            for (var at = 0; at < shares.Length; at++) shares[at] = input.ReadDouble();
            weighted[cut] = new(shares, effective);
        }
        return new(variable, cuts, parts, counts, suppressed, moments, weighted);
    }
}
