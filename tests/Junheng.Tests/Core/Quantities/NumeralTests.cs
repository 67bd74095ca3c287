using Junheng.Core.Quantities;

namespace Junheng.Tests.Core.Quantities;

public sealed class NumeralTests
{
    [Theory]
    [InlineData("三千二百余", 3200, Bound.Gt)]
    [InlineData("二十余", 20, Bound.Gt)]
    [InlineData("十多", 10, Bound.Gt)]
    [InlineData("一百零五", 105, Bound.Eq)]
    [InlineData("一百二", 120, Bound.Eq)]
    [InlineData("一万二千三百", 12300, Bound.Eq)]
    [InlineData("一百二十万零五百", 1200500, Bound.Eq)]
    [InlineData("两亿三千万", 230000000, Bound.Eq)]
    [InlineData("三点五", 3.5, Bound.Eq)]
    [InlineData("二〇二一", 2021, Bound.Eq)]
    [InlineData("数千", 1000, Bound.Approx)]
    [InlineData("几十", 10, Bound.Approx)]
    [InlineData("十", 10, Bound.Eq)]
    public void A_Chinese_numeral_has_its_value(string text, decimal value, Bound bound)
    {
        Assert.True(ChineseNumerals.TryRead(text, 0, out var number));
        var factor = UnitLexicon.Factor(number.Multiplier, out _);
        Assert.Equal((value, bound, text.Length), (number.Value * factor, number.Bound, number.End));
    }

    [Theory]
    [InlineData("三四十", 30, 40)]
    [InlineData("七八", 7, 8)]
    [InlineData("十二三", 12, 13)]
    public void Neighbouring_digits_say_a_range(string text, decimal low, decimal high)
    {
        Assert.True(ChineseNumerals.TryRead(text, 0, out var number));
        Assert.Equal((low, high, Bound.Range), (number.Value, number.Max, number.Bound));
    }

    [Theory]
    [InlineData("三十几万", 30, "万", Bound.Gt)]
    [InlineData("二十多万", 20, "万", Bound.Gt)]
    [InlineData("3万", 3, "万", Bound.Eq)]
    [InlineData("1000多万", 1000, "万", Bound.Gt)]
    [InlineData("15万多", 15, "万", Bound.Gt)]
    [InlineData("1.2万亿", 1.2, "万亿", Bound.Eq)]
    [InlineData("5千万", 5000, "万", Bound.Eq)]
    public void A_multiplier_stays_with_the_unit(string text, decimal value, string multiplier, Bound bound)
    {
        Assert.True(text[0] < '一' ? ArabicNumerals.TryRead(text, 0, out var number) : ChineseNumerals.TryRead(text, 0, out number));
        Assert.Equal((value, multiplier, bound), (number.Value, number.Multiplier, number.Bound));
    }

    [Theory]
    [InlineData("1,234,567", 1234567, 0)]
    [InlineData("４３，５８２", 43582, 0)]
    [InlineData("33.30", 33.30, 2)]
    [InlineData("9,95%", 9.95, 2)]
    [InlineData("2018，2019年", 2018, 0)]
    public void Digits_are_read_with_their_separators(string text, decimal value, int decimals)
    {
        Assert.True(ArabicNumerals.TryRead(text, 0, out var number));
        Assert.Equal((value, decimals), (number.Value, number.Decimals));
    }

    [Fact]
    public void A_string_of_digits_too_long_for_a_figure_is_refused() =>
        Assert.False(ArabicNumerals.TryRead("310115199001011234567", 0, out _));
}
