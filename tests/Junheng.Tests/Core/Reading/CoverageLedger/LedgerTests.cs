using Junheng.Core.Reading;

namespace Junheng.Tests.Core.Reading.CoverageLedger;

public class LedgerTests
{
    private static Coverage Cover(string text) => Reader.Read(text).Coverage;

    private static string Why(string text) => Assert.Single(Cover(text).Left).Why;

    [Fact]
    public void A_sentence_with_a_claim_is_in_the_ledger()
    {
        var coverage = Cover("全区共有学校167所。校园环境优美。");
        Assert.Equal((2, 1, 1), (coverage.Sentences, coverage.WithNumber, coverage.InLedger));
        Assert.Empty(coverage.Left);
    }

    [Theory]
    [InlineData("2014年，我区被评为先进城区。", "日期")]
    [InlineData("学校迎来第46届世界技能大赛。", "届次")]
    [InlineData("会议传达了《某区教育发展规划（2020-2023年）》。", "名称里")]
    [InlineData("全区迎来“十四五”的开局。", "规划")]
    [InlineData("主动对接G60科创走廊。", "专有名称")]
    [InlineData("坚持“两个只增不减”。", "专有名称")]
    public void A_number_that_counts_nothing_is_left_with_its_reason(string text, string reason) => Assert.Contains(reason, Why(text));

    [Fact]
    public void An_obligation_that_became_no_task_is_left_and_said_so() => Assert.Contains("没有列为任务", Why("各部门要切实加强协作。"));

    [Theory]
    [InlineData("这是主要成效。")]
    [InlineData("群众的需求日益多样。")]
    [InlineData("师生反响热烈。")]
    public void Words_that_merely_contain_a_duty_oblige_nobody(string text)
    {
        var coverage = Cover(text);
        Assert.Equal(0, coverage.WithObligation);
        Assert.Empty(coverage.Left);
    }

    [Fact]
    public void Every_counted_sentence_is_in_the_ledger_or_left()
    {
        const string text = "2023年工作要点\n一、总体要求\n要深入推进改革。\n二、重点任务\n1.新建学校3所。完善机制。\n2.落实“双减”。";
        var coverage = Cover(text);
        Assert.True(coverage.InLedger + coverage.Left.Length <= coverage.WithNumber + coverage.WithObligation);
        Assert.True(coverage.InLedger + coverage.Left.Length >= Math.Max(coverage.WithNumber, coverage.WithObligation));
        Assert.All(coverage.Left, u => Assert.False(string.IsNullOrWhiteSpace(u.Why)));
    }

    [Fact]
    public void An_empty_text_is_covered() => Assert.Equal((0, 0, 0), (Cover("").Sentences, Cover("").WithNumber, Cover("").InLedger));
}
