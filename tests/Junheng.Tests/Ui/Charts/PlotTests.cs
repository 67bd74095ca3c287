using System.Text.Json;
using Junheng.Tests.Support;
using Junheng.Ui.Charts;

namespace Junheng.Tests.Ui.Charts;

public sealed class PlotTests
{
    [Fact]
    public void What_is_drawn_and_what_stands_in_the_table_are_the_same_numbers()
    {
        var plot = new BarPlot(["甲", "乙"], [new("值", [1.26, null])]) { Unit = "人", Decimals = 1, Limits = [new("限值", 1)], Own = 1 };
        var drawn = JsonDocument.Parse(plot.Drawing.ToString()).RootElement;
        Assert.Equal(1.26, drawn.GetProperty("series")[0].GetProperty("values")[0].GetDouble());
        Assert.Equal(JsonValueKind.Null, drawn.GetProperty("series")[0].GetProperty("values")[1].ValueKind);
        Assert.Equal(["项目", "值（人）", "限值（人）"], plot.Table.Heads);
        Assert.Equal([["甲", "1.3", "1.0"], ["乙（本单位）", "无数据", "1.0"]], plot.Table.Rows);
    }

    [Fact]
    public void What_is_no_number_is_unknown_and_never_zero()
    {
        var plot = new LinePlot(["2022", "2023"], [new("增幅", [double.NaN, double.PositiveInfinity])]) { Band = new("推算", [null, double.NaN], [null, 2]) };
        Assert.DoesNotContain("NaN", plot.Drawing.ToString(), StringComparison.Ordinal);
        Assert.Equal(["2023", "无数据", "无数据", "2"], plot.Table.Rows[1]);
        Assert.Contains("没有数值", plot.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_of_a_distribution_hold_every_value_once()
    {
        double[] values = [.. Enumerable.Range(0, 57).Select(n => n * 7919 % 131 / 10.0), double.NaN];
        var plot = new DistributionPlot(values) { Own = values.Max() };
        Assert.Equal(57, plot.Count);
        Assert.Equal(57, plot.Table.Rows.Sum(r => int.Parse(r[1])));
        Assert.Equal(plot.Table.Rows.Count - 1, plot.Drawing.Own);
        Assert.EndsWith("（本单位）", plot.Table.Rows[^1][0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_own_value_beyond_all_others_gets_a_place_of_its_own_and_is_not_counted()
    {
        var plot = new DistributionPlot([5, 6, 7, 8]) { Own = 1 };
        Assert.Equal(4, plot.Table.Rows.Sum(r => int.Parse(r[1])));
        Assert.Equal(0, plot.Drawing.Own);
        Assert.Equal("0", plot.Table.Rows[0][1]);
        Assert.StartsWith("1～", plot.Table.Rows[0][0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_curve_of_many_points_is_read_off_at_the_tenths()
    {
        var plot = new CurvePlot("值", [.. Enumerable.Range(0, 41).Select(n => (n / 40.0, Math.Pow(n / 40.0, 2)))]);
        Assert.Equal(11, plot.Table.Rows.Count);
        Assert.Equal(["50.00%", "25.00%"], plot.Table.Rows[5]);
        Assert.Equal(41, plot.Drawing.Series![0].Points!.Count);
    }

    [Theory]
    [InlineData(new double[0], 0)]
    [InlineData(new[] { 3.0 }, 1)]
    [InlineData(new[] { 0.0, 0, 0 }, 1)]
    public void A_distribution_of_nothing_or_of_equal_values_still_draws(double[] values, int classes)
    {
        var plot = new DistributionPlot(values) { Limits = [new("限值", 1)] };
        Assert.Equal(classes, plot.Table.Rows.Count);
        Assert.NotEmpty(plot.Summary);
        Assert.NotEmpty(plot.Drawing.ToString());
    }

    [Fact]
    public void Quarters_stand_between_neighbours_in_proportion()
    {
        var strip = new Strip("小学", [4, 1, double.NaN, 3, 2]);
        Assert.Equal(2.5, strip.Median);
        Assert.Equal(1.75, strip.At(0.25));
        Assert.Null(new Strip("初中", []).Median);
    }
}

/// <summary>The charts of /about/components over HTTP, as they are without script.</summary>
public sealed class ChartTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task Every_chart_has_its_table_and_words_for_who_cannot_see_it()
    {
        using var visitor = (await Database.Application).Visitor();
        var page = await visitor.Open("/about/components");
        var charts = page.Document.QuerySelectorAll("data-chart");
        Assert.Equal(6, charts.Length);
        Assert.All(charts, chart =>
        {
            Assert.NotEmpty(chart.ParentElement!.QuerySelectorAll(".chart-table tbody tr"));
            Assert.Contains("数据表", chart.GetAttribute("aria-label"), StringComparison.Ordinal);
            Assert.NotNull(JsonDocument.Parse(chart.GetAttribute("data-drawing")!).RootElement.GetProperty("kind").GetString());
        });
        Assert.Equal("未达标", page.Document.QuerySelector(".heat-bad .visually-hidden")!.TextContent);
    }
}
