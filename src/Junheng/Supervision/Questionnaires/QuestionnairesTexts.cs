namespace Junheng.Supervision.Questionnaires;

public static class QuestionnairesTexts
{
    public const string Title = "问卷库";
    public const string ReadPermission = "查看问卷";
    public const string EditPermission = "编写、发布和导入问卷";
    public const string ImportTitle = "问卷";
    public const string Imported = "从文件导入";

    public const string KeyForm = "代号用小写英文字母、数字和连字符，以字母开头，2 至 80 个字符。";
    public const string NothingToUndo = "没有可以撤销的修改。";
    public const string NothingToDiscard = "没有可以放弃的修改。";
    public const string NothingToPublish = "没有新的修改，不用发布。";
    public const string NoItems = "问卷里还没有题目。";

    public static string KeyTaken(string key) => $"代号“{key}”已被使用。";
    public static string ClassWithoutItems(string name) => $"没有一道题问“{name}”。请添加题目，或者删去这类答卷人。";
    public static string At(string item, string problem) => item.Length == 0 ? problem : $"{item}：{problem}";
}
