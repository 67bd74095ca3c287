namespace Junheng.Supervision.Documents;

public static class DocumentTexts
{
    public const string ReadUsage = "read 文件… [--json] [--text]";
    public const string NoFile = "请写出要阅读的文件。";
}
