using Junheng.Core.Indicators;
using Junheng.Core.Schooling;

namespace Junheng.Tests.Core.Indicators;

public sealed class QualityBalanceTests
{
    private static readonly (string Element, double Value)[] Good =
    [
        ("students", 1000), ("classes", 24), ("teachers", 80), ("teachers_above_required", 60), ("teachers_backbone", 12), ("teachers_pe_arts", 11), ("area_teaching", 7000),
        ("area_indoor_sports", 1000), ("area_outdoor_sports", 10000), ("equipment_value", 3_000_000), ("rooms_networked", 30),
    ];

    [Fact]
    public void The_pack_can_be_read_and_has_every_criterion_of_the_standard()
    {
        var pack = District.Pack("quality-balance");
        Assert.Equal(["L1", "L2", "L3", "L4", "L5", "L6", "L7"], pack.Indicators.Select(i => i.Key));
        Assert.Equal(15, pack.Criteria.Where(c => c.Section == "guarantee").Select(c => c.Key.TrimEnd('a', 'b')).Distinct().Count());
        Assert.Equal(9, pack.Criteria.Count(c => c.Section == "quality"));
        Assert.All(pack.Criteria, c => Assert.NotEmpty(c.Source.Document));
    }

    [Fact]
    public void A_school_at_every_threshold_meets()
    {
        var result = new District().School(10, Stage.Primary, Good).Evaluate("quality-balance");
        var school = Assert.Single(result.Schools);
        Assert.Equal((7, Verdict.Meets), (school.Met, school.Verdict));
        Assert.Equal(6.0, school.Values["L4"]);
        Assert.Equal(6.0, school.Values["L1"]);
        Assert.Equal(3000, school.Values["L6"]);
    }

    [Theory]
    [InlineData(1, 7, "", Verdict.Meets)]
    [InlineData(0.9, 6, "", Verdict.Meets)]
    [InlineData(0.85, 6, "", Verdict.Meets)]
    [InlineData(0.8499, 6, "L2", Verdict.Fails)]
    [InlineData(double.NaN, 6, "", Verdict.Unknown)]
    public void One_indicator_may_miss_its_threshold_but_not_its_floor(double backbone, int met, string below, Verdict verdict)
    {
        var result = new District().School(10, Stage.Primary, Good).Value(10, Stage.Primary, "teachers_backbone", 10 * backbone).Evaluate("quality-balance");
        var school = Assert.Single(result.Schools);
        Assert.Equal((met, below, verdict), (school.Met, string.Join(',', school.BelowFloor), school.Verdict));
    }

    [Fact]
    public void Two_missed_thresholds_fail_even_when_another_value_is_missing()
    {
        var result = new District().School(10, Stage.Primary, Good)
            .Value(10, Stage.Primary, "teachers_backbone", 9).Value(10, Stage.Primary, "rooms_networked", 22).Value(10, Stage.Primary, "equipment_value", double.NaN)
            .Evaluate("quality-balance");
        Assert.Equal(Verdict.Fails, Assert.Single(result.Schools).Verdict);
        Assert.Equal(["L6"], result.Schools[0].Unknown);
        Assert.Equal(Verdict.Fails, result.Verdict);
    }

    [Fact]
    public void Without_the_facts_of_the_district_nothing_is_decided()
    {
        var result = new District().School(10, Stage.Primary, Good).School(11, Stage.Junior, Good).Evaluate("quality-balance");
        Assert.Equal(Verdict.Unknown, result.Verdict);
        Assert.Equal(14, result.Dispersions.Count);
        Assert.All(result.Dispersions, d => Assert.Equal((Verdict.Meets, 0.0), (d.Verdict, d.Cv)));
        Assert.Equal(100, result.Criteria.Single(c => c.Key == "1.1").Value);
        Assert.Equal(Verdict.Unknown, result.Criteria.Single(c => c.Key == "2.1").Verdict);
        Assert.Equal((0.0, Verdict.Meets), result.Criteria.Where(c => c.Key == "2.4").Select(c => (c.Value, c.Verdict)).Single());
    }

    [Fact]
    public void When_everything_is_proven_the_district_meets()
    {
        var pack = District.Pack("quality-balance");
        (string, double)[] more =
        [
            ("classes_over_limit", 0), ("rooms_music", 2), ("rooms_art", 2), ("area_room_music", 96), ("area_room_art", 90), ("teachers_trained_360", 80), ("teachers_certified", 80),
            ("teachers_rotation_eligible", 40), ("teachers_rotated", 4), ("teachers_rotated_backbone", 1), ("training_funds", 5), ("public_funds_budget", 100),
        ];
        var district = new District().School(10, Stage.Primary, [.. Good, .. more]).School(11, Stage.Junior, [.. Good, .. more]);
        foreach (var material in pack.Criteria.Where(c => c.Kind == CriterionKind.Material)) district.Own(material.Formula, 1);
        foreach (var (element, value) in new (string, double)[]
        {
            ("special_funds_per_student", 6000), ("wage_teachers", 120000), ("wage_civil_servants", 120000), ("nearby_primary", 100), ("nearby_junior", 95), ("quota_allocated", 50),
            ("quota_plan", 100), ("migrant_public", 85), ("migrant_eligible", 100), ("retention_junior", 95), ("disabled_enrolment", 95), ("satisfaction", 85),
        }) district.Own(element, value);
        Assert.Empty(district.Evaluate(pack).Criteria.Where(c => c.Verdict != Verdict.Meets).Select(c => c.Key));
        Assert.Equal(Verdict.Meets, district.Evaluate(pack).Verdict);
        Assert.Equal(Verdict.Fails, district.Own("v_no_key_schools", 0).Evaluate(pack).Verdict);
    }

    [Fact]
    public void Schools_outside_the_standard_are_listed_with_the_reason()
    {
        var result = new District()
            .School(new FrameRow(10, Stage.Primary, 1) { SchoolType = "218" }, ("students", 49))
            .School(new FrameRow(11, Stage.Primary, 1) { SchoolType = "218" }, Good)
            .School(new FrameRow(12, Stage.Special, 1), ("students", 80))
            .School(new FrameRow(13, Stage.Vocational, 1), ("students", 800))
            .School(new FrameRow(14, Stage.Primary, 1) { Nature = SchoolNature.Private }, Good)
            .School(new FrameRow(15, Stage.Primary, 1) { Excluded = "普查名单未列入" }, Good)
            .Evaluate("quality-balance");
        Assert.Equal([11, 14], result.Schools.Select(s => s.Organisation));
        Assert.Equal(
            ["10 不足50人的教学点不参评", "12 特殊教育学校不参评", "13 职业学校不参评", "15 普查名单未列入"],
            result.Exclusions.OrderBy(e => e.Organisation).Select(e => $"{e.Organisation} {e.Reason}"));
    }

    [Fact]
    public void A_through_school_larger_than_2500_counts_once_and_one_of_2500_not()
    {
        (string, double)[] half = [("students", 1300)], less = [("students", 1200)];
        var result = new District().School(10, Stage.Primary, half).School(10, Stage.Junior, half)
            .School(11, Stage.Primary, less).School(11, Stage.Junior, half)
            .School(12, Stage.Primary, ("students", 2001)).Evaluate("quality-balance");
        Assert.Equal((2.0, Verdict.Fails), result.Criteria.Where(c => c.Key == "2.4").Select(c => (c.Value, c.Verdict)).Single());
    }
}
