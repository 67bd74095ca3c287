using System.Globalization;
using Junheng.Core.Indicators;
using Junheng.Core.Schooling;
using Junheng.Supervision.Facts;
using Junheng.Supervision.Measures.Runs;
using Junheng.Supervision.Schools.Lists;
using Junheng.Supervision.Schools;

namespace Junheng.Supervision.Measures;

public static class MeasureTexts
{
    public const string Title = "监测评估";
    public const string ReadPermission = "查看达标看板和各校指标";
    public const string SchoolPermission = "查看本单位指标";
    public const string EditPermission = "编制本区评估标准";
    public const string BoardMenu = "达标看板";
    public const string SchoolMenu = "学校指标";
    public const string PacksMenu = "评估标准";
    private const string YesNo = "是否";
    public const string Computing = "计算指标和达标情况";
    public const string Refreshing = "核对评估结果是否最新";
    public const string Comparing = "与同类学校比较";
    /// <summary>Words of formulas that look at the period before.</summary>
    internal static readonly string[] LooksBack = ["prev", "growth", "上期", "增长率"];
    public const string TeachingPoint = "教学点";
    public const string Method = "差异系数 = 标准差 ÷ 均值；均值为总量之比，标准差按学生数加权（总体标准差）。比较时用未取舍的原值。";
    public const string Anonymous = "只显示分布，不显示其他学校的名称。";

    public static readonly IReadOnlyDictionary<Stage, string> Stages = new Dictionary<Stage, string>(SchoolTexts.StageNames) { [Stage.Shared] = "不分学段" };

    public static readonly IReadOnlyDictionary<SchoolNature, string> Natures = new Dictionary<SchoolNature, string>
    {
        [SchoolNature.Public] = "公办",
        [SchoolNature.Private] = "民办",
    };

    public static readonly IReadOnlyDictionary<FactOrigin, string> Origins = new Dictionary<FactOrigin, string>
    {
        [FactOrigin.School] = "学校填报",
        [FactOrigin.Statistics] = "教育事业统计",
        [FactOrigin.Department] = "部门提供",
        [FactOrigin.Verified] = "督导核定",
    };

    public static readonly IReadOnlyDictionary<Basis, string> Bases = new Dictionary<Basis, string>
    {
        [Basis.None] = "",
        [Basis.Budget] = "预算",
        [Basis.AdjustedBudget] = "调整预算",
        [Basis.Flash] = "执行快报",
        [Basis.FinalAccount] = "决算",
    };

    public static string Of(Verdict verdict) => verdict switch { Verdict.Meets => "达标", Verdict.Fails => "未达标", _ => "无法判断" };

    /// <summary>How sure the source of a rule is; what is not confirmed is never shown as law.</summary>
    public static string Of(Certainty certainty) => certainty switch
    {
        Certainty.Confirmed => "已核对原文",
        Certainty.Secondary => "据转载，待核对原文",
        Certainty.Memory => "未经核实的默认值",
        _ => "未找到依据，待设定",
    };

    public static string Of(Level level) => level switch { Level.School => "学校", Level.Group => "集团", Level.Town => "街镇", _ => "区" };

    public static string Holder(Level level) => level == Level.School ? "由学校填报" : "由主管部门提供";

    public static string Number(double? value, int decimals) => value is { } known && double.IsFinite(known)
        ? known.ToString("N" + decimals, CultureInfo.InvariantCulture) : Of(Verdict.Unknown);

    /// <summary>With its unit; 是否 as words.</summary>
    public static string Shown(double? value, int decimals, string unit) => value is { } known && double.IsFinite(known)
        ? unit == YesNo ? known == 1 ? "符合" : known == 0 ? "不符合" : Number(value, decimals) : Number(value, decimals) + unit
        : Of(Verdict.Unknown);

    /// <summary>Some have not answered; those that have are enough for this.</summary>
    public static string AtLeast(double value, int decimals, string unit) => $"已知至少 {Number(value, decimals)}{unit}";

    public static string Shown(Threshold? threshold, string unit) => threshold is null ? "未设定" : unit == YesNo ? "符合" : $"{threshold}{(threshold.Value is null ? "（未设定）" : "")}";

    public static string Named(CriterionResult line) => line.Stage == Stage.Shared ? line.Criterion.Name : $"{line.Criterion.Name}（{Stages[line.Stage]}）";

    public static string MixedForms(string elementAndPeriod) => $"“{elementAndPeriod}”的数据来自不同版本的报表，直接比较前应先核对口径。";

    public static string NotOnList(SchoolList list) => $"不在{ListTexts.Title(list.Purpose, list.AsOf)}上";
    public static string Counted(SchoolList list) => $"{ListTexts.Title(list.Purpose, list.AsOf)}，已冻结，{list.Included} {ListTexts.UnitOf(list.Purpose)}";

    // Workbook.
    public const string CriteriaSheet = "看板";
    public const string DispersionSheet = "离散程度";
    public const string SchoolsSheet = "学校";
    public const string FormulasSheet = "公式与来源";
    public const string AboutSheet = "说明";
    public const string Reported = "填报项";
    public const string Remark = "说明";
    public static readonly string[] CriteriaHeads = ["条目", "学段", "单位", "判定", "数值（原值）", "标准", "计量单位", "依据", "核对情况", "公式"];
    public static readonly string[] DispersionHeads = ["代号", "指标", "学段", "判定", "差异系数（按学生数加权）", "限值", "均值", "标准差", "学校数", "缺数据", "不加权的差异系数（仅供对照）"];
    public static readonly string[] SchoolHeads = ["代码", "学校", "学段", "判定", "达标项"];
    public static readonly string[] FormulaHeads = ["代号", "名称", "公式", "计量单位", "标准", "定义", "依据", "核对情况"];
    public static string ExportTitle(string district, string pack, string period) => $"{district}{pack}{period}";
    public static string Head(string key, string name, string unit) => $"{key} {name}（{unit}）";
    public static string LeftOut(string reason) => $"不计入：{reason}";
    public static string Joined(IReadOnlyDictionary<Stage, Threshold> thresholds) =>
        string.Join("；", thresholds.Select(t => t.Key == Stage.Shared ? t.Value.ToString() : $"{Stages[t.Key]} {t.Value}"));
    public static IEnumerable<(string Name, string Value)> About(string district, EvaluationRun run, UsedPack used) =>
    [
        ("区", district), ("标准", $"{run.PackName}{(run.PackVersion > 0 ? $"（本区第 {run.PackVersion} 版）" : "")}"), ("依据", $"{used.Pack.Source.Document}（{Of(used.Pack.Source.Certainty)}）"),
        ("标准校验码", run.PackHash), ("时期", run.Period.ToString()), ("总体判定", Of(run.Verdict)), ("参评学校", run.ListTitle ?? "在册学校"), ("数据版本", run.DataVersion.ToString(CultureInfo.InvariantCulture)),
        ("取值规则", Facts.Columns.Precedence.Default.Title), ("来源不一致的数据", $"{run.Differing} 处"), ("计算时间", Junheng.Platform.Web.TimeTexts.Shown(run.At)), ("离散程度的算法", Method),
    ];

    // Command line.
    public const string EvaluateUsage = "evaluate 标准 --period 时期 [--org 代码] [--json]";
    public const string PackMissing = "请写明按哪一项标准评估，例如 quality-balance。";
    public const string PeriodMissing = "请用 --period 写明时期，例如 --period 2023。";
    public const string NoOrganisation = "数据库里还没有单位，请先导入学校。";
    public static string PeriodUnknown(string period) => $"看不懂时期“{period}”。可写作 2023、2023-2024、2023Q3 或 2023-05。";
    public static string PackUnknown(string pack, IEnumerable<string> known) => $"没有“{pack}”这项标准。可用的有：{string.Join("、", known)}。";
    public static string OrganisationUnknown(string code) => $"找不到代码为“{code}”的单位。";
    public static string NoDistrict(string name) => $"“{name}”不是区，也不含区。评估以区为单位。";
    public static string SeveralRoots(IEnumerable<string> codes) => $"数据库里有几个区，请用 --org 指明：{string.Join("、", codes)}。";
    public static string Headline(string pack, string period, string organisation, string verdict) => $"{organisation} {period} {pack}：{verdict}";
    public static string Standing(int version, string precedence, int differing) => $"数据版本 {version}，取值规则：{precedence}，来源不一致的数据 {differing} 处";
    public static string CriterionLine(string verdict, string name, string value, string threshold) => $"[{verdict}] {name}：{value}（标准 {threshold}）";
    public static string DispersionLine(string verdict, string stage, string indicator, string cv, string limit, int schools, int missing) =>
        $"[{verdict}] {stage} {indicator} 差异系数 {cv}（{limit}），{schools} 校{(missing > 0 ? $"，其中 {missing} 校缺数据" : "")}";
    public static string SchoolCount(int all, int meets, int fails, int unknown, int excluded) =>
        $"学校（分学段）{all} 个：达标 {meets}，未达标 {fails}，无法判断 {unknown}；不计入 {excluded}";
    public static string SchoolLine(string name, string stage, int met, IReadOnlyList<string> below, IReadOnlyList<string> floor, IReadOnlyList<string> unknown) =>
        $"  {name} {stage}：达标 {met} 项，未达标 {Joined(below)}，低于基本值 {Joined(floor)}，缺数据 {Joined(unknown)}";
    public static string More(int count) => $"  另有 {count} 个。";
    public static string RemarkLine(string remark) => "说明：" + remark;

    private static string Joined(IReadOnlyList<string> keys) => keys.Count == 0 ? "无" : string.Join("、", keys);
}
