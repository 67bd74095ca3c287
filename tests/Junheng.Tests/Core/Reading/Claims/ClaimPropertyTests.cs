using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.Reading.Claims;

namespace Junheng.Tests.Core.Reading.Claims;

public sealed class ClaimPropertyTests
{
    /// <summary>Pieces that the rules look for, so that random texts reach deep into them.</summary>
    private static readonly string[] Pieces =
    [
        "2018", "至", "2020年", "-", "9,95", "%", "％", "１２", "三千二百余", "万", "亿", "元", "个", "所", "人次", "分别为", "、", "，", "。", "；", "“", "”", "《", "》", "（", "）", "十三五", "期间", "近三年",
        "截至", "到", "2025年", "年底", "前", "第", "一", "两", "二十几", "成", "百分之", "16.8", "∶", ":", "1", "+", "X", "G60", "唯一", "每月", "一次", "不低于", "以上", "左右", "占", "增幅", "其中", "\n", " ", "\t",
        "（一）", "3月", "23日", "数千", "分之", "点", "五", "兆", "/", "生", "3年内", "完成", "金", "大", "级", "类", "轮", "0", "999999999999999999", "前三名", "1/5", "目前", "以十万计", "\ud840\udc00", "〇", "比", "两年",
    ];

    private static Gen<string> Texts() =>
        Gen.Elements(Pieces).ArrayOf().Where(pieces => pieces.Length < 200).Select(string.Concat);

    [Fact]
    public void Any_text_is_read_without_failing_and_every_claim_lies_in_it() =>
        Prop.ForAll(Arb.From(Texts()), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(120));

    [Fact]
    public void Any_characters_are_read_without_failing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Holds(text ?? "")).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_document_cut_or_changed_anywhere_is_read_without_failing()
    {
        var text = ClaimCases.SampleText();
        var places = Gen.Choose(0, text.Length - 1);
        var cuts = places.SelectMany(at => Gen.Choose(0, 40).SelectMany(n => Gen.Elements(Pieces).Select(piece => text[..at] + piece + text[Math.Min(text.Length, at + n)..])));
        Prop.ForAll(Arb.From(cuts), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Theory]
    [InlineData("上万分之")]
    [InlineData("一亿一亿一亿一亿一亿一亿")]
    [InlineData("数千千千千千千千千千千千千千千")]
    [InlineData("3千千千千千千千千千千千千千千千千千千千千")]
    [InlineData("零点零零零零零零零零一分之九千亿")]
    [InlineData("数千亿〇万级")]
    [InlineData("。》5")]
    [InlineData("\t１\t。")]
    public void Texts_that_once_failed_are_read(string text) => Assert.True(Holds(text));

    private static bool Holds(string text)
    {
        var claims = ClaimScanner.Scan(text);
        var end = 0;
        for (var i = 0; i < claims.Length; i++)
        {
            var claim = claims[i];
            Assert.Equal("C" + (i + 1), claim.Id);
            Assert.InRange(claim.Span.Start, end, text.Length);
            Assert.InRange(claim.Span.End, claim.Span.Start + 1, text.Length);
            Assert.Equal(text.Substring(claim.Span.Start, claim.Span.Length), claim.Text);
            if (claim.ValueMax is { } max) Assert.True(max > claim.Value || claim.Unit is not null);
            end = claim.Span.End;
        }
        return true;
    }
}
