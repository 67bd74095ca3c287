using System.Globalization;
using Junheng.Core.Indicators;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Results;
using Junheng.Core.Surveys.Statistics;
using Junheng.Supervision.Surveys.Results;
using Junheng.Ui.Components;

namespace Junheng.Supervision.Surveys.Outcomes;

/// <summary>How results are said on pages and in the report.</summary>
public static class OutcomeTexts
{
    public const string Results = "结果";

    public static readonly (string Name, string Path)[] Views = [("概览", ""), ("各题", "/items"), ("热力表", "/heat"), ("比较", "/compare"), ("开放题", "/texts"), ("答卷质量", "/quality")];

    public const string Method =
        "置信区间按威尔逊（Wilson）方法计算，并按有限总体修正：答卷人占调查对象的比例越高，误差越小。百分数按原始数值比较，最后一步才四舍五入。";

    public static string Hidden(int least) => $"少于 {least} 人，或能由其他数值推出少于 {least} 人的，不显示";

    public static string Number(double value) => double.IsNaN(value) ? "—" : value.ToString("0.00", CultureInfo.InvariantCulture);

    public static Tone Tone(FigureCell cell) => cell.Verdict switch
    {
        Verdict.Meets => cell.Certain ? Ui.Components.Tone.Good : Ui.Components.Tone.Warn,
        Verdict.Fails => cell.Certain ? Ui.Components.Tone.Bad : Ui.Components.Tone.Warn,
        _ => Ui.Components.Tone.Unknown,
    };

    /// <summary>The declared rule of a figure, so that nobody has to guess what a percentage means.</summary>
    public static string Rule(Questionnaire questionnaire, FigureResult result)
    {
        var figure = result.Figure;
        var variables = figure.Variables.Select(questionnaire.Find).OfType<int>().Select(at => questionnaire.Variables[at]).ToList();
        var options = variables.Count == 0 ? [] : variables[0].Options;
        var apart = options.Where(o => o.Apart).Select(o => o.Label).ToList();
        var classes = figure.Classes.Count == 0 ? "" : $"只计{string.Join("、", figure.Classes.Select(k => ClassName(questionnaire, k)))}；";
        return $"{(variables.Count == 1 ? $"“{variables[0].WordingFor("")}”" : $"{variables.Count} 题合并")}，选{string.Join("、", options.Where(o => figure.Positive.Contains(o.Code)).Select(o => $"“{o.Label}”"))}为满意；"
            + (apart.Count == 0 ? "" : $"选“{string.Join("”“", apart)}”的{(figure.ApartLeaves ? "不计入分母" : "计入分母，算不满意")}；")
            + classes + Combined(questionnaire, figure) + $"。口径标识 {result.Fingerprint[..8]}";
    }

    public static string Validity(Validity validity)
    {
        var rules = new List<string>();
        if (validity.AnsweredShare > 0) rules.Add($"应答题目答了 {validity.AnsweredShare * 100:0.##}% 以上");
        if (validity.LeastPace != Pace.Unknown) rules.Add($"用时不短于“{ResultTexts.Pace(validity.LeastPace)}”（用时未知的不因此剔除）");
        if (validity.ExcludesStraightLines) rules.Add("不是所有矩阵题都选同一项");
        return rules.Count == 0 ? "有效答卷：收到的都有效。" : $"有效答卷：{string.Join("，且", rules)}。";
    }

    /// <summary>How many of the first steps are satisfied: as a figure declares it, else those above the middle.</summary>
    public static int Positive(Questionnaire questionnaire, Item item, IReadOnlyList<int> order)
    {
        var codes = Variable(questionnaire, item);
        var declared = questionnaire.Figures.FirstOrDefault(f => f.Variables.Any(codes.Contains));
        var counted = declared is null ? 0 : order.TakeWhile(at => declared.Positive.Contains(item.Options[at].Code)).Count();
        return counted > 0 ? counted : order.Count / 2;
    }

    public static string Together(IReadOnlyList<string> steps, int positive) => positive switch { 0 => "", 1 => steps[0], _ => $"前 {positive} 项合计" };

    /// <summary>Those who chose a satisfied option, of those who took a position; null when nobody did.</summary>
    public static Proportion? Favourable(Questionnaire questionnaire, VariableResult variable, CellResult cell)
    {
        var item = variable.Variable.Item;
        var order = item.Options.Select((o, at) => (o.Score, at)).Where(o => o.Score is not null).OrderByDescending(o => o.Score).Select(o => o.at).ToList();
        var of = order.Sum(at => cell.Counts[at]);
        return of == 0 ? null : Proportion.From(order.Take(Positive(questionnaire, item, order)).Sum(at => cell.Counts[at]), of, cell.Population);
    }

    public static string Base(Item item, int answered) => item.Kind switch
    {
        ItemKind.Multiple => $"可多选，占作答 {answered:N0} 人的比例，合计可超过 100%。",
        ItemKind.Ranking => $"占作答 {answered:N0} 人中排在第一位的比例。",
        _ => $"占作答 {answered:N0} 人的比例。",
    } + (item.ShowIf is null ? "" : "只问符合条件的人。");

    public static string ClassName(Questionnaire questionnaire, string key) => questionnaire.Classes.FirstOrDefault(c => c.Key == key)?.Name ?? key;

    private static HashSet<string> Variable(Questionnaire questionnaire, Item item) => [.. questionnaire.Variables.Where(v => v.Item.Code == item.Code).Select(v => v.Code)];

    private static string Combined(Questionnaire questionnaire, SatisfactionFigure figure) => figure.Combination switch
    {
        Combination.Weighted => $"各类按权重合成（{string.Join("，", figure.Weights.Select(w => $"{ClassName(questionnaire, w.Key)} {w.Value:0.##}"))}）",
        Combination.MeanOfClasses => "先算各类的占比，再取平均，每类同等重要",
        _ => "各类答卷合在一起计算",
    };
}
