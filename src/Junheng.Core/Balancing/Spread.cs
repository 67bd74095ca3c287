namespace Junheng.Core.Balancing;

/// <summary>
/// The dispersion (差异系数) of one indicator in one stage as a function of whole changes: holder i has the value
/// (numerator + change × numerator step) ÷ (weight + change × weight step), where the weight is its students. Student-weighted population form:
/// mean = Σ numerators ÷ Σ weights, CV = √(Σ weight × (value − mean)² ÷ Σ weights) ÷ mean.
/// </summary>
/// <remarks>All arrays are aligned with the holders; a weight of 0 means that the holder has no row in this stage.</remarks>
public sealed class Spread
{
    public required string Key { get; init; }

    /// <summary>The largest CV that is allowed, compared unrounded.</summary>
    public required double Limit { get; init; }

    public required double[] Numerators { get; init; }

    public required double[] Weights { get; init; }

    /// <summary>What one unit more changes the numerator by: 1 for a teacher, the stage's part for a shared asset, 0 when pupils move.</summary>
    public required double[] NumeratorSteps { get; init; }

    /// <summary>What one unit more changes the weight by; null when students stay where they are.</summary>
    public double[]? WeightSteps { get; init; }

    public double Numerator(int holder, int change) => Numerators[holder] + (change * NumeratorSteps[holder]);

    public double Weight(int holder, int change) => Weights[holder] + (WeightSteps is null ? 0 : change * WeightSteps[holder]);

    /// <summary>The CV after <paramref name="changes"/>; NaN without students or with a mean of zero.</summary>
    public double Cv(ReadOnlySpan<int> changes)
    {
        double total = 0, students = 0, squares = 0;
        for (var i = 0; i < changes.Length; i++)
        {
            if (Weights[i] <= 0) continue;
            total += Numerator(i, changes[i]);
            students += Weight(i, changes[i]);
        }

        var mean = total / students;
        for (var i = 0; i < changes.Length; i++)
        {
            if (Weights[i] <= 0) continue;
            var weight = Weight(i, changes[i]);
            var gap = (Numerator(i, changes[i]) / weight) - mean;
            squares += weight * gap * gap;
        }

        return mean > 0 ? Math.Sqrt(squares / students) / mean : double.NaN;
    }

    /// <summary>The same under another limit.</summary>
    public Spread Under(double limit) =>
        new() { Key = Key, Limit = limit, Numerators = Numerators, Weights = Weights, NumeratorSteps = NumeratorSteps, WeightSteps = WeightSteps };

    public bool Holds(ReadOnlySpan<int> changes) => Cv(changes) <= Limit;

    /// <summary>Σ numerators today.</summary>
    internal double Total => Sum(Numerators);

    /// <summary>Σ weights; pupils only change schools, so it stays.</summary>
    internal double Students => Sum(Weights);

    private double Sum(double[] values)
    {
        double sum = 0;
        for (var i = 0; i < values.Length; i++) sum += Weights[i] > 0 ? values[i] : 0;
        return sum;
    }
}
