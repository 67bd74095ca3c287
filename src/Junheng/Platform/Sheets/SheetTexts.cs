using System.Text;

namespace Junheng.Platform.Sheets;

/// <summary>What clerks read when a table file is refused, and the few words that table files themselves carry.</summary>
public static class SheetTexts
{
    public const string Empty = "文件是空的，没有任何内容。";
    public const string NotTable = "这不是表格文件。请上传 .xlsx 或 .csv 文件。";
    public const string Pdf = "这是 PDF 文件，不是表格。请上传原始的 .xlsx 或 .csv 文件。";
    public const string Picture = "这是图片，不是表格。请上传原始的 .xlsx 或 .csv 文件。";
    public const string Archive = "这是压缩包。请先解压，再上传其中的 .xlsx 或 .csv 文件。";
    public const string OtherOffice = "这是文字或演示文件，不是表格。请上传 .xlsx 或 .csv 文件。";
    public const string Encrypted = "文件设有打开密码。请在 Excel 或 WPS 表格中取消密码后重新保存，再上传。";
    public const string Corrupted = "文件已损坏或不完整，无法打开。请用 Excel 或 WPS 表格打开并另存为 .xlsx 后重试。";
    public const string NoWorkbook = "文件中没有工作簿。请用 Excel 或 WPS 表格另存为 .xlsx 后重试。";
    public const string NoTableInHtml = "网页文件中没有表格。请用 Excel 或 WPS 表格另存为 .xlsx 后重试。";
    public const string NoSheet = "文件中没有工作表。";
    public const string Converter = "服务器暂不能读取这种旧格式表格。请用 Excel 或 WPS 表格打开，另存为 .xlsx 后重新上传。";
    public const string ConversionFailed = "旧格式表格转换失败（文件可能损坏或设有密码）。请用 Excel 或 WPS 表格打开，另存为 .xlsx 后重新上传。";
    public const string ConversionTimeout = "旧格式表格转换超时。请用 Excel 或 WPS 表格打开，另存为 .xlsx 后重新上传。";
    public const string Encoding = "文字编码无法识别。请另存为 .xlsx，或另存为“CSV UTF-8”后重试。";
    public const string BadXml = "内容不符合表格文件的格式，可能已损坏。请用 Excel 或 WPS 表格打开并另存为 .xlsx 后重试。";
    public const string BadNumber = "数字单元格的内容不是数字。";
    public const string BadText = "引用的文字不存在，文件可能已损坏。";
    public const string LostDigits = "数字超过 15 位，末尾几位已经丢失。请把这一列的格式设为“文本”，重新填写后再上传。";
    public const string Uncalculated = "公式没有计算结果。请用表格软件打开文件、保存一次后再上传，或者直接填写数值。";
    public const string TooManyRowsOrColumns = "超出了工作表的范围（1048576 行 × 16384 列），文件可能已损坏。";
    public const string UnclosedQuote = "单元格内容过长，可能是引号没有成对。";

    public const string HeaderMissing = "没有找到表头。请使用模板中的表头，不要改动列名。";
    public const string ColumnMissing = "缺少这一列。";
    public const string ColumnRepeated = "这一列出现了不止一次。";
    public const string ValueMissing = "没有填写。";
    public const string NotNumber = "不是数字。";
    public const string NotCount = "不是非负整数。";
    public const string NotDate = "不是日期，请写成 2023-09-01 的样子。";
    public const string NotYesNo = "请填“是”或“否”。";
    public static string ErrorValue(string code) => $"单元格是公式错误值 {code}。";
    public static string NotListed(string value) => $"“{value}”不在可选范围内。";

    public static string TooLarge(long megabytes) => $"内容过大（超过 {megabytes} MB），无法读取。请拆分成几个文件。";
    public static string Bomb(string part) => $"压缩内容异常（{part} 解压后大得不合常理），为安全起见不予读取。";
    public static string TextTooLong(int limit) => $"文字超过 {limit} 个字。";

    public const string ChooseFromList = "请从下拉列表中选择。";
    public const string Font = "宋体";

    /// <summary>The name of the hidden sheet that holds long drop-down lists.</summary>
    public const string ListsSheet = "选项";

    /// <summary>The name of the only sheet of a CSV file.</summary>
    public const string CsvSheet = "数据";

    public static readonly IReadOnlyList<string> Yes = ["是", "有", "true", "yes", "1", "y", "√"];
    public static readonly IReadOnlyList<string> No = ["否", "无", "false", "no", "0", "n", "×"];

    /// <summary>Dates as people type them into text cells.</summary>
    public static readonly string[] DatePatterns =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-M-d H:mm", "yyyy-M-d H:mm:ss", "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss"];

    /// <summary>Marks of a filled-in form around a header's name: <c>学校代码（必填）</c>, <c>*学校代码</c>.</summary>
    public const string HeaderOpening = "（([【";

    public static string At(string file, string? sheet, int? row, string? column)
    {
        var place = new StringBuilder().Append('《').Append(file).Append('》');
        if (sheet is not null) place.Append("工作表“").Append(sheet).Append('”');
        if (row is not null) place.Append("第 ").Append(row).Append(" 行");
        if (column is not null) place.Append(' ').Append(column).Append(" 列");
        return place.Append('：').ToString();
    }
}
