using System.Text.Json;
using Junheng.Core.Balancing.Plans;
using Junheng.Platform.Jobs;
using Junheng.Platform.Rules;

namespace Junheng.Supervision.Measures.Balance;

/// <summary>Answers a repair at once where that takes at most a second, otherwise from the job that computed it.</summary>
public sealed class RepairAnswers(JobQueue queue, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <exception cref="RuleException">There is nothing to compute, it takes too long, or the data have changed since the job.</exception>
    public async Task<RepairAnswer> Find(Ground ground, RepairOptions options, string? job, CancellationToken cancellation)
    {
        if (Guid.TryParse(job, out var id))
        {
            var done = await queue.Find(id, cancellation);
            var stored = done is { State: JobState.Done, Result: { } json } ? JsonSerializer.Deserialize<RepairSolutions>(json) : null;
            if (stored?.DataVersion == ground.Evaluated.DataVersion) return Solve(ground, options, stored, cancellation);
            throw new RuleException(BalanceTexts.DataChanged);
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            return Solve(ground, options, null, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new RuleException(BalanceTexts.TooLong);
        }
    }

    public async Task<Job> Order(RepairOptions options) => await queue.Enqueue<RepairJob>(options);

    private static RepairAnswer Solve(Ground ground, RepairOptions options, RepairSolutions? known, CancellationToken cancellation)
    {
        if (options.Indicator is not { } indicator || options.InStage is not { } stage) throw new RuleException(BalanceTexts.Of(RepairObstacle.NotJudged));
        try
        {
            var question = ground.Ask(indicator, stage, options.Terms, cancellation);
            return RepairPlans.Answer(known is null ? question : question with { Solve = known.Replay() });
        }
        catch (RepairObstacleException obstacle)
        {
            throw new RuleException(BalanceTexts.Of(obstacle.Obstacle));
        }
    }
}
