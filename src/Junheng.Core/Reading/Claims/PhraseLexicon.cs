using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Claims;

/// <summary>The words that stand around figures and say what they measure.</summary>
internal static class PhraseLexicon
{
    private static readonly Words Heads =
        ["以上", "以下", "以内", "左右", "的", "其中", "分别", "同时", "并且", "而且", "以及", "并", "且", "和", "及", "与", "使", "让", "目前", "现有", "还", "仍", "共有", "共计", "共", "均", "确保", "实现", "力争", "努力", "一是", "二是", "三是", "截至", "另有", "另外", "此外", "到", "由", "从", "按", "即", "其", "比如", "例如", "为", "含", "包含", "包括", "："];

    private static readonly Words Tails =
        ["分别", "为", "达到", "达", "到", "至", "共计", "合计", "总计", "累计", "共", "已", "有", "是", "仅", "只", "了", "约", "近", "超过", "不低于", "不少于", "至少", "不超过", "突破", "超", "占", "保持在", "控制在", "稳定在", "在", "提高", "提升", "上升", "下降", "降", "增加", "增长", "扩大", "年均", "每年", "每月", "每周", "均", "的", "仍", "从", "由", "按", "比", "较", "也", "还", "将", "要", "于", "出", "缺", "逾", "不足", "左右", "以上", "增", "减少", "减", "升", "高于", "低于", "基本", "各", "每生", "每人", "过", "不"];

    private static readonly Words Verbs =
        ["参加", "参与", "进行", "开展", "接受", "受到", "获得", "获", "荣获", "达到", "完成", "用于", "专门", "来", "在", "对", "被", "占", "为", "是", "并", "均", "未", "已", "将", "按", "由", "成为", "取得", "实现", "入选", "认为", "达", "到", "以", "从", "给", "向", "享受", "流动", "覆盖", "作为", "构成", "组成", "减少", "增加", "增至", "减至", "降至", "升至", "提高", "上升", "下降", "扩大", "缩小"];

    private static readonly Words Measures =
        ["一般公共预算", "生均", "人均", "师均", "班均", "校均", "平均", "财政", "经费", "投入", "拨款", "支出", "资助金额", "资金", "增幅", "增长", "占比", "占", "比例", "比重", "覆盖率", "覆盖", "达标率", "入学率", "就业率", "满意度", "合格率", "优良率", "毕业率", "升学率", "完成率", "办结率", "普惠率", "学历", "建筑面积", "占地面积", "面积", "数量", "人数", "总数", "学生数", "教师数", "班级数", "学校数", "差异系数", "系数", "得分"];

    /// <summary>A measure of a measure: 教育财政投入 + 增幅.</summary>
    private static readonly Words RateTails = ["增幅", "增速", "涨幅", "降幅", "增长", "占比", "比例", "比重"];

    private static readonly Words Scopes =
        ["义务教育", "学前教育", "普通高中", "中等职业", "职业教育", "特殊教育", "终身教育", "老年教育", "社区教育", "小学", "初中", "高中", "幼儿园", "中职", "公办", "民办", "全国", "全市", "全区", "全省", "全县", "本市", "本区"];

    /// <summary>Words that only look like a connective at their head or a copula at their tail.</summary>
    private static readonly Words KeptHeads = ["均衡", "共建", "共享", "共同", "共青", "和平", "和谐", "与会", "按时", "为民", "到位", "由来", "从事", "从教", "含有"];
    private static readonly Words KeptTails =
        ["支出", "占比", "师比", "生比", "同比", "环比", "对比", "产出", "净增", "新增", "突出", "输出", "流出", "转出", "派出", "演出", "举办", "经过", "通过", "具有", "拥有", "享有", "特有", "现有", "所有", "参与", "学位缺", "空缺", "增减"];

    /// <summary>Where the noun after a count ends and what it does begins.</summary>
    private static readonly Words Predicates =
        ["开展", "获得", "荣获", "签署", "参加", "参与", "实现", "完成", "分别", "引领", "共计", "进行", "自发", "成为", "出版", "达成", "顺利", "联合", "扩展", "增加", "接受", "用于", "达到", "取得", "建成", "通过", "享受", "入选", "申报", "被", "为", "获", "在", "至", "已", "均", "减少", "增至", "减至", "降至", "升至", "提高到", "上升", "下降", "缩小"];

    public static ReadOnlySpan<char> TrimStart(ReadOnlySpan<char> words)
    {
        for (words = words.TrimStart(); Heads.At(words, 0) is var length and > 0 && KeptHeads.At(words, 0) == 0; words = words[length..].TrimStart()) { }
        return words;
    }

    public static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> words)
    {
        for (words = words.TrimEnd(); Tails.Before(words, words.Length) is var length and > 0 && KeptTails.Before(words, words.Length) == 0; words = words[..^length].TrimEnd()) { }
        return words;
    }

    public static bool VerbAt(string text, int at, bool first) => text[at] == ClaimLexicon.Of || (first ? Verbs : Predicates).At(text, at) > 0;

    private const string General = "教育";

    /// <summary>Where the measure begins in 小学生均支出; 0 when the whole is one noun phrase.</summary>
    public static int MeasureStart(string lead)
    {
        var of = lead.LastIndexOf(ClaimLexicon.Of);
        if (of > 0 && of < lead.Length - 1) return of + 1;
        if (Measures.At(lead, 0) > 0) return RateTails.Before(lead, lead.Length) is var tail and > 0 && tail < lead.Length ? lead.Length - tail : 0;
        var cut = lead.Length > 1 ? Measures.IndexIn(lead.AsSpan(1)) + 1 : 0;
        // 教育财政投入: education at large is no subject of its own.
        return cut == General.Length && lead.StartsWith(General, StringComparison.Ordinal) ? 0 : cut;
    }

    public static string? ScopeOf(string words)
    {
        var at = Scopes.IndexIn(words);
        return at < 0 ? null : words.Substring(at, Scopes.At(words, at));
    }

    public static readonly Words Shares = ["占比", "占", "比例", "比重", "比率", "份额", "占总", "占到", "占全"];
    public static readonly Words Growths = ["增幅", "增长", "同比", "较上年", "比上年", "较去年", "比去年", "环比", "增加", "提高", "提升", "上升", "下降", "减少", "递增", "增速", "降低", "涨幅", "降幅", "上涨", "回落"];
    public static readonly Words Differences = ["增加", "减少", "净增", "新增加", "递增", "增长", "缺", "缺配", "短缺", "缺口", "相差", "差距", "减", "扩大", "下降", "提高", "高出", "低"];
    public static readonly Words Levels = ["到", "至", "达", "达到", "为"];
    public static readonly Words Totals = ["共", "共计", "合计", "总计", "总投资", "总数", "总量", "累计", "总额", "总面积", "总人数", "一共"];
    public static readonly Words Parts = ["其中", "含", "包含", "包括"];
    public static readonly Words Needs = ["应配", "应配置", "需配", "应建", "应有", "尚需", "需要", "应完成", "应达到", "规定应", "需新增", "缺口"];
    public static readonly Words Rules = ["标准", "不得", "规定", "原则上", "必须", "须", "应当", "按照", "每生每年", "每人每", "定额", "给予", "补贴", "具有", "以每", "配备", "保证", "严格"];
    public static readonly Words Plans = ["拟", "将", "预计", "筹建", "计划新", "计划建", "计划投", "计划用", "规划建设", "规划新建"];
    public static readonly Words Done = ["已", "了", "现有", "目前", "完成了", "共有", "已有", "累计", "获", "完成年度"];
    public static readonly Words Wishes = ["力争", "争取", "争创", "确保", "目标", "努力", "要求"];
    public static readonly Words Rates = ["增幅", "增速", "涨幅", "降幅", "增长率"];
    public const string Semicolons = "；;";
    public const string Commas = "，,";
}
