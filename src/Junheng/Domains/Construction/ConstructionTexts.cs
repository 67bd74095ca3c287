namespace Junheng.Domains.Construction;

public static class ConstructionTexts
{
    public const string Title = "标准化建设";
    public const string Menu = "标准化建设";
    public const string ReadPermission = "查看标准化建设进展";
    public const string KeepPermission = "维护建设标准和学校建设进展";
    public const string Missing = "此项必填。";
    public const string Negative = "不能小于 0。";
    public const string FinishedBeforeStarted = "完成日期早于开工日期，请核对。";
    public const string FinishedWithoutDone = "已填完成日期，请同时填写完成数。";
    public const string EditionExists = "同名标准已有这一版本，请换一个版本名称。";
    public const string ItemExists = "这一版标准中已有同名项目。";
    public const string Twice = "同一项目、同一学校在表中出现两次，请只保留一行。";
    public const string ImportReason = "导入建设进展表";
    public const string ItemHeader = "项目";
    public const string CodeHeader = "学校代码";
    public const string PlannedHeader = "计划数";
    public const string DoneHeader = "完成数";
    public const string StartedHeader = "开工日期";
    public const string FinishedHeader = "完成日期";
    public const string NoteHeader = "备注";

    public const string SampleSet = "城乡建设标准（演示）";
    public const string SampleEdition = "2023年演示版";
    public const string SampleSource = "虚构文件，仅供演示";
    public static readonly (string Name, string Unit)[] SampleItems = [("小剧场（演示）", "个"), ("室内体育馆（演示）", "个"), ("无线网络教室（演示）", "间"), ("公共安全体验室（演示）", "个")];

    public static string ItemUnknown(string name) => $"这一版标准中没有项目“{name}”。请先添加该项目，或改用已有项目的名称。";
    public static string SchoolUnknown(string code) => $"没有代码为“{code}”的机构。请核对学校代码。";

    public static string Name(ItemState state) => state switch
    {
        ItemState.NotStarted => "未启动",
        ItemState.UnderWay => "进行中",
        ItemState.Finished => "已完成",
        ItemState.Exceeded => "超额完成",
        _ => "无法判断",
    };

    public static string Name(WorkState state) => state switch { WorkState.Finished => "已完成", WorkState.UnderWay => "进行中", _ => "未启动" };

    /// <summary>What may honestly be said of a whole set: “basically finished” only together with what is not.</summary>
    public static string Sentence(IReadOnlyCollection<ItemProgress> items)
    {
        if (items.Count == 0) return "这一版标准还没有项目。";
        var waiting = items.Where(i => i.State == ItemState.NotStarted).Select(i => i.Item.Name).ToList();
        var unknown = items.Where(i => i.State == ItemState.Unknown).Select(i => i.Item.Name).ToList();
        var done = items.Count(i => i.State is ItemState.Finished or ItemState.Exceeded);
        if (done == items.Count) return $"{items.Count} 个项目全部完成。";
        var said = $"{items.Count} 个项目中 {done} 个完成";
        if (waiting.Count > 0) said += $"；已列入计划但未启动：{string.Join('、', waiting)}";
        if (unknown.Count > 0) said += $"；缺计划数或学校，无法判断：{string.Join('、', unknown)}";
        return said + "。";
    }
}
