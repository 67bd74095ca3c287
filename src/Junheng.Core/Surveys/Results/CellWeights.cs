using Junheng.Core.Surveys.Statistics;

namespace Junheng.Core.Surveys.Results;

/// <summary>
/// What an answer of each stored cell stands for: population over valid answers. That is design and non-response weight in one (every member of a
/// cell had the same chance to be asked, and those who did not answer are taken to be like those of their own cell who did). Cells without answers, or
/// whose size nobody knows, are stood for by the rest of their class and town, else of their class. Weights above five times the class's mean are cut
/// there and the rest raised, so that a few answers do not decide.
/// </summary>
public sealed class CellWeights
{
    private const double MostTimesMean = 5;

    private readonly double[] weights;

    private CellWeights(double[] weights, int trimmed) => (this.weights, Trimmed) = (weights, trimmed);

    /// <summary>Cells whose weight was cut.</summary>
    public int Trimmed { get; }

    /// <summary>By position of the cell; 0 = no answers, or nothing known of its class: it is left out of what is weighted.</summary>
    public double this[int cell] => weights[cell];

    /// <param name="cells">Class, town (empty = none), population (null = unknown) and valid answers of each stored cell.</param>
    public static CellWeights Of(IReadOnlyList<(string Class, string Town, int? Size, int Valid)> cells)
    {
        var weights = new double[cells.Count];
        var trimmed = 0;
        foreach (var own in Enumerable.Range(0, cells.Count).GroupBy(at => cells[at].Class))
        {
            var stands = Persons(cells, [.. own]);
            foreach (var at in own) weights[at] = cells[at].Valid == 0 ? 0 : stands[at] / cells[at].Valid;
            trimmed += Trim(weights, cells, [.. own.Where(at => cells[at].Valid > 0)]);
        }
        return new(weights, trimmed);
    }

    /// <summary>Persons each answered cell of a class stands for.</summary>
    private static Dictionary<int, double> Persons(IReadOnlyList<(string Class, string Town, int? Size, int Valid)> cells, int[] own)
    {
        var stands = own.ToDictionary(at => at, at => cells[at].Valid > 0 ? cells[at].Size ?? 0d : 0d);
        // Where a population is unknown, its answers weigh like the average known one of the class, so that none is lost.
        var known = own.Where(at => cells[at] is { Size: > 0, Valid: > 0 }).ToList();
        if (known.Count == 0) return stands;
        var perAnswer = known.Sum(at => (double)cells[at].Size!.Value) / known.Sum(at => cells[at].Valid);
        foreach (var at in own.Where(at => cells[at] is { Size: null or 0, Valid: > 0 })) stands[at] = perAnswer * cells[at].Valid;
        foreach (var silent in own.Where(at => cells[at] is { Size: > 0, Valid: 0 }))
        {
            var near = own.Where(at => cells[at].Valid > 0 && cells[at].Town == cells[silent].Town && cells[at].Town != "").ToList();
            var heirs = near.Count > 0 ? near : [.. own.Where(at => cells[at].Valid > 0)];
            var answers = heirs.Sum(at => cells[at].Valid);
            foreach (var at in heirs) stands[at] += cells[silent].Size!.Value * (double)cells[at].Valid / answers;
        }
        return stands;
    }

    private static int Trim(double[] weights, IReadOnlyList<(string Class, string Town, int? Size, int Valid)> cells, int[] own)
    {
        var answers = own.Sum(at => cells[at].Valid);
        if (answers == 0) return 0;
        var total = own.Sum(at => weights[at] * cells[at].Valid);
        var most = MostTimesMean * total / answers;
        var high = own.Where(at => weights[at] > most).ToHashSet();
        if (high.Count == 0 || high.Count == own.Length) return 0;
        var (surplus, rest) = (high.Sum(at => (weights[at] - most) * cells[at].Valid), own.Where(at => !high.Contains(at)).Sum(at => weights[at] * cells[at].Valid));
        foreach (var at in own) weights[at] = high.Contains(at) ? most : weights[at] * (rest + surplus) / rest;
        return high.Count;
    }

    /// <summary>Kish (1965): the size of a simple sample that estimates as exactly as these weighted answers, (Σw)²/Σw².</summary>
    public static double Effective(IEnumerable<(double Weight, int Answers)> parts)
    {
        var (sum, squares) = (0d, 0d);
        foreach (var (weight, answers) in parts)
        {
            sum += weight * answers;
            squares += weight * weight * answers;
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }
}
