namespace Junheng.Core.Quantities;

/// <summary>The words that turn years, months and plans into periods.</summary>
public static class PeriodLexicon
{
    public const char Year = '年', Month = '月', Day = '日', DayNumber = '号', Ten = '十', Five = '五';
    public static readonly Words AsOf = ["截至到", "截止到", "截至", "截止", "截至于", "截止至"];
    public static readonly Words Since = ["以来", "起", "开始", "至今", "迄今", "来"];
    public static readonly Words Before = ["之前", "以前", "前"];
    public static readonly Words YearEnd = ["年底", "年末", "年终", "底", "末"];
    public static readonly Words YearStart = ["年初", "初"];
    public static readonly Words FirstHalf = ["上半年"];
    public static readonly Words SecondHalf = ["下半年"];
    public static readonly Words During = ["期间", "时期", "规划期间", "规划期", "期内"];
    public static readonly Words PlanEnd = ["末", "期末", "时期末"];
    public static readonly Words YearMarks = ["学年度", "学年", "年度", "年"];
    public static readonly Words MonthTails = ["份"];
    public static readonly Words MonthEnd = ["月底", "月末", "底", "末"];

    /// <summary>In front of 三年: the years just past.</summary>
    public static readonly Words Recent = ["近", "最近", "过去", "近来", "前", "这", "上", "以往"];
    /// <summary>In front of 三年: the years to come.</summary>
    public static readonly Words Coming = ["未来", "今后", "接下来", "往后"];
    /// <summary>After 三年: the years just past.</summary>
    public static readonly Words Ago = ["以来", "来", "间", "中", "多来", "余来"];
    /// <summary>After 三年: a term to keep, unless the sum of what was done follows (共投入).</summary>
    public static readonly Words Within = ["之内", "内", "时间内", "左右时间"];
    public static readonly Words Done = ["共", "累计", "已", "先后", "总计", "有", "合计", "净增", "新增", "总投", "平均"];

    /// <summary>5年累计不少于: a rule for any years, not those just past.</summary>
    public static readonly Words Norms = ["不少于", "不低于", "不超过", "不得", "至少", "应", "须", "最多"];

    /// <summary>The present state, which no earlier year dates.</summary>
    public static readonly Words Now = ["目前", "现有", "截至目前", "截止目前", "现已", "当前", "迄今", "至今", "现在", "如今", "眼下", "现共有", "现"];
    public const string NowFirsts = "目现截当迄至如眼";

    /// <summary>2025年12月5日印发的意见书: the date of what is spoken of, not of the figures.</summary>
    public static readonly Words Issued = ["印发的", "下发的", "发布的", "出台的", "公布的", "颁布的"];

    public static readonly Words To = ["到", "至"];
    public static readonly Words From = ["从", "自", "由"];
    /// <summary>Before a year these mean a deadline only when something is still to do; 达到2020年 is none.</summary>
    public const string NotTo = "达收得看想遇";

    /// <summary>比2021年提高: the year compared with dates nothing.</summary>
    public const string Comparing = "比较";

    /// <summary>始建于1956年 dates a beginning, not the figures that follow.</summary>
    public static readonly Words Beginnings = ["始建于", "创办于", "成立于", "建于", "创建于", "创立于", "组建于", "出生于", "生于", "建校于", "创刊于", "改制于"];
    /// <summary>是2015年的1.8倍.</summary>
    public const string SameAs = "是为";
    public const char SchoolBefore = '学';

    /// <summary>“从2016年…到2020年的8个年级” reports the later year; nothing is due.</summary>
    public const char Of = '的';

    /// <summary>What was finished by then: 到2019年，已实施三轮.</summary>
    public static readonly Words Finished = ["已", "了", "共创建", "成功创建", "共有", "共评出", "共建"];

    /// <summary>现 alone says "now" before a verb of having: 现建有, 现设.</summary>
    public static bool IsNowAlone(string text, int at) =>
        at + 1 < text.Length && "设建为共配开".Contains(text[at + 1], StringComparison.Ordinal)
        && (at == 0 || !"体实出表展发呈".Contains(text[at - 1], StringComparison.Ordinal));

    /// <summary>Signs between the years of a list.</summary>
    public const string ListSigns = "、和与及,，";
    public static bool EndsSentence(char c) => c is '。' or '；' or ';' or '\n' or '！' or '？';
    public static bool Turns(char c) => c is '后' or '期' or '往';

    public static bool OpensQuote(char c) => c is '“' or '"' or '‘' or '\'' or '「' or '”';
    public static bool ClosesQuote(char c) => c is '”' or '"' or '’' or '\'' or '」' or '“';
}

/// <summary>The letter a relative term is written with: within:3y, within:6m, within:30d.</summary>
internal static class PeriodUnits
{
    public static char Code(string unit) => unit switch { "年" or "学年" => 'y', "个月" => 'm', "周" => 'w', "天" or "日" or "工作日" => 'd', _ => ' ' };
}
