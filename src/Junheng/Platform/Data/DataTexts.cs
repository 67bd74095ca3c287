namespace Junheng.Platform.Data;

public static class DataTexts
{
    public const string Unstorable = "文字中含有无法保存的字符（可能是复制时带入的控制字符），请重新输入。";
    public const string Duplicate = "相同的记录已经存在，没有重复保存。";
    public const string MigrateUsage = "migrate　更新数据库结构";
    public const string Migrating = "更新数据库结构";
    public static string Migrated(int steps) => steps == 0 ? "数据库结构已是当前版本。" : $"数据库结构已更新，执行了 {steps} 步。";
    public static string TooLong(int longest, int now) => $"最多 {longest} 个字，现在是 {now} 个字。";
}
