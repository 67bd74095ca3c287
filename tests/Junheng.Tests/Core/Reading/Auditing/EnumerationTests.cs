using Junheng.Core.Reading;
using static Junheng.Tests.Core.Reading.Auditing.Audited;

namespace Junheng.Tests.Core.Reading.Auditing;

public class EnumerationTests
{
    [Theory]
    [InlineData("重点实施三大工程：强师工程、强校工程、强基工程。")]
    [InlineData("聚焦两个体系:育人体系、保障体系 实施三大工程:强师工程、强校工程和强基工程 二、加强领导")]
    [InlineData("面向个体、学校、区域三个层级开展评价。")]
    [InlineData("优化“新手期、胜任期、成熟期、专家型”四个阶段的培养。")]
    [InlineData("区财政局、区教育局和区总工会等3家单位联合发文。")]
    [InlineData("走访了13家单位（包含8所学校和区教育学院、信息中心、装备中心、培训中心、甲公司）。")]
    [InlineData("走访10家单位（其中包含信息中心、教育学院、4所中小学校、2所职业学校、1个校企合作单位和1个培训机构）。")]
    [InlineData("做好四项工作：一是加强领导；二是压实责任；三是严格督查；四是强化宣传。")]
    public void A_count_that_fits_its_list_holds(string text) =>
        Assert.All(Verdicts(text, Relation.Enumeration), v => Assert.Equal(CheckVerdict.Holds, v));

    [Theory]
    [InlineData("重点实施四大工程：强师工程、强校工程、强基工程。")]
    [InlineData("面向个体、学校、区域四个层级开展评价。")]
    [InlineData("做好五项工作：一是加强领导；二是压实责任；三是严格督查；四是强化宣传。")]
    [InlineData("走访了14家单位（包含8所学校和区教育学院、信息中心、装备中心、培训中心、甲公司）。")]
    [InlineData("走访8家单位（其中包含信息中心、教育学院、4所中小学校、2所职业学校、1个校企合作单位和1个培训机构）。")]
    public void A_count_that_cannot_fit_its_list_is_found(string text) => Contradicts(text, Relation.Enumeration);

    [Theory]
    [InlineData("在小学、初中新建五所学校。")]
    [InlineData("面向幼儿园、小学、初中开展讲座、培训等2项活动。")]
    [InlineData("设立语文、数学、英语等8个名师工作室。")]
    [InlineData("对5所学校开展督导：查阅资料、听取汇报、走访课堂。")]
    [InlineData("覆盖12个年级（小学、初中、高中）。")]
    [InlineData("获金牌2枚、银牌4枚。\n二、存在问题\n一是学位不足。二是编制紧缺。三是经费偏少。")]
    [InlineData("全区已有实验校2个。\n二、存在问题\n一是学位不足。二是编制紧缺。三是经费偏少。")]
    [InlineData("做好四项工作：\n一是加强领导；二是压实责任；三是严格督查；四是强化宣传。")]
    public void Lists_of_something_else_raise_no_alarm(string text) => RaisesNoAlarm(text);

    [Fact]
    public void A_length_of_stay_counts_both_ends() => Holds("督导组于2023年5月8日至12日开展了为期5天的实地督导。", Relation.DateSpan);

    [Fact]
    public void A_length_of_stay_that_its_dates_cannot_give_is_found() => Contradicts("督导组于2023年5月8日至12日开展了为期6天的实地督导。", Relation.DateSpan);

    [Fact]
    public void A_length_in_working_days_is_not_called_wrong() =>
        Assert.Equal(CheckVerdict.Unknown, Verdict("督导组于2023年5月5日至9日开展了为期3天的实地督导。", Relation.DateSpan));
}
