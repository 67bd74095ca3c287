using System.Globalization;
using Junheng.Core.Balancing;
using Junheng.Core.Balancing.Plans;
using Junheng.Core.Indicators;
using Junheng.Core.Schooling;

namespace Junheng.Supervision.Measures.Balance;

public static class BalanceTexts
{
    public const string Notice = "测算参考，不作为人员调配依据";
    public const string Permission = "测算均衡修复和假设推演";
    public const string Menu = "均衡测算";
    public const string Working = "测算均衡修复方案";
    public const string Method =
        "差异系数按学生数加权、用未取舍的原值与限值比较。调配只动整数单位，每移动或新增一个单位计一；已达标的指标、学校结论和其他差异系数，调配后都必须仍然达标。";

    // Command line.
    public const string Usage = "balance 标准 指标 --stage 学段 --period 时期 [--org 代码] [--max-out 数] [--max-in 数] [--share 百分数] [--group-out 数] [--group-in 数] [--quota 数] [--public-only] [--json]";
    public const string OperandsMissing = "请写明标准和指标，例如 balance quality-balance L2 --stage primary --period 2023。";
    public const string StageMissing = "请用 --stage 写明学段：kindergarten、primary、junior、senior、vocational 或 special。";
    public static string OneDistrict(string name) => $"“{name}”含几个区，均衡测算以一个区为单位，请用 --org 写明。";
    public static string NotWhole(string option) => $"选项 {option} 后面要写不小于零的整数。";

    public static string Of(RepairObstacle obstacle) => obstacle switch
    {
        RepairObstacle.NotJudged => "这项标准没有给这个指标在这个学段规定差异系数限值，不能测算。",
        RepairObstacle.Unknown => "这个学段有学校缺数据，差异系数无法判断，不能测算。请先补齐数据。",
        RepairObstacle.NoElement => "这个指标用到的数据项都没有可供调整的数据，不能测算。",
        _ => "这个指标不随数据项按比例变化，现有方法不能给出可靠的方案。",
    };

    /// <summary>How good the answer is, in words.</summary>
    public static string Status(RepairPlan plan) => plan.Result.Status switch
    {
        RepairStatus.Optimal => plan.Result.Cost == 0 ? "已经达标，不需要调整" : "已证明最优：没有用量更少的方案",
        RepairStatus.Bounded => $"可行方案，与理论下界最多相差 {Amount(plan.Element, (int)Math.Ceiling(plan.Result.Cost - plan.Result.Bound))}（{(plan.Result.Cost - plan.Result.Bound) / plan.Result.Cost:P1}）",
        RepairStatus.Heuristic => "仅为已找到的最好方案，尚未达到限值，也未能证明达不到",
        _ when plan.Means == RepairMeans.Transfer => "不能仅靠调配解决（已证明）",
        _ => "这种办法也达不到限值（已证明）",
    };

    public static string Of(RepairMeans means) => means switch
    {
        RepairMeans.Transfer => "校际调配",
        RepairMeans.TransferAndAdd => "校际调配加新增",
        RepairMeans.Add => "新建、改建、购置或新增",
        _ => "分流学生",
    };

    /// <summary>Where added units come from.</summary>
    public static string Source(RepairMeans means) => means == RepairMeans.Relieve ? "" : "（新增）";

    /// <summary>Whole units as people say them: 3 人; 12 万元 for lots.</summary>
    public static string Amount(Element element, int units)
    {
        var amount = units * element.Step;
        return element.Unit == "元" && amount % 10_000 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{amount / 10_000:N0} 万元")
            : string.Create(CultureInfo.InvariantCulture, $"{amount:N0} {element.Unit}");
    }

    public static string Signed(Element element, int units) => (units > 0 ? "+" : "−") + Amount(element, Math.Abs(units));

    public static string Cv(double cv) => double.IsNaN(cv) ? MeasureTexts.Of(Verdict.Unknown) : cv.ToString("F6", CultureInfo.InvariantCulture);

    public static string Headline(Ground ground, RepairAnswer answer) =>
        $"{ground.District.Name} {ground.Period} {ground.Pack.Name} {answer.Question.Indicator} {MeasureTexts.Stages[answer.Question.Stage]}：限值 {answer.Limit.ToString(CultureInfo.InvariantCulture)}，现为 {Cv(answer.Dispersion.Cv)}";

    public static string Alternative(RepairPlan plan) => "备选：" + Of(plan.Means);

    public static string Outcome(RepairPlan plan) => plan.Result.Cost == 0
        ? Status(plan) + (plan.Result.Status == RepairStatus.Infeasible ? $"，最低只能到 {Cv(plan.Result.Attainable)}" : "")
        : $"{Of(plan.Means)} {plan.Element.Name} {Amount(plan.Element, plan.Result.Cost)}，差异系数 {Cv(plan.Result.Before)} → {Cv(plan.Result.After)}；{Status(plan)}";

    /// <summary>What the plan takes for granted, to be stated beside it.</summary>
    public static IEnumerable<string> Assumptions(RepairPlan plan, Func<int, string> nameOf)
    {
        if (plan.Result.Cost == 0) yield break;
        if (plan.Element.Step != 1) yield return $"以 {Amount(plan.Element, 1)} 为一个单位调整。";
        if (plan.Companions.Count > 0) yield return $"随同变动的数据项：{string.Join("、", plan.Companions.Select(c => c.Name))}（同一个人或同一处场所在这些数据项里也计一次）。其他数据项视为不变。";
        else yield return "其他数据项视为不变。";
        if (plan.Element.Movability == Movability.Transfer && plan.Means != RepairMeans.Relieve) yield return "同一学段内调配，不涉及具体人员；学科、编制、职称结构需另行核对。";
        if (plan.Means == RepairMeans.Relieve) yield return "只在学校规模上限以内分流，校舍、班额和就近入学需另行核对。";
        if (plan.Means == RepairMeans.Add && plan.Element.Movability == Movability.AddConvertRelieve) yield return "用地和建设条件需另行核对。";
        if (plan.LeftOut.Count > 0) yield return $"{plan.LeftOut.Count} 所一贯制学校的共用资产随学生数拆分，未列入方案。";
        foreach (var broken in plan.Broken) yield return $"注意：“{Named(broken, nameOf)}”原已达标，调整后不再达标。";
    }

    /// <summary>The key of a loss with the school's name in place of its number.</summary>
    private static string Named(string key, Func<int, string> nameOf) =>
        key.Split('.', 2) is [var number, var rest] && int.TryParse(number, out var school) && nameOf(school) is { Length: > 0 } name ? $"{name} {rest}" : key;

    // Pages and job.
    public const string Reading = "读取数据";
    public const string Ready = "测算完成";
    public const string TooLong = "这个区的数据较多，一秒内算不完，请在后台测算。";
    public const string DataChanged = "测算之后又有新数据入库，请重新测算。";
    public static string Searching(int number) => $"测算第 {number} 个方案";
    public static string FileName(Ground ground, RepairAnswer answer) =>
        $"均衡修复测算-{ground.District.Name}-{answer.Question.Indicator}-{MeasureTexts.Stages[answer.Question.Stage]}-{ground.Period}.xlsx";

    // Workbook.
    public const string AboutSheet = "测算说明";
    public const string MovesSheet = "调配清单";
    public const string SchoolsSheet = "各校增减";
    public const string ChecksSheet = "指标核对";
    public const string AssumptionLabel = "测算假定";
    public const string AlternativeLabel = "备选办法";
    public static readonly string[] MoveColumns = ["序号", "调出代码", "调出学校", "调入代码", "调入学校", "数据项", "数量", "单位", "距离（公里）"];
    public static readonly string[] CheckColumns = ["指标", "学段", "限值", "调整前差异系数", "调整前", "调整后差异系数", "调整后"];
    public static string Summary(RepairPlan plan) => $"{Of(plan.Means)}：{Outcome(plan)}";
    public static string AlternativeNumber(int number) => $"备选{number} ";
    public static string[] SchoolColumns(RepairAnswer answer, PlanView view) =>
    [
        "学校代码", "学校", $"{view.Element.Name}（调整前）", "增减", $"{view.Element.Name}（调整后）", $"{answer.Question.Indicator}（调整前）", $"{answer.Question.Indicator}（调整后）", "学校结论（前）", "学校结论（后）",
    ];

    /// <summary>What was asked and what came out, as name and value.</summary>
    public static IEnumerable<(string Name, string Value)> About(RepairAnswer answer, Ground ground, RepairOptions options)
    {
        yield return ("区", ground.District.Name);
        yield return ("标准", ground.Pack.Name);
        yield return ("时期", ground.Period.ToString());
        yield return ("指标", $"{answer.Question.Indicator} {ground.Pack.Indicator(answer.Question.Indicator)?.Name}（{MeasureTexts.Stages[answer.Question.Stage]}）");
        yield return ("限值", answer.Limit.ToString(CultureInfo.InvariantCulture));
        yield return ("调整前差异系数", Cv(answer.Plan.Result.Before));
        yield return ("调整后差异系数", Cv(answer.Plan.Result.After));
        yield return ("结论", Outcome(answer.Plan));
        yield return ("条件", Conditions(options));
        yield return ("方法", Method);
        yield return ("数据版本", ground.Evaluated.DataVersion.ToString(CultureInfo.InvariantCulture));
    }

    public static string Conditions(RepairOptions options)
    {
        var parts = new List<string>();
        if (options.MaxOut is { } most) parts.Add($"每校最多调出 {most}");
        if (options.MaxIn is { } least) parts.Add($"每校最多调入 {least}");
        if (options.Share is { } share) parts.Add($"每校调出不超过现有的 {share}%");
        if (options.GroupOut is { } groupOut) parts.Add($"每个集团净调出不超过 {groupOut}");
        if (options.GroupIn is { } groupIn) parts.Add($"每个集团净调入不超过 {groupIn}");
        if (options.Quota is { } quota) parts.Add($"全区交流名额 {quota}");
        parts.Add(options.PublicOnly ? "民办学校不参与" : "公办、民办学校都参与");
        return string.Join("；", parts);
    }

    // What-if.
    public const string WhatIfLead = "改动几项数据，看各项指标和结论怎样变化。改动只在本页有效，不保存，也不影响任何正式数据。";
    public const string BadScenario = "推演链接不完整或已不能识别，请重新填写改动。";
    public static string TooManyEdits(int most) => $"一次推演最多改动 {most} 处数据。";
    public static string NotANumber(string text) => $"“{text}”不是数字。";
    public static string Negative(string element) => $"{element}不能为负数。";
    public static string Place(int organisation, Stage stage, Func<int, string> nameOf) =>
        stage == Stage.Shared ? $"{nameOf(organisation)}（各学段共用）" : $"{nameOf(organisation)}（{MeasureTexts.Stages[stage]}）";
}
