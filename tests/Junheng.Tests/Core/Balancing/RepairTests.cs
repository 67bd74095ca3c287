using Junheng.Core.Balancing;

namespace Junheng.Tests.Core.Balancing;

public sealed class RepairTests
{
    /// <summary>The worked example of five schools with 302 pupils and 1913 books: CV 0.515257, though it prints as 0.52.</summary>
    private static readonly Spread Books = Of([279, 137, 935, 160, 402], [45, 37, 89, 76, 55]);

    [Fact]
    public void The_published_example_needs_moves_although_the_unweighted_figure_would_pass()
    {
        var result = Repair.Solve(Problem(Books));
        Assert.Equal(0.515257, result.Before, 6);
        Assert.Equal(RepairStatus.Optimal, result.Status);
        Assert.True(result.After <= 0.5 && result.Cost > 0);
        Assert.Equal(new(2, 3, result.Cost), Assert.Single(result.Moves));
        Assert.Equal(result.Cost, result.Bound);
        var oneLess = new[] { 0, 0, 1 - result.Cost, result.Cost - 1, 0 };
        Assert.True(Books.Cv(oneLess) > 0.5);
    }

    [Fact]
    public void What_meets_its_limit_is_left_alone()
    {
        var result = Repair.Solve(Problem(Of([279, 137, 935, 160, 402], [45, 37, 89, 76, 55], limit: 0.52)));
        Assert.Equal((RepairStatus.Optimal, 0, 0.0), (result.Status, result.Cost, result.Bound));
        Assert.Empty(result.Moves);
    }

    [Fact]
    public void A_limit_that_no_allowed_move_reaches_is_proven_out_of_reach()
    {
        var result = Repair.Solve(Problem(Books, maxOut: 3));
        Assert.Equal((RepairStatus.Infeasible, 0, false), (result.Status, result.Cost, result.Reached));
        Assert.True(double.IsNaN(result.Bound));
        Assert.InRange(result.Attainable, 0.5, result.Before);
    }

    [Fact]
    public void A_quota_smaller_than_the_cheapest_repair_leaves_none()
    {
        var needed = Repair.Solve(Problem(Books)).Cost;
        Assert.Equal(RepairStatus.Infeasible, Repair.Solve(Problem(Books) with { Budget = needed - 1 }).Status);
        Assert.Equal(needed, Repair.Solve(Problem(Books) with { Budget = needed }).Cost);
    }

    [Fact]
    public void What_cannot_leave_can_be_added()
    {
        var result = Repair.Solve(Problem(Books, maxOut: 0) with { Supply = 1000 });
        Assert.True(result.Reached);
        Assert.All(result.Moves, move => Assert.Equal(Move.Outside, move.From));
        Assert.Equal(3, result.Moves.MaxBy(move => move.Count).To);
    }

    [Fact]
    public void Pupils_who_change_schools_even_out_rooms_that_cannot_move()
    {
        var rooms = new Spread
        {
            Key = "rooms",
            Limit = 0.45,
            Numerators = [20, 8, 30],
            Weights = [1500, 200, 700],
            NumeratorSteps = [0, 0, 0],
            WeightSteps = [1, 1, 1],
        };
        var result = Repair.Solve(new([new("A", 1499, 300), new("B", 199, 300), new("C", 699, 300)], rooms));
        Assert.Equal(RepairStatus.Optimal, result.Status);
        Assert.True(result.Changes[0] < 0 && result.Changes[2] > 0);
        Assert.True(RepairCases.Cv(rooms, result.Changes) <= 0.45);
    }

    [Fact]
    public void Another_dispersion_that_meets_today_is_not_broken_for_the_sake_of_this_one()
    {
        var companion = Of([30, 12, 20, 28, 20], [45, 37, 89, 76, 55], limit: 0.45);
        var alone = Repair.Solve(Problem(Books));
        var kept = Repair.Solve(Problem(Books) with { Kept = [companion] });
        Assert.False(companion.Holds(alone.Changes));
        Assert.True(!kept.Reached || (companion.Holds(kept.Changes) && kept.Cost > alone.Cost));
    }

    [Fact]
    public void Moves_stay_inside_groups_and_towns_where_that_costs_nothing()
    {
        Holder[] holders = [new("A", 9, 9) { Group = "甲" }, new("B", 9, 9) { Town = "乙" }, new("C", 9, 9) { Group = "甲" }, new("D", 9, 9) { Town = "乙" }];
        var moves = Repair.Solve(new(holders, Of([9, 9, 1, 1], [100, 100, 100, 100], limit: 0.1))).Moves;
        Assert.Equal([new(0, 2, 4), new(1, 3, 4)], moves.OrderBy(move => move.From));
    }

    private static Spread Of(double[] numerators, double[] weights, double limit = 0.5) => new()
    {
        Key = "L2",
        Limit = limit,
        Numerators = numerators,
        Weights = weights,
        NumeratorSteps = [.. weights.Select(_ => 1.0)],
    };

    private static RepairProblem Problem(Spread target, int maxOut = 2000) =>
        new([.. target.Numerators.Select((n, i) => new Holder($"S{i}", (int)Math.Min(n, maxOut), 2000))], target);
}
