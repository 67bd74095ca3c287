using System.Text;
using Junheng.Core.Balancing;
using Junheng.Core.Balancing.Plans;

namespace Junheng.Supervision.Measures.Balance;

/// <summary>What <c>junheng balance</c> prints for people.</summary>
internal static class BalanceSummary
{
    public static string Write(RepairAnswer answer, Ground ground)
    {
        var text = new StringBuilder();
        text.AppendLine(BalanceTexts.Notice);
        text.AppendLine(BalanceTexts.Headline(ground, answer));
        Plan(text, answer.Plan, ground);
        foreach (var plan in answer.Alternatives)
        {
            text.AppendLine(BalanceTexts.Alternative(plan));
            Plan(text, plan, ground);
        }

        return text.ToString().TrimEnd();
    }

    private static void Plan(StringBuilder text, RepairPlan plan, Ground ground)
    {
        text.AppendLine(BalanceTexts.Outcome(plan));
        foreach (var move in plan.Result.Moves)
        {
            var from = move.From == Move.Outside ? BalanceTexts.Source(plan.Means) : ground.Evaluated.NameOf(plan.Schools[move.From]);
            text.AppendLine($"  {from} → {ground.Evaluated.NameOf(plan.Schools[move.To])}  {BalanceTexts.Amount(plan.Element, move.Count)}");
        }

        foreach (var line in BalanceTexts.Assumptions(plan, ground.Evaluated.NameOf)) text.AppendLine("  " + line);
    }
}
