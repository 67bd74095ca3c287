namespace Junheng.Ui;

public static class UiTexts
{
    public const string Title = "界面";

    public static readonly (string Value, string Text)[] SampleStages = [("primary", "小学"), ("junior", "初中"), ("senior", "高中")];

    public static string SampleSchool(int number) => $"示例第{number}学校";
}
