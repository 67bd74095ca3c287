using System.Buffers;
using static Junheng.Core.Reading.Auditing.AuditLexicon;

namespace Junheng.Core.Reading.Auditing;

/// <summary>The words by which a sentence says that one number follows from others.</summary>
internal static class RelationLexicon
{
    // Growth: nouns name the rate (增幅), verbs may also introduce a new level (增长到).
    public static readonly string[] GrowthNouns = ["增幅", "增长率", "增长幅度", "增速", "增长速度", "涨幅", "升幅", "增加幅度", "提高幅度"];
    public static readonly string[] DeclineNouns = ["降幅", "下降率", "下降幅度", "减幅", "减少幅度", "降低幅度"];
    public static readonly string[] GrowthVerbs = ["增长", "增加", "提高", "上升", "提升", "上涨", "扩大", "递增"];
    public static readonly string[] DeclineVerbs = ["下降", "减少", "降低", "缩减", "压减", "下滑", "递减"];
    public static readonly string[] GrowthFillers = ["了", "约", "近", "超过", "达", "达到", "为", "是", "分别", "分别为", "分别是", "分别达", "分别达到", "均为", ":", "：", "也", "将"];
    public static readonly string[] GrowthAdverbs = ["年均", "平均每年", "年平均", "同比", "环比", "比上年", "较上年", "比上年度", "较上年度", "比去年", "较去年", "比上一年", "较上一年", "比前一年", "上年", "去年", "年度", "分别", "每年", "逐年", "各年", "相应", "均", "也", "年", "其", "比", "较", "即", "约", "的", "且", "共", "总体", "同期", "又", "再"];
    public static readonly SearchValues<char> LevelMarks = SearchValues.Create("到至为");
    public static readonly string[] LevelTails = ["到", "至"];
    public static readonly string[] LooseTails = ["的", "约", "近", "了"];
    public static readonly SearchValues<string> From = SearchValues.Create(["从", "由"], StringComparison.Ordinal);
    public static readonly SearchValues<string> Than = SearchValues.Create(["较", "比", "同期"], StringComparison.Ordinal);
    public static readonly SearchValues<string> LastYear = SearchValues.Create(["上年", "去年", "上一年", "前一年", "同期", "上学年", "上年度"], StringComparison.Ordinal);
    public static readonly SearchValues<string> Before = SearchValues.Create(["较", "比", "上年", "去年", "同期", "前年"], StringComparison.Ordinal);
    public static readonly SearchValues<string> Averaged = SearchValues.Create(["年均", "平均每年", "年平均", "累计增", "累计提", "每年", "逐年", "以上年", "同口径", "实际", "名义", "剔除", "扣除", "可比"], StringComparison.Ordinal);
    public static readonly SearchValues<string> EveryYear = SearchValues.Create(["年均", "平均每年", "年平均"], StringComparison.Ordinal);
    /// <summary>高于, 低于 and the like compare with somebody else, not with the year before.</summary>
    public static readonly SearchValues<string> OtherReference = SearchValues.Create(["平均", "高于", "低于", "全市", "全国", "全省", "标准", "计划", "目标", "预算"], StringComparison.Ordinal);

    // Share.
    public static readonly string[] BareShare = ["比例为", "比例达", "比例达到", "比重为", "比重达", "比重达到", "比例分别为", "比重分别为"];
    public const string Altogether = "共有";
    public static readonly string[] ShareAdverbs = ["约", "分别", "均", "其", "所", "仅", "也", "各", "人数", "数量", "数", "共", "总", "只"];
    public static readonly string[] ShareTails = ["的", "约", "近", "了", "为", "达", "到", "达到", "分别", "是", "比例", "比重", "比", "约为", "超过", "百分比"];
    public const char ShareVerb = '占', RateTail = '率';
    public static readonly string[] TotalTails = ["总人数", "总数", "总量", "总额", "总人次", "总面积", "总体", "人数", "数量", "数", "总"];
    public static readonly string[] WholeHeads = ["全部", "全区", "本区", "全体", "所有", "全校", "我区", "该校", "区内", "同期", "当年", "总", "现有"];

    /// <summary>完成年度目标的70%</summary>
    public const string Completed = "完成";

    // Totals and parts.
    public static readonly string[] SumLeads = ["合计", "共计", "总计", "总共", "一共", "合计为", "共计为", "总计为", "三项合计", "两项合计", "四项合计", "以上合计", "合计达", "共计达", "总计达", "共", "合计共"];
    public static readonly string[] FirmSums = ["合计", "共计", "总计"];
    public static readonly SearchValues<char> Counters = SearchValues.Create("年项类级方者校区镇月季");
    public static readonly SearchValues<char> ListDividers = SearchValues.Create("、，,");
    public const char OpenWord = '等';
    /// <summary>Figures that stand beside a total to be compared with it, not to be added up to it.</summary>
    public static readonly SearchValues<string> Comparing = SearchValues.Create(["去年", "前年", "上年", "同期", "较", "比", "原", "计划", "目标", "应", "增", "减", "缺", "超"], StringComparison.Ordinal);
    public static readonly SearchValues<string> Includes = SearchValues.Create(["包括", "包含", "含"], StringComparison.Ordinal);
    public static readonly SearchValues<char> IncludeMarks = SearchValues.Create("括含");
    public const string Inside = "在内";
    public static readonly SearchValues<string> Divided = SearchValues.Create(["分别是", "分为"], StringComparison.Ordinal);
    public static readonly SearchValues<char> Breaks = SearchValues.Create("；;。！？!?\n");
    public static readonly SearchValues<string> OpenEnd = SearchValues.Create(["等", "主要", "如", "例如"], StringComparison.Ordinal);
    public static readonly SearchValues<string> Rest = SearchValues.Create(["其余", "其他", "其它", "剩余"], StringComparison.Ordinal);

    // Difference.
    public static readonly SearchValues<string> Should = SearchValues.Create(["应", "需", "计划", "核定", "规定", "标准", "编制", "定额", "拟", "指标", "原有"], StringComparison.Ordinal);
    public static readonly SearchValues<string> Really = SearchValues.Create(["仅", "实", "已", "现", "只", "目前", "完成", "到位", "在编", "在岗"], StringComparison.Ordinal);
    public static readonly SearchValues<string> Short = SearchValues.Create(["缺编", "缺口", "缺额", "缺配", "缺少", "缺岗", "缺员", "短缺", "尚缺", "仍缺", "还缺", "空缺", "还差", "相差", "尚差", "仍差", "未完成", "未到位", "剩余", "尚余", "空编", "未配"], StringComparison.Ordinal);
    public const string Lacks = "缺";
    public static readonly SearchValues<char> LackMarks = SearchValues.Create("缺差编额配余成位岗员口少占出超拨");
    public static readonly SearchValues<string> Over = SearchValues.Create(["超编", "超出", "超配", "多出", "超额", "超员"], StringComparison.Ordinal);

    public static readonly SearchValues<string> NotDone = SearchValues.Create(["未", "尚"], StringComparison.Ordinal);
    public static readonly SearchValues<string> Ground = SearchValues.Create(["占地", "用地"], StringComparison.Ordinal);

    // Spans of time.
    public static readonly HashSet<string> DayUnits = ["天", "日"];
    public static readonly HashSet<string> YearUnits = ["年", "个年度", "年度"];
    public const string SpanJoints = "，, 这（(共";

    // Product and ratio.
    public const string Mean = "平均";
    public static readonly SearchValues<string> PerHead = SearchValues.Create(["生均", "人均"], StringComparison.Ordinal);
    public const string ClassUnit = "班", GenericUnit = "个", ClassNoun = "班级", ClassName = "教学班";
    public static readonly SearchValues<string> EachVerbs = SearchValues.Create(["各配备", "各安排", "各设", "各补助", "各奖励", "各配置", "各投入", "各派"], StringComparison.Ordinal);
    public const string PersonTimes = "人次";
    public const char Each = '每';
    public static readonly SearchValues<string> InTotal = SearchValues.Create(["共", "合计", "总计", "累计", "总额", "总投入", "总数"], StringComparison.Ordinal);
    public static readonly SearchValues<string> PupilTeacher = SearchValues.Create(["师生比", "生师比"], StringComparison.Ordinal);
    public static readonly SearchValues<string> ClassSize = SearchValues.Create(["平均班额", "班均", "平均每班"], StringComparison.Ordinal);
    public static readonly SearchValues<string> Pupils = SearchValues.Create(["学生", "在校生", "幼儿", "在园"], StringComparison.Ordinal);
    public static readonly SearchValues<string> Teachers = SearchValues.Create(["专任教师", "教师"], StringComparison.Ordinal);

    public static readonly string[] LabelHeads = ["其中", "包括", "包含", "含", "分别为", "全区", "共", "另有", "还有", "以及", "和", "及", "与", "现", "目前", "截至"];
    public static readonly string[] LabelTails = ["分别为", "分别达到", "分别", "共有", "现有", "已有", "设有", "各有", "有", "为", "达到", "达", "是", "共计", "合计", "总计", "共", "约", "近", "仅", "仅有", "只有", "计", "占", "各", "数", "了"];

    public static bool IsYearTail(char c) => c is '度' or '末' or '底' or '初';

    /// <summary>近三年, 三年来: as many years as the list has figures.</summary>
    public static bool SaysYears(ReadOnlySpan<char> lead, int count)
    {
        for (var i = 1; i < lead.Length; i++)
        {
            if (lead[i] != Year) continue;
            var at = i - 1;
            while (at > 0 && IsSpace(lead[at])) at--;
            var number = IsDigit(lead[at]) ? (at > 0 && IsDigit(lead[at - 1]) ? 0 : Digit(lead[at])) : Numeral(lead[at]);
            if (number == count) return true;
        }
        return false;
    }

    /// <summary>50所学校中，有30所: 中 as “among”, not as the end of 初中 or 高中.</summary>
    public static bool SaysAmong(ReadOnlySpan<char> after)
    {
        var gap = after[..Math.Min(after.Length, 12)];
        for (var i = 0; i + 1 < gap.Length && !ClauseEnds.Contains(gap[i]); i++)
            if (gap[i] == '中' && (IsComma(gap[i + 1]) || gap[i + 1] == '有') && (i == 0 || gap[i - 1] is not ('初' or '高' or '完' or '职' or '其'))) return true;
        return false;
    }

    /// <summary>每校 after 50所, 每人 after 20名: the word after 每 names what was counted.</summary>
    public static bool IsOf(ReadOnlySpan<char> afterEach, Dimension counted)
    {
        if (afterEach.Length == 0 || counted.Name.Length == 0) return false;
        return afterEach[0] switch
        {
            '人' or '名' or '位' or '生' => counted.IsPersons,
            '校' or '所' => counted.Name[0] == '所',
            '年' => counted.Name == "年",
            '月' => counted.Name is "月" or "个月",
            '班' => counted.Name.EndsWith('班'),
            var c => c == counted.Name[0],
        };
    }
}
