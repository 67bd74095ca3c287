using System.Globalization;
using Junheng.Platform.Web;

namespace Junheng.Ui.Tables;

/// <summary>Cell values and the words of the table's controls.</summary>
public static class ColumnTexts
{
    public const string Total = "合计";
    public const string Yes = "是";
    public const string No = "否";

    public static string WithUnit(string title, string unit) => $"{title}（{unit}）";

    public static string Shown(object? value, ColumnKind kind, int decimals, IReadOnlyList<(string Value, string Text)> choices) => value switch
    {
        null => "",
        bool flag => flag ? Yes : No,
        DateTime instant => instant.Shown(),
        DateOnly date => date.Shown(),
        _ when kind == ColumnKind.Choice => choices.FirstOrDefault(c => c.Value == value.ToString(), (Value: "", Text: value.ToString() ?? "")).Text,
        IFormattable number and (int or long or double or decimal) => number.ToString($"N{decimals}", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
