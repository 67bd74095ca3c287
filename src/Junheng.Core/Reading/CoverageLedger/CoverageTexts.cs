namespace Junheng.Core.Reading.CoverageLedger;

/// <summary>Why a sentence with a number or an obligation is not in the ledger, in words a clerk understands.</summary>
internal static class CoverageTexts
{
    public const string Unread = "含有数字，但未能认定为数量，请人工核对";
    public const string Date = "只有日期或年份，没有数量";
    public const string DocumentNumber = "只有文号或编号，没有数量";
    public const string Title = "数字在所引文件或活动的名称里，不是数量";
    public const string Name = "数字是专有名称或概括提法的一部分，不是数量";
    public const string Edition = "数字表示届次、批次或序次，不是数量";
    public const string Plan = "只有规划时期的名称，没有数量";
    public const string Numbering = "只有标题或条目的序号，没有数量";
    public const string Narrative = "叙述性内容，没有列为任务、问题或整改措施，也没有数量";
    public const string General = "总体要求，没有编为具体任务，也没有数量";
}
