namespace Junheng.Platform.Extraction;

/// <summary>Every sentence a clerk sees when a document is refused, and the remarks on a projection.</summary>
public static class ExtractionTexts
{
    public const string Missing = "文件不存在或无法打开。";
    public const string IsDirectory = "这是一个文件夹，请选择文件。";
    public const string Empty = "文件是空的，没有任何内容。";
    public const string Binary = "内容是二进制数据，不是文本，无法阅读。";
    public const string NotText = "文字编码无法识别，请另存为 UTF-8 或 GB18030 编码的文本后重试。";
    public const string Utf16 = "UTF-16 文本不完整或已损坏，请重新保存后重试。";
    public const string Encrypted = "文件设有打开密码或已加密，请解除密码后重试。";
    public const string NoCopying = "PDF 文件不允许提取文字，请向来文单位索取可复制文字的版本。";
    public const string Bomb = "压缩包解开后异常庞大，为安全起见不予打开。";
    public const string BadZip = "压缩结构已损坏，无法打开，请重新保存后重试。";
    public const string BadXml = "文件内部结构已损坏，无法解析，请重新保存后重试。";
    public const string TooDeep = "文件内部嵌套层次异常，无法解析。";
    public const string BadOle = "Word 97-2003 文档结构已损坏，无法打开。";
    public const string BadPdf = "PDF 文件已损坏，无法解析。";
    public const string NoText = "文件里没有可以阅读的文字。";
    public const string Scan = "这是扫描件（只有图像，没有文字层），无法直接阅读；请上传文字版，并把本件作为它的正式件留存。";
    public const string Unreadable = "PDF 的文字层是乱码（字体缺少编码对照表），无法直接阅读；请上传文字版，并把本件作为它的正式件留存。";
    public const string Spreadsheet = "这是电子表格，不是文稿；表格请从数据导入上传。";
    public const string Presentation = "这是演示文稿，不能作为文稿阅读，请另存为 Word 文档后重试。";
    public const string Archive = "这是压缩包，请解压后逐个上传其中的文件。";
    public const string Unknown = "无法识别的文件类型；可以阅读 txt、md、docx、doc、wps、html、ofd 和带文字层的 pdf。";
    public const string PdfToolMissing = "本机没有安装读取 PDF 的程序（poppler-utils 的 pdftotext），请联系管理员安装，或上传文字版。";
    public const string OfficeMissing = "本机没有安装 LibreOffice，无法读取 .doc、.wps 等旧格式，请另存为 .docx 后重试。";
    public const string ConversionFailed = "LibreOffice 未能转换这个文件，请另存为 .docx 后重试。";
    public const string NoMhtPart = "网页归档（MHT）里没有网页正文。";
    public const string AltChunk = "文档中嵌入了另一份文件，其内容未展开。";
    public const string Contents = "自动生成的目录未列入正文。";
    public const string HiddenText = "文档含有隐藏文字，未列入正文。";

    public static string Refused(string file, string reason) => $"{file}：{reason}";
    public static string TooLarge(long limit) => $"文件超过 {limit >> 20} MB 的上限，不予读取。";
    public static string Classified(string marking) => $"文件首部标有密级“{marking}”，涉密文件不得上传到本系统；本件未作任何留存，请按保密规定处理。";
    public static string Timeout(TimeSpan time) => $"处理超过 {time.TotalSeconds:0} 秒仍未完成，已停止。";

    public static string Revisions(int inserted, int deleted) =>
        $"文档含有未接受的修订（插入 {inserted} 处、删除 {deleted} 处），已按全部接受阅读。";
    public static string Comments(int count) => $"文档含有 {count} 条批注，未列入正文。";
}
