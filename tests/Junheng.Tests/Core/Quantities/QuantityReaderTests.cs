using Junheng.Core.Quantities;

namespace Junheng.Tests.Core.Quantities;

public sealed class QuantityReaderTests
{
    private static Quantity Read(string text, int at = 0)
    {
        Assert.True(QuantityReader.TryRead(text, at, out var quantity, out _));
        return quantity;
    }

    [Theory]
    [InlineData("百分之九十五", 95, "%")]
    [InlineData("百分之94.5", 94.5, "%")]
    [InlineData("千分之三", 3, "‰")]
    [InlineData("八成", 80, "%")]
    [InlineData("五成三", 53, "%")]
    [InlineData("3.2个百分点", 3.2, "百分点")]
    [InlineData("270个班", 270, "班")]
    [InlineData("12个班级", 12, "个")]
    [InlineData("26587.50元/生", 26587.50, "元/生")]
    [InlineData("万兆", 10, "Gbps")]
    [InlineData("16.8∶1", 16.8, null)]
    [InlineData("1:0.5", 0.5, null)]
    [InlineData("三分之二", 0.6667, null)]
    public void A_quantity_keeps_value_and_unit_as_written(string text, decimal value, string? unit)
    {
        var quantity = Read(text);
        Assert.Equal((value, unit), (quantity.Value, quantity.Unit == "" ? null : quantity.Unit));
    }

    [Theory]
    [InlineData("1-2所", 1, 2)]
    [InlineData("5—8个", 5, 8)]
    [InlineData("2至3次", 2, 3)]
    [InlineData("15%-20%", 15, 20)]
    [InlineData("三到五年", 3, 5)]
    public void A_rising_pair_is_a_range(string text, decimal low, decimal high)
    {
        var quantity = Read(text);
        Assert.Equal((low, high, Bound.Range), (quantity.Value, quantity.Max, quantity.Bound));
    }

    [Theory]
    [InlineData("不低于85%", 3, Bound.Ge)]
    [InlineData("至少设2个", 3, Bound.Ge)]
    [InlineData("不低于符合条件教师的10%", 10, Bound.Ge)]
    [InlineData("98%以上", 0, Bound.Ge)]
    [InlineData("超过13.67万人", 2, Bound.Gt)]
    [InlineData("3年有余", 0, Bound.Gt)]
    [InlineData("500人以下", 0, Bound.Le)]
    [InlineData("3年内", 0, Bound.Le)]
    [InlineData("最高不超过年度运营成本的30%", 12, Bound.Le)]
    [InlineData("不足15班", 2, Bound.Lt)]
    [InlineData("近300人次", 1, Bound.Approx)]
    [InlineData("40名左右", 0, Bound.Approx)]
    [InlineData("附近3所", 2, Bound.Eq)]
    [InlineData("签约12家", 2, Bound.Eq)]
    public void The_words_around_it_bound_a_quantity(string text, int at, Bound expected) => Assert.Equal(expected, Read(text, at).Bound);

    [Theory]
    [InlineData("16:30")]
    [InlineData("3年级")]
    [InlineData("两部门")]
    [InlineData("2021年")]
    public void Clock_times_grades_and_dates_have_no_counting_unit(string text)
    {
        var quantity = Read(text);
        Assert.True(quantity.Unit is null || quantity is { Unit: "年", Value: > 1900 });
    }
}
