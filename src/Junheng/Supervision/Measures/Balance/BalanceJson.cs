using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Core.Balancing;
using Junheng.Core.Balancing.Plans;
using Junheng.Core.Schooling;

namespace Junheng.Supervision.Measures.Balance;

/// <summary>What <c>junheng balance --json</c> prints: a public contract. Counts, cost and bound are in the element's unit, which moves in whole steps.</summary>
internal static class BalanceJson
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(RepairAnswer answer, Ground ground) => JsonSerializer.Serialize(new
    {
        indicator = answer.Question.Indicator,
        stage = answer.Question.Stage.Key(),
        limit = answer.Limit,
        before = Known(answer.Plan.Result.Before),
        after = Known(answer.Plan.Result.After),
        cost = answer.Plan.Result.Cost * answer.Plan.Element.Step,
        bound = Known(answer.Plan.Result.Bound * answer.Plan.Element.Step),
        status = Status(answer.Plan.Result.Status),
        moves = Moves(answer.Plan, ground),
        reached = answer.Plan.Result.Reached,
        attainable = Known(answer.Plan.Result.Attainable),
        means = Means(answer.Plan.Means),
        element = answer.Plan.Element.Key,
        unit = answer.Plan.Element.Unit,
        step = answer.Plan.Element.Step,
        companions = answer.Plan.Companions.Select(companion => companion.Key),
        broken = answer.Plan.Broken,
        alternatives = answer.Alternatives.Select(plan => Alternative(plan, ground)),
        pack = ground.Pack.Key,
        period = ground.Period.ToString(),
        org = ground.District.Code,
        dataVersion = ground.Evaluated.DataVersion,
        notice = BalanceTexts.Notice,
    }, Json);

    public static string Status(RepairStatus status) => status.ToString().ToLowerInvariant();

    private static object Alternative(RepairPlan plan, Ground ground) => new
    {
        means = Means(plan.Means),
        element = plan.Element.Key,
        unit = plan.Element.Unit,
        step = plan.Element.Step,
        status = Status(plan.Result.Status),
        reached = plan.Result.Reached,
        after = Known(plan.Result.After),
        cost = plan.Result.Cost * plan.Element.Step,
        bound = Known(plan.Result.Bound * plan.Element.Step),
        moves = Moves(plan, ground),
    };

    /// <summary>What is bought, built or taken on comes from nowhere: its <c>from</c> is null.</summary>
    private static IEnumerable<object> Moves(RepairPlan plan, Ground ground) => plan.Result.Moves.Select(move => new
    {
        from = move.From == Move.Outside ? null : ground.Evaluated.CodeOf(plan.Schools[move.From]),
        to = ground.Evaluated.CodeOf(plan.Schools[move.To]),
        element = plan.Element.Key,
        count = move.Count * plan.Element.Step,
    });

    private static string Means(RepairMeans means) => means switch
    {
        RepairMeans.Transfer => "transfer",
        RepairMeans.TransferAndAdd => "transfer-and-add",
        RepairMeans.Add => "add",
        _ => "relieve",
    };

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
