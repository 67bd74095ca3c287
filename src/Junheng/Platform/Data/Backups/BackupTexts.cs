namespace Junheng.Platform.Data.Backups;

public static class BackupTexts
{
    public const string BackupUsage = "backup 目录　备份数据库与文件";
    public const string RestoreUsage = "restore 目录　把备份恢复到空的数据目录";
    public const string Backing = "备份";
    public const string FolderMissing = "请写出备份所在的目录。";

    public static string Made(string folder, Manifest manifest) => $"已备份到 {folder}：{manifest.Files.Count} 个文件，操作日志封存根 {manifest.Root ?? "（还没有）"}";
    public static string Restored(Manifest manifest) => $"已恢复 {manifest.At.ToBeijing():yyyy-MM-dd HH:mm:ss} 的备份，共 {manifest.Files.Count} 个文件。请运行 junheng verify，封存根应为 {manifest.Root ?? "（还没有）"}";
    public static string NotEmpty(string folder) => $"目录 {folder} 不是空的，没有备份。请换一个空目录。";
    public static string NoManifest(string folder) => $"目录 {folder} 中没有 {Manifest.Name}，不是一份备份。";
    public static string Altered(string file) => $"备份不完整：{file} 丢失或内容已变，没有恢复。";
    public static string DataThere(string file) => $"已有数据：{file}。只能恢复到空的数据目录，没有恢复。";
    public static string OtherDatabase(bool postgres) => $"这份备份来自 {(postgres ? "PostgreSQL" : "SQLite")}，与现在设置的数据库不同，没有恢复。";
    public static string ProgramMissing(string program) => $"没有找到 {program}，请安装 PostgreSQL 客户端程序。";
    public static string ProgramFailed(string program, string said) => $"{program} 未能完成：{said}";
}
