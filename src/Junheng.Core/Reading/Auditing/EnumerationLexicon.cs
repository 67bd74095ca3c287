using System.Buffers;

namespace Junheng.Core.Reading.Auditing;

/// <summary>How official texts list what they have counted.</summary>
internal static class EnumerationLexicon
{
    public const string OpenList = "等", OpenThen = "等，";
    public static readonly string[] Ordinals = ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"];
    public static readonly string[] ListLeads = ["其中包含", "其中包括", "包括", "包含", "分别是", "分别为", "即", "也就是", "是指", "含", "：", ":", "，"];
    /// <summary>如 and 占 after a bracket list nothing, or some of the items only.</summary>
    public static readonly string[] PartialLeads = ["如", "例如", "主要", "比如", "含", "不含", "除", "占", "共", "约", "见", "详见", "以下", "每"];
    /// <summary>Classifiers of things that are counted by being listed.</summary>
    public static readonly string[] Abstract = ["个", "大", "项", "条", "类", "种", "级", "点", "步", "门", "方面", "层", "维"];
    public static readonly string[] AbstractNouns = ["方面", "层级", "层次", "层面", "阶段", "学段", "维度", "领域", "环节", "类别", "目标", "板块", "步骤", "梯次", "原则", "主体", "级", "大目标", "体系"];
    /// <summary>A colon after one of these introduces what was done, not what was counted.</summary>
    public static readonly SearchValues<string> Acts = SearchValues.Create(["开展", "进行", "实施", "完成", "召开", "了", "对", "达", "占", "参加", "检查", "调研", "督导", "反映", "认为", "表示", "指出", "建议", "发现"], StringComparison.Ordinal);
    public static readonly SearchValues<char> ListStarts = SearchValues.Create("，,；;：:。！？!?（(\n\t");
    public const string ListEnds = "。；;，, |";

    /// <summary>Units that are never spelt out item by item.</summary>
    public static readonly HashSet<string> NoItems =
    [
        "年", "月", "日", "天", "周", "个月", "小时", "分钟", "学年", "学期", "元", "平方米", "亩", "公里", "人次", "%", "百分点", "倍", "分", "次", "届", "轮", "岁", "课时", "学时", "期", "台", "册", "套", "米", "",
    ];

    public const char OpeningQuote = '“';
    public static bool IsQuote(char c) => c is '“' or '「' or '‘';
    public static bool IsOpening(char c) => c is '（' or '(' or '“' or '《' or '「' or '‘' or '【' or '〔' or '[';
    public static bool IsClosing(char c) => c is '）' or ')' or '”' or '》' or '」' or '’' or '】' or '〕' or ']';
    public static bool IsFullStop(char c) => c is '。' or '！' or '？' or '!' or '?';
}
