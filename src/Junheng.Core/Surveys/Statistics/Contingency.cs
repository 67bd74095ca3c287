namespace Junheng.Core.Surveys.Statistics;

/// <summary>Whether two answers have to do with each other: Pearson's chi-square over a table, Cramér's V as how much, an exact chance for small tables.</summary>
/// <param name="Statistic">Chi-square.</param>
/// <param name="Freedom">Degrees of freedom; 0 when one of the two never varies, and nothing can be said.</param>
/// <param name="P">Of the exact test where <see cref="Exact"/>, else of the chi-square distribution.</param>
/// <param name="V">0 = nothing to do with each other, 1 = one decides the other (Cramér 1946).</param>
/// <param name="Exact">All tables with these margins were enumerated (Freeman and Halton 1951; Fisher's for a fourfold one).</param>
/// <param name="Doubtful">More than a fifth of the expected counts are below 5, and the table is too large for the exact test.</param>
public sealed record Contingency(double Statistic, int Freedom, double P, double V, bool Exact, bool Doubtful)
{
    private const int MostTables = 300_000;
    private const double FewExpected = 0.2, LeastExpected = 5;

    /// <param name="table">Counts, row by row; empty rows and columns are left out.</param>
    public static Contingency Of(IReadOnlyList<int[]> table)
    {
        var columns = Enumerable.Range(0, table.Count == 0 ? 0 : table[0].Length).Where(c => table.Any(r => r[c] > 0)).ToArray();
        var rows = table.Where(r => r.Any(v => v > 0)).Select(r => columns.Select(c => r[c]).ToArray()).ToArray();
        if (rows.Length < 2 || columns.Length < 2) return new(0, 0, double.NaN, double.NaN, false, false);
        var (byRow, byColumn) = (rows.Select(r => r.Sum()).ToArray(), columns.Select((_, c) => rows.Sum(r => r[c])).ToArray());
        var all = byRow.Sum();
        var (statistic, few) = (0d, 0);
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < columns.Length; c++)
            {
                var expected = (double)byRow[r] * byColumn[c] / all;
                statistic += (rows[r][c] - expected) * (rows[r][c] - expected) / expected;
                if (expected < LeastExpected) few++;
            }
        }
        var freedom = (rows.Length - 1) * (columns.Length - 1);
        var v = Math.Sqrt(statistic / all / (Math.Min(rows.Length, columns.Length) - 1));
        var small = few > FewExpected * rows.Length * columns.Length;
        var exact = small ? new TableEnumeration(byRow, byColumn, MostTables).NoLikelierThan(rows) : null;
        return new(statistic, freedom, exact ?? Distributions.ChiSquareTail(statistic, freedom), v, exact is not null, small && exact is null);
    }
}

/// <summary>Every table that has given margins, with its probability if rows and columns had nothing to do with each other.</summary>
internal sealed class TableEnumeration(int[] rows, int[] columns, int most)
{
    private readonly double[] logs = Logs(rows.Sum());
    private int seen;
    private double limit, sum;

    private static double[] Logs(int most)
    {
        var logs = new double[most + 1];
        for (var n = 2; n <= most; n++) logs[n] = logs[n - 1] + Math.Log(n);
        return logs;
    }

    /// <summary>Chance of a table no likelier than the given one; null when there are too many tables.</summary>
    public double? NoLikelierThan(IReadOnlyList<int[]> table)
    {
        var margins = rows.Sum(r => logs[r]) + columns.Sum(c => logs[c]) - logs[^1];
        limit = margins - table.Sum(r => r.Sum(v => logs[v])) + 1e-9;
        return Fill(0, 0, rows[0], [.. columns], margins) ? Math.Min(1, sum) : null;
    }

    /// <param name="left">Still to be put into the row from <paramref name="column"/> on.</param>
    /// <param name="likely">Logarithm of the probability but for what is still to come.</param>
    private bool Fill(int row, int column, int left, int[] free, double likely)
    {
        if (row == rows.Length - 1)
        {
            foreach (var value in free) likely -= logs[value];
            if (likely <= limit) sum += Math.Exp(likely);
            return ++seen <= most;
        }
        if (column == free.Length - 1)
        {
            if (left > free[column]) return true;
            free[column] -= left;
            var within = Fill(row + 1, 0, rows[row + 1], free, likely - logs[left]);
            free[column] += left;
            return within;
        }
        for (var value = 0; value <= Math.Min(left, free[column]); value++)
        {
            free[column] -= value;
            var within = Fill(row, column + 1, left - value, free, likely - logs[value]);
            free[column] += value;
            if (!within) return false;
        }
        return true;
    }
}
