using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Statistics;

namespace Junheng.Core.Surveys.Results;

/// <summary>What was answered to one variable, by cut. Counts are kept; shares and intervals are made when asked for.</summary>
public sealed class VariableResult
{
    private readonly IReadOnlyList<IReadOnlyList<int>> parts;
    private readonly IReadOnlyList<Cut> cuts;
    private readonly int[] counts;
    private readonly bool[] suppressed;
    private readonly Moments[] moments;
    private readonly WeightedShares?[] weighted;
    private readonly HashSet<string> asked;

    /// <param name="parts">See <see cref="CutParts"/>.</param>
    /// <param name="counts">Per cut <see cref="Shape.Width"/> numbers: answered, then the shape's counts.</param>
    /// <param name="moments">Per cut, of a number; else empty.</param>
    internal VariableResult(Variable variable, IReadOnlyList<Cut> cuts, IReadOnlyList<IReadOnlyList<int>> parts, int[] counts, bool[] suppressed, Moments[] moments, WeightedShares?[] weighted)
    {
        (Variable, this.cuts, this.parts, this.counts, this.suppressed, this.moments, this.weighted) = (variable, cuts, parts, counts, suppressed, moments, weighted);
        Shape = Shape.Of(variable);
        asked = [.. cuts.SelectMany(c => c.Classes).Select(c => c.Class).Distinct().Where(variable.AskedOf)];
    }

    public Variable Variable { get; }

    /// <summary>What the counts mean.</summary>
    public Shape Shape { get; }

    /// <summary>Null where the cut was not asked.</summary>
    public CellResult? this[Cut cut]
    {
        get
        {
            var classes = cut.Classes.Where(c => asked.Contains(c.Class)).ToList();
            if (classes.Count == 0) return null;
            var leftOut = parts[cut.Index].Where(part => suppressed[part]).Select(part => cuts[part].Class!).ToList();
            if (!suppressed[cut.Index]) classes.RemoveAll(c => leftOut.Contains(c.Class));
            // Under a condition nobody knows how many it holds for, so that N says nothing of them.
            var population = Variable.Item.ShowIf is null ? Cut.Total(classes.Select(c => c.Size)) : null;
            var valid = classes.Sum(c => c.Valid);
            if (suppressed[cut.Index]) return new(this, valid, population) { Suppressed = true };
            var at = cut.Index * Shape.Width;
            return new(this, valid, population)
            {
                Answered = counts[at],
                LeftOut = leftOut,
                Counts = new ArraySegment<int>(counts, at + 1, Shape.Width - 1),
                Numbers = moments.Length == 0 ? null : moments[cut.Index],
                Weights = weighted.Length == 0 ? null : weighted[cut.Index],
            };
        }
    }

    internal ReadOnlySpan<int> CountsOf(Cut cut) => counts.AsSpan(cut.Index * Shape.Width, Shape.Width);
    internal bool IsSuppressed(Cut cut) => suppressed[cut.Index];
    internal Moments MomentsOf(Cut cut) => moments.Length == 0 ? default : moments[cut.Index];
    internal WeightedShares? WeightsOf(Cut cut) => weighted.Length == 0 ? null : weighted[cut.Index];
}

/// <summary>Shares with every stored cell weighted up to its population.</summary>
/// <param name="Shares">By option (value of a scale).</param>
/// <param name="Effective">Answers of a simple sample that would be as exact (Kish 1965).</param>
public sealed record WeightedShares(IReadOnlyList<double> Shares, double Effective);

/// <summary>How the answers to a variable are counted.</summary>
/// <param name="Slots">Options; values of a scale; option × rank of a ranking (option by option); 0 for numbers and texts.</param>
/// <param name="Ranks">Of a ranking; else 1.</param>
/// <param name="Least">First value of a scale.</param>
public sealed record Shape(ItemKind Kind, int Slots, int Ranks, int Least)
{
    /// <summary>Numbers per cut: answered, then the slots.</summary>
    public int Width => Slots + 1;

    /// <summary>Most values a scale is counted by; a wider one is a number.</summary>
    private const int LongestScale = 199;

    public static Shape Of(Variable variable)
    {
        var item = variable.Item;
        switch (variable.Kind)
        {
            case ItemKind.Single or ItemKind.Multiple:
                return new(variable.Kind, item.Options.Count, 1, 0);
            case ItemKind.Ranking:
                var ranks = item.Most is { } most ? Math.Min((int)most, item.Options.Count) : item.Options.Count;
                return new(variable.Kind, item.Options.Count * ranks, ranks, 0);
            case ItemKind.Scale:
                var (least, last) = ((int)(item.Least ?? 0), (int)(item.Most ?? 10));
                return last - least < LongestScale ? new(variable.Kind, last - least + 1, 1, least) : new(ItemKind.Number, 0, 1, 0);
            default:
                return new(variable.Kind, 0, 1, 0);
        }
    }
}
