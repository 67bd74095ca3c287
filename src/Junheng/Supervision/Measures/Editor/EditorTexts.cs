namespace Junheng.Supervision.Measures.Editor;

public static class EditorTexts
{
    public const string ReasonMissing = "请写明制定或修改的理由。";
    public const string EndsBeforeItBegins = "失效日期早于生效日期。";
    public const string KeyForm = "代号用小写英文字母、数字和连字符，以字母开头，不超过 40 个字符。";
    public const string NothingChanged = "内容与现行版本相同，没有保存。";
    public const string New = "新增";
    public const string Checked = "已检查，没有保存。结果见下方。";

    public static string KeyTaken(string key) => $"代号“{key}”已被使用。";
    public static string KeyDiffers(string key) => $"文本中的 key 应为“{key}”。";
    public static string Was(string verdict) => $"原为{verdict}";
}
