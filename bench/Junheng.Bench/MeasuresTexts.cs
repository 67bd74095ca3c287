namespace Junheng.Bench;

/// <summary>Units of the pack that the bench measures with.</summary>
internal static class MeasuresTexts
{
    public const string Person = "人";
    public const string Hundred = "百人";
}
