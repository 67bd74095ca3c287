using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Bench;

/// <summary>Schools of a country's size: 3,000 districts, 60 elements, five years, made from a counter so that every run has the same.</summary>
internal static class MeasuresData
{
    public const int Schools = 200_000, Districts = 3_000, Elements = 60, Periods = 5, Ratios = 32;
    public const int FirstYear = 2019;

    private const double LargestSchool = 2000;

    public static Period Year(int index) => Period.OfYear(FirstYear + index);

    public static string Key(int element) => element == 0 ? "students" : $"e{element}";

    /// <summary>Numerator of a ratio: one element, and for every eighth ratio the sum of two.</summary>
    public static (int One, int Two) Numerator(int ratio) => (ratio + 1, ratio % 8 == 7 ? ratio + 20 : 0);

    public static Frame Frame()
    {
        var rows = new FrameRow[Schools];
        for (var i = 0; i < Schools; i++)
        {
            var district = (int)((long)i * Districts / Schools);
            rows[i] = new(Districts + i + 1, i % 3 == 2 ? Stage.Junior : Stage.Primary, district + 1);
        }
        return Junheng.Core.Indicators.Frame.Of(rows);
    }

    public static double[] Column(Frame frame, int element, int period)
    {
        var values = new double[frame.Count];
        for (var row = 0; row < values.Length; row++)
        {
            var students = 50 + (Noise(row, 0, period) * LargestSchool);
            values[row] = frame[row].Level != Level.School ? double.NaN : Math.Round(element == 0 ? students : students * (0.01 + (0.2 * Noise(row, element, period))));
        }
        return values;
    }

    public static Dataset Data(Frame frame, int periods = Periods)
    {
        var data = new Dataset(frame);
        for (var period = 0; period < periods; period++)
            for (var element = 0; element < Elements; element++) data.Set(Key(element), Year(period), Column(frame, element, period));
        return data;
    }

    public static Pack Pack()
    {
        var source = new Source("bench", Certainty.Memory);
        Stage[] stages = [Stage.Primary, Stage.Junior];
        var limits = stages.ToDictionary(s => s, _ => new Threshold(Comparison.AtMost, 0.5m));
        return new()
        {
            Key = "bench",
            Name = "bench",
            Source = source,
            Stages = stages,
            Sections = [],
            Criteria = [],
            Exclusions = [],
            SplitWeights = new Dictionary<Stage, decimal>(),
            Elements = [.. Enumerable.Range(0, Elements).Select(e => new Element(Key(e), Key(e), Unit, 0, Level.School))],
            Indicators = [.. Enumerable.Range(0, Ratios).Select(r => new Indicator($"r{r}", $"r{r}", Formula(r), $"{Unit}/{MeasuresTexts.Hundred}", 2, Level.School) { Stages = stages })],
            DispersionRule = new([.. Enumerable.Range(0, Ratios).Select(r => $"r{r}")], Key(0), limits, false, source),
        };
    }

    private static string Unit => MeasuresTexts.Person;

    private static string Formula(int ratio)
    {
        var (one, two) = Numerator(ratio);
        return two == 0 ? $"{Key(one)} / {Key(0)}" : $"({Key(one)} + {Key(two)}) / {Key(0)}";
    }

    /// <summary>0 to 1, scattered by a multiplicative hash.</summary>
    private static double Noise(int row, int element, int period)
    {
        var x = (((ulong)row * 2654435761) ^ ((ulong)element * 40503) ^ ((ulong)period * 9973)) * 0x9E3779B97F4A7C15;
        return ((x >> 40) & 0xFFFF) / 65536.0;
    }
}
