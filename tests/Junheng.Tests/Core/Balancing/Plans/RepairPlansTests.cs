using Junheng.Core.Balancing;
using Junheng.Core.Balancing.Plans;
using Junheng.Core.Indicators;
using Junheng.Core.Schooling;

namespace Junheng.Tests.Core.Balancing.Plans;

public sealed class RepairPlansTests
{
    private static Standards Uneven(int group = 0) => new Standards()
        .Primary(1, 1000, 60, 30, 5000, 3_000_000, group)
        .Primary(2, 900, 55, 20, 4500, 2_500_000, group)
        .Primary(3, 1100, 66, 2, 5200, 2_900_000, group)
        .Primary(4, 800, 50, 1, 4000, 2_100_000, group)
        .Primary(5, 700, 40, 3, 3500, 1_900_000, group);

    [Fact]
    public void Backbone_teachers_move_until_the_dispersion_meets_and_nothing_that_met_is_lost()
    {
        var answer = RepairPlans.Answer(Uneven().Ask("L2"));
        var plan = answer.Plan;
        Assert.Equal((Verdict.Fails, RepairStatus.Optimal, RepairMeans.Transfer), (answer.Dispersion.Verdict, plan.Result.Status, plan.Means));
        Assert.Equal("teachers_backbone", plan.Element.Key);
        Assert.Equal("teachers", Assert.Single(plan.Companions).Key);
        Assert.Equal(Verdict.Meets, plan.After!.Dispersions.Single(it => it is { Indicator: "L2", Stage: Stage.Primary }).Verdict);
        Assert.Empty(plan.Broken);
        Assert.Empty(Losses.Between(answer.Before, plan.After, Standards.District));
        Assert.Equal(plan.Result.Cost, plan.Changes.Sum(change => Math.Max(change.Change, 0)));
        Assert.Empty(answer.Alternatives);
    }

    [Fact]
    public void A_moved_backbone_teacher_is_a_moved_teacher_too()
    {
        var question = Uneven().Ask("L2");
        var plan = RepairPlans.Answer(question).Plan;
        foreach (var (school, change) in plan.Changes)
        {
            var row = plan.Data!.Frame.Find(school, Stage.Primary);
            Assert.Equal(question.Data.Get("teachers", Standards.Period)[row] + change, plan.Data.Get("teachers", Standards.Period)[row]);
        }
    }

    [Fact]
    public void A_school_gives_no_more_than_keeps_what_it_meets()
    {
        var question = Uneven().Ask("L2");
        var plan = RepairPlans.Answer(question).Plan;
        Assert.All(plan.After!.Schools.Where(it => it.Organisation is 1 or 2), school => Assert.True(school.Values["L2"] >= 1 && school.Values["L0"] >= 5));
    }

    [Fact]
    public void What_meets_already_needs_no_moves()
    {
        var answer = RepairPlans.Answer(Uneven().Ask("L6"));
        Assert.Equal((RepairStatus.Optimal, 0, 0.0), (answer.Plan.Result.Status, answer.Plan.Result.Cost, answer.Plan.Result.Bound));
    }

    [Fact]
    public void Areas_never_move_so_the_answer_is_what_to_build_or_whom_to_relieve()
    {
        var district = new Standards().Primary(1, 1900, 100, 19, 3000, 4_000_000).Primary(2, 300, 40, 9, 4000, 1_700_000).Primary(3, 500, 60, 12, 3500, 2_100_000);
        var answer = RepairPlans.Answer(district.Ask("L4"));
        Assert.Equal(RepairStatus.Infeasible, answer.Plan.Result.Status);
        Assert.Empty(answer.Plan.Result.Moves);
        var build = answer.Alternatives.Single(plan => plan.Means == RepairMeans.Add);
        Assert.All(build.Result.Moves, move => Assert.Equal(Move.Outside, move.From));
        var relieve = answer.Alternatives.Single(plan => plan.Means == RepairMeans.Relieve);
        Assert.Equal("students", relieve.Element.Key);
        Assert.True(relieve.Result.Changes[0] < 0);
        Assert.All(answer.Alternatives, plan => Assert.Equal(Verdict.Meets, plan.After!.Dispersions.Single(it => it is { Indicator: "L4", Stage: Stage.Primary }).Verdict));
    }

    [Fact]
    public void Equipment_that_stages_share_moves_in_lots_and_is_judged_in_both_stages()
    {
        var district = new Standards()
            .School(1, [(Stage.Primary, 900, 60, 10), (Stage.Junior, 600, 40, 8)], 9000, 9_000_000)
            .School(2, [(Stage.Primary, 800, 55, 9), (Stage.Junior, 500, 40, 8)], 8000, 800_000)
            .Primary(3, 700, 45, 8, 4000, 300_000)
            .School(4, [(Stage.Junior, 700, 45, 8)], 4000, 1_900_000);
        var answer = RepairPlans.Answer(district.Ask("L6"));
        Assert.True(answer.Plan.Result.Reached);
        Assert.Equal(1000, answer.Plan.Element.Step);
        Assert.Equal(answer.Plan.Result.After, answer.Plan.After!.Dispersions.Single(it => it is { Indicator: "L6", Stage: Stage.Primary }).Cv);
        Assert.Empty(answer.Plan.Broken);
    }

    [Fact]
    public void Where_caps_leave_no_repair_the_answer_says_what_would_help()
    {
        var question = Uneven().Ask("L2") with { Terms = new() { MaxOut = 1 } };
        var answer = RepairPlans.Answer(question);
        Assert.Equal(RepairStatus.Infeasible, answer.Plan.Result.Status);
        Assert.Equal([RepairMeans.Transfer, RepairMeans.TransferAndAdd, RepairMeans.Add], answer.Alternatives.Select(plan => plan.Means));
        Assert.True(answer.Alternatives[0].Result.Cost <= answer.Alternatives[2].Result.Cost);
    }

    [Fact]
    public void Equipment_is_bought_where_moving_is_not_enough()
    {
        var district = new Standards().Primary(1, 1000, 60, 10, 5000, 2_010_000).Primary(2, 900, 55, 9, 4500, 100_000).Primary(3, 800, 50, 9, 4500, 90_000);
        var plan = RepairPlans.Answer(district.Ask("L6")).Plan;
        Assert.Equal(RepairMeans.TransferAndAdd, plan.Means);
        Assert.True(plan.Result.Reached);
        Assert.Contains(plan.Result.Moves, move => move.From == Move.Outside);
    }

    [Fact]
    public void Missing_values_and_indicators_without_a_limit_are_refused_with_their_reason()
    {
        var question = Uneven().Primary(6, double.NaN, 60, 6, 4000, 2_000_000).Ask("L2");
        Assert.Equal(RepairObstacle.Unknown, Assert.Throws<RepairObstacleException>(() => RepairPlans.Answer(question)).Obstacle);
        Assert.Equal(RepairObstacle.NotJudged, Assert.Throws<RepairObstacleException>(() => RepairPlans.Answer(Uneven().Ask("L9"))).Obstacle);
    }

    [Fact]
    public void Group_caps_and_quotas_hold()
    {
        var district = new Standards();
        for (var i = 0; i < 12; i++) district.Primary(i + 1, 500 + (50 * i), 45, i % 3 == 0 ? 20 : 1, 3000, 2_500_000, group: 100 + (i % 4));
        var question = district.Ask("L2") with { Terms = new() { GroupOut = 3, ShareOut = 0.4, Budget = 60 } };
        var plan = RepairPlans.Answer(question).Plan;
        var groups = plan.Changes.GroupBy(change => (change.School - 1) % 4).Select(group => group.Sum(change => change.Change));
        if (plan.Result.Reached) Assert.All(groups, net => Assert.True(net >= -3));
        Assert.All(plan.Changes, change => Assert.True(change.Change >= -8));
    }
}
