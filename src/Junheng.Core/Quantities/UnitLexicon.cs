namespace Junheng.Core.Quantities;

/// <summary>The units of official documents; the longest match wins.</summary>
public static class UnitLexicon
{
    private static readonly Unit[]?[] ByFirst = Build();

    public const string Yuan = "元";
    public const string Percent = "%";
    public const string Point = "百分点";
    public const string Rank = "名次";
    public const string Medal = "枚";
    public const string One = "个";
    public const string Persons = "人";
    public const string Tenth = "成";
    public const string Mega = "兆";
    public const string Bandwidth = "Gbps";

    public static readonly Unit PercentUnit = new("%", Percent, Dimension.Percent, UnitTraits.None);
    public static readonly Unit PersonUnit = new("人", Persons, Dimension.Persons, UnitTraits.None);
    public static readonly Unit RankUnit = new("名次", Rank, Dimension.Rank, UnitTraits.None);
    public static readonly Unit RatioUnit = new("", "", Dimension.Ratio, UnitTraits.None);
    public static readonly Unit BandwidthUnit = new("兆", Bandwidth, Dimension.Data, UnitTraits.None);
    public static readonly Unit CountUnit = new("个", One, Dimension.Count, UnitTraits.None);

    /// <summary>The longest unit at <paramref name="at"/>, or null.</summary>
    public static Unit? Match(string text, int at)
    {
        if (at >= text.Length || ByFirst[text[at]] is not { } candidates) return null;
        foreach (var unit in candidates)
            if (string.CompareOrdinal(text, at, unit.Text, 0, unit.Text.Length) == 0 && !Breaks(text, at, unit)) return unit;
        return null;
    }

    /// <summary>What a unit as written (亿元, 万人次) multiplies its value by; the base unit comes out without the multiplier.</summary>
    public static decimal Factor(string? unit, out string? bare)
    {
        bare = unit;
        if (string.IsNullOrEmpty(unit)) return 1;
        if (unit.StartsWith(NumeralLexicon.MyriadYis, StringComparison.Ordinal)) { bare = unit[2..]; return 1_000_000_000_000m; }
        if (unit.StartsWith(NumeralLexicon.Yis, StringComparison.Ordinal)) { bare = unit[1..]; return 100_000_000m; }
        if (unit.StartsWith(NumeralLexicon.Myriads, StringComparison.Ordinal)) { bare = unit[1..]; return 10_000m; }
        return 1;
    }

    /// <summary>/生, /人, /年 after an amount, as many as are written.</summary>
    public static int PerLength(string text, int at)
    {
        var i = at;
        while (i + 1 < text.Length && text[i] is '/' or '／')
        {
            var match = Per.FirstOrDefault(p => string.CompareOrdinal(text, i + 1, p, 0, p.Length) == 0);
            if (match is null) break;
            i += 1 + match.Length;
        }
        return i - at;
    }

    private static readonly string[] Per = ["平方米", "学期", "学年", "课时", "小时", "生", "人", "年", "月", "天", "日", "校", "班", "次", "户", "㎡", "亩"];

    /// <summary>The character after the unit that makes it the beginning of another word: 3年级, 两部门, 三位一体.</summary>
    private static bool Breaks(string text, int at, Unit unit)
    {
        var next = at + unit.Text.Length;
        if (next >= text.Length) return false;
        var last = unit.Text[^1];
        if (!Longer.TryGetValue(last, out var tails)) return false;
        foreach (var tail in tails)
            if (ChineseNumerals.Follows(text, next, tail)) return Kept.At(text, next - 1) == 0;
        return false;
    }

    private static readonly string[] LongerWords =
    [
        "年级", "年代", "年制", "部门", "部委", "位一", "位数", "级别", "期间", "期工程", "门峡", "门县", "门中学", "户籍", "家长", "家庭", "家峪", "家渠", "家港", "条龙", "条例", "条件", "件套",
        "次序", "项目", "处级", "课程", "课堂", "支部", "组织", "组合", "种子", "类型", "对口", "对一", "站式", "点半", "天地", "天然", "名师工作室", "班子", "班主任", "班级",
        "批次", "步走", "张江", "套班", "口之", "口井", "场一", "米阳", "元化", "元钱包", "元素", "元一", "本书记", "分之", "分钟", "分管", "分校", "分类", "分析", "分布", "分区", "分期", "分级", "分发", "分局", "分别",
        "成不变", "成立", "成为", "成员", "成果", "成效", "成长", "成绩", "成就", "成功", "成本", "成人", "成年", "成熟", "成套", "成才", "成型", "成分", "成都", "成因", "成形", "成片", "成品", "度假", "度重", "倍增", "倍加", "届全会",
        "番五", "大一", "大精", "大报", "大以", "大代", "大召", "大以来", "大附", "角场", "期货", "区间", "村庄", "里店", "里庄", "里桥", "里河", "亩田",
        "间隔", "层次", "层级", "层面", "周岁", "周年", "卷调", "席教", "席专", "G网", "g网", "M网", "节水", "节能", "篇章", "轮驱", "轮车", "日制", "日游", "面体", "面旗", "面墙", "步骤",
        "个百分点", "个月", "个小时", "人才", "人员",
    ];

    /// <summary>…and where that word is not meant: 12项目标, 3场一流.</summary>
    private static readonly Words Kept = ["项目标", "项目录", "场一流", "组合作", "类型号"];

    private static readonly Dictionary<char, string[]> Longer = LongerWords.GroupBy(w => w[0]).ToDictionary(g => g.Key, g => g.Select(w => w[1..]).ToArray());

    private static Unit[]?[] Build()
    {
        var units = new List<Unit>();
        void Add(Dimension dimension, UnitTraits traits, string words)
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var cut = word.IndexOf('=', StringComparison.Ordinal);
                units.Add(cut < 0 ? new Unit(word, word, dimension, traits) : new Unit(word[..cut], word[(cut + 1)..], dimension, traits));
            }
        }
        Add(Dimension.Money, UnitTraits.None, "元 元人民币=元 美元 港元 欧元");
        Add(Dimension.Percent, UnitTraits.None, "% ％=%");
        Add(Dimension.PercentPoint, UnitTraits.None, "个百分点=百分点 百分点 个点=百分点");
        Add(Dimension.PerMille, UnitTraits.None, "‰");
        Add(Dimension.PersonTimes, UnitTraits.None, "人次 人·次=人次 门次 人天 人日 课次 户次 辆次 项次 校次 件次 万次 节次 班次 场次 册次 人课时");
        Add(Dimension.Persons, UnitTraits.Classifier, "人 名 位");
        Add(Dimension.Count, UnitTraits.Classifier,
            "个 项 所 家 次 门 节 场 件 篇 本 册 卷 份 套 间 台 台套 台（套）=台套 台(套)=台套 辆 支 只 座 处 户 对 条 种 组 张 幅 款 枚 块 片 棵 株 栋 幢 部 例 宗 席 起 册次 堂 首 趟 " +
            "床 张床位 个床位 个学位 学位 座位 个班=班 班 个教学班=班 教学班 学时 课时 个课时=课时 个学时=学时 学分 个学分=学分 案例");
        Add(Dimension.Count, UnitTraits.Edition, "轮 届 期 批 批次 版 代");
        Add(Dimension.Count, UnitTraits.Division, "类 级 大 大类 层 维 方面");
        Add(Dimension.Count, UnitTraits.Medal, "金=枚 银=枚 铜=枚 优胜");
        Add(Dimension.Time, UnitTraits.None, "年 个月 周 天 小时 个小时=小时 分钟 学期 个学期=学期 学年 个学年=学年 个工作日=工作日 工作日 个周=周 季度 个季度=季度");
        Add(Dimension.Time, UnitTraits.ArabicOnly, "日 秒");
        Add(Dimension.Age, UnitTraits.None, "岁 周岁=岁");
        Add(Dimension.Area, UnitTraits.None, "平方米 平米 ㎡ m² m2 平方公里 平方千米 亩 公顷");
        Add(Dimension.Length, UnitTraits.ArabicOnly, "公里 千米 米 厘米 毫米 km 里");
        Add(Dimension.Mass, UnitTraits.ArabicOnly, "吨 千克 公斤 克 kg");
        Add(Dimension.Volume, UnitTraits.ArabicOnly, "立方米 m³ 升 毫升 千瓦 千瓦时 度");
        Add(Dimension.Data, UnitTraits.ArabicOnly, "Gbps Mbps Kbps GB TB MB PB G M T K 兆 Mb Gb");
        Add(Dimension.Count, UnitTraits.ArabicOnly, "字 页");
        Add(Dimension.Score, UnitTraits.ArabicOnly, "分");
        Add(Dimension.Multiple, UnitTraits.None, "倍 番");
        Add(Dimension.Percent, UnitTraits.None, "成");

        var table = new Unit[]?[char.MaxValue + 1];
        foreach (var group in units.DistinctBy(u => u.Text).GroupBy(u => u.Text[0]))
            table[group.Key] = [.. group.OrderByDescending(u => u.Text.Length)];
        return table;
    }
}
