using Junheng.Core.Periods;

namespace Junheng.Core.Indicators.Evaluating;

/// <summary>What an evaluation had to assume, for the page to state.</summary>
internal static class EvaluationTexts
{
    public static string About(string element, string text) => $"{element}：{text}";

    public static string NotInForce(Source source, Period period) => $"{period} 不在{source.Document}的施行期内，结果仅供参照。";

    public static string Split(int schools, Source? source) =>
        $"{schools} 所一贯制学校的共用数值按学生数和规定比例拆分到各学段。" + (source is { Certainty: <= Certainty.Memory, Note: { } note } ? $"（{note}）" : "");

    public static string NotSplit(int schools) => $"{schools} 所一贯制学校只填了全校数，此项不能拆分，分学段的值作缺失处理。";
    public static string OwnKept(int schools) => $"{schools} 所学校既有分学段的值又有共用的值，分学段的值优先，该学段不再分得共用部分。";

    public static string Bridged(Period period, PeriodBridge bridge) => bridge switch
    {
        PeriodBridge.BeginsInYear => $"{period} 没有同期数值，取当年9月1日所在学年与该年度对应的数值。",
        PeriodBridge.EndsInYear => $"{period} 没有同期数值，取当年结束的学年与该年度对应的数值。",
        _ => $"{period} 没有同期数值，按上学年8个月、本学年4个月加权（未经核实的默认口径）。",
    };
}
