using Junheng.Core.Schooling;
using Junheng.Supervision.Surveys.Frames;

namespace Junheng.Supervision.Surveys.Demonstration;

/// <summary>Invented remarks. Names, numbers and plates in them belong to nobody; they are there so that screening can be seen at work.</summary>
internal static class SimulatedTexts
{
    public const string StageItem = "STAGE";
    public const string ChangedFigure = "fairness";
    public const string Organiser = "云浦区人民政府教育督导室";
    public const string Address = "http://localhost:5080";
    public const int Population = 872_000;

    public static string GeneralTitle(int year) => $"云浦区{year}年教育综合督政网上问卷";
    public static string RecognitionTitle(int year) => $"云浦区{year}年义务教育优质均衡社会认可度调查";

    public static int Delegates(SurveyCell cell) => cell.Class switch
    {
        RespondentKeys.Congress => 268,
        RespondentKeys.Cppcc => 241,
        RespondentKeys.Town => 18 + cell.Number % 7,
        RespondentKeys.Committee => 32,
        RespondentKeys.Public => 600,
        _ => 15 + cell.Number % 20,
    };

    public static readonly IReadOnlyDictionary<Stage, string> StageWords = new Dictionary<Stage, string>
    {
        [Stage.Kindergarten] = "幼儿园",
        [Stage.Primary] = "小学",
        [Stage.Junior] = "初中",
        [Stage.Senior] = "高中",
        [Stage.Vocational] = "中等职业",
        [Stage.Special] = "特殊教育",
    };

    private static readonly string[] Openings = ["", "", "总的来说不错，", "希望", "建议", "作为家长，", "说句实话，", "近两年有进步，", "我觉得"];

    private static readonly string[] Matters =
    [
        "课后服务的内容可以再丰富一些，多一些体育和科学活动", "书面作业还是偏多，孩子睡得晚", "食堂的菜偏凉，品种也少", "校门口早晚高峰太堵，希望多安排人手疏导",
        "操场太小，下雨天没有地方上体育课", "老师流动太快，一个学期换了两位任课老师", "教师待遇与邻区比有差距，留不住人", "与教学无关的填表和检查太多，占用备课时间",
        "希望学校多开家长开放日，让家长了解课堂", "心理老师一周只来一次，不够", "校车线路太绕，希望增加一站", "图书馆开放时间太短", "希望控制校外培训的变相收费",
        "随迁子女入学手续可以再简化", "督学公示牌上的电话打不通", "班额偏大，老师顾不过来", "体育课常被占用", "艺术课的器材旧了，该更新", "入学政策公布得再早一点就好",
        "教研活动质量高，对年轻教师帮助大", "网络卡顿，电子屏经常用不了", "希望延长托管到六点半", "家校沟通很及时，班主任很负责", "厕所卫生要改善",
    ];

    private static readonly string[] Endings = ["。", "。", "！", "，谢谢。", "，望重视。"];

    /// <summary>Invented: no such person, number or plate.</summary>
    private static readonly string[] Marked =
    [
        "三年级的钱知远老师很负责，值得表扬。", "请联系我 13800000000，愿意当面反映。", "我孩子叫孙念初，在班里被同学起外号。", "加我微信 yunpu_demo88 详谈。",
        "门口那辆沪A·D00000 的车天天乱停。", "张拾遗校长上任后变化很大。", "身份证 110101190001010000，报名时系统说重复。",
    ];

    private static readonly string[] Pupils =
    [
        "想多上体育课。", "食堂的饭可以再热一点。", "作业少一点，想早点睡。", "喜欢科学课和社团。", "希望操场大一点。", "老师对我们很好。", "图书馆午休能不能开门？", "希望不要占用美术课。", "李小满同学总是欺负人。",
    ];

    public static string Remark(Random random, string respondents)
    {
        if (random.NextDouble() < 0.05) return Marked[random.Next(Marked.Length)];
        return respondents == RespondentKeys.Student ? Pupils[random.Next(Pupils.Length)]
            : Openings[random.Next(Openings.Length)] + Matters[random.Next(Matters.Length)] + Endings[random.Next(Endings.Length)];
    }

    /// <summary>What people everywhere are less content with.</summary>
    public static double Grudge(string code) => code switch
    {
        "TREAT_LEVEL" or "TREAT_DUTIES" => 0.9,
        "TREAT_TITLE" or "TREAT_PAY" or "SAFE_FOOD" or "BURDEN" => 0.45,
        _ => 0,
    };
}
