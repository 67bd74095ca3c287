using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Tests.Core.Indicators.Formulas;

public sealed class FormulaTests
{
    private static readonly Pack Library = District.Written("""
        key: try
        name: 试算
        source: {document: 试算, certainty: M}
        stages: [primary, junior]
        split: {primary: 1, junior: 1.1, senior: 1.32}
        elements:
          - {key: students, name: 在校学生数, unit: 人}
          - {key: teachers, name: 专任教师数, unit: 人}
          - {key: classes, name: 班级数, unit: 班}
          - {key: area, name: 面积, unit: ㎡, split: true}
          - {key: money, name: 资产, unit: 万元}
          - {key: spent, name: 支出, unit: 元, calendar: year, basis: true}
          - {key: certified, name: 有证, unit: 是否}
          - {key: people, name: 人口, unit: 人, level: district}
          - {key: toddlers, name: 幼儿, unit: 人, level: town}
        indicators:
          - {key: rate, name: 生师比, formula: students / teachers, unit: 比}
        """);

    [Theory]
    [InlineData("students + 1", "人", "“人”与“比值”单位不同，不能用“+”。", 0)]
    [InlineData("students + area", "人", "“人”与“㎡”单位不同，不能用“+”。", 0)]
    [InlineData("area / students", "㎡", "公式算出的单位是“㎡/人”，与指标单位“㎡”不符。", 0)]
    [InlineData("students > area", "人", "“人”与“㎡”单位不同，不能用“>”。", 0)]
    [InlineData("pupils / teachers", "比", "不认识“pupils”：不是本指标包的数据项或指标。", 0)]
    [InlineData("students / total(teachers)", "比", "没有“total”这个函数。", 11)]
    [InlineData("mean(rate)", "比", "须写明权数：weight: students（按学生数加权）；不加权写 weight: none。", 0)]
    [InlineData("sum(rate)", "比", "比率不能直接合计。请用 mean(…, weight: …) 或先合计分子、分母再相除。", 4)]
    [InlineData("students / teachers * 100", "%", "指标单位已含“每百”换算，公式里不要再乘 100。", 22)]
    [InlineData("if(students, 1, 2)", "比", "此处需要条件（比较的结果），不是数值。", 3)]
    [InlineData("students > 3人", "人", "此处需要数值，不是条件。", 0)]
    [InlineData("stage", "比", "文字只能与学段 stage、办别 nature、办学类型 school_type、一贯制 through 作“=”或“!=”比较。", 0)]
    [InlineData("toddlers", "人", "“toddlers”是街镇数据", -1)]
    [InlineData("round(students, classes)", "人", "此处只能写数字。", 16)]
    [InlineData("min(students)", "人", "min 至少需要 2 个参数。", 0)]
    [InlineData("prev(students, 2)", "人", "prev 需要 1 个参数。", 0)]
    [InlineData("sum(students, weight: classes)", "人", "sum 没有“weight”这个参数。", 22)]
    [InlineData("sum(students, by: street)", "人", "“by:”后只能写 town（街镇）、group（集团）或 district（区）。", 18)]
    [InlineData("students * 3尺", "人", "不认识单位“尺”；如果它是“且”“或”，前后请空一格。", 11)]
    [InlineData("tried / 2", "比", "指标互相引用，成了循环。", 0)]
    public void What_makes_no_sense_is_refused_in_Chinese_at_its_place(string formula, string unit, string problem, int start)
    {
        var check = FormulaCheck.Of(Library, new("tried", "试", formula, unit, 2, Level.School) { Stages = [Stage.Primary] });
        if (start < 0)
        {
            Assert.True(check.IsGood, "a town's figure may be used for its schools");
            return;
        }
        Assert.Equal((start, $"第 {start + 1} 个字：{problem}"), (check.Span.Start, check.Problem));
    }

    [Theory]
    [InlineData("students", "“students”按学校填报，在这一层级须先汇总，例如 sum(students)。")]
    [InlineData("sum(people)", "“people”比所要汇总到的层级更高，不能汇总。", false)]
    [InlineData("mean(rate, weight: people)", null, false)]
    public void A_district_figure_has_to_gather_its_schools(string formula, string? problem, bool district = true)
    {
        var check = FormulaCheck.Of(Library, new("tried", "试", formula, formula[0] == 'm' ? "比" : "人", 2, district ? Level.District : Level.School) { Stages = district ? [] : [Stage.Primary] });
        Assert.Equal(problem is null, check.IsGood);
        if (problem is not null) Assert.EndsWith(problem, check.Problem);
    }

    [Theory]
    [InlineData("students / teachers", "比", 10)]
    [InlineData("teachers / students", "人/百人", 10)]
    [InlineData("teachers / students", "%", 10)]
    [InlineData("teachers / students", "‰", 100)]
    [InlineData("area / students", "㎡/人", 4.5)]
    [InlineData("money / students", "元/人", 250)]
    [InlineData("money", "元", 250_000)]
    [InlineData("money", "亿元", 0.0025)]
    [InlineData("classes / students", "班/百人", 2.4)]
    [InlineData("在校学生数 - 专任教师数", "人", 900)]
    [InlineData("max(students, 100)", "人", 1000)]
    [InlineData("min(students, teachers, 50人)", "人", 50)]
    [InlineData("if(students > 45 * classes / 1班 * 1人, 1, 0)", "比", 0)]
    [InlineData("if(stage = \"primary\" and nature != \"private\", 1, 2)", "比", 1)]
    [InlineData("coalesce(prev(students), students)", "人", 1000)]
    [InlineData("ceil(students * 15%)", "人", 150)]
    [InlineData("ceil(students / 7)", "人", 143)]
    [InlineData("floor(students / 7)", "人", 142)]
    [InlineData("round(students / 7, 1)", "人", 142.9)]
    [InlineData("abs(teachers - students)", "人", 900)]
    [InlineData("if(known(prev(students)), 1, 0)", "比", 0)]
    [InlineData("if(certified, 1, 0)", "比", 1)]
    [InlineData("1 / rate", "%", 10)]
    [InlineData("share(teachers, students)", "%", 10)]
    [InlineData("-teachers", "人", -100)]
    public void A_row_is_computed_in_the_unit_of_its_indicator(string formula, string unit, double value) => Assert.Equal(value, Value(formula, unit), 9);

    [Theory]
    [InlineData("students / (teachers - teachers)")]
    [InlineData("growth(students)")]
    [InlineData("prev(students) / students")]
    [InlineData("if(prev(students) > students, 1, 0)")]
    public void What_has_no_base_is_missing(string formula) => Assert.True(double.IsNaN(Value(formula, "比")));

    [Theory]
    [InlineData("sum(students)", "人", 4000)]
    [InlineData("sum(students, by: town)", "人", 3000)]
    [InlineData("mean(rate, weight: students)", "比", 12.5)]
    [InlineData("mean(rate, weight: none)", "比", 13.333333333333334)]
    [InlineData("sd(rate, weight: students)", "比", 4.330127018922193)]
    [InlineData("cv(rate, weight: students)", "比", 0.34641016151377546)]
    [InlineData("差异系数(生师比, 权数: 在校学生数)", "比", 0.34641016151377546)]
    [InlineData("gini(rate, weight: none)", "比", 0.16666666666666666)]
    [InlineData("theil(rate, weight: none)", "比", 0.05889151782819173)]
    [InlineData("percentile(students, 50)", "人", 1000)]
    [InlineData("highest(students) - lowest(students)", "人", 1000)]
    [InlineData("count_where(students > 1000人)", "个", 1)]
    [InlineData("rank(students)", "比", 2)]
    [InlineData("share(students)", "%", 25)]
    [InlineData("whole(students)", "人", 1500)]
    [InlineData("sum(if(students > mean(students, weight: none), students, 0人))", "人", 2000)]
    public void Peers_of_the_same_stage_are_gathered(string formula, string unit, double value) => Assert.Equal(value, Value(formula, unit), 9);

    [Fact]
    public void Town_group_and_district_gather_their_schools()
    {
        Assert.Equal(3000, At(Level.Town, 50, "sum(students)", "人"), 9);
        Assert.Equal(2500, At(Level.Group, 60, "sum(students)", "人"), 9);
        Assert.Equal(4500, At(Level.District, District.Number, "sum(students)", "人"), 9);
        Assert.Equal(3, At(Level.District, District.Number, "schools_where(students >= 500人)", "所"), 9);
        Assert.Equal(4, At(Level.District, District.Number, "count_where(students >= 500人)", "所"), 9);
        Assert.Equal(120, At(Level.District, District.Number, "sum(toddlers)", "人"), 9);
        Assert.Equal(5, At(Level.District, District.Number, "sum(students) / people", "%"), 9);

        double At(Level level, int organisation, string formula, string unit)
        {
            var result = Evaluation.Of(Library.With(new("tried", "试", formula, unit, 2, level)), Data(), District.Year);
            return result.Values["tried"][result.Frame.Find(organisation, Stage.Shared)];
        }
    }

    [Fact]
    public void A_school_may_use_the_figure_of_its_district_and_town() => Assert.Equal(1000.0 / 90_000 * 100 + 120, Value("students / people / 1% * 1人 + toddlers", "人"), 9);

    [Fact]
    public void A_calendar_year_meets_a_school_year_only_over_a_named_bridge()
    {
        var (before, after) = (Period.OfSchoolYear(2022), Period.OfSchoolYear(2023));
        var district = new District().School(10, Stage.Primary, ("spent", 9_000_000))
            .Value(10, Stage.Primary, "students", 900, before).Value(10, Stage.Primary, "students", 1200, after);
        double Each(PeriodBridge bridge)
        {
            var pack = Library.With(new("tried", "试", "spent / students", "元/人", 2, Level.School) { Stages = [Stage.Primary], Bridge = bridge });
            return district.Evaluate(pack).Values["tried"][0];
        }
        Assert.True(double.IsNaN(Each(PeriodBridge.None)));
        Assert.Equal(7500, Each(PeriodBridge.BeginsInYear), 9);
        Assert.Equal(10000, Each(PeriodBridge.EndsInYear), 9);
        Assert.Equal(9000, Each(PeriodBridge.MonthsWeighted), 9);
    }

    private static double Value(string formula, string unit)
    {
        var pack = Library.With(new("tried", "试", formula, unit, 2, Level.School) { Stages = [Stage.Primary] });
        var result = Evaluation.Of(pack, Data(), District.Year);
        return result.Values["tried"][result.Frame.Find(10, Stage.Primary)];
    }

    /// <summary>Three primary schools of 1,000, 2,000 and 1,000 students, the first with 500 more in its junior part.</summary>
    private static Dataset Data() => new District()
        .School(new FrameRow(10, Stage.Primary, District.Number) { Town = 50, Group = 60 },
            ("students", 1000), ("teachers", 100), ("classes", 24), ("area", 4500), ("money", 25), ("certified", 1))
        .School(new FrameRow(11, Stage.Primary, District.Number) { Town = 50 }, ("students", 2000), ("teachers", 200))
        .School(new FrameRow(12, Stage.Primary, District.Number) { Town = 51, Group = 60 }, ("students", 1000), ("teachers", 50))
        .School(new FrameRow(10, Stage.Junior, District.Number) { Town = 51, Group = 60 }, ("students", 500), ("teachers", 40))
        .School(new FrameRow(60, Stage.Shared, District.Number) { Level = Level.Group })
        .Town(50, ("toddlers", 120)).Own("people", 90_000).Data();
}
