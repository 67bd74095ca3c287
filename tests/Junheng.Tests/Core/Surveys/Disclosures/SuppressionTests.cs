using System.Numerics;
using Junheng.Core.Surveys.Disclosures;

namespace Junheng.Tests.Core.Surveys.Disclosures;

public sealed class SuppressionTests
{
    [Fact]
    public void A_table_without_small_cells_is_shown_whole() =>
        Assert.DoesNotContain(true, new Suppression(new(10), [[0, 1], [0], [1]], []).Hide([10, 50]));

    [Fact]
    public void A_small_cell_takes_the_smallest_other_of_its_sum_with_it() =>
        Assert.Equal([false, true, false, true], new Suppression(new(10), [[0, 1, 2], [0], [1], [2]], []).Hide([4, 80, 30]));

    [Fact]
    public void Two_hidden_cells_that_are_small_together_take_a_third() =>
        Assert.Equal([false, true, true, true, false], new Suppression(new(10), [[0, 1, 2, 3], [0], [1], [2], [3]], []).Hide([4, 3, 30, 80]));

    [Fact]
    public void Empty_cells_hide_nobody() =>
        Assert.Equal([false, true, false, true], new Suppression(new(10), [[0, 1, 2], [0], [1], [2]], []).Hide([4, 0, 30]));

    [Fact]
    public void A_second_sum_with_other_weights_needs_a_third_unknown()
    {
        int[][] cuts = [[0, 1, 2], [0], [1], [2]];
        Assert.Equal([false, true, true, true], new Suppression(new(10), cuts, [new(0, [(0, 2), (1, 1), (2, 5)])]).Hide([4, 80, 30]));
    }

    /// <summary>The attacker: exact rational elimination over everything shown, on random schools × classes in towns with groups that belong to no place.</summary>
    [Fact]
    public void No_hidden_cut_can_be_worked_out_from_what_is_shown()
    {
        var random = new Random(20261122);
        var (hiddenSeen, shownSeen) = (0, 0);
        for (var round = 0; round < 300; round++)
        {
            var (cuts, answers) = Table(random);
            var sums = round % 3 == 0 ? [new WeightedSum(0, [.. answers.Select((_, cell) => (cell, (double)random.Next(1, 9)))])] : (WeightedSum[])[];
            var hidden = new Suppression(new(10), cuts, sums).Hide(answers);
            var attacker = new Attacker(answers);
            for (var cut = 0; cut < cuts.Count; cut++) if (!hidden[cut]) attacker.Learn(cuts[cut].Select(cell => (cell, 1)));
            foreach (var sum in sums) if (!hidden[sum.Cut]) attacker.Learn(sum.Weights.Select(w => (w.Cell, (int)w.Weight)));
            for (var cut = 0; cut < cuts.Count; cut++)
            {
                var size = cuts[cut].Sum(cell => answers[cell]);
                if (size is > 0 and < 10) Assert.True(hidden[cut]);
                if (hidden[cut]) Assert.False(attacker.Knows(cuts[cut]), $"round {round}, cut {cut}");
                if (hidden[cut]) hiddenSeen++;
                else shownSeen++;
            }
        }
        Assert.True(hiddenSeen > 1000 && shownSeen > 1000, $"{hiddenSeen} {shownSeen}");
    }

    private static (List<int[]> Cuts, int[] Answers) Table(Random random)
    {
        var (classes, towns, places) = (random.Next(1, 5), random.Next(1, 4), random.Next(1, 5));
        var cells = new List<(int Class, int Town, int Place)>();
        for (var town = 0; town < towns; town++)
        {
            for (var each = 0; each < classes; each++)
            {
                for (var place = 0; place < places; place++) if (random.Next(5) > 0) cells.Add((each, town, town * 10 + place));
                if (random.Next(3) == 0) cells.Add((each, town, -1));
            }
        }
        if (cells.Count == 0) cells.Add((0, 0, 0));
        var all = Enumerable.Range(0, cells.Count).ToArray();
        var cuts = new List<int[]> { all };
        cuts.AddRange(all.GroupBy(c => cells[c].Class).Select(g => g.ToArray()));
        cuts.AddRange(all.GroupBy(c => (cells[c].Class, cells[c].Town)).Select(g => g.ToArray()));
        cuts.AddRange(all.Where(c => cells[c].Place >= 0).GroupBy(c => cells[c].Place).Select(g => g.ToArray()));
        cuts.AddRange(all.Select(c => new[] { c }));
        return (cuts, [.. cells.Select(_ => random.Next(4) switch { 0 => random.Next(10), _ => random.Next(60) })]);
    }

    /// <summary>Keeps exact fractions, so that no rounding helps or hinders it. It knows which cells are empty.</summary>
    private sealed class Attacker(int[] answers)
    {
        private readonly List<(int Pivot, BigInteger[] Row)> rows = [];

        public void Learn(IEnumerable<(int Cell, int Weight)> sum)
        {
            var row = Reduced(sum);
            var pivot = Array.FindIndex(row, v => !v.IsZero);
            if (pivot >= 0) rows.Add((pivot, row));
        }

        public bool Knows(int[] cut) => cut.Any(c => answers[c] > 0) && Array.TrueForAll(Reduced(cut.Select(c => (c, 1))), v => v.IsZero);

        private BigInteger[] Reduced(IEnumerable<(int Cell, int Weight)> sum)
        {
            var row = new BigInteger[answers.Length];
            foreach (var (cell, weight) in sum) if (answers[cell] > 0) row[cell] = weight;
            foreach (var (pivot, known) in rows)
            {
                if (row[pivot].IsZero) continue;
                var (mine, theirs) = (row[pivot], known[pivot]);
                for (var at = 0; at < row.Length; at++) row[at] = row[at] * theirs - known[at] * mine;
                var common = row.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
                if (common > 1) for (var at = 0; at < row.Length; at++) row[at] /= common;
            }
            return row;
        }
    }
}
