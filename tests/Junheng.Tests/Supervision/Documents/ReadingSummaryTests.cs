using Junheng.Core.Reading;
using Junheng.Supervision.Documents;

namespace Junheng.Tests.Supervision.Documents;

public class ReadingSummaryTests
{
    private static string Summary(string text) => ReadingSummary.Write("甲.txt", text, Reader.Read(text));

    [Fact]
    public void What_does_not_hold_stands_before_everything_else()
    {
        var summary = Summary("云浦区教育自评报告\n一、经费投入\n2022年教育投入20亿元，2023年教育投入30亿元，比上年增长20%。");
        Assert.True(summary.IndexOf("【对不上的数字】", StringComparison.Ordinal) < summary.IndexOf("【提纲】", StringComparison.Ordinal));
        Assert.DoesNotContain("没有发现对不上的数字", summary);
    }

    [Fact]
    public void Kind_number_date_and_region_stand_under_the_title() =>
        Assert.Contains("2024年云浦区教育工作要点\n工作要点　云教办〔2024〕7号　2024年2月20日　云浦区",
            Summary("云教办〔2024〕7号\n2024年2月20日\n2024年云浦区教育工作要点\n云浦区推进教育发展。\n一、重点工作\n1.新建学校。新建学校3所。").ReplaceLineEndings("\n"));

    [Fact]
    public void Tasks_are_told_with_their_bodies_and_deadlines()
    {
        var summary = Summary("云浦区建设工作方案\n一、主要任务\n1.新建学校。新建学校3所。（责任单位：区教育局、区发改委；完成时限：2026年8月）\n2.改造校舍。改造校舍5处。");
        Assert.Contains("一.1 新建学校：区教育局、区发改委，2026-08 前", summary);
        Assert.Contains("一.2 改造校舍：未写明责任单位", summary);
    }

    [Fact]
    public void Findings_are_told_with_their_measures_and_bodies() =>
        Assert.Contains("加快建设学校（区政府）", Summary("云浦区督导意见书\n一、主要问题\n（一）关于资源不足的问题\n学位不足。\n建议：区政府要加快建设学校。"));

    [Fact]
    public void A_document_without_title_says_so() => Assert.Contains("（文中没有题名）", Summary("全区教育工作稳步推进，各项任务已经完成。"));
}
