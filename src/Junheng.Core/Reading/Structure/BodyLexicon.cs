namespace Junheng.Core.Reading.Structure;

/// <summary>How the names of government bodies, schools and their parts end and begin.</summary>
internal static class BodyLexicon
{
    private static readonly string[] Suffixes =
    [
        "人民政府办公室", "委员会办公室", "教育督导室", "督导室", "人民政府", "政府", "委员会", "办公室", "指挥部", "领导小组", "工作小组", "联席会议", "联合会", "基金会",
        "管委会", "居委会", "村委会", "开发区", "工业区", "园区", "总工会", "教育局", "分局", "教育工作党委", "党工委", "党组", "党委", "区委", "市委", "县委", "镇委", "街道办", "街道", "各街镇", "街镇", "镇街",
        "各镇", "各乡镇", "乡镇", "各学校", "学校", "中学", "小学", "幼儿园", "学院", "大学", "中心", "集团", "公司", "协会", "学会", "研究院", "研究所", "总队", "支队", "大队", "法院",
        "检察院", "管理处", "科室", "处室", "部门", "单位", "机构", "团队", "工委", "妇联", "残联", "侨联", "科协", "文联", "团委", "团区委", "团市委", "宣传部", "组织部", "统战部", "编办",
        "文明办", "网信办", "府办", "委办", "政法委", "纪委", "监委", "教委", "经委", "科委", "建委", "农委", "卫健委", "卫计委", "发改委", "建管委", "国资委", "体委", "未保委", "推学委",
        "局", "委", "办", "厅", "署",
    ];

    /// <summary>A name that ends as bodies do and holds nothing but letters.</summary>
    public static bool IsBody(ReadOnlySpan<char> name)
    {
        if (name.Length is < 2 or > 40) return false;
        foreach (var c in name)
            if (!char.IsLetterOrDigit(c) && !PunctuationLexicon.IsBlank(c) && c is not ('（' or '）' or '(' or ')' or '、')) return false;
        return EndsAsBody(name);
    }

    public static bool EndsAsBody(ReadOnlySpan<char> name)
    {
        foreach (var suffix in Suffixes)
            if (name.EndsWith(suffix, StringComparison.Ordinal)) return true;
        return false;
    }
}
