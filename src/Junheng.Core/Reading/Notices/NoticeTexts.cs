namespace Junheng.Core.Reading.Notices;

/// <summary>What the Reader remarks. Each remark is a question to the reader of the document, never a verdict.</summary>
internal static class NoticeTexts
{
    public const string NoTitle = "文中没有找到题名，是否在别处另有标题页？";
    public const string NoIssuer = "文中没有找到发文单位或落款，是否为附件或节选？";
    public const string NoDate = "文中没有找到成文日期，是否为附件或节选？";

    public static string Missing(string number, string before, string title) => $"编号从“{before}”直接到“{number}”（{title}），中间是否缺少一项？";
    public static string Repeated(string number, string title) => $"编号“{number}”（{title}）与前一项相同，是否需要核对编号？";
    public static string StartsLate(string number, string title) => $"这一组编号从“{number}”（{title}）开始，前面是否缺少一项？";
    public static string Restarts(string? part) =>
        part is null ? "这里重新从“一”起编，前面是否缺少一个部分标题？" : $"前面有“{part}”，这里重新从“一”起编，是否缺少下一部分的标题？";
    public static string Alone(string number, string title) => $"“{title}”下只有编号“{number}”一项，是否缺少后面的小标题？";
    public static string OtherName(string name, string other) => $"文中另有“{other}”，与“{name}”是否为同一名称？";
    public static string OutsidePeriod(string period, string date) => $"依据的文件写明期限为{period}，而开展日期为{date}，是否属于顺延执行？";
    public static string NoSuchDay(string date) => $"日历上没有“{date}”这一天，请核对日期。";
    public static string PastAsFuture(string year, string documentYear) => $"文件写于{documentYear}年，这里对{year}年仍用将来的说法，是否需要更新？";
    public static string CommaForPoint(string number) => $"“{number}”中的逗号是否应为小数点？";
    public static string DoubledSign(string signs) => $"这里连用了“{signs}”，是否多写了一个标点？";
    public static string BlankInDate(string date) => $"“{date}”中有空格，是否需要删去？";
    public static string BlanksInDates(string date, int count) => $"文中共有{count}处日期或文号带有空格（如“{date}”），是否需要删去？";
}
