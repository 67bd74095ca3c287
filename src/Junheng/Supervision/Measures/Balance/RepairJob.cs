using Junheng.Core.Balancing.Plans;
using Junheng.Platform.Jobs;
using Junheng.Platform.Rules;

namespace Junheng.Supervision.Measures.Balance;

/// <summary>Computes a repair that takes longer than a page should wait; stores nothing but its own result.</summary>
[JobKind("measures.repair", BalanceTexts.Working, AsOwner = true)]
public sealed class RepairJob(Balances balances) : JobHandler
{
    public override async Task Run(JobRun run, CancellationToken cancellation)
    {
        var options = run.Read<RepairOptions>();
        run.Report(5, BalanceTexts.Reading);
        var ground = await balances.Load(options.Pack, options.District, options.At, cancellation);
        var solutions = new RepairSolutions(ground.Evaluated.DataVersion, []);
        run.Report(20, BalanceTexts.Searching(1));
        try
        {
            RepairPlans.Answer(ground.Ask(options.Indicator ?? "", options.InStage ?? default, options.Terms, cancellation) with
            {
                Solve = (problem, cancel) =>
                {
                    var result = solutions.Record(problem, cancel);
                    run.Report(Math.Min(95, 20 + (15 * solutions.Answers.Count)), BalanceTexts.Searching(solutions.Answers.Count + 1));
                    return result;
                },
            });
        }
        catch (RepairObstacleException obstacle)
        {
            throw new RuleException(BalanceTexts.Of(obstacle.Obstacle));
        }

        run.Return(solutions);
        run.Report(100, BalanceTexts.Ready);
    }
}
