using Junheng.Core.Indicators.Language;

namespace Junheng.Core.Indicators.Formulas.Running;

/// <summary>A function of the values of one row: conditions, rounding, the smallest of several. Used less often than arithmetic, so without vectors.</summary>
internal sealed class RowNode(Func<double[], double> function, params Node[] operands) : Node
{
    public override void Write(Block block, int start, Span<double> target)
    {
        var scratch = new double[operands.Length][];
        for (var i = 0; i < operands.Length; i++) operands[i].Write(block, start, (scratch[i] = block.Rent()).AsSpan(0, target.Length));
        var row = new double[operands.Length];
        for (var at = 0; at < target.Length; at++)
        {
            for (var i = 0; i < row.Length; i++) row[i] = scratch[i][at];
            target[at] = function(row);
        }
        foreach (var rented in scratch) block.Return(rented);
    }
}

/// <summary>Functions of one row.</summary>
internal static class RowFunctions
{
    public static Func<double[], double> Comparing(Operator op) => row =>
    {
        if (double.IsNaN(row[0]) || double.IsNaN(row[1])) return double.NaN;
        var order = Threshold.Compare(row[0], row[1]);
        return Truth(op switch
        {
            Operator.Equal => order == 0,
            Operator.NotEqual => order != 0,
            Operator.Less => order < 0,
            Operator.AtMost => order <= 0,
            Operator.Greater => order > 0,
            _ => order >= 0,
        });
    };

    /// <summary>After Kleene: false and anything is false.</summary>
    public static double And(double[] row) => row[0] == 0 || row[1] == 0 ? 0 : row[0] + row[1] == 2 ? 1 : double.NaN;

    public static double Or(double[] row) => row[0] == 1 || row[1] == 1 ? 1 : row[0] + row[1] == 0 ? 0 : double.NaN;

    public static double Not(double[] row) => 1 - row[0];

    public static double If(double[] row) => double.IsNaN(row[0]) ? double.NaN : row[0] != 0 ? row[1] : row.Length > 2 ? row[2] : double.NaN;

    public static double Smallest(double[] row) => row.Aggregate(Math.Min);

    public static double Largest(double[] row) => row.Aggregate(Math.Max);

    public static double First(double[] row)
    {
        foreach (var value in row)
            if (!double.IsNaN(value)) return value;
        return double.NaN;
    }

    /// <summary>Up to the next whole; what binary numbers add to a whole one does not count: 100 × 15% is 15.</summary>
    public static double Ceil(double[] row) => Math.Ceiling(row[0] - (1e-12 * Math.Max(1, Math.Abs(row[0]))));

    public static double Floor(double[] row) => Math.Floor(row[0] + (1e-12 * Math.Max(1, Math.Abs(row[0]))));

    /// <summary>Halves go away from zero, as people round; the second value is the number of places.</summary>
    public static double Round(double[] row)
    {
        var places = row.Length > 1 ? (int)row[1] : 0;
        return Math.Abs(row[0]) < 1e13 ? (double)Math.Round((decimal)row[0], Math.Clamp(places, 0, 10), MidpointRounding.AwayFromZero) : row[0];
    }

    private static double Truth(bool value) => value ? 1 : 0;
}
