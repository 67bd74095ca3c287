using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Tests.Core.Indicators;

public sealed class EvaluationTests
{
    [Fact]
    public void Above_the_standard_and_below_the_average_stand_side_by_side()
    {
        var result = new District().Own("expenditure_per_student", 28993.91, Stage.Primary).Own("city_standard_per_student", 25000, Stage.Primary)
            .Own("city_average_per_student", 31000, Stage.Primary).Evaluate("per-pupil");
        var primary = result.References.Where(r => r.Indicator == "per_student" && r.Stage == Stage.Primary).ToDictionary(r => r.Reference.Key);
        Assert.Equal(Verdict.Meets, primary["city-standard"].Verdict);
        Assert.Equal(Verdict.Fails, primary["city-average"].Verdict);
        Assert.Equal(Verdict.Unknown, primary["last-year"].Verdict);
        Assert.Equal(28993.91, primary["last-year"].Value);
    }

    [Fact]
    public void The_number_a_reference_had_in_one_year_holds_for_that_year()
    {
        var year = Period.OfYear(2022);
        var result = new District().Own("public_funds_per_student", 700, Stage.Primary, year).Own("public_funds_per_student", 700, Stage.Junior, year).Evaluate("per-pupil", year);
        var quota = result.References.Where(r => r.Indicator == "public_funds_each").ToDictionary(r => r.Stage);
        Assert.Equal((650, Verdict.Meets), (quota[Stage.Primary].Against, quota[Stage.Primary].Verdict));
        Assert.Equal((850, Verdict.Fails), (quota[Stage.Junior].Against, quota[Stage.Junior].Verdict));
    }

    [Fact]
    public void Places_for_toddlers_are_required_town_by_town_and_rounded_up()
    {
        var result = new District().Town(50, ("toddlers", 101), ("toddler_places", 15)).Town(51, ("toddlers", 100), ("toddler_places", 15)).Evaluate("toddler-places");
        var towns = result.Criteria.Where(c => c.Criterion.Key == "town").ToDictionary(c => c.Organisation);
        Assert.Equal((-1, Verdict.Fails), (towns[50].Value, towns[50].Verdict));
        Assert.Equal((0, Verdict.Meets), (towns[51].Value, towns[51].Verdict));
        Assert.Equal(1, result.Values["gap_district"][result.Frame.Find(District.Number, Stage.Shared)]);
        Assert.Equal(Verdict.Fails, result.Verdict);
    }

    [Fact]
    public void A_missing_value_makes_the_spread_unknown_and_still_shows_that_of_the_others()
    {
        var district = new District();
        for (var i = 0; i < 4; i++) district.School(10 + i, Stage.Primary, ("students", 100), ("teachers_backbone", i == 3 ? double.NaN : 1 + i));
        var spread = district.Evaluate("quality-balance").Dispersions.Single(d => d.Indicator == "L2");
        Assert.Equal((4, 1, Verdict.Unknown), (spread.Schools, spread.Missing, spread.Verdict));
        Assert.True(double.IsNaN(spread.Cv));
        Assert.Equal(Math.Sqrt(2.0 / 3) / 2, spread.KnownCv, 12);
    }

    [Fact]
    public void What_schools_share_is_stated_and_what_cannot_be_split_is_missing()
    {
        var result = new District().School(10, Stage.Junior, ("students", 300)).School(10, Stage.Senior, ("students", 200))
            .School(10, Stage.Shared, ("area_outdoor_sports", 5400), ("area_indoor_sports", 0), ("teachers_backbone", 9)).Evaluate("quality-balance");
        var junior = result.Schools.Single();
        Assert.Equal(5400 * 300 / (300 + (1.2 * 200)) / 300, junior.Values["L5"], 12);
        Assert.True(double.IsNaN(junior.Values["L2"]));
        Assert.Contains(result.Remarks, r => r.Subject == "area_outdoor_sports" && r.Text.StartsWith("室外运动场地面积：1 所一贯制学校的共用数值"));
        Assert.Contains(result.Remarks, r => r.Subject == "teachers_backbone" && r.Text.Contains("不能拆分"));
    }

    [Fact]
    public void A_year_before_the_standard_was_in_force_is_judged_with_a_remark()
    {
        Assert.Contains(new District().School(10, Stage.Primary).Evaluate("quality-balance", Period.OfYear(2010)).Remarks, r => r.Text.Contains("不在") && r.Text.Contains("教督〔2017〕6号"));
        Assert.DoesNotContain(new District().School(10, Stage.Primary).Evaluate("quality-balance").Remarks, r => r.Text.Contains("施行期"));
    }

    [Fact]
    public void A_school_above_the_limit_is_enough_to_fail_while_another_is_not_known()
    {
        var district = new District().School(10, Stage.Primary, ("students", 2400)).School(11, Stage.Primary);
        var over = district.Evaluate("quality-balance").Criteria.Single(c => c.Key == "2.4");
        Assert.Equal((double.NaN, 1.0, Verdict.Fails), (over.Value, over.AtLeast, over.Verdict));
        var within = new District().School(10, Stage.Primary, ("students", 1400)).School(11, Stage.Primary).Evaluate("quality-balance").Criteria.Single(c => c.Key == "2.4");
        Assert.Equal((0.0, Verdict.Unknown), (within.AtLeast, within.Verdict));
    }

    [Fact]
    public void What_is_the_same_for_a_whole_school_holds_for_each_of_its_stages()
    {
        var result = new District().School(10, Stage.Primary).School(10, Stage.Junior).School(10, Stage.Shared, ("has_property_certificate", 1))
            .School(11, Stage.Primary, ("has_property_certificate", 0)).Evaluate("property-certificates");
        Assert.Equal((50, Verdict.Fails), result.Criteria.Select(c => (c.Value, c.Verdict)).Single());
    }

    [Fact]
    public void What_was_gathered_last_year_is_gathered_from_last_year()
    {
        var before = District.Year.Previous;
        var result = new District().School(10, Stage.Primary, ("classes_over_limit", 3)).School(11, Stage.Primary, ("classes_over_limit", 2))
            .Value(10, Stage.Primary, "classes_over_limit", 5, before).Value(11, Stage.Primary, "classes_over_limit", 4, before).Evaluate("class-size");
        Assert.Equal(-4, result.Criteria.Single(c => c.Key == "over-limit-change.primary").Value);
        Assert.Equal((5, Verdict.Fails), result.Criteria.Where(c => c.Key == "over-limit.primary").Select(c => (c.Value, c.Verdict)).Single());
    }

    [Fact]
    public void A_school_of_one_stage_keeps_all_that_was_given_without_a_stage()
    {
        var result = new District().School(10, Stage.Primary).School(10, Stage.Shared, ("students", 200), ("teachers_backbone", 4)).Evaluate("quality-balance");
        Assert.Equal(2, result.Schools.Single().Values["L2"]);
    }

    [Fact]
    public void A_what_if_computes_again_only_what_changes_and_says_the_same_as_a_full_run()
    {
        var pack = District.Pack("quality-balance");
        var data = Demonstration(40);
        var before = Evaluation.Of(pack, data, District.Year);
        var changed = data.With("teachers_backbone", District.Year, out var values);
        values[3] += 7;
        var again = Evaluation.For(pack).Again(before, changed, new HashSet<string> { "teachers_backbone" });
        var full = Evaluation.Of(pack, changed, District.Year);
        Assert.Same(before.Values["L1"], again.Values["L1"]);
        Assert.NotSame(before.Values["L2"], again.Values["L2"]);
        Assert.Equal(full.Dispersions, again.Dispersions);
        Assert.Equal(full.Criteria.Select(c => (c.Key, c.Value, c.Verdict)), again.Criteria.Select(c => (c.Key, c.Value, c.Verdict)));
        Assert.NotEqual(before.Dispersions.Single(d => d.Indicator == "L2" && d.Stage == Stage.Primary).Cv, again.Dispersions.Single(d => d.Indicator == "L2" && d.Stage == Stage.Primary).Cv);
    }

    [Fact]
    public void The_graph_names_what_depends_on_an_element()
    {
        var graph = Dependencies.Of(District.Pack("quality-balance"));
        Assert.Contains(("teachers_backbone", "L2"), graph.Edges);
        Assert.Equal(["L4", "L5"], graph.Dependents("area_indoor_sports").Order());
        Assert.Superset(new HashSet<string> { "area_teaching", "area_indoor_sports", "students" }, graph.Elements("L4").ToHashSet());
    }

    [Fact]
    public void Districts_are_judged_each_for_itself()
    {
        var rows = new List<FrameRow>();
        for (var district = 1; district <= 3; district++)
            for (var school = 0; school < 5; school++) rows.Add(new((district * 100) + school, Stage.Primary, district));
        var data = new Dataset(Frame.Of([.. rows.OrderBy(r => r.Organisation % 7)]));
        for (var row = 0; row < data.Frame.Count; row++)
        {
            if (data.Frame[row].Level != Level.School) continue;
            data.Edit("students", District.Year)[row] = 100;
            data.Edit("teachers_backbone", District.Year)[row] = data.Frame[row].District == 2 && data.Frame.Organisations[row] % 100 == 0 ? 20 : 2;
        }
        var result = Evaluation.Of(District.Pack("quality-balance"), data, District.Year);
        Assert.Equal([Verdict.Meets, Verdict.Fails, Verdict.Meets], result.Dispersions.Where(d => d.Indicator == "L2").OrderBy(d => d.District).Select(d => d.Verdict));
        Assert.Equal(Verdict.Fails, result.Districts[2]);
        Assert.Equal(5, result.Of(2).Schools.Count);
    }

    [Fact]
    public void A_missing_element_is_missing_in_every_formula_of_arithmetic()
    {
        var pack = District.Written("""
            key: t
            name: t
            source: {document: d, certainty: M}
            stages: [primary]
            elements: [{key: a, name: 甲, unit: 比}, {key: b, name: 乙, unit: 比}, {key: c, name: 丙, unit: 比}]
            """);
        var data = new District().School(11, Stage.Primary, ("a", 3), ("b", 5), ("c", 7)).School(12, Stage.Primary, ("b", 5), ("c", 7)).Data();
        Prop.ForAll(Arithmetic.ToArbitrary(), formula =>
        {
            var tried = pack.With(new("x", "x", formula, "比", 2, Level.School) { Stages = [Stage.Primary] });
            var values = Evaluation.Of(tried, data, District.Year).Values["x"];
            return double.IsNaN(values[0]) || double.IsNaN(values[1]) == formula.Contains('a');
        }).QuickCheckThrowOnFailure();
    }

    private static readonly Gen<string> Arithmetic = Gen.Sized(size => Part(Math.Min(size, 12)));

    private static Gen<string> Part(int size) => size < 2 ? Gen.Elements("a", "b", "c", "2") : Gen.OneOf(
        Gen.Elements("a", "b", "c", "2"),
        Gen.Elements("+", "-", "*", "/").SelectMany(_ => Part(size / 2).Two(), (op, p) => $"({p.Item1} {op} {p.Item2})"),
        Part(size / 2).Two().Select(p => $"min({p.Item1}, {p.Item2})"),
        Part(size / 2).Select(p => $"-({p})"));

    private static Dataset Demonstration(int schools)
    {
        var random = new System.Random(7);
        var district = new District();
        foreach (var stage in new[] { Stage.Primary, Stage.Junior })
            for (var i = 0; i < schools; i++)
                district.School(1000 + ((int)stage * 1000) + i, stage, [.. District.Pack("quality-balance").Elements.Where(e => e.Level == Level.School)
                    .Select(e => (e.Key, e.Key == "students" ? 800.0 + random.Next(800) : random.Next(5, 40)))]);
        return district.Data();
    }
}
