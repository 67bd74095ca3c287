using Junheng.Core.Reading;
using Junheng.Core.Reading.Claims;

namespace Junheng.Tests.Core.Reading.Claims;

public sealed class PhraseTests
{
    [Theory]
    [InlineData("2018至2020年教育财政投入分别为33.30亿元、39.70亿元、41.71亿元，增幅分别为29.74%、19.22%、5.07%。", "Value Value Value Growth Growth Growth")]
    [InlineData("共有教学点193个，其中双证齐全42个，占比21.8%。", "Total Part Share")]
    [InlineData("经费18.62亿元，较上年增加1.27亿元，同比增长7.3%，占比提高到21.5%。", "Value Difference Growth Share")]
    [InlineData("应配置270个班，目前仅配置250个班，仍缺配20个班。", "Value Value Difference")]
    public void A_figure_plays_its_role(string text, string expected) =>
        Assert.Equal(expected, string.Join(" ", ClaimScanner.Scan(text).Select(c => c.Role)));

    [Theory]
    [InlineData("其中小学生均支出为26587.50元。", "小学", "生均支出")]
    [InlineData("全区学校产证的办结率为21.8%。", "全区学校产证", "办结率")]
    public void The_noun_phrase_before_a_figure_splits_into_subject_and_measure(string text, string subject, string measure)
    {
        var claim = ClaimCases.Single(text);
        Assert.Equal((subject, measure), (claim.Subject, claim.Measure));
    }

    [Fact]
    public void A_counted_noun_is_the_measure() => Assert.Equal("区首席教师", ClaimCases.Single("现有27名区首席教师。").Measure);

    [Fact]
    public void Parallel_figures_over_listed_things_take_their_members_as_subjects()
    {
        var claims = ClaimScanner.Scan("小学、初中生均公用经费基本标准分别达到2100和2300元。");
        Assert.Equal(["小学", "初中"], claims.Select(c => c.Subject));
        Assert.All(claims, c => Assert.Equal("生均公用经费基本标准", c.Measure));
    }

    [Theory]
    [InlineData("应配置义务教育学校270个班。", ClaimStatus.Need)]
    [InlineData("到2025年，覆盖率达到95%。", ClaimStatus.Target)]
    [InlineData("力争创建3所示范校。", ClaimStatus.Target)]
    [InlineData("拟新建3所学校。", ClaimStatus.Plan)]
    [InlineData("共有学校3所。", ClaimStatus.Actual)]
    public void A_figure_is_reported_wanted_planned_or_needed(string text, ClaimStatus status) => Assert.Equal(status, ClaimCases.Single(text).Status);
}
