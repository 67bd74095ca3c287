using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Claims;

/// <summary>Words and signs the claim rules look for.</summary>
internal static class ClaimLexicon
{
    public static Mark MarkOf(char c) => c switch
    {
        '《' => Mark.TitleOpen,
        '》' => Mark.TitleClose,
        '“' or '「' => Mark.QuoteOpen,
        '”' or '」' => Mark.QuoteClose,
        '"' => Mark.QuoteEither,
        '（' or '(' => Mark.BracketOpen,
        '）' or ')' => Mark.BracketClose,
        '\n' => Mark.LineEnd,
        _ => Mark.None,
    };

    public static bool EndsClause(char c) => c is '，' or ',' or '。' or '；' or ';' or '：' or ':' or '！' or '？' or '\n' or '、' or '（' or '(' or '）' or ')';
    public static bool EndsPhrase(char c) => c is '。' or '；' or ';' or '！' or '？' or '\n';
    public const string SentenceSigns = "。；;！？\n";
    public static bool EndsSentence(char c) => c is '。' or '！' or '？' or '\n';
    public static bool IsSemicolon(char c) => c is '；' or ';';
    public static bool IsColon(char c) => c is '：' or ':';
    public static bool QuotesOrTitles(char c) => c is '“' or '”' or '《';
    public static readonly char[] ListSigns = ['、', '和', '与', '及'];
    public static bool Lists(char c) => c is '、' or '和' or '与' or '及';
    public static bool IsListComma(char c) => c is '、';
    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf';

    public const char Ordinal = '第', Each = '每', OpenQuote = '“', Front = '前';
    public const string Sole = "唯一";
    public const string OneDigit = "一", Two = "二", Pair = "两";

    /// <summary>Time words after 每: what follows is how often.</summary>
    public static readonly Words Rhythm = ["年", "月", "周", "天", "日", "季", "学期", "学年", "学季", "半年", "两年", "两月", "两周", "三年", "五年", "个月", "旬"];
    public const string YearlyOne = "年月周季";

    /// <summary>Right before 一: the number is meant (仅一所, 只有一名).</summary>
    public static readonly Words OnlyWords = ["仅", "仅有", "只有", "只", "仅为", "惟一"];

    /// <summary>Right after N个: a slogan, no count (两个只增不减, 五个一, 四个自信).</summary>
    public const string SloganHeads = "只不必一“非";
    public static readonly Words SloganTails =
        ["意识", "自信", "维护", "确立", "全面", "代表", "面向", "服务理念", "回归", "百年", "大局", "转变", "相统一", "引路人", "明确", "坚持", "务必", "基本原则", "凡是", "文明", "大计", "中心任务", "结合起来", "必由之路", "全覆盖", "百分百", "不变", "到位"];

    /// <summary>A phrase that ends so is the name of a programme (“百名优秀青年人才培养工程”).</summary>
    public static readonly Words ProgrammeTails =
        ["工程", "计划", "行动", "项目", "活动", "大赛", "论坛", "讲坛", "讲堂", "机制", "制度", "模式", "体系", "战略", "方案", "规划", "政策", "标准", "课堂", "基地", "平台", "管理", "系统", "大战", "攻坚战", "热线"];

    /// <summary>After 三年 or 15分钟: a plan or a circle is named, no time is counted.</summary>
    public static readonly Words PlanHeads =
        ["行动", "计划", "规划", "方案", "一贯", "制", "级", "期规划", "发展规划", "建设规划", "工程", "攻坚", "实施", "滚动", "创建", "提升行动", "教育改革", "义务教育", "免费", "本科", "大计", "中期", "强校", "提质", "培养计划", "树木", "老校", "名校", "校庆", "一遇", "如一日", "大学", "底蕴", "市政", "工业", "一个周期", "一届", "一轮", "一次性规划", "生", "教龄津贴", "奋斗目标"];
    public const string Circle = "圈";
    public static readonly Words DayLong = ["制", "热线", "值守", "值班", "不间断", "服务", "在线", "开放", "全天候"];

    /// <summary>After N大: a campaign by name.</summary>
    public static readonly Words CampaignNames = ["攻坚战", "战役", "会战", "精神", "报告", "以来", "代表", "召开", "发明", "名著"];

    /// <summary>Before an edition: the text says how many there were (已实施三轮, 举办5期).</summary>
    public static readonly Words Counting =
        ["共", "已", "连续", "先后", "累计", "经过", "经历", "历经", "举办", "开展", "实施", "完成", "组织", "召开", "开办", "办", "了", "发行", "推出", "参加", "有", "开设", "培训", "总计", "合计", "分", "印发", "编印", "出版", "蝉联", "历时"];
    public const string NotCounting = "第首新本上下每一前后次该各末近";

    /// <summary>Introduces the members of a division (分为三类, 共四级).</summary>
    public static readonly Words Dividing = ["分", "分为", "分成", "共", "共有", "包括", "划分为", "设", "设立", "有", "构成", "设置", "含", "建立", "形成"];

    /// <summary>Right before 第N: a place in a ranking (位列全国第八, 上海市第一).</summary>
    public static readonly Words RankVerbs = ["位列", "位居", "排名", "名列", "列", "居", "排", "排在", "跃居", "升至", "获", "获得", "取得", "夺得", "荣获", "蝉联", "位次", "保持", "排行", "为", "是"];
    public const string RankPlaces = "市国省区县界球内州组类校";
    public const char NameMark = '名', PlaceMark = '位';
    public static readonly Words RankUnits = ["名", "位"];
    public static readonly Words TopUnits = ["名", "位"];

    public static readonly Words Persons =
        ["教师", "学生", "家长", "居民", "市民", "群众", "职工", "教职工", "老人", "老年人", "师生", "幼儿", "儿童", "考生", "学员", "党员", "专任教师", "在校生", "中小学生", "小学生", "初中生", "高中生", "中学生", "毕业生", "青少年", "常住人口", "人口", "干部", "志愿者", "用户"];
    public static readonly Words PersonNouns = ["人口", "人数", "学生数", "教师数", "人员", "在校生", "学生", "教师"];

    /// <summary>Nouns whose figure needs no unit (差异系数为0.35).</summary>
    public static readonly Words Pure = ["系数", "指数", "比值", "得分", "均分", "平均分", "评分", "总分", "标准差", "方差", "师生比", "生师比", "标准", "标准值", "限值", "阈值", "满意度", "指标值"];
    public static readonly Words PureAfter = ["系数", "调整系数", "的系数", "权重", "的权重", "的差异系数", "的标准", "的限值", "的上限"];
    public static readonly Words Copulas = ["的", "为", "达", "达到", "至", "到", "是", "降至", "升至", "降到", "升到", "：", ":", "由", "从", "按", "有", "共"];
    public static readonly Words Amounts = ["数", "数量", "人数", "总数", "总量", "总额", "率", "班级数", "学生数", "规模"];

    /// <summary>以十万计.</summary>
    public const char Reckon = '计', By = '以';

    /// <summary>Between two limits (3个月或60课时).</summary>
    public const string Or = "或";

    /// <summary>Between a list's figures.</summary>
    public static readonly Words ListWords = ["、", "和", "与", "及", "以及", "，", ",", "或", "/"];

    /// <summary>The word before 条 in quotes or 强 and the like makes a name; see the quotation rule.</summary>
    public static readonly Words NameUnits = ["条", "级", "版", "代", "课", "分"];

    /// <summary>千人指标, 万人指标: what is reckoned by so many people.</summary>
    public static readonly Words NormNames = ["指标", "拥有量", "比例"];

    /// <summary>What is asked of many at once, around a visit rather than in it.</summary>
    public static readonly Words SurveyWords = ["问卷", "普查", "网上调查", "网络调查"];

    /// <summary>Between a first and a last figure (从21亿元增长到28亿元).</summary>
    public static readonly Words Risings = ["增长到", "增长至", "增加到", "增加至", "提高到", "提高至", "提升到", "提升至", "上升到", "上升至", "扩大到", "扩大至", "下降到", "下降至", "下降为", "增加为", "提高为", "调整为", "降低到", "降低至", "减少到", "减少至", "增至", "升至", "降至", "减至"];
    public static readonly Words Froms = ["从", "由"];

    /// <summary>What a frequency counts.</summary>
    public static readonly Words Occasions = ["次", "期", "场", "篇", "节", "课时", "学时", "小时", "轮", "回", "遍", "本", "份", "堂", "天", "项"];

    public static bool OpensNumber(char c) => c is '〔' or '[' or '［' or '【';
    public const string MedalFollow = "、，,。和；; 的牌及\n）)";
    public const string Aligned = "分别";

    public const string Etc = "等", Great = "大", Level = "级", Days = "日", Years = "年", Weeks = "周", Hours = "小时", Minutes = "分钟";
    public const char CloseQuote = '”', Month = '月';
    public static readonly Words AgoWords = ["前", "后", "级", "来"];
    public const string YearOf = "年的";
    public const char TitleOpen = '《', TitleClose = '》';
    public const string Issues = "印发";
    public const char OpenBracket = '（', Of = '的';
    public const string NotAfterName = "单师称校";
    public const string RankFollows = "的”“ ";
    public const string SoleFields = "市国省区县内全界海";
    public static readonly Words SoleVerbs = ["获", "入选", "被", "一次"];
    public static readonly Words ListBounds = ["以上、", "左右、", "以下、", "以内、"];
    /// <summary>学前三年 names the years of kindergarten.</summary>
    public const string Preschool = "学前";
    public static readonly Words RuleNames = ["管理", "规定", "准则", "禁令", "严禁", "严格"];
    public const string Item = "项";
    /// <summary>三台县, 五里桥, 三元路: a place, unless its last character begins 区级 and the like.</summary>
    public const string PlaceUnits = "台元门里间座条亩度升";
    public const string PlaceTails = "县区镇乡村里路街山桥港湾";
    public const string NotPlace = "级属本域内道";
    public const string Circuits = "周轮届";
    public const char Floors = '楼';
    public const string Storey = "层";
    public const string ClockMarks = "时点";
    /// <summary>A document of this kind promises; its figures are targets unless they are said to be reached.</summary>
    public static readonly Words PromisingKinds = ["工作要点", "实施意见", "实施方案", "行动方案", "行动计划", "工作方案", "规划纲要", "工作计划", "发展规划", "若干措施", "工作安排"];
}
