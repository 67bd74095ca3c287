using Junheng.Core.Reading;
using static Junheng.Tests.Core.Reading.Auditing.Audited;

namespace Junheng.Tests.Core.Reading.Auditing;

public class GrowthTests
{
    private const string Series = "2020—2022年，全区学前教育投入分别为3.20亿元、3.60亿元、4.10亿元，增幅分别为8.1%、12.5%、";

    [Fact]
    public void A_list_of_rates_is_compared_year_by_year_and_the_first_year_has_no_base() =>
        Assert.Equal([CheckVerdict.Unknown, CheckVerdict.Holds, CheckVerdict.Holds], Verdicts(Series + "13.9%。", Relation.Growth));

    [Fact]
    public void A_rate_no_unrounded_values_could_give_is_found_in_a_list() =>
        Assert.Equal([CheckVerdict.Unknown, CheckVerdict.Holds, CheckVerdict.Contradicts], Verdicts(Series + "15.9%。", Relation.Growth));

    [Fact]
    public void A_rate_inside_the_reachable_interval_only_holds_within_rounding()
    {
        var check = Checks("2021年投入39.70亿元，2022年投入41.71亿元，同比增长5.07%。", Relation.Growth).Single();
        Assert.Equal(CheckVerdict.Rounding, check.Verdict);
        Assert.Equal((5.037m, 5.089m), (check.Low, check.High));
        Assert.Equal("按前后两期的41.71亿元与39.70亿元推算，增幅应在5.037%至5.089%之间，文中写5.07%，在四舍五入范围内。", check.Reason);
    }

    [Theory]
    [InlineData("2021年教育经费投入12.50亿元，2022年投入13.75亿元，同比增长10.0%。")]
    [InlineData("教育经费由2020年的18.6亿元增加到2023年的22.4亿元，增长20.4%。")]
    [InlineData("2023年，全区教育支出26.40亿元，比上年的24.00亿元增长10%。")]
    [InlineData("2023年，全区教育支出26.40亿元，比上年增加2.40亿元，增长10%。")]
    [InlineData("2023年，全区教育支出26.40亿元（上年24.00亿元），增长10%。")]
    [InlineData("在园幼儿由32000人减少到28800人，下降10%。")]
    [InlineData("全国教育经费总投入为32806.46亿元，比上年的30364.72亿元增长8.04%。")]
    [InlineData("2023年，事业收入3384.47万元，比上年3458.30万元减少73.83万元，下降2.13%。")]
    [InlineData("小学生均支出20018.65元，比上年17937.20元，增长11.6%。")]
    [InlineData("幼儿园28.12万所，比上年增加1.45万所，增长5.44%。")]
    [InlineData("2021年，全区教育支出12.50亿元。2022年，全区教育支出13.75亿元，同比增长10.0%。")]
    [InlineData("经费由2020年的15.20亿元增长到2023年的19.80亿元，年均增长9.2%。")]
    [InlineData("2020年全区教育经费总投入18.6亿元，2023年达到22.4亿元，较2020年增长20.4%。")]
    [InlineData("班额超标的教学班由86个减少到31个，减少了55个，下降64%。")]
    public void Growth_holds_in_the_ways_it_is_written(string text) => Holds(text, Relation.Growth);

    [Theory]
    [InlineData("2021年教育经费投入12.50亿元，2022年投入13.75亿元，同比增长12.0%。")]
    [InlineData("教育经费由2020年的18.6亿元增加到2023年的22.4亿元，增长25.4%。")]
    [InlineData("2023年，全区教育支出26.40亿元，比上年增加2.40亿元，增长9.5%。")]
    [InlineData("在园幼儿由32000人减少到28800人，下降12%。")]
    [InlineData("2023年，事业收入3384.47万元，比上年3458.30万元减少73.83万元，下降1.73%。")]
    [InlineData("初中生均支出23726.49元，比上年22603.30元增长6.97%。")]
    [InlineData("2021年，全区教育支出12.50亿元。2022年，全区教育支出13.75亿元，同比增长12.0%。")]
    [InlineData("经费由2020年的15.20亿元增长到2023年的19.80亿元，年均增长13.2%。")]
    [InlineData("2020年全区教育经费总投入18.6亿元，2023年达到22.4亿元，较2020年增长30.4%。")]
    public void A_wrong_rate_is_found_in_the_ways_it_is_written(string text) => Contradicts(text, Relation.Growth);

    [Fact]
    public void Negative_rates_in_a_list_are_read_with_their_sign() =>
        Assert.Equal([CheckVerdict.Unknown, CheckVerdict.Holds, CheckVerdict.Holds],
            Verdicts("2020年、2021年、2022年招生数分别为5210人、5480人、5390人，同比分别增长3.1%、5.2%、-1.6%。", Relation.Growth));

    [Fact]
    public void A_misprinted_comma_in_a_rate_is_read_as_a_point() =>
        Assert.Contains(Checks("2016-2018年，教育支出分别为24.1亿元、26.5亿元、28.4亿元，增幅分别为11.86 %、9,95% 、7.03%。", Relation.Growth),
            c => c is { Stated: 9.95m, Verdict: CheckVerdict.Rounding });

    [Fact]
    public void A_rate_without_its_base_is_listed_as_unknown_with_the_claims_that_exist()
    {
        var check = Checks("2023年，全区教育支出26.40亿元，同比增长10%。", Relation.Growth).Single();
        Assert.Equal(CheckVerdict.Unknown, check.Verdict);
        Assert.Equal(["C1", "C2"], check.Claims.ToArray());
    }

    [Theory]
    [InlineData("2022年，小学、初中、高中投入分别为3.2亿元、2.6亿元、1.9亿元，增幅分别为8.1%、12.5%、3.0%。")]
    [InlineData("2021年财政投入39.70亿元，2022年义务教育投入21.60亿元，同比增长12%。")]
    [InlineData("2022年教育投入41.71亿元，高于全市平均增幅3.2个百分点，年均增长6%。")]
    [InlineData("合格率由85%提高到95%，提高10%。")]
    [InlineData("2022年投入3.2亿元，新建学校投入增加1.2亿元，增长20%。")]
    [InlineData("2021年投入3.2亿元，2022年投入3.5亿元，学生数增长15%。")]
    [InlineData("甲镇：2021年，教育支出1.20亿元。\n乙镇：2022年，教育支出1.80亿元，同比增长12%。")]
    [InlineData("2021年投入3.2亿元，2022年投入3.5亿元，按可比口径增长3%。")]
    [InlineData("普惠率达到92.3%，增长到95%以上。")]
    [InlineData("2020年投入3.2亿元，2021年投入3.5亿元，较2015年增长60%。")]
    public void Rates_of_other_things_or_years_raise_no_alarm(string text) => RaisesNoAlarm(text);
}
