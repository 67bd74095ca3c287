using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Supervision.Schools;

namespace Junheng.Supervision.Collections;

public static class CollectionTexts
{
    public const string Title = "数据填报";
    public const string Menu = "数据填报";
    public const string BurdenMenu = "填报负担";
    public const string CodeMenu = "校验码核验";
    public const string Read = "查看填报任务";
    public const string Ask = "布置与审核填报";
    public const string Fill = "填报数据";
    public const string Plan = "管理年度报表计划和填报额度";

    public static readonly IReadOnlyList<(CollectionState State, string Name)> CollectionStates =
        [(CollectionState.Draft, "草稿"), (CollectionState.Open, "填报中"), (CollectionState.Closed, "已结束")];

    public static readonly IReadOnlyList<(ReplyState State, string Name)> ReplyStates =
    [
        (ReplyState.Filling, "待填报"), (ReplyState.Checking, "待审核"), (ReplyState.Approving, "待负责人签批"), (ReplyState.Submitted, "已报送"),
        (ReplyState.Returned, "退回修改"), (ReplyState.Accepted, "已采用"),
    ];

    public static readonly IReadOnlyList<(RespondentKind Kind, string Name)> RespondentKinds =
        [(RespondentKind.Schools, "学校"), (RespondentKind.Towns, "街镇"), (RespondentKind.Departments, "部门")];

    public const string OpenVerb = "发布";
    public const string OpenQuestion = "发布后填报单位即可看到任务，题目和填报单位不能再改。";
    public const string CloseVerb = "结束填报";
    public const string CloseQuestion = "结束后填报单位不能再送审和报送；已报送的仍可审核。";
    public const string FillVerb = "填报";
    public const string FinishVerb = "送审";
    public const string CheckVerb = "审核通过";
    public const string ApproveVerb = "签批并报送";
    public const string BackVerb = "退回填表人";
    public const string WithdrawVerb = "撤回修改";
    public const string AcceptVerb = "采用";
    public const string ReturnVerb = "退回修改";
    public const string ReopenVerb = "解除锁定";
    public const string ExtendVerb = "延期五个工作日";
    public const string ScanVerb = "上传签字盖章件";

    public const string TitleMissing = "请填写名称。";
    public const string BasisMissing = "请写明填报依据，例如文件名称和文号。";
    public const string ApprovalMissing = "请写明批准计划的文件。";
    public const string BudgetReasonMissing = "请写明调整额度的理由。";
    public const string OpenIsFixed = "已经发布，不能再改。需要调整的，请结束这次填报后另行布置。";
    public const string NothingAsked = "还没有填报项目，请先添加。";
    public const string NobodyAsked = "没有符合条件的填报单位，请检查填报对象和学段。";
    public const string DeadlinePast = "截止日期早于今天，请修改后再发布。";
    public const string ClosedAlready = "这次填报已经结束，不再受理。如确需补报，请与布置单位联系。";
    public const string AtMostUnknown = "“不得大于”所指的项目不在本次填报中，请先添加那一项。";
    public const string Unanswered = "没有填写。确实没有数据的，请在“情况说明”里写明原因。";
    public const string Negative = "不能是负数。";
    public const string NotWhole = "应填整数，不能有小数。";
    public const string ScanMissing = "请先上传签字盖章的填报表扫描件，再报送。";
    public const string ScanVoid = "签字盖章之后数据有改动，原扫描件的校验码已作废。请重新打印、签字盖章并上传。";
    public const string ScanTooEarly = "请先送审，数据确定后再打印签字；填报中的数据还会变动。";
    public const string ScanForm = "扫描件应是 PDF、JPG 或 PNG 文件。";
    public const string CheckingCode = "核验校验码";
    public const string FindingReply = "查找填报单位";
    public const string Reminding = "填报逾期提醒";
    public const string DemonstrationActor = "示范数据";

    public static string StageName(Stage stage) => SchoolTexts.StageNames.GetValueOrDefault(stage, "全校");

    /// <summary>2025-2026学年, 2025年, 2025年第3季度, 2025年5月.</summary>
    public static string Shown(this Period period) => period.Kind switch
    {
        PeriodKind.SchoolYear => $"{period}学年",
        PeriodKind.Quarter => $"{period.Year}年第{period.Number}季度",
        PeriodKind.Month => $"{period.Year}年{period.Number}月",
        _ => $"{period.Year}年",
    };

    public static string OfStage(string name, string stage) => $"{name}（{stage}）";
    public static string SourceOf(string origin, Period period) => $"{origin}，{period.Shown()}";
    public static string AskedTwice(string name) => $"“{name}”已在本次填报中，不用重复添加。";
    public static string NotAnOption(string text, IReadOnlyList<string> options) => $"“{text}”不在选项中，请填：{string.Join("、", options)}。";
    public static string NotANumber(string text, string unit) => $"“{(text.Length > 20 ? text[..20] + "…" : text)}”不是数字，请只填数字，不要写“约”、单位{(unit.Length > 0 ? $"（{unit}）" : "")}或其他文字。";
    public static string TooSmall(decimal least) => $"不能小于 {least}。";
    public static string TooLarge(decimal most) => $"不能大于 {most}。";
    public static string TooManyDecimals(int places) => $"最多保留 {places} 位小数。";
    public static string MoreThan(string other, decimal most) => $"不能大于“{other}”（{Plain(most)}）。";
    public static string Unusual(decimal number, decimal? from, decimal? to) => $"{Plain(number)} 不在常见范围（{Plain(from)} 至 {Plain(to)}）内，请核对单位和小数点；属实的请写情况说明。";
    public static string WasZero(decimal number) => $"上期为 0，本期为 {Plain(number)}，请核对；属实的请写情况说明。";
    public static string OtherUnit(decimal before, decimal number) => $"与上期 {Plain(before)} 相差几千倍以上，可能是“万元”与“元”填混了。请核对；属实的请写情况说明。";
    public static string Deviates(decimal before, decimal number, int percent) => $"上期为 {Plain(before)}，本期为 {Plain(number)}，变动超过 {percent}%。请核对；属实的请写情况说明。";
    public static string NotFillable(string state) => $"现在的状态是“{state}”，数据已锁定，不能修改。需要修改的，请先退回或撤回。";
    public static string StillOpen(int count, string row, string message) => $"还有 {count} 项没有填好，不能送审。第一项是“{row}”：{message}";
    public static string InRow(string row, string message) => $"“{row}”{message}";
    public static string KnownAlready(string name, int count) => $"“{name}”平台已有 {count} 家单位的同期数。请去掉这一项，或写明再次填报的理由和批准人。";
    public static string OverBudget(int minutes, int left) => $"本次填报约需 {minutes} 分钟，本单位今年的填报额度只剩 {Math.Max(0, left)} 分钟。请减少项目或单位，或写明超出额度的理由。";
    public static string BatchTitle(string title, string name) => $"{title}（{name}）" is { Length: > 200 } longer ? longer[..200] : $"{title}（{name}）";
    public static string Overdue(string title, int count) => $"{title}：{count} 家单位逾期未报";
    public static string KnownAs(Form.KnownValue known) => $"{Plain(known.Value)}（{known.Source}）";
    public static string Duration(int minutes) => minutes < 60 ? $"{minutes} 分钟" : $"{minutes / 60} 小时{(minutes % 60 == 0 ? "" : $" {minutes % 60} 分钟")}";

    public static string Plain(decimal? number) => number is null ? "" : (number.Value / 1.000000000000000000000000000000000m).ToString("#,0.######", System.Globalization.CultureInfo.InvariantCulture);

    public static string Typed(decimal? number) => number is null ? "" : (number.Value / 1.000000000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Names of elements whose pack gives none.</summary>
    public static readonly IReadOnlyDictionary<string, string> ElementNames = new Dictionary<string, string>
    {
        ["students"] = "在校学生数",
        ["classes"] = "班级数",
        ["staff"] = "教职工数",
        ["teachers"] = "专任教师数",
        ["teachers_above_required"] = "高于规定学历教师数",
        ["teachers_backbone"] = "县级以上骨干教师数",
        ["teachers_pe_arts"] = "体育、艺术专任教师数",
        ["area_teaching"] = "教学及辅助用房面积",
        ["area_indoor_sports"] = "室内体育用房面积",
        ["area_outdoor_sports"] = "室外运动场地面积",
        ["equipment_value"] = "教学仪器设备资产值",
        ["rooms_networked"] = "网络多媒体教室数",
    };

    public static string UnitOf(Core.Indicators.Element element) => element.Unit.Length > 0 ? element.Unit
        : element.Key.StartsWith("area_", StringComparison.Ordinal) ? "㎡" : element.Key switch { "equipment_value" => "元", "classes" => "个", "rooms_networked" => "间", _ => "人" };

    /// <summary>A text to paste into a message to those who are late.</summary>
    public static string Urging(string title, string asker, DateOnly deadline, IEnumerable<string> late, DateOnly today) =>
        $"各有关单位：\n“{title}”应于{deadline:yyyy年M月d日}前报送。截至{today:yyyy年M月d日}，以下单位尚未报送：{string.Join("、", late)}。\n请抓紧登录平台完成填报、审核和报送；确有困难的，请与{asker}联系说明。\n{asker}\n{today:yyyy年M月d日}";
}
