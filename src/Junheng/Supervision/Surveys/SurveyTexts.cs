using Junheng.Platform.Web;
using Junheng.Supervision.Surveys.Frames;
using Junheng.Ui.Components;

namespace Junheng.Supervision.Surveys;

public static class SurveyTexts
{
    public const string Title = "问卷调查";
    public const string ReadPermission = "查看问卷调查及结果";
    public const string ManagePermission = "组织问卷调查";
    public const string ProgressPermission = "查看本单位答卷进度";
    public const string ExportPermission = "导出调查结果和答卷数据";
    public const string NoDraft = "调查已经开始，不能再改。需要延长时间请用“延长”。";
    public const string FrameStands = "调查已经开始，调查对象和人数不能再改。";
    public const string NotOpen = "调查没有在进行。";
    public const string TitleMissing = "请填写调查名称。";
    public const string OrganiserMissing = "请填写组织单位。";
    public const string ClosesFirst = "结束时间应晚于开始时间。";
    public const string ThresholdOutOfRange = "最小人数应在 3 到 100 之间。";
    public const string NoClass = "至少选一类调查对象。";
    public const string AddressMalformed = "访问地址应以 https:// 或 http:// 开头，例如 https://diaocha.example.gov.cn。";
    public const string ExtensionNotLater = "新的结束时间应晚于原来的结束时间和现在。";
    public const string ReasonMissing = "请填写原因。";
    public const string MappingNameMissing = "请填写对应关系的名称。";
    public const string TimeMalformed = "时间应写成 08:30 这样。";
    public const string NotPublished = "答题系统还没有收到这项调查，请在调查页按“再次发送”。";
    public const string VoucherCountOutOfRange = "一次可制作 1 到 5,000 份。";
    public const string VoucherCellMissing = "所选单位没有这一类调查对象。";
    public const string CodesSheet = "一次性答题码";
    public const string LinksSheet = "专属链接";
    public static readonly string[] CodeHeads = ["单位", "类别", "答题码", "输入地址"];
    public static readonly string[] LinkHeads = ["单位", "类别", "专属链接"];
    public const string QuestionnaireMissing = "请选择问卷。";

    public const string ClosesInPast = "结束时间已过，请先修改。";
    public const string FrameMissing = "还没有确定调查对象。请先生成调查对象表。";
    public const string FrameOutdated = "参加的类别改过，调查对象表还是原来的。请重新生成。";
    public const string AddressLocal = "访问地址是本机地址，手机扫码打不开。请填写手机能访问的地址。";
    public const string AddressPlain = "访问地址没有使用 https，答卷在网络上可能被他人看到。";
    public const string PopulationMissing = "没有填写常住人口数，样本量要求无法确定。";
    public const string ClosingJob = "关闭调查并生成结果";
    public const string Sealing = "正在封存答卷";
    public const string Computing = "正在计算结果";
    public const string Storing = "正在保存结果";
    public const string Ready = "结果已生成";
    public const string System = "系统";
    public const string FrameSheet = "调查对象";
    public static readonly string[] FrameHeads = ["序号", "单位", "街镇", "类别", "人数", "人数来源", "可凭海报作答"];

    /// <summary>For a chat group: what, who, until when, where; no word about who has not answered, which nobody knows.</summary>
    public static string Reminder(SurveyCampaign campaign, string respondents, CellProgress line, string address) =>
        $"【{campaign.Title}】\n{line.Cell.Place}{respondents}：请于{campaign.Closes.Shown()}前填写问卷，约需几分钟，不记姓名。"
        + (line is { Answers: { } answers, Cell.Size: > 0 and var size } ? $"目前已收到 {answers:N0} 份（共 {size:N0} 人）。" : "")
        + $"已填写的请忽略。\n{address}\n{campaign.Organiser}";

    public const string NoAnswers = "表里没有数据行。";
    public const string ClassNotChosen = "没有指明是哪一类。请选择“都是哪一类”或类别所在的列。";
    public static readonly char[] Separators = [';', '；', '┋', '|', '、', '\n', '→'];
    public static readonly string[] SchoolHeads = ["学校", "单位", "园所", "街镇"];
    public static readonly string[] ClassHeads = ["类别", "身份", "您是"];
    private static readonly string[] NotChosen = ["0", "否", "未选中", "未选", "无", "FALSE", "false", "(空)", "(跳过)"];

    /// <summary>Whether a column of its own says that its option was chosen.</summary>
    public static bool Chosen(string text) => text.Length > 0 && !NotChosen.Contains(text);

    public static string TooManyAnswers(int most) => $"一次最多导入 {most:N0} 份，请分开。";
    public static string Column(int column) => $"第{column}列";
    public static string ClassNotFound(string text) => $"“{text}”不是问卷的类别。";
    public static string PlaceNotFound(string place, string respondents) => place.Length == 0 ? $"没有指明{respondents}是哪个单位的。" : $"调查对象表中没有“{place}”的{respondents}。";
    public static string ValueNotUnderstood(string text) => $"“{text}”不是这一题的选项，或超出范围。";
    public static string AnswersRefused(int count) => $"有 {count:N0} 处不对，没有导入任何一份。";

    public static string FileName(string title, string what) => $"{title}-{what}.xlsx";
    public static string ClassUnknown(string key) => $"问卷中没有类别“{key}”。";
    public static string NothingAsked(string name) => $"问卷没有向{name}提任何问题。";
    public static string ClassWithoutCells(string name) => $"{name}没有任何调查对象。";
    public static string SizesUnknown(string name, int unknown, int all) => $"{name}有 {unknown} 处（共 {all} 处）人数未知，答卷率无法计算，答卷合并到街镇或全区保存。";
    public static string SizesZero(string name, int count) => $"{name}有 {count} 处人数为 0。";

    public static string Coarsened(string name, int cells, int towns, bool district) =>
        $"{name}有 {cells} 处人数过少、未知，或因此与其合并，答卷上不留单位，只记到{(towns > 0 ? $"街镇（{towns} 个）" : "")}{(towns > 0 && district ? "，其余记到" : "")}{(district ? "全区" : "")}。";

    public const string CellUnknown = "没有这个序号。请用导出的表填写，不要改动序号。";
    public const string CellTwice = "这个序号出现了两次。";

    public static string CellElsewhere(string place) => $"这个序号的单位是“{place}”。";
    public static string CellOfClass(string name) => $"这个序号的类别是“{name}”。";
    public static string YesNo(bool value) => value ? "是" : "否";

    public static string SizeOutOfRange(string place) => $"{place}的人数应在 0 到 1,000,000 之间。";

    public static string Name(CampaignState state) => state switch
    {
        CampaignState.Draft => "准备中",
        CampaignState.Open => "进行中",
        CampaignState.Closing => "正在关闭",
        _ => "已关闭",
    };

    public static Tone Sign(CampaignState state) => state switch
    {
        CampaignState.Draft => Tone.Plain,
        CampaignState.Open or CampaignState.Closing => Tone.Busy,
        _ => Tone.Good,
    };

    public static string Name(CellLevel level) => level switch
    {
        CellLevel.School => "按学校",
        CellLevel.Town => "按街镇",
        _ => "全区",
    };

    public static string Name(SizeOrigin origin) => origin switch
    {
        SizeOrigin.Facts => "数据汇集",
        SizeOrigin.Assumed => "默认每校 1 人",
        SizeOrigin.Typed => "手工填写",
        SizeOrigin.Summed => "合计",
        _ => "未知",
    };

    public static string Name(StepKind kind) => kind switch
    {
        StepKind.Opened => "发布",
        StepKind.Extended => "延长",
        StepKind.Links => "制作专属链接",
        StepKind.Codes => "制作一次性答题码",
        StepKind.Imported => "导入答卷",
        StepKind.Closing => "关闭",
        _ => "结果已生成",
    };
}
