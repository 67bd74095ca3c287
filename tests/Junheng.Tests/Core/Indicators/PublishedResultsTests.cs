using Junheng.Core.Indicators;
using Junheng.Core.Schooling;

namespace Junheng.Tests.Core.Indicators;

/// <summary>Figures that districts have published, and worked examples: the engine has to arrive at the same.</summary>
public sealed class PublishedResultsTests
{
    private const string BooksPack = """
        key: books
        name: 图书
        source: {document: 算例, certainty: C2}
        uses: [elements]
        stages: [primary]
        indicators: [{key: each, name: 生均图书, formula: books / students, unit: 册/人}]
        dispersion: {indicators: [each], weight: students, limits: {primary: "≤ 0.50"}}
        criteria: [{key: cv, name: 差异系数, kind: dispersion}]
        """;

    [Fact]
    public void The_worked_example_of_five_schools_fails_although_its_unweighted_coefficient_would_pass()
    {
        var district = new District();
        foreach (var (number, students, books) in new[] { (1, 45, 279), (2, 37, 137), (3, 89, 935), (4, 76, 160), (5, 55, 402) })
            district.School(number + 10, Stage.Primary, ("students", students), ("books", books));
        var result = district.Evaluate(District.Written(BooksPack));
        var spread = Assert.Single(result.Dispersions);
        Assert.Equal((5, 0), (spread.Schools, spread.Missing));
        Assert.Equal(1913.0 / 302, spread.Mean, 12);
        Assert.Equal(3.26386, spread.Sd, 5);
        Assert.Equal(0.515257, spread.Cv, 6);
        Assert.Equal(0.488771, spread.UnweightedCv, 6);
        Assert.Equal((Verdict.Fails, Verdict.Fails), (spread.Verdict, result.Verdict));
    }

    [Fact]
    public void The_district_of_2023_fails_by_a_coefficient_that_prints_as_the_limit()
    {
        (string Key, double Mean, double Sd, double Cv)[] published =
        [
            ("L1", 5.515273, 1.643162, 0.297929), ("L2", 0.887611, 0.445392, 0.501787), ("L3", 0.879277, 0.353427, 0.401952), ("L4", 4.563288, 1.316139, 0.288419),
            ("L5", 7.925946, 2.975795, 0.375450), ("L6", 2496.674864, 780.914372, 0.312782), ("L7", 2.784743, 1.097759, 0.394205),
        ];
        var values = published.ToDictionary(p => p.Key);
        var result = new District().School(11, Stage.Primary, School(-1)).School(12, Stage.Primary, School(1)).Evaluate("quality-balance");
        foreach (var spread in result.Dispersions)
        {
            var (_, mean, sd, cv) = values[spread.Indicator];
            Assert.Equal(mean, spread.Mean, 6);
            Assert.Equal(sd, spread.Sd, 6);
            Assert.Equal(cv, spread.Cv, 6);
            Assert.Equal(spread.Indicator == "L2" ? Verdict.Fails : Verdict.Meets, spread.Verdict);
        }
        Assert.Equal(0.367503, result.Dispersions.Average(d => d.Cv), 6);
        Assert.Equal("0.50", result.Dispersions.Single(d => d.Indicator == "L2").Cv.ToString("0.00"));
        Assert.Equal(Verdict.Fails, result.Criteria.Single(c => c.Key == "1.2.primary").Verdict);

        (string, double)[] School(int side)
        {
            double At(string key) => values[key].Mean + (side * values[key].Sd);
            return
            [
                ("students", 100), ("teachers_above_required", At("L1")), ("teachers_backbone", At("L2")), ("teachers_pe_arts", At("L3")), ("area_teaching", At("L4") * 100),
                ("area_indoor_sports", 0), ("area_outdoor_sports", At("L5") * 100), ("equipment_value", At("L6") * 100), ("rooms_networked", At("L7")),
            ];
        }
    }

    [Fact]
    public void Of_the_district_of_2022_only_one_indicator_passes_in_both_stages()
    {
        var rule = District.Pack("quality-balance").DispersionRule!;
        double[] primary = [0.677, 0.674, 0.618, 0.519, 0.597, 0.167, 0.759], junior = [0.542, 1.055, 0.507, 0.587, 0.686, 0.254, 0.496];
        var passing = rule.Indicators.Where((_, i) => rule.Limits[Stage.Primary].Judge(primary[i]) == Verdict.Meets && rule.Limits[Stage.Junior].Judge(junior[i]) == Verdict.Meets);
        Assert.Equal(["L6"], passing);
    }

    [Theory]
    [InlineData(Stage.Primary, 0.592, ".881 1.299 .977 .379 .170 .334 .286 .408")]
    [InlineData(Stage.Junior, 0.314, ".353 .784 .146 .491 .037 .226 .223 .253")]
    [InlineData(Stage.Primary, 0.417, ".711 .649 .472 .338 .235 .274 .260 .396")]
    [InlineData(Stage.Junior, 0.493, ".505 .484 .325 .275 .199 .715 .421 1.021")]
    [InlineData(Stage.Primary, 0.302, ".437 .419 .255 .188 .171 .263 .263 .420")]
    [InlineData(Stage.Junior, 0.356, ".381 .298 .264 .212 .207 .502 .445 .539")]
    [InlineData(Stage.Primary, 0.494, ".633 .891 .435 .328 .351 .391 .379 .541")]
    [InlineData(Stage.Junior, 0.442, ".808 .445 .537 .472 .492 .243 .272 .265")]
    [InlineData(Stage.Primary, 0.353, ".535 .478 .376 .354 .191 .264 .254 .369")]
    [InlineData(Stage.Junior, 0.261, ".319 .346 .187 .241 .154 .267 .250 .324")]
    [InlineData(Stage.Primary, 0.562, ".696 .916 .819 .580 .450 .286 .285 .470")]
    [InlineData(Stage.Junior, 0.439, ".422 .491 .637 .409 .544 .298 .259 .449")]
    [InlineData(Stage.Primary, 0.359, ".393 .578 .372 .246 .208 .311 .311 .455")]
    [InlineData(Stage.Primary, 0.295, ".251 .426 .267 .227 .127 .318 .302 .440")]
    public void The_combined_coefficient_of_basic_balance_is_the_mean_of_eight(Stage stage, double published, string coefficients)
    {
        double[] cv = [.. coefficients.Split(' ').Select(c => double.Parse(c, System.Globalization.CultureInfo.InvariantCulture))];
        var result = new District().School(11, stage, School(-1)).School(12, stage, School(1)).Evaluate("basic-balance");
        Assert.Equal(cv, result.Dispersions.Select(d => Math.Round(d.Cv, 3)));
        var combined = result.Criteria.Single(c => c.Criterion.Key == "combined");
        Assert.Equal(published, combined.Value, 0.001);
        Assert.Equal(combined.Value <= (stage == Stage.Primary ? 0.65 : 0.55) ? Verdict.Meets : Verdict.Fails, result.Verdict);

        (string, double)[] School(int side)
        {
            double At(int i) => 100 * (2 + (2 * side * cv[i]));
            return
            [
                ("students", 100), ("area_teaching", At(0)), ("area_indoor_sports", 0), ("area_outdoor_sports", At(1)), ("equipment_value", At(2)), ("computers", At(3)),
                ("books", At(4)), ("teachers", At(5)), ("teachers_above_required", At(6)), ("teachers_middle_title", At(7)),
            ];
        }
    }

    [Fact]
    public void What_a_nine_year_school_shares_is_split_by_students_and_weight()
    {
        var result = new District().School(10, Stage.Primary, ("students", 166)).School(10, Stage.Junior, ("students", 210))
            .School(10, Stage.Shared, ("books", 23226)).Evaluate("basic-balance");
        double Books(Stage stage, int students) => result.Schools.Single(s => s.Stage == stage).Values["B5"] * students;
        Assert.Equal(9711.63, Books(Stage.Primary, 166), 2);
        Assert.Equal(13514.37, Books(Stage.Junior, 210), 2);
        Assert.Equal(58.5038, result.Schools.Single(s => s.Stage == Stage.Primary).Values["B5"], 4);
        Assert.Equal((9711, 13515), ((int)Books(Stage.Primary, 166), 23226 - (int)Books(Stage.Primary, 166)));
    }
}
