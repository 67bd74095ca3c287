namespace Junheng.Supervision.Documents;

public static class DocumentTexts
{
    public const string ReadUsage = "read 文件… [--json] [--text]";
    public const string NoFile = "请写出要阅读的文件。";

    public const string Title = "公文";
    public const string TitleMissing = "请填写公文标题。";
    public const string UnitsMissing = "选择“指定单位”时，至少要选一个单位。";
    public const string RejectedCannotBeConfirmed = "这一条已标为“不采用”，要先撤回才能确认。";
    public const string NothingToTakeBack = "这一条还没有处理，没有可以撤回的。";

    public const string ValidityUpsideDown = "失效日期早于施行日期，请核对。";
    public const string LibraryMenu = "公文库";
    public const string ClaimsMenu = "数据查找";
    public const string ReadPermission = "查阅公文";
    public const string UploadPermission = "上传公文";
    public const string JudgePermission = "核对公文数据";
    public const string ReasonMissing = "请写明原因，原因会记入操作日志。";
    public const string OnlyClaimsAreCorrected = "任务和问题只能确认或不采用，数据才能更正。";
    public const string JudgedIsKept = "这份公文已有核对过的条目，不能删除。请先撤回这些条目。";
    public const string RangeUpsideDown = "区间的上限应不小于下限。";

    public const string DecisionMissing = "没有收到要办理的条目，请刷新页面后再试。";
    public static string Known(string file, string title) => $"“{file}”的内容与已有的《{title}》相同，没有重复保存。";
    public static string Taken(string file) => $"“{file}”已保存并读完。";
    public static string TakenCount(int fresh, int known) =>
        (fresh > 0 ? $"已保存并读完 {fresh} 份公文。" : "") + (known > 0 ? $"{known} 份的内容与已有公文相同，没有重复保存。" : "");

    public const string NoneTaken = "这些文件都没有保存，原因见上方。";
}
