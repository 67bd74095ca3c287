using Junheng.Core.Indicators;

namespace Junheng.Supervision.Facts;

public static class FactsTexts
{
    public const string Title = "数据汇集";
    public const string ReadPermission = "查看数据";
    public const string ImportPermission = "导入数据";
    public const string VerifyPermission = "核定数据";
    public const string VerifiedFirst = "督导核定 → 教育事业统计 → 学校填报 → 部门提供";

    public const string VerifiedNeedsEvidence = "核定一个数值要写明依据，并附上证明材料。";
    public static string TwoValues(string element) => $"同一个数据项（{element}）在这一批里出现了两个不同的数值。";

    public static string Name(this FactOrigin origin) => origin switch
    {
        FactOrigin.School => "学校填报",
        FactOrigin.Statistics => "教育事业统计",
        FactOrigin.Department => "部门提供",
        _ => "督导核定",
    };

    public static string Name(this Basis basis) => basis switch
    {
        Basis.Budget => "预算",
        Basis.AdjustedBudget => "调整预算",
        Basis.Flash => "执行快报",
        Basis.FinalAccount => "决算",
        _ => "",
    };
}
