using System.Globalization;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Results;
using Junheng.Core.Surveys.Statistics;
using Junheng.Platform.Data;

namespace Junheng.Supervision.Surveys.Results;

public static class ResultTexts
{
    public const string NotClosed = "调查还没有关闭，结果和答卷在关闭后才能查看和导出。";
    public const string NothingToShow = "人数不足，不显示。";
    public const string CannotTell = "不能断定有差异";
    public const string Differs = "有差异";
    public const string OtherSchools = "其他学校";
    public const string AllClasses = "全体调查对象";
    public const string NotNamed = "（人数不足，不标明单位）";
    public const string ClassColumn = "调查对象", TownColumn = "街镇", PlaceColumn = "单位", PaceColumn = "用时", ValidColumn = "有效";
    public const string Yes = "是", No = "否";
    public const string AnswersSheet = "答卷", VariablesSheet = "变量", NotesSheet = "说明";
    public const string SpssFolder = "spss";

    public static readonly string[] VariableHeaders = ["变量", "题目", "题型", "选项代码", "选项"];

    /// <summary>k/n with two decimals, never rounded before it is compared: 32/165 = 19.39%.</summary>
    public static string Share(Proportion share) => share.Known ? $"{share.Count}/{share.Of} = {Percent(share.Value)}" : "–";

    public static string Percent(double share) => double.IsNaN(share) ? "–" : (share * 100).ToString("F2", CultureInfo.InvariantCulture) + "%";

    public static string Interval(Proportion share) => share.Known ? $"{Percent(share.Low)}—{Percent(share.High)}" : "–";

    /// <summary>Half the interval, in percentage points.</summary>
    public static string Margin(Proportion share) => share.Known ? $"±{(share.Margin * 100).ToString("F2", CultureInfo.InvariantCulture)} 个百分点" : "–";

    public static string Verdict(FigureCell cell) => cell switch
    {
        { Suppressed: true } => NothingToShow,
        { Verdict: Junheng.Core.Indicators.Verdict.Meets, Certain: true } => "达到",
        { Verdict: Junheng.Core.Indicators.Verdict.Meets } => "达到（误差范围跨过标准线）",
        { Verdict: Junheng.Core.Indicators.Verdict.Fails, Certain: true } => "未达到",
        { Verdict: Junheng.Core.Indicators.Verdict.Fails } => "未达到（误差范围跨过标准线）",
        _ => "无法判断",
    };

    public static string Compared(Comparison comparison) => comparison.Differs ? Differs : CannotTell;

    public static string Pace(Pace pace) => pace switch
    {
        Core.Surveys.Answers.Pace.Rushed => "15 秒以内",
        Core.Surveys.Answers.Pace.VeryFast => "15—30 秒",
        Core.Surveys.Answers.Pace.Fast => "30—60 秒",
        Core.Surveys.Answers.Pace.Brisk => "1—2 分钟",
        Core.Surveys.Answers.Pace.Usual => "2—5 分钟",
        Core.Surveys.Answers.Pace.Slow => "5—15 分钟",
        Core.Surveys.Answers.Pace.VerySlow => "15 分钟以上",
        _ => "未知",
    };

    public static string Kind(ItemKind kind) => kind switch
    {
        ItemKind.Single => "单选",
        ItemKind.Multiple => "多选",
        ItemKind.Scale => "打分",
        ItemKind.Number => "数字",
        ItemKind.ShortText => "短文本",
        ItemKind.LongText => "长文本",
        ItemKind.Ranking => "排序",
        _ => "",
    };

    public static string Part(string wording, string part) => $"{wording}：{part}";

    public static string Rank(int rank) => $"第{rank}位";

    public static string Month(SurveyCampaign campaign) => campaign.Closes.ToBeijing().ToString("yyyy年M月", CultureInfo.InvariantCulture);

    /// <summary>Who answered: 一小的家长, 东镇教师, 校长.</summary>
    public static string Who(SurveyResults results, Cut cut)
    {
        var name = results.Questionnaire.Classes.FirstOrDefault(c => c.Key == cut.Class)?.Name;
        return (cut.Kind, name) switch
        {
            (CutKind.All, _) or (_, null) when cut.Place == "" => AllClasses,
            (_, null) => cut.Place + AllClasses,
            (CutKind.Town, _) => cut.Town + name,
            (CutKind.Cell, _) => cut.Place + name,
            _ => name,
        };
    }

    public static string EvidenceSentence(SurveyCampaign campaign, SurveyResults results, Cut cut, string wording, IReadOnlyList<string> options, Proportion share, int? population) =>
        $"{Month(campaign)}“{campaign.Title}”问卷调查显示，{Who(results, cut)}在“{wording}”一题中选择{string.Join("或", options.Select(o => $"“{o}”"))}的有{share.Count}人，"
        + $"占作答{share.Of}人的{Percent(share.Value)}（{Share(share)}；{Accuracy(share, population)}）。";

    public static string FigureSentence(SurveyCampaign campaign, SurveyResults results, Cut cut, FigureResult figure, FigureCell cell) =>
        $"{Month(campaign)}“{campaign.Title}”问卷调查显示，{Who(results, cut)}的{figure.Figure.Name}为{Percent(cell.Share.Value)}（{Share(cell.Share) switch { var plain when Math.Abs((double)cell.Share.Count / cell.Share.Of - cell.Share.Value) < 1e-12 => plain, _ => $"{cell.Share.Of}份评价按规定方式合成" }}；"
        + $"作答{cell.Respondents}人；95%置信区间{Interval(cell.Share)}，误差{Margin(cell.Share)}；口径标识{figure.Fingerprint[..8]}）。";

    public static string LeftOut(int answers) => $"有 {answers} 份答卷所属类别人数不足，未导出。";

    public static IReadOnlyList<string> Notes(SurveyCampaign campaign, int threshold) =>
    [
        $"调查：{campaign.Title}；组织单位：{campaign.Organiser}；问卷：{campaign.QuestionnaireKey} 第 {campaign.Edition} 版。",
        "每行一份答卷，顺序是随机的，不含姓名、时间和网络地址。",
        $"同一单位同一类别不足 {threshold} 份的，不标明单位。",
        "开放题文字已自动遮蔽姓名、电话、证件号、账号、车牌等，可能仍有遗漏，引用前请再看一遍。",
    ];

    public static string FileName(SurveyCampaign campaign, string ending) => $"{campaign.Title}-答卷.{ending}";

    private static string Accuracy(Proportion share, int? population) =>
        (population is null ? "" : $"应答对象{population}人，") + (share.Low == share.High ? "全员作答，无抽样误差" : $"95%置信区间{Interval(share)}，误差{Margin(share)}");
}
