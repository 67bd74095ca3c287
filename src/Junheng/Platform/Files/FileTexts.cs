namespace Junheng.Platform.Files;

public static class FileTexts
{
    public const string Title = "文件";
    public const string Sweep = "清理无主文件";

    public static string TooLarge(string name, long limit) => $"“{name}”超过 {limit >> 20} MB，未保存。请压缩或拆分后再上传。";
    public static string Missing(string hash, string holder) => $"文件丢失：{hash}（{holder}）";
    public static string Altered(string hash, string holder) => $"文件内容已变：{hash}（{holder}）";
    public static string Swept(int contents, int temporary) => $"清理了 {contents} 个无主文件、{temporary} 个临时文件。";
}
