using Junheng.Core.Balancing;

namespace Junheng.Supervision.Measures.Balance;

/// <summary>The answers to all problems of one question, in the order asked: what a job leaves for the page, which evaluates the rest at once.</summary>
/// <param name="DataVersion">Of the data they were computed from; on other data they answer nothing.</param>
public sealed record RepairSolutions(int DataVersion, List<RepairSolutions.Solution> Answers)
{
    /// <param name="Bound">Null where there is none.</param>
    public sealed record Solution(RepairStatus Status, int[] Changes, double? Bound, double? Attainable);

    /// <summary>Solves and remembers.</summary>
    public RepairResult Record(RepairProblem problem, CancellationToken cancel)
    {
        var result = Repair.Solve(problem, cancel);
        Answers.Add(new(result.Status, result.Changes, Known(result.Bound), Known(result.Attainable)));
        return result;

        static double? Known(double value) => double.IsNaN(value) ? null : value;
    }

    /// <summary>Remembers what was solved; solves what was not.</summary>
    public Func<RepairProblem, CancellationToken, RepairResult> Replay()
    {
        var left = new Queue<Solution>(Answers);
        return (problem, cancel) => left.TryDequeue(out var known) && known.Changes.Length == problem.Holders.Count
            ? Repair.Recall(problem, known.Status, known.Changes, known.Bound ?? double.NaN, known.Attainable ?? double.NaN)
            : Repair.Solve(problem, cancel);
    }
}
