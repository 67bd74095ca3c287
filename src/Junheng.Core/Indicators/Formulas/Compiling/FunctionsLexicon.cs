using Junheng.Core.Indicators.Formulas.Running;

namespace Junheng.Core.Indicators.Formulas.Compiling;

/// <summary>Names of functions and of their arguments, Chinese beside English.</summary>
internal static class FunctionsLexicon
{
    public const string Weight = "weight", By = "by", None = "none";

    public static readonly Dictionary<string, Gathering> Gatherings = new()
    {
        ["sum"] = Gathering.Sum,
        ["合计"] = Gathering.Sum,
        ["mean"] = Gathering.Mean,
        ["均值"] = Gathering.Mean,
        ["sd"] = Gathering.Sd,
        ["标准差"] = Gathering.Sd,
        ["cv"] = Gathering.Cv,
        ["差异系数"] = Gathering.Cv,
        ["gini"] = Gathering.Gini,
        ["基尼系数"] = Gathering.Gini,
        ["theil"] = Gathering.Theil,
        ["泰尔指数"] = Gathering.Theil,
        ["percentile"] = Gathering.Percentile,
        ["百分位"] = Gathering.Percentile,
        ["lowest"] = Gathering.Lowest,
        ["最低"] = Gathering.Lowest,
        ["highest"] = Gathering.Highest,
        ["最高"] = Gathering.Highest,
        ["count_where"] = Gathering.CountWhere,
        ["计数"] = Gathering.CountWhere,
        ["schools_where"] = Gathering.SchoolsWhere,
        ["学校数"] = Gathering.SchoolsWhere,
        ["rank"] = Gathering.Rank,
        ["排名"] = Gathering.Rank,
    };

    /// <summary>Chinese names of the other functions.</summary>
    public static readonly Dictionary<string, string> Functions = new()
    {
        ["上期"] = "prev",
        ["增长率"] = "growth",
        ["占比"] = "share",
        ["如果"] = "if",
        ["较小"] = "min",
        ["较大"] = "max",
        ["绝对值"] = "abs",
        ["进一"] = "ceil",
        ["去尾"] = "floor",
        ["四舍五入"] = "round",
        ["首个有值"] = "coalesce",
        ["有值"] = "known",
        ["全校"] = "whole",
    };

    public static readonly Dictionary<string, string> Arguments = new() { ["权数"] = Weight, ["按"] = By };

    public static readonly Dictionary<string, Level> Levels = new()
    {
        ["school"] = Level.School,
        ["学校"] = Level.School,
        ["group"] = Level.Group,
        ["集团"] = Level.Group,
        ["town"] = Level.Town,
        ["镇"] = Level.Town,
        ["街镇"] = Level.Town,
        ["district"] = Level.District,
        ["区"] = Level.District,
    };

    /// <summary>Properties of a row that can be compared with a text.</summary>
    public static readonly Dictionary<string, string> Attributes = new()
    {
        ["stage"] = "stage",
        ["学段"] = "stage",
        ["nature"] = "nature",
        ["办别"] = "nature",
        ["school_type"] = "school_type",
        ["办学类型"] = "school_type",
        ["through"] = "through",
        ["一贯制"] = "through",
    };
}
