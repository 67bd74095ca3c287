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
    public const string QuestionnaireMissing = "请选择问卷。";

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
