namespace Junheng.Core.Reading.Auditing;

/// <summary>Classifications of the field whose classes exclude one another. 合格 stands apart from 优秀 because it often includes it.</summary>
internal static class PartitionLexicon
{
    /// <summary>Classes, each with its spellings, and whether they leave nothing out.</summary>
    public static readonly (string[][] Classes, bool Complete)[] Classifications =
    [
        ([["男"], ["女"]], true),
        ([["公办"], ["民办"]], true),
        ([["不合格", "未合格"], ["合格"]], true),
        ([["不达标", "未达标"], ["达标"]], true),
        ([["未完成", "尚未完成"], ["已完成", "完成"]], true),
        ([["线上"], ["线下"]], true),
        ([["区内"], ["区外"]], true),
        ([["市内", "本市"], ["市外", "外省市"]], true),
        ([["校内"], ["校外"]], true),
        ([["国内"], ["国外", "境外"]], true),
        ([["专职"], ["兼职"]], true),
        ([["上半年"], ["下半年"]], true),
        ([["住宿", "寄宿"], ["走读"]], true),
        ([["非本市户籍", "外省市户籍", "非沪籍", "外地户籍"], ["本市户籍", "沪籍", "本地户籍"]], true),
        ([["幼儿园", "学前"], ["小学"], ["初中", "初级中学"], ["高中", "高级中学"], ["九年一贯制"], ["完全中学", "完中"], ["十二年一贯制"], ["中职", "中等职业"], ["特殊教育", "特教", "辅读"], ["高校", "高等"]], false),
        ([["城区", "中心城区", "城市"], ["镇区", "城镇"], ["农村", "乡村"]], false),
        ([["优秀"], ["良好"], ["中等", "一般"], ["较差"], ["不合格"]], false),
        ([["博士"], ["硕士", "研究生"], ["本科"], ["大专", "专科"], ["中专"]], false),
        ([["正高级", "正高"], ["副高级", "副高"], ["中级"], ["初级"]], false),
        ([["高级"], ["中级", "一级"], ["初级", "二级"], ["三级"]], false),
        ([["国家级", "全国"], ["省级"], ["市级"], ["区级", "县级"], ["校级"]], false),
        ([["已完成", "已竣工", "竣工", "已建成", "建成"], ["在建", "正在"], ["未开工", "未启动", "尚未"]], false),
        ([["双证齐全", "证照齐全"], ["证不全"], ["无证"]], false),
        ([["一级园", "一级幼儿园"], ["二级园", "二级幼儿园"], ["三级园", "三级幼儿园"], ["示范园", "示范性幼儿园"]], false),
    ];

    public static bool IsCumulative(string label) =>
        label.Contains("以上", StringComparison.Ordinal) || label.Contains("以下", StringComparison.Ordinal) || label.Contains("及", StringComparison.Ordinal);
}
