using Junheng.Core.Quantities;

namespace Junheng.Tests.Core.Quantities;

public sealed class PeriodScannerTests
{
    [Theory]
    [InlineData("2018-2020年", "2018/2020")]
    [InlineData("2018至2020年", "2018/2020")]
    [InlineData("2018年—2020年", "2018/2020")]
    [InlineData("2018、2019和2020年", "2018/2020")]
    [InlineData("2021、2022两年", "2021/2022")]
    [InlineData("二〇二一年", "2021")]
    [InlineData("２０２１年度", "2021")]
    [InlineData("2020年11月", "2020-11")]
    [InlineData("2021年3月23日至 25日", "2021-03-23/2021-03-25")]
    [InlineData("2022年4月18日—22日", "2022-04-18/2022-04-22")]
    [InlineData("截至2020年末", "@2020-12-31")]
    [InlineData("截止 2020 年4月", "@2020-04-30")]
    [InlineData("2018年底", "@2018-12-31")]
    [InlineData("“十三五”期间", "2016/2020")]
    [InlineData("十四五时期", "2021/2025")]
    [InlineData("“十二五”以来", "2011/")]
    [InlineData("“十三五”末", "@2020-12-31")]
    [InlineData("到2025年，", "by:2025")]
    [InlineData("到2027年底前", "by:2027")]
    [InlineData("2025年9月前", "by:2025-09")]
    [InlineData("到2019年，已实施", "@2019-12-31")]
    [InlineData("2015年起", "2015/")]
    [InlineData("从2011年以来", "2011/")]
    [InlineData("三年内培养", "within:3y")]
    [InlineData("30个工作日内", "within:30d")]
    [InlineData("6个月内", "within:6m")]
    [InlineData("未来五年", "within:5y")]
    public void A_period_is_read_as_the_contract_writes_it(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(PeriodScanner.Scan(text)).Period);

    [Theory]
    [InlineData("近三年", 3)]
    [InlineData("最近5年来", 5)]
    [InlineData("三年来", 3)]
    [InlineData("3年内共投入", 3)]
    [InlineData("三年累计投入", 3)]
    public void Years_just_past_are_resolved_later(string text, int years)
    {
        var mention = Assert.Single(PeriodScanner.Scan(text));
        Assert.Equal((PeriodForm.Past, years, null), (mention.Form, mention.Length, mention.Period));
    }

    [Theory]
    [InlineData("比2021年提高")]
    [InlineData("较2020年末净增")]
    [InlineData("始建于1956年")]
    [InlineData("是2015年的1.8倍")]
    [InlineData("比“十三五”末增长")]
    public void A_year_compared_with_dates_nothing(string text) => Assert.Equal(PeriodForm.Base, Assert.Single(PeriodScanner.Scan(text)).Form);

    [Theory]
    [InlineData("“十四五”规划")]
    [InlineData("三年行动计划")]
    [InlineData("2000人以上学校")]
    [InlineData("编号20201234年")]
    [InlineData("学前三年")]
    public void Names_and_counts_are_no_periods(string text) => Assert.Empty(PeriodScanner.Scan(text));
}
