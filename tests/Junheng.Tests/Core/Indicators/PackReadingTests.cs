using Junheng.Core.Indicators;
using Junheng.Core.Schooling;

namespace Junheng.Tests.Core.Indicators;

public sealed class PackReadingTests
{
    private const string Head = "key: t\nname: 试\nsource: {document: 文件, certainty: C}\nstages: [primary]\nelements:\n  - {key: students, name: 学生, unit: 人}\n  - {key: rooms, name: 教室, unit: 间}\n";

    [Theory]
    [InlineData("indicators:\n  - key: x\n    name: x\n    unit: 间/百人\n    formula: rooms / pupils\n", 12, "x 的公式第 9 个字：不认识“pupils”：不是本指标包的数据项或指标。")]
    [InlineData("indicators:\n  - {key: x, name: x, unit: 间/尺, formula: rooms}\n", 9, "不认识单位“间/尺”。")]
    [InlineData("indicators:\n  - {key: x, name: x, unit: 间, formula: rooms, treshold: 3}\n", 9, "不认识“treshold”，此处可写：")]
    [InlineData("indicators:\n  - {key: rooms, name: x, unit: 间, formula: rooms}\n", 9, "“rooms”写了两次。")]
    [InlineData("indicators:\n  - {key: x, name: x, unit: 间, formula: rooms, threshold: {primary: 四}}\n", 9, "“四”不是标准值")]
    [InlineData("indicators:\n  - {key: x, name: x, unit: 间, formula: rooms, threshold: {prime: ≥ 4}}\n", 9, "“prime”不是学段")]
    [InlineData("criteria:\n  - {key: x, name: x, formula: sum(rooms), unit: 间, source: elsewhere}\n", 9, "sources 里没有“elsewhere”这个依据。")]
    [InlineData("criteria:\n  - {key: x, name: x, unit: 间}\n", 9, "缺少“formula”。")]
    [InlineData("dispersion: {indicators: [rooms], weight: students, limits: {primary: ≤ 0.5}}\n", 8, "不认识“rooms”")]
    [InlineData("uses: [nowhere]\n", 8, "")]
    [InlineData("key: again\n", 8, "不是有效的 YAML")]
    [InlineData("indicators:\n - {key: x\n", 10, "不是有效的 YAML")]
    public void A_mistake_in_a_pack_is_reported_with_file_and_line(string tail, int line, string message)
    {
        var refused = Assert.ThrowsAny<Exception>(() => District.Written(Head + tail));
        if (message.Length == 0) return;
        var pack = Assert.IsType<PackException>(refused);
        Assert.StartsWith($"test.yaml 第 {pack.Line} 行：", pack.Message);
        Assert.Contains(message, pack.Message);
        Assert.InRange(pack.Line, line - 1, line + 1);
    }

    [Fact]
    public void Certainty_dates_and_notes_of_a_rule_are_kept()
    {
        var pack = District.Written(Head + "sources:\n  law: {document: 法, certainty: C, from: 2017-04-26}\ncriteria:\n" +
            "  - {key: a, name: a, formula: sum(rooms), unit: 间, threshold: ≥, source: law, certainty: M, to: 2025-12-31, note: 默认}\n");
        var criterion = Assert.Single(pack.Criteria);
        Assert.Equal(new Source("法", Certainty.Memory, new(2017, 4, 26), new(2025, 12, 31), "默认"), criterion.Source);
        Assert.False(criterion.Source.InForce(new(2026, 1, 1)));
        Assert.Equal(Verdict.Unknown, new District().School(11, Stage.Primary, ("rooms", 3)).Evaluate(pack).Verdict);
    }

    [Theory]
    [InlineData("≥ 85", 85, Verdict.Meets)]
    [InlineData("≥ 85", 84.999999, Verdict.Fails)]
    [InlineData("≤ 0.5", 0.501787, Verdict.Fails)]
    [InlineData("< 0.15", 0.15, Verdict.Fails)]
    [InlineData("> 3", 3.0001, Verdict.Meets)]
    [InlineData("= 0", 0, Verdict.Meets)]
    [InlineData("80~90", 90, Verdict.Meets)]
    [InlineData("80~90", 90.1, Verdict.Fails)]
    [InlineData("≥", 1000, Verdict.Unknown)]
    [InlineData("≥ 85", double.NaN, Verdict.Unknown)]
    [InlineData("≥ 0.3", 0.1 + 0.2, Verdict.Meets)]
    [InlineData("≤ 0.3", 0.1 + 0.2, Verdict.Meets)]
    public void A_threshold_judges_without_rounding(string text, double value, Verdict verdict)
    {
        Assert.True(Threshold.TryParse(text, out var threshold));
        Assert.Equal(verdict, threshold.Judge(value));
        Assert.Equal(text.Replace(" ", ""), threshold.ToString().Replace(" ", ""));
    }

    [Fact]
    public void Hard_checks_of_elements_refuse_what_cannot_be()
    {
        var pack = District.Pack("elements");
        var broken = ElementChecks.Broken(pack, new Dictionary<string, double> { ["students"] = -1, ["teachers"] = 10, ["teachers_backbone"] = 11, ["area_indoor_sports"] = 5 }, Stage.Primary);
        Assert.Equal(["students 在校学生数不能为负数", "teachers_backbone 骨干教师数不能多于专任教师数"], broken.Select(b => $"{b.Element.Key} {b.Message}"));
        Assert.True(ElementChecks.IsImplausible(pack.Element("students")!, 80000));
        Assert.False(ElementChecks.IsImplausible(pack.Element("students")!, 800));
    }

    [Fact]
    public void A_pack_keeps_only_the_elements_it_needs()
    {
        var pack = District.Pack("toddler-places");
        Assert.Equal(["toddler_places", "toddlers"], pack.Elements.Select(e => e.Key).Order());
    }
}
