using Junheng.Core.Indicators;
using Junheng.Core.Schooling;
using Junheng.Supervision.Schools;

namespace Junheng.Domains.Finance;

public static class FinanceTexts
{
    public const string Title = "经费监测";
    public const string Menu = "经费监测";
    public const string ReadPermission = "查看教育经费监测";
    public const string Unknown = "无法判断";
    public const string SheetYears = "逐年比较";
    public const string SheetMonths = "累计执行";
    public const string FileName = "教育经费监测.xlsx";
    public const string TotalName = "一般公共预算教育支出";
    public const string PerStudentName = "生均一般公共预算教育支出";
    public const string GrowthFormula = "（本年 ÷ 上年 － 1）× 100，两年口径相同";
    public const string RuleSource = "《国务院办公厅关于进一步调整优化结构提高教育经费使用效益的意见》提出的“两个只增不减”（依据摘录，引用前核对原文）";
    public static readonly string[] YearHeads = ["指标", "学段", "年度", "口径", "本年（元）", "上年（元）", "增长（%）", "判定", "算法", "依据"];

    public const string MonthHead = "月份";

    public static string YearHead(int year) => $"{year}年1月起累计（元）";

    public static string Name(Verdict verdict) => verdict switch { Verdict.Meets => "未下降", Verdict.Fails => "下降", _ => Unknown };

    public static string Both(Verdict verdict) => verdict switch { Verdict.Meets => "两项均未下降", Verdict.Fails => "有下降", _ => Unknown };

    public static string Name(Basis basis) => basis switch
    {
        Basis.Budget => "预算",
        Basis.AdjustedBudget => "调整预算",
        Basis.Flash => "执行快报",
        Basis.FinalAccount => "决算",
        _ => "未注明",
    };

    public static string Name(Stage stage) => SchoolTexts.StageNames.GetValueOrDefault(stage, "全区");

    public static string Name(Outlook outlook) => outlook switch
    {
        Outlook.Holds => "预计不低于上年",
        Outlook.AtRisk => "可能低于上年",
        Outlook.Falls => "预计低于上年",
        _ => Unknown,
    };

    /// <summary>Why a year's growth cannot be told.</summary>
    public static string Why(SpendingYear year) => year.Value is null ? "缺本年数" : year.BasisDiffers ? "两年口径不同" : "缺上年数";
}
