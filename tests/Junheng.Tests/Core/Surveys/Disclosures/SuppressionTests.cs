using System.Numerics;
using Junheng.Core.Surveys.Disclosures;

namespace Junheng.Tests.Core.Surveys.Disclosures;

public sealed class SuppressionTests
{
    private static bool[] Hide(int[] answers, params Sum[] sums) => new Suppression(new(10), sums).Hide(answers);

    [Fact]
    public void A_table_without_small_cells_is_shown_whole() => Assert.DoesNotContain(true, Hide([10, 50], new([0, 1]), new([0]), new([1])));

    [Fact]
    public void A_small_cell_takes_the_smallest_other_of_its_sum_with_it() =>
        Assert.Equal([false, true, false, true], Hide([4, 80, 30], new([0, 1, 2]), new([0]), new([1]), new([2])));

    [Fact]
    public void Two_hidden_cells_that_are_small_together_take_a_third() =>
        Assert.Equal([false, true, true, true, false], Hide([4, 3, 30, 80], new([0, 1, 2, 3]), new([0]), new([1]), new([2]), new([3])));

    [Fact]
    public void Empty_cells_hide_nobody() => Assert.Equal([false, true, false, true], Hide([4, 0, 30], new([0, 1, 2]), new([0]), new([1]), new([2])));

    [Fact]
    public void A_weighted_share_goes_before_a_further_cell() =>
        Assert.Equal([false, true, false, true, true], Hide([4, 80, 30], new([0, 1, 2]), new([0]), new([1]), new([2]), new([0, 1, 2], 0) { Weights = [0.4, 0.2, 1] }));

    [Fact]
    public void A_town_of_one_small_school_takes_another_town_and_one_school_of_it() =>
        // Class, towns of {0}, {1, 2}, {3, 4}; then the schools.
        Assert.Equal([false, true, true, false, true, true, false, false, false],
            Hide([4, 20, 30, 40, 50], new([0, 1, 2, 3, 4], 8), new([0], 2), new([1, 2], 2), new([3, 4], 2), new([0]), new([1]), new([2]), new([3]), new([4])));

    /// <summary>The attacker: exact rational elimination over everything shown, on random schools × classes in towns with groups that belong to no place.</summary>
    [Fact]
    public void No_hidden_sum_can_be_worked_out_from_what_is_shown()
    {
        var random = new Random(20261122);
        var (hiddenSeen, shownSeen) = (0, 0);
        for (var round = 0; round < 300; round++)
        {
            var (cuts, answers) = Table(random);
            List<Sum> sums = [.. cuts.Select(cut => new Sum(cut, cut.Length == 1 ? 1 : 2))];
            if (round % 3 == 0) sums.Add(new([.. Enumerable.Range(0, answers.Length)], 0) { Weights = [.. answers.Select(_ => random.Next(1, 9) / 8d)] });
            var hidden = new Suppression(new(10), sums).Hide(answers);
            var attacker = new Attacker(answers);
            foreach (var shown in sums.Where((_, at) => !hidden[at])) attacker.Learn(shown.Cells.Select((cell, at) => (cell, (int)((shown.Weights?[at] ?? 1) * 8))));
            for (var at = 0; at < cuts.Count; at++)
            {
                var size = cuts[at].Sum(cell => answers[cell]);
                if (size is > 0 and < 10) Assert.True(hidden[at]);
                if (hidden[at]) Assert.False(attacker.Knows(cuts[at]), $"round {round}, cut {at}");
                if (hidden[at]) hiddenSeen++;
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
