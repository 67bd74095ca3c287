using Junheng.Platform.Sheets.Tables;

namespace Junheng.Platform.Imports;

public static class ImportTexts
{
    public static string Usage => $"import {string.Join('|', ImportKind.All.Select(k => k.Name))} 文件 [--dry-run] [--json]";
    public const string Title = "数据导入";
    public const string KindMissing = "请写明导入哪一类数据、哪一个文件。";
    public static string KindUnknown(string kind) => $"没有“{kind}”这类导入。可用的有：{string.Join("、", ImportKind.All.Select(k => k.Name))}。";
    public static string FileMissing(string file) => $"找不到文件“{file}”。";

    public static string Summary(ImportReport report, bool trial) =>
        report.Refused.Count > 0 ? $"读取 {report.Read} 行，有 {report.Refused.Count} 处问题，没有导入。"
        : trial ? $"读取 {report.Read} 行，检查通过，没有导入。"
        : $"读取 {report.Read} 行，已导入 {report.Stored} 行。";

    public static string Line(RowError error) => error.Row == 0 ? error.Reason : $"“{error.Sheet}”第 {error.Row} 行“{error.Column}”：{error.Reason}";
    public static string More(int rows, string column, string reason) => $"另有 {rows} 行的“{column}”也是这样：{reason}";
    public static string Warning(RowError warning) => "提醒：" + Line(warning);
}
