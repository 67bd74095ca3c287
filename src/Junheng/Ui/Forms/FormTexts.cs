namespace Junheng.Ui.Forms;

public static class FormTexts
{
    public const string Empty = "（空）";
    public const string Saved = "已保存。";

    public static string Missing(string label) => $"请填写“{label}”。";
    public static string ChooseFile(string label) => $"请选择“{label}”要上传的文件。";
    public static string TooLong(string label, int most) => $"“{label}”最多 {most} 个字。";
    public static string TooSmall(string label, double least) => $"“{label}”不能小于 {least}。";
    public static string TooLarge(string label, double most) => $"“{label}”不能大于 {most}。";

    public static string Malformed(string label, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(DateOnly)) return $"“{label}”应是日期，例如 2026-09-01。";
        if (type == typeof(int) || type == typeof(long)) return $"“{label}”应是整数。";
        if (type == typeof(decimal) || type == typeof(double)) return $"“{label}”应是数字。";
        return $"“{label}”的内容不在可选范围内，请重新选择。";
    }
}
