using System.Globalization;
using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Tables;
using Junheng.Supervision.Facts.Wide;
using Junheng.Supervision.Schools;

namespace Junheng.Supervision.Facts;

public static class FactsTexts
{
    public const string Title = "数据汇集";
    public const string ReadPermission = "查看数据";
    public const string ImportPermission = "导入数据";
    public const string VerifyPermission = "核定数据";
    public const string VerifiedFirst = "督导核定 → 教育事业统计 → 学校填报 → 部门提供";

    public const string VerifiedNeedsEvidence = "核定一个数值要写明依据，并附上证明材料。";
    public const string ReasonMissing = "请写明原因，原因会记入操作日志。";
    public const string AlreadyWithdrawn = "这一批已经撤回过了。";
    public const string NothingToWithdraw = "这一批的数值后来都有了新的版本，没有可以撤回的内容。";
    public static string ElementUnknown(string element) => $"没有“{element}”这个数据项。";
    public static string VerificationTitle(string place, Stage stage, string element, Period period) => Short($"核定：{place}{(stage == Stage.Shared ? " " : $"（{stage.Name()}）")}{element}（{period}）");
    public static string WithdrawalTitle(FactBatch batch) => Short($"撤回第 {batch.Id} 批：{batch.Title}");
    public const string TakenBack = "已撤回";
    public const string NotYet = "尚无";
    public static string Names(IEnumerable<FactOrigin> origins) => string.Join("、", origins.Select(o => o.Name()));
    public static string AccessOf(Level level) => level == Level.School ? "本校、主管单位和督导部门" : "区内有数据查看权限的岗位";

    public static string Name(this Level level) => level switch
    {
        Level.School => "学校",
        Level.Group => "教育集团",
        Level.Town => "街镇",
        _ => "区",
    };

    public static string Name(this BatchKind kind) => kind switch
    {
        BatchKind.Import => "导入",
        BatchKind.Collection => "填报",
        BatchKind.Verification => "核定",
        BatchKind.Withdrawal => "撤回",
        _ => "示例数据",
    };

    public const string ImportTitle = "数据";
    public const string MayNotVerify = "您的岗位不能导入核定值。请改填 school、statistics 或 department。";
    public const string YesOrNo = "是否";
    public const string NotYesNo = "这一项只能填 1（是）或 0（否）。";
    public const string Negative = "不能是负数。";
    public const string NotWhole = "应是整数（人数、间数、台数等不能有小数）。";
    public const string IsPercent = "这一格是百分比，请填写数值本身。";

    public static readonly TableColumn[] Columns =
    [
        new("code", "学校代码", "机构代码", "代码", "单位代码"), new("stage", "学段") { Required = false }, new("element", "数据项", "数据项代码", "指标"),
        new("period", "时期", "年度", "学年"), new("value", "数值", "值"), new("origin", "来源") { Required = false },
        new("basis", "口径", "预算口径") { Required = false }, new("form", "报表版本") { Required = false },
    ];

    public static IEnumerable<string> OtherNames(Stage stage) => stage switch
    {
        Stage.Kindergarten => ["幼儿园", "学前教育"],
        Stage.Junior => ["普通初中"],
        Stage.Senior => ["普通高中"],
        Stage.Vocational => ["中等职业"],
        Stage.Special => ["特殊教育"],
        Stage.Shared => ["共用", "全校"],
        _ => [],
    };

    /// <summary>What is wrong with a number for an element; null when nothing is.</summary>
    public static string? Fault(Element element, decimal number, bool percent) =>
        number < 0 ? Negative : element.Unit == YesOrNo && number is not (0 or 1) ? NotYesNo : percent && element.Unit != "%" ? IsPercent : element.Decimals == 0 && number != decimal.Truncate(number) ? NotWhole : null;

    public static string DemonstrationTitle(Period period) => $"示例数据：{period}年学校基础数据（虚构）";
    public static string ImportOf(string file) => Short($"导入《{file}》");
    public static string VerifiedByFile(string file) => $"依据导入文件《{file}》";
    public static string CodeUnknown(string code) => $"没有代码为“{code}”的学校或机构。请核对代码（应为文本，不能丢失开头的 0），或先导入学校名单。";
    public static string PeriodUnreadable(string text) => $"“{text}”不是时期。请写成 2023（年度）、2023-2024（学年）、2023Q3（季度）或 2023-05（月份）的样子，并把这一列设为文本。";
    public static string OriginUnknown(string word) => $"没有“{word}”这种来源。可填 school（学校填报）、statistics（教育事业统计）、department（部门提供）、verified（督导核定）。";
    public static string BasisUnknown(string word) => $"没有“{word}”这种口径。可填 budget（预算）、adjusted（调整预算）、flash（执行快报）、final（决算）。";
    public static string StageUnknown(string word) => $"没有“{word}”这个学段。可填 kindergarten、primary、junior、senior、vocational、special，几个学段共用的留空。";
    public static string NotTaught(string school, Stage stage, IEnumerable<Stage> taught) => $"{school}没有{stage.Name()}这个学段（登记的是{string.Join("、", taught.Select(s => s.Name()))}）。请核对学段，或先更新学校名单。";
    public static string WrongLevel(Element element, string name) => element.Level switch
    {
        Level.School => $"“{element.Name}”按学校填报，“{name}”不是学校。",
        Level.Town => $"“{element.Name}”按街镇填报，请填写街镇的代码；“{name}”不是街镇。",
        Level.Group => $"“{element.Name}”按教育集团填报，“{name}”不是集团。",
        _ => $"“{element.Name}”按区填报，请填写区的代码；“{name}”不是区。",
    };
    public static string NotSplit(string element) => $"“{element}”不在各学段之间分摊，学段留空的数值不会计入某一学段。请按学段分别填写。";
    public static string Repeated(int row, double? value) => $"与第 {row} 行是同一个数据项，数值却不同（那一行是 {Shown(value)}）。请只保留一个。";
    public static string Implausible(Element element) => $"“{element.Name}”一般在 {Bound(element.PlausibleLow)} 到 {Bound(element.PlausibleHigh)} 之间，请核对。";
    public static string MoreImplausible(int count) => $"还有 {count} 个数值超出一般范围，请核对。";
    private static string Bound(double? bound) => bound is null ? "（不限）" : Shown(bound);
    public static string FormulasTaken(int count) => $"{count} 个数值是公式，按文件保存时的计算结果读取。";
    public static string UnitsMixed(double then, double now) => $"疑似 元/万元 混用：上年是 {Shown(then)}，这里是 {Shown(now)}，相差约一万倍。请核对单位。";
    public static string Known(Recorded recorded) =>
        recorded.Stored == 0 ? "全部数值与已有的相同，没有变化。" : $"{recorded.Added} 个新数值，{recorded.Changed} 个更新，{recorded.Offered - recorded.Stored} 个与已有的相同。";
    public static string Shown(double? value) => value is { } number ? number.ToString("0.####", CultureInfo.InvariantCulture) : "未知";
    public const string TenThousandYuan = "万元";
    public static string ImportRefused(int count) => $"表格里有 {count} 处问题，没有导入。请按上面的说明改好后重新上传。";

    public static string Name(this MatchedBy by) => by switch
    {
        MatchedBy.Code => "按代码",
        MatchedBy.Name => "按名称",
        MatchedBy.FormerName => "按曾用名",
        _ => "经人确认",
    };

    public const string StoringSheet = "导入表格";
    public const string Reading = "读取和核对表格";
    public static string Storing(int count) => $"写入 {count} 个数值";
    public static string NotReady(WideReading reading) => $"还不能导入：{reading.Errors.Count} 处问题，{reading.Unmatched.Count} 所学校没有对应，{reading.Values.Count} 个数值。";
    public const string ConfirmTotals = "合计行与各校之和不一致，请核对后勾选“已核对合计”。";
    public const string PeriodMissing = "请写明时期，例如 2025、2025-2026、2025Q3。";
    public static string RuleUnreadable(int line, string text) => $"第 {line} 行“{text}”看不懂。请写成“D12 students primary”的样子：单元格、数据项代码、学段，需要换算的再写倍数。";
    public const string MappingNameMissing = "请给这个对应关系起个名字，例如“2023年教育事业统计基表”。";
    public const string MappingEmpty = "还没有一列对应到数据项。请至少指定一列。";
    public const string MappingWithoutSchool = "请指定学校代码或学校名称在哪一列（格）。";
    public const string HeaderRowsTurned = "表头的末行不能在首行之前。";
    public const string HeaderNotFound = "没有认出表头。请在对应关系里写明表头是第几行到第几行。";
    public const string SchoolCellEmpty = "这一格应是学校代码或名称，现在是空的。";
    public const string RowWithoutSchool = "这一行有数字，却没有学校代码和名称。";
    public const string Subtotal = "小计";
    public static readonly string[] TotalWords = ["合计", "总计", "共计", "总合计", "全区合计", "小计"];
    public static readonly string[] NoteWords = ["注：", "注:", "备注", "说明", "填表", "制表", "审核", "单位负责人", "填报", "其中"];
    public static string MappingTitle(string name, int version) => $"{name}（第 {version + 1} 版）";
    public static string MappedTwice(IEnumerable<string> places) => $"{string.Join("、", places)} 对应到了同一个数据项、学段和年份，请只保留一个。";
    public static string SheetMissing(string name, IEnumerable<string> sheets) => $"文件里没有工作表“{name}”，只有{string.Join("、", sheets.Select(s => $"“{s}”"))}。";
    public static string SchoolTwice(string school, string sheet, int row) => $"{school}已在工作表“{sheet}”第 {row} 行出现过，一所学校只能有一行。";
    public static string NameDiffers(string code, string name, string known) => $"代码 {code} 登记的是“{known}”，表里写的是“{name}”，请核对。";
    public static string NotNumber(string text) => $"“{text}”不是数字。没有数值的请留空。";
    public static string PathMissing(string path) => $"没有找到表头“{path}”。列的位置可以变，表头文字要与对应关系一致。";
    public static string PathRepeated(string path) => $"表头“{path}”出现了不止一次，分不清是哪一列。";
    public static string MergedBody(CellRange block) => $"{CellName.Of(block.FirstRow, block.FirstColumn)}:{CellName.Of(block.LastRow, block.LastColumn)} 是合并单元格，分不清数值属于哪所学校。请拆分后逐格填写。";
    private static string Short(string title) => title.Length <= 200 ? title : title[..200];
    public static string TwoValues(string element) => $"同一个数据项（{element}）在这一批里出现了两个不同的数值。";

    public static string Name(this Stage stage) => SchoolTexts.StageNames.GetValueOrDefault(stage, "");

    public static string Name(this FactOrigin origin) => origin switch
    {
        FactOrigin.School => "学校填报",
        FactOrigin.Statistics => "教育事业统计",
        FactOrigin.Department => "部门提供",
        _ => "督导核定",
    };

    public static string Name(this Basis basis) => basis switch
    {
        Basis.Budget => "预算",
        Basis.AdjustedBudget => "调整预算",
        Basis.Flash => "执行快报",
        Basis.FinalAccount => "决算",
        _ => "",
    };
}
