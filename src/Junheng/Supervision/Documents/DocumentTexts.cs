namespace Junheng.Supervision.Documents;

public static class DocumentTexts
{
    public const string ReadUsage = "read 文件… [--json] [--text]";
    public const string NoFile = "请写出要阅读的文件。";

    public const string Title = "公文";
    public const string TitleMissing = "请填写公文标题。";
    public const string UnitsMissing = "选择“指定单位”时，至少要选一个单位。";
    public const string RejectedCannotBeConfirmed = "这一条已标为“不采用”，要先撤回才能确认。";
    public const string NothingToTakeBack = "这一条还没有处理，没有可以撤回的。";
}
