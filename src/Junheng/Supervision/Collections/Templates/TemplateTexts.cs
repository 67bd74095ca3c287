namespace Junheng.Supervision.Collections.Templates;

/// <summary>Words of the generated workbook, and what is said when one comes back that cannot be taken.</summary>
public static class TemplateTexts
{
    public const string GuideSheet = "填表说明";
    public const string FormSheet = "填报表";
    public static readonly string[] Headers = ["序号", "填报项目", "学段", "单位", "本期填报数", "上期数", "平台已有数及来源", "情况说明", "填报要求", "标识"];
    public const string WholeNumber = "填整数";
    public const string Choose = "从下拉列表选择";

    public static string FileName(string title, string name) => string.Concat($"{title}-{name}.xlsx".Select(c => "\\/:*?\"<>|\r\n\t".Contains(c) ? '_' : c));
    public static string ZipName(string title) => FileName(title, "全部模板")[..^5] + ".zip";
    public static string Decimals(int places) => $"最多 {places} 位小数";
    public static string AtMost(string other) => $"不大于“{other}”";
    public static string Between(decimal? least, decimal? most) => (least, most) switch
    {
        (0, null) or (null, null) => "",
        ({ } low, null) => $"不小于 {low}",
        (null, { } high) => $"不大于 {high}",
        ({ } low, { } high) => $"{low} 至 {high}",
    };

    /// <summary>A header with the letter its column has in the spreadsheet program: 本期填报数（E 列）.</summary>
    public static string ColumnShown(string header) => Array.IndexOf(Headers, header) is var at and >= 0 ? $"{header}（{(char)('A' + at)} 列）" : header.Length == 1 && char.IsAsciiLetterUpper(header[0]) ? $"{header} 列" : header;

    public static string Unit(string name, string code) => $"填报单位：{name}（{code}）";
    public static string Period(string period, DateOnly deadline, bool provisional) => $"统计时期：{period}　　截止日期：{deadline:yyyy年M月d日}{(provisional ? "（暂定）" : "")}";
    public static string Mark(string stamp) => $"模板标识：{stamp}";
    public const string MarkHead = "模板标识：";

    public static IEnumerable<string> Guide(string title, string asker, string basis, string? note, int rows, int minutes, bool scan) =>
    [
        $"一、本表由{asker}布置：{title}。依据：{basis}。",
        $"二、共 {rows} 项，估计用时 {CollectionTexts.Duration(minutes)}。",
        "三、只填“填报表”中浅黄色的两列：“本期填报数”和“情况说明”。其他单元格已锁定，请不要增删行列、合并单元格、改动表头或排序。",
        "四、只填数字，不写单位和“约”“左右”等文字；不要填公式，从别处粘贴时请选“只粘贴数值”。",
        "五、平台已有的同期数已预先填好，请核对；不对的直接改。",
        "六、与上期相差较大，或者确实没有数据的，请在“情况说明”里写明原因。",
        "七、填好后保存为 .xlsx，登录平台，在本次填报的页面点“上传填好的表格”。有问题的地方平台会指出在哪一行、哪一列、怎么改；改好以前不会保存任何内容。",
        scan ? "八、送审后在平台打印填报表，填表人、审核人、单位负责人签字并盖章，扫描上传后报送。打印后数据如有改动，原校验码作废，须重新打印。"
             : "八、送审后由本单位审核人、负责人依次办理，即完成报送。",
        .. note is null ? Array.Empty<string>() : [$"九、{note}"],
    ];

    public const string FileColumn = "—";
    public const string NoSheet = "没有找到工作表“填报表”。请用平台下载的模板填写，不要改工作表的名称。";
    public const string NoStamp = "没有找到模板标识。请用平台下载的模板填写，不要把内容复制到别的表格里。";
    public const string DamagedStamp = "模板标识被改动过。请重新下载模板，把数据填进去。";
    public const string OtherCollection = "这是另一次填报的模板。请在本次填报的页面重新下载模板。";
    public static string OtherUnit(string name, string code) => $"这是“{name}”（{code}）的表，不是本单位的。请下载本单位的模板填写。";
    public static string OtherVersion(int file, int now) => $"这是第 {file} 版模板，现在是第 {now} 版。请重新下载模板，把数据填进去。";
    public static string HeaderMoved(string wanted, string found) => found.Length == 0
        ? $"这一列的表头应是“{wanted}”，现在是空的。请不要删改表头或调换列的次序。"
        : $"这一列的表头应是“{wanted}”，现在是“{found}”。请不要调换列的次序。";
    public static string TooManyRows(int limit) => $"表格有 {limit} 行以上，远多于模板的行数。请用平台下载的模板填写，不要粘贴整张大表。";
    public static string Merged(string range) => $"单元格 {range} 被合并了。请取消合并，每格只填一个数。";
    public const string UnknownRow = "这一行不是模板里的项目。请删去自己添加的行。";
    public static string RowMoved(string wanted) => $"这一行应是“{wanted}”，项目与标识对不上。请不要排序、插行或改动项目名称。";
    public static string RowTwice(int first) => $"与第 {first} 行重复。请不要复制模板里的行。";
    public static string RowMissing(string label) => $"模板里的“{label}”这一行不见了。请重新下载模板填写。";
    public const string Formula = "这里是公式，不是数值。请复制后选“只粘贴数值”，或直接填数字。";
    public static string ErrorValue(string code) => $"这里是错误值 {code}。请直接填数字。";
    public const string IsDate = "这里被识别成了日期。请把单元格格式改为“常规”，再填数字。";
    public const string IsPercent = "这里用了百分比格式。请把单元格格式改为“常规”，再填数字。";
    public const string IsLogical = "这里是 TRUE/FALSE，不是数字。";
    public const string LostDigits = "数字超过 15 位，末尾几位已经丢失，请核对。";
}
