using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.Reading;

namespace Junheng.Tests.Core.Reading.Auditing;

public class AuditPropertyTests
{
    private static readonly Gen<decimal> Amounts = Gen.Choose(10_000, 90_000_000).Select(n => n / 100_000m);
    private static readonly Gen<int> Places = Gen.Choose(0, 3);

    private static string Written(decimal value, int places) =>
        Math.Round(value, places, MidpointRounding.AwayFromZero).ToString("F" + places, CultureInfo.InvariantCulture);

    private static void ForAll<T>(Gen<T> gen, Action<T> test) =>
        Prop.ForAll(gen.ToArbitrary(), value => { test(value); return true; }).QuickCheckThrowOnFailure();

    [Fact]
    public void Growth_between_true_values_is_never_said_not_to_hold() =>
        ForAll(from a in Amounts from b in Amounts from places in Places from ratePlaces in Places select (a, b, places, ratePlaces), x =>
        {
            var rate = (x.b / x.a - 1) * 100;
            if (rate is < 0.5m or > 900) return;
            var (a, b, r) = (Written(x.a, x.places), Written(x.b, x.places), Written(rate, x.ratePlaces));
            Audited.RaisesNoAlarm($"2021年教育经费投入{a}亿元，2022年教育经费投入{b}亿元，同比增长{r}%。");
            Audited.RaisesNoAlarm($"教育经费由{a}亿元增加到{b}亿元，增幅为{r}%。");
            Audited.RaisesNoAlarm($"2021年和2022年教育经费投入分别为{a}亿元、{b}亿元，增幅分别为3.2%、{r}%。");
        });

    [Fact]
    public void Shares_of_true_counts_are_never_said_not_to_hold() =>
        ForAll(from whole in Gen.Choose(2, 90_000) from part in Gen.Choose(1, 90_000) from places in Places select (whole, part: 1 + part % whole, places), x =>
        {
            var share = Written(100m * x.part / x.whole, x.places);
            Audited.RaisesNoAlarm($"全区共有教师{x.whole}人，其中高级教师{x.part}人，占比{share}%。");
            Audited.RaisesNoAlarm($"全区共有教师{x.whole}人，其中高级教师{x.part}人，占教师总数的{share}%。");
        });

    [Fact]
    public void Sums_of_true_values_are_never_said_not_to_hold() =>
        ForAll(from a in Amounts from b in Amounts from c in Amounts from places in Places from total in Places select (a, b, c, places, total), x =>
        {
            var parts = new[] { x.a, x.b, x.c }.Select(v => Written(v, x.places)).ToList();
            var sum = Written(x.a + x.b + x.c, x.total);
            Audited.RaisesNoAlarm($"投入市级资金{parts[0]}亿元、区级资金{parts[1]}亿元、镇级资金{parts[2]}亿元，合计{sum}亿元。");
            Audited.RaisesNoAlarm($"共投入{sum}亿元（小学{parts[0]}亿元、初中{parts[1]}亿元、高中{parts[2]}亿元）。");
        });

    [Fact]
    public void Differences_of_true_values_are_never_said_not_to_hold() =>
        ForAll(from a in Amounts from b in Amounts from places in Places from other in Places select (high: Math.Max(a, b), low: Math.Min(a, b), places, other), x =>
        {
            var (high, low, gap) = (Written(x.high, x.places), Written(x.low, x.places), Written(x.high - x.low, x.other));
            Audited.RaisesNoAlarm($"按标准应投入{high}亿元，目前仅到位{low}亿元，尚缺{gap}亿元。");
            Audited.RaisesNoAlarm($"教育经费由{low}亿元增加到{high}亿元，增加{gap}亿元。");
        });

    [Fact]
    public void A_growth_rate_beyond_rounding_is_always_found() =>
        ForAll(from a in Gen.Choose(1000, 9000) from rise in Gen.Choose(3, 60) from off in Gen.Choose(2, 20) select (a, rise, off), x =>
        {
            var (before, after) = (x.a / 100m, x.a * (100 + x.rise) / 10_000m);
            var text = $"2021年教育经费投入{Written(before, 2)}亿元，2022年教育经费投入{Written(after, 2)}亿元，同比增长{x.rise + x.off}.0%。";
            Assert.Equal(CheckVerdict.Contradicts, Audited.Verdict(text, Relation.Growth));
        });

    [Fact]
    public void A_wrong_sum_of_counts_is_always_found() =>
        ForAll(from a in Gen.Choose(1, 400) from b in Gen.Choose(1, 400) from off in Gen.Choose(1, 50) select (a, b, off), x =>
            Audited.Contradicts($"新建学校{x.a}所，改扩建学校{x.b}所，共计{x.a + x.b + x.off}所。", Relation.Sum));

    [Fact]
    public void Random_and_mutated_texts_never_throw() =>
        ForAll(from seed in Gen.Choose(0, int.MaxValue - 1) select seed, seed =>
        {
            var random = new System.Random(seed);
            string[] pieces =
            [
                "2018", "年", "至", "分别为", "33.30亿元", "、", "，", "；", "。", "其中", "占比", "21.8%", "增幅", "（", "）", "：", "包括", "等", "3个", "一是", "二是", "百分点", "由", "提高到",
                "合计", "99999999999999999999", "0.000000000000001", "0", "-", "每人", "1:0", "师生比", "学生", "教师", "人", "所", "万亿", "“", "”", "\n", " ", "缺", "应", "仅", "同比", "3月2日", "天", "𠮷", "\uD800", "%",
            ];
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 120)).Select(_ => pieces[random.Next(pieces.Length)]));
            var reading = Reader.Read(text);
            Assert.All(reading.Coverage.Left, u => Assert.True(u.Span.Start >= 0 && u.Span.End <= text.Length));
            var ids = reading.Claims.Select(c => c.Id).ToHashSet();
            Assert.All(reading.Checks, c => Assert.All(c.Claims, id => Assert.Contains(id, ids)));
        });
}
