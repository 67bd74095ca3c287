using Junheng.Core.Surveys.Statistics;

namespace Junheng.Tests.Core.Surveys.Statistics;

public sealed class ContingencyTests
{
    /// <summary>Second method: n·(Σ o²/(row·column) − 1).</summary>
    [Fact]
    public void Chi_square_agrees_with_its_other_formula()
    {
        int[][] table = [[20, 30, 50], [40, 35, 25], [15, 25, 10]];
        double n = table.Sum(r => r.Sum());
        var second = n * (table.SelectMany((row, r) => row.Select((value, c) => (double)value * value / (row.Sum() * (double)table.Sum(other => other[c])))).Sum() - 1);
        var result = Contingency.Of(table);
        Assert.Equal(second, result.Statistic, 9);
        Assert.Equal((4, false, false), (result.Freedom, result.Exact, result.Doubtful));
        Assert.Equal(Math.Sqrt(second / n / 2), result.V, 12);
    }

    [Fact]
    public void Answers_that_decide_each_other_have_the_strength_one() => Assert.Equal(1, Contingency.Of([[20, 0], [0, 30]]).V, 12);

    [Fact]
    public void Where_nothing_varies_nothing_is_said() => Assert.True(double.IsNaN(Contingency.Of([[20, 10], [0, 0]]).P));

    /// <summary>Second method: every permutation of the second answers over the persons.</summary>
    [Fact]
    public void The_exact_chance_of_a_small_table_is_the_share_of_permutations()
    {
        int[][] table = [[2, 1, 0], [0, 1, 2], [0, 1, 1]];
        int[] second = [.. table.SelectMany(r => r.SelectMany((count, c) => Enumerable.Repeat(c, count)))];
        int[] first = [.. table.SelectMany((r, at) => Enumerable.Repeat(at, r.Sum()))];
        var seen = new Dictionary<string, int>();
        Permute(second, 0, order =>
        {
            var cells = new int[9];
            for (var at = 0; at < order.Length; at++) cells[first[at] * 3 + order[at]]++;
            var key = string.Join(',', cells);
            seen[key] = seen.GetValueOrDefault(key) + 1;
        });
        var own = seen[string.Join(',', table.SelectMany(r => r))];
        var result = Contingency.Of(table);
        Assert.True(result.Exact);
        Assert.Equal(seen.Values.Where(v => v <= own).Sum(v => (double)v) / seen.Values.Sum(), result.P, 10);
    }

    [Fact]
    public void A_large_table_with_small_counts_is_doubtful() =>
        Assert.True(Contingency.Of([.. Enumerable.Range(0, 8).Select(r => Enumerable.Range(0, 8).Select(c => (r + c) % 5).ToArray())]).Doubtful);

    private static void Permute(int[] items, int from, Action<int[]> see)
    {
        if (from == items.Length) see(items);
        for (var at = from; at < items.Length; at++)
        {
            (items[from], items[at]) = (items[at], items[from]);
            Permute(items, from + 1, see);
            (items[from], items[at]) = (items[at], items[from]);
        }
    }
}
