using System.Diagnostics;
using Junheng.Platform.Extraction;

namespace Junheng.Tests.Platform.Extraction;

public sealed class ConfidentialityTests
{
    [Theory]
    [InlineData("机密★1年\n关于印发工作方案的通知", "机密★1年")]
    [InlineData("000012\n机密★10年\n特急\n某区教育局文件", "机密★10年")]
    [InlineData("秘密 3年\n某区教育局文件", "秘密 3年")]
    [InlineData("秘　密　★　三年\n某区教育局文件", "秘　密　★　三年")]
    [InlineData("【秘密】\n某区教育局文件", "秘密")]
    [InlineData("密级：秘密\n某区教育局文件", "秘密")]
    [InlineData("绝密★启用前\n2023年学业考试", "绝密★")]
    [InlineData("某区教育局文件\n机 密\n某教〔2023〕1号", "机 密")]
    [InlineData("000012\t机密★1年\t特急\n标题", "机密★1年")]
    [InlineData("秘密★长期 某区教育局关于经费的报告 各学校：现将有关情况报告如下", "秘密★长期")]
    [InlineData("机密 5年 某区教育局关于经费的报告 各学校：现将有关情况报告如下", "机密 5年")]
    [InlineData("（秘密）5年\n标题", "秘密）5年")]
    [InlineData("机密级\n标题", "机密级")]
    [InlineData("No.000003 绝密★30年\n标题", "绝密★30年")]
    [InlineData("特急 秘密\n标题", "秘密")]
    public void A_marking_in_the_head_is_found(string text, string marking) => Assert.Equal(marking, Confidentiality.Marking(text));

    [Theory]
    [InlineData("关于加强保守国家秘密工作的通知\n各单位：")]
    [InlineData("某区教育局文件\n各单位要保守国家秘密，涉及秘密★的文件不得上网。")]
    [InlineData("秘密级试卷保管办法\n一、总则")]
    [InlineData("绝密试卷3年保存制度\n一、总则")]
    [InlineData("机密文件管理三年行动计划\n一、总则")]
    [InlineData("商业秘密 个人隐私\n一、总则")]
    [InlineData("密级：公开\n标题")]
    [InlineData("文件首页应当标注“机密★1年”字样\n一、总则")]
    public void Prose_about_secrets_is_no_marking(string text) => Assert.Null(Confidentiality.Marking(text));

    [Fact]
    public void Only_the_head_counts()
    {
        var body = string.Join('\n', Enumerable.Range(1, 12).Select(i => $"第{i}段"));
        Assert.Null(Confidentiality.Marking(body + "\n机密★1年"));
    }

    [Theory]
    [InlineData("", "0")]
    [InlineData("机密★", "0")]
    [InlineData("秘密", "1 ")]
    [InlineData("绝密 ", "特急")]
    [InlineData("", "机密 ")]
    public void Endless_repetition_costs_no_time(string head, string repeated)
    {
        var clock = Stopwatch.StartNew();
        Confidentiality.Marking(head + string.Concat(Enumerable.Repeat(repeated, 50)) + "x");
        Confidentiality.Marking(head + string.Concat(Enumerable.Repeat(repeated, 5000)) + "x");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }
}
