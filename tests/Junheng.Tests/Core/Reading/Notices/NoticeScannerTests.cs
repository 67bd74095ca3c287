using Junheng.Core.Reading;

namespace Junheng.Tests.Core.Reading.Notices;

public class NoticeScannerTests
{
    private static string[] Notices(string text, string kind) => [.. Reader.Read(text).Notices.Where(n => n.Kind == kind).Select(n => n.Span.In(text))];

    [Theory]
    [InlineData("一、甲项\n二、乙项\n四、丁项", "四、丁项")]
    [InlineData("一、甲项\n（一）甲一\n（一）甲二", "（一）甲二")]
    [InlineData("一、甲项\n（二）甲二", "（二）甲二")]
    [InlineData("第一部分 甲\n一、甲项\n二、乙项\n一、丙项", "一、丙项")]
    [InlineData("一、甲项\n（一）甲一\n1.甲一一\n稳步推进。\n（二）甲二", "1.甲一一")]
    public void Gaps_repetitions_and_restarts_of_numbers_are_remarked(string text, string at) => Assert.Equal([at], Notices(text, "numbering"));

    [Theory]
    [InlineData("一、甲项\n1.甲一\n2.甲二\n二、乙项\n3.乙一\n4.乙二")]
    [InlineData("一、甲项\n（一）甲一\n（二）甲二\n二、乙项\n（三）乙一\n（四）乙二")]
    [InlineData("第一部分 甲\n一、甲项\n二、乙项\n第二部分 乙\n一、丙项\n二、丁项")]
    public void Numbers_that_count_on_or_restart_under_a_part_are_in_order(string text) => Assert.Empty(Notices(text, "numbering"));

    [Fact]
    public void A_comma_for_the_decimal_point_is_remarked() => Assert.Equal(["9,95%"], Notices("增幅分别为11.86%、9,95%、7.03%。共投入1,200万元。", "misprint"));

    [Fact]
    public void Doubled_punctuation_is_remarked() => Assert.Equal(["，，"], Notices("加强领导，，落实责任……继续推进。", "misprint"));

    [Fact]
    public void A_day_the_calendar_does_not_have_is_remarked() => Assert.Equal(["2月30日"], Notices("检查于2月30日开始，3月1日结束。", "date").Where(d => d.Length > 0));

    [Fact]
    public void Blanks_inside_dates_are_remarked() => Assert.Equal(["2016-2020 年", "3月23日至 25日"], Notices("2016-2020 年期间，3月23日至 25日开展督导，涉及 12 所学校。", "spacing"));

    [Fact]
    public void A_visit_after_the_period_of_its_basis_is_remarked()
    {
        var text = "云浦区督导意见书\n根据《关于开展督导工作（2016-2020年）的意见》，市教育督导室于2021年3月23日组织督导组开展督导。";
        Assert.Contains("2021年3月23日", Notices(text, "date"));
    }

    [Fact]
    public void The_past_told_as_future_is_remarked() =>
        Assert.Equal(["2020年"], Notices("云浦区教育综合改革总结报告\n2021年\n到2020年底，全区学校将全部达标。到2025年，将再建学校3所。", "tense"));

    [Fact]
    public void Two_spellings_of_one_body_are_remarked()
    {
        var text = "云浦区终身教育实施意见\n一、主要任务\n1.完善体系。发挥云浦区学习型社会建设与终身教育促进委员会作用。（责任部门：区学习型社会建设与终身教育委员会成员单位）";
        Assert.Equal(["区学习型社会建设与终身教育促进委员会"], Notices(text, "name"));
    }

    [Fact]
    public void Two_titles_that_differ_by_a_syllable_are_remarked_and_those_of_other_years_are_not() =>
        Assert.Equal(["《云浦区教师培训实施办法》"], Notices("按照《云浦区教师培训的实施办法》《云浦区教师培训实施办法》《云浦区学校基本建设2023年计划》《云浦区学校基本建设2024年计划》执行。", "name"));

    [Fact]
    public void Remarks_ask_and_never_accuse() => Assert.All(
        Reader.Read("一、甲项\n三、丙项\n增幅9,95%，，2月30日。").Notices, n => Assert.DoesNotContain(["错误", "虚假", "造假"], n.Text.Contains));
}
