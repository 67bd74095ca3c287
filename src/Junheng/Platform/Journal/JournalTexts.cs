namespace Junheng.Platform.Journal;

public static class JournalTexts
{
    public const string Title = "操作日志";
    public const string Sealing = "封存操作日志";
    public const string Read = "查看操作日志";
    public const string VerifyUsage = "verify [--seal] [--json]　核验操作日志与文件";
    public const string Verifying = "核验操作日志与文件";
    public const string Sound = "核验通过：操作日志与文件均与封存时一致。";

    public static string NoDatabase(string target) => $"没有找到数据库：{target}";
    public const string Outdated = "数据库结构不是当前版本，请先运行 junheng migrate。";

    public static string Summary(JournalReport report) => $"操作日志：{report.Blocks} 个封存块，{report.Rows} 行已封存。";
    public static string Tail(JournalReport report) => report.Tail == 0 ? "没有未封存的行。" : $"未封存的尾部：{report.Tail} 行（自编号 {report.TailFirst} 起），只核对了每行自身的哈希，能否被删改要等封存后才可核验。";
    public static string Root(string root) => $"最新封存根：{root}";
    public static string FilesChecked(int count) => $"文件：核对 {count} 份。";
    public static string Broken(int faults) => $"核验不通过：发现 {faults} 处不符。";

    public static string RowAltered(long id, long? block, DateTime at, string entity, string key) =>
        $"日志行 {id}（{(block is null ? "未封存" : $"第 {block} 块")}，{at:yyyy-MM-dd HH:mm:ss}，{entity} {key}）的内容与其哈希不符。";
    public static string CountDiffers(long block, int expected, int now, long first, long last) =>
        $"第 {block} 块应有 {expected} 行（编号 {first} 至 {last}），现有 {now} 行。";
    public static string RootDiffers(long block, long first, long last) => $"第 {block} 块（编号 {first} 至 {last}）的各行与封存时不符。";
    public static string BlockAltered(long block) => $"第 {block} 块自身的记载与其根不符。";
    public static string ChainBroken(long block) => $"第 {block} 块与前一块不相衔接。";
    public static string BlocksMissing(long from, long to) => from >= to ? $"缺第 {from} 块。" : $"缺第 {from} 至 {to} 块。";
    public static string Stray(long id, long block) => $"日志行 {id} 称属于第 {block} 块，但没有这个块。";
    public static string AnchorWithoutBlock(long block) => $"锚定文件记有第 {block} 块，数据库中没有。";
    public static string AnchorDiffers(long block) => $"第 {block} 块的根与锚定文件所记不同。";
}
