namespace Junheng.Core.Indicators.Formulas.Compiling;

/// <summary>What does not make sense in a formula, said to whoever wrote it.</summary>
internal static class FormulaTexts
{
    public const string TextAlone = "文字只能与学段 stage、办别 nature、办学类型 school_type、一贯制 through 作“=”或“!=”比较。";
    public const string NeedsTruth = "此处需要条件（比较的结果），不是数值。";
    public const string NeedsQuantity = "此处需要数值，不是条件。";
    public const string WeightMissing = "须写明权数：weight: students（按学生数加权）；不加权写 weight: none。";
    public const string SumOfRatio = "比率不能直接合计。请用 mean(…, weight: …) 或先合计分子、分母再相除。";
    public const string WeightLevel = "权数与被统计的数值须在同一层级。";
    public const string NoRows = "括号内没有学校、集团或街镇的数据项，无从汇总。";
    public const string Mixed = "集团与街镇的数据不能在一个公式里直接混用。";
    public const string HundredTwice = "指标单位已含“每百”换算，公式里不要再乘 100。";
    public const string Cycle = "指标互相引用，成了循环。";
    public const string Constant = "此处只能写数字。";
    public const string LevelName = "“by:”后只能写 town（街镇）、group（集团）或 district（区）。";
    public const string WholeLevel = "whole 只能用于学校层级的公式。";
    public const string RankLevel = "rank 只能用于与被排名数据同一层级的公式。";

    public static string UnknownName(string name) => $"不认识“{name}”：不是本指标包的数据项或指标。";
    public static string UnknownFunction(string name) => $"没有“{name}”这个函数。";
    public static string UnknownArgument(string function, string name) => $"{function} 没有“{name}”这个参数。";
    public static string Arguments(string function, int least, int most) =>
        least == most ? $"{function} 需要 {least} 个参数。" : most == int.MaxValue ? $"{function} 至少需要 {least} 个参数。" : $"{function} 需要 {least} 至 {most} 个参数。";
    public static string Differ(string sign, string left, string right) => $"“{left}”与“{right}”单位不同，不能用“{sign}”。";
    public static string UnitDiffers(string found, string stated) => $"公式算出的单位是“{found}”，与指标单位“{stated}”不符。";
    public static string UnknownUnit(string unit) => $"不认识单位“{unit}”；如果它是“且”“或”，前后请空一格。";
    public static string MustGather(string name, string level) => $"“{name}”按{level}填报，在这一层级须先汇总，例如 sum({name})。";
    public static string CannotInherit(string name, string from, string to) => $"“{name}”是{from}数据，不能用在{to}公式里。";
    public static string GatherDown(string name) => $"“{name}”比所要汇总到的层级更高，不能汇总。";

    public static string Of(Level level) => level switch { Level.School => "学校", Level.Group => "集团", Level.Town => "街镇", _ => "区" };
}
