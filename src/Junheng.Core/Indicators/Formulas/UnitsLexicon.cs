namespace Junheng.Core.Indicators.Formulas;

/// <summary>The units packs may use.</summary>
internal static class UnitsLexicon
{
    public const string Ratio = "比值";
    public const string YesNo = "是否";

    /// <summary>Basic units, in the order of <see cref="Dimensions"/>.</summary>
    public static readonly string[] Bases = ["元", "人", "㎡", "个"];

    public static readonly Dictionary<string, (Dimensions Dimensions, double Over, double Under)> Units = Build();

    private static Dictionary<string, (Dimensions, double, double)> Build()
    {
        var units = new Dictionary<string, (Dimensions, double, double)>
        {
            [""] = (default, 1, 1),
            [Ratio] = (default, 1, 1),
            ["比"] = (default, 1, 1),
            ["倍"] = (default, 1, 1),
            [YesNo] = (default, 1, 1),
            ["%"] = (default, 1, 100),
            ["百分点"] = (default, 1, 100),
            ["‰"] = (default, 1, 1000),
            ["百"] = (default, 100, 1),
            ["千"] = (default, 1000, 1),
        };
        Add(new(1, 0, 0, 0), "元");
        Add(new(0, 1, 0, 0), "人", "名", "生", "人次");
        Add(new(0, 0, 1, 0), "㎡", "平方米");
        Add(new(0, 0, 0, 1), "个", "间", "班", "册", "台", "套", "所", "件", "处", "位", "级", "分", "项", "学时", "张");
        return units;

        void Add(Dimensions dimensions, params string[] names)
        {
            foreach (var name in names)
                foreach (var (many, scale) in new[] { ("", 1.0), ("百", 100), ("千", 1000), ("万", 1e4), ("亿", 1e8) })
                    units[many + name] = (dimensions, scale, 1);
        }
    }
}
