using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.Quantities;
using Junheng.Core.Reading;

namespace Junheng.Tests.Core.Reading;

/// <summary>Whatever text it is given, a reading comes back whole: random, mutated and cut documents.</summary>
public class ReaderProperties
{
    private const string Sample = "云教办〔2024〕7号\n云浦区督导意见书\n根据《意见（2016-2020 年）》（云府〔2016〕3号），市教委于2021年3月23日组织督导组。\n第一部分 甲\n一、主要问题及建议\n（一）关于资源的问题。\n数据显示：增幅9,95%，占比21.8%。\n督政组建议：由区政府牵头，解决校舍不足、设备陈旧等问题。\n1.完成改造。（责任部门:区教育局,各街镇）\n序号\t任务\t责任单位\t完成时限\n1\t新建2-3所\t区教育局\t2025年底\n";
    private const string Alphabet = "一二三四五六七八九十（）()“”《》〔〕、，。；：:.\t\n\r \u3000第部分章年月日号督政组建议责任单位区局0123456789%关于问题附件\uD842\uDFB7\uD842[bookmark:";

    private static readonly Gen<string> Noise = Gen.Elements(Alphabet.ToCharArray()).ArrayOf().Select(c => new string(c));

    private static readonly Gen<string> Mutated =
        from cut in Gen.Choose(0, Sample.Length)
        from length in Gen.Choose(0, 40)
        from noise in Noise
        select Sample[..cut] + noise + Sample[Math.Min(Sample.Length, cut + length)..];

    [Fact]
    public void A_reading_never_throws_and_its_spans_lie_inside_the_text() =>
        Prop.ForAll(Arb.From(Gen.OneOf(Noise, Mutated, ArbMap.Default.GeneratorFor<string>().Select(s => s ?? string.Empty))), text =>
        {
            var reading = Reader.Read(text);
            return Spans(reading).All(s => s.Start >= 0 && s.Length >= 0 && s.End <= text.Length);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void The_outline_ascends_and_its_levels_are_one_to_four() =>
        Prop.ForAll(Arb.From(Gen.OneOf(Noise, Mutated)), text =>
        {
            var outline = Reader.Read(text).Outline;
            return outline.All(o => o.Level is >= 1 and <= 4) && outline.Zip(outline.Skip(1)).All(p => p.First.Span.End <= p.Second.Span.Start);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Reading_the_same_text_twice_gives_the_same() =>
        Prop.ForAll(Arb.From(Mutated), text => Spans(Reader.Read(text)).SequenceEqual(Spans(Reader.Read(text)))).Check(Config.QuickThrowOnFailure);

    private static IEnumerable<TextSpan> Spans(DocumentReading reading) =>
    [
        .. reading.Outline.Select(o => o.Span), .. reading.Claims.Select(c => c.Span), .. reading.Citations.Select(c => c.Span), .. reading.Notices.Select(n => n.Span),
        .. reading.Tasks.SelectMany(t => t.Measures.Prepend(t.Span)),
        .. reading.Findings.SelectMany(f => f.Facts.Concat(f.Measures.Select(m => m.Span)).Prepend(f.Span)),
        .. reading.Coverage.Left.Select(l => l.Span),
    ];
}
