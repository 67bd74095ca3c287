using Junheng.Core.Reading;
using static Junheng.Tests.Core.Reading.Auditing.Audited;

namespace Junheng.Tests.Core.Reading.Auditing;

public class RelationTests
{
    [Theory]
    [InlineData("核定编制6300名，实有在编教师6020名，缺编280名。")]
    [InlineData("应配置学校270个班，目前仅配置250个班（含民办111个班），仍缺配20个班。")]
    [InlineData("义务教育巩固率由97.2%提高到99.1%，提高1.9个百分点。")]
    [InlineData("普惠率达到92.3%，比上年的88.1%提高4.2个百分点。")]
    [InlineData("教育经费由18.6亿元增加到22.4亿元，增加3.8亿元。")]
    public void A_difference_holds_in_the_ways_it_is_written(string text) => Holds(text, Relation.Difference);

    [Theory]
    [InlineData("核定编制6300名，实有在编教师6020名，缺编380名。")]
    [InlineData("应配置校医98名，目前实际配备61名，尚缺47名。")]
    [InlineData("义务教育巩固率由97.2%提高到99.1%，提高2.9个百分点。")]
    public void A_wrong_difference_is_found(string text) => Contradicts(text, Relation.Difference);

    [Theory]
    [InlineData("全区在校学生48000人，专任教师3200人，师生比为1:15。")]
    [InlineData("全区共有教学班1200个，在校学生48000人，平均班额40人。")]
    [InlineData("校舍建筑面积12万平方米，在校学生10000人，生均校舍建筑面积12平方米。")]
    [InlineData("12所社区学校共有专职人员43名，平均每校不足4名。")]
    public void A_ratio_holds_against_the_counts_beside_it(string text) => Assert.Contains(Verdicts(text, Relation.Ratio), v => v is CheckVerdict.Holds or CheckVerdict.Rounding);

    [Theory]
    [InlineData("全区在校学生48000人，专任教师3200人，师生比为1:14。")]
    [InlineData("全区共有教学班1200个，在校学生48000人，平均班额42人。")]
    [InlineData("12所社区学校共有专职人员43名，平均每校5名。")]
    public void A_wrong_ratio_is_found(string text) => Contradicts(text, Relation.Ratio);

    [Theory]
    [InlineData("为50所学校每校配备体育器材20套，共计1000套。")]
    [InlineData("组织培训36期，每期50人，共培训1800人次。")]
    [InlineData("为全区45所学校各配备2台除颤仪，共90台。")]
    public void Count_times_each_gives_the_total(string text) => Holds(text, Relation.Product);

    [Theory]
    [InlineData("为50所学校每校配备体育器材20套，共计1200套。")]
    [InlineData("对120名困难学生每人资助1500元，共资助20万元。")]
    public void A_wrong_product_is_found(string text) => Contradicts(text, Relation.Product);

    [Fact]
    public void A_part_larger_than_its_whole_is_found() => Contradicts("共资助困难学生24703人次，其中义务教育阶段26670人次。", Relation.PartOfWhole);

    [Fact]
    public void Parts_are_compared_with_the_whole_of_their_own_unit() =>
        Assert.Equal([CheckVerdict.Holds, CheckVerdict.Holds], Verdicts("共资助困难学生24703人次，资助金额达2834.88万元，其中义务教育阶段6670人次，资助金额887.44万元。", Relation.PartOfWhole));

    [Theory]
    [InlineData("占地面积35000平方米，其中建筑面积41000平方米。")]
    [InlineData("由甲中学、乙中学等4所学校扩展到包括丙中学、丁中学在内的8所学校。")]
    [InlineData("完成1528名见习教师培训；在全市大赛中，2位教师获奖。")]
    [InlineData("核定编制6300名，目前学生缺课280名，实有教师6020名。")]
    [InlineData("全区小学12所，其中民办2所；幼儿园38所。")]
    [InlineData("新增学位400个，其中幼儿园学位108个；9月前完成5000个座位更新。")]
    [InlineData("应到督学300人，实到280人，缺课15人。")]
    [InlineData("应配置校医98名，目前实际配备61名，尚缺护士12名。")]
    [InlineData("小学学生25600人，小学教师1600人，全区师生比1:14。")]
    [InlineData("全区义务教育生均支出超过市颁标准，但低于全市平均水平。")]
    public void Neighbours_that_do_not_hang_together_raise_no_alarm(string text) => RaisesNoAlarm(text);
}
