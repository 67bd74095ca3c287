using Junheng.Core.Reading;
using static Junheng.Tests.Core.Reading.Auditing.Audited;

namespace Junheng.Tests.Core.Reading.Auditing;

public class SumTests
{
    [Theory]
    [InlineData("全区现有中小学86所，其中小学48所、初中26所、高中12所。")]
    [InlineData("新建学校8所，改扩建学校12所，共计20所。")]
    [InlineData("2023至2025年分别资助困难学生5210人次、5040人次、4980人次，三年合计15230人次。")]
    [InlineData("投入市级资金1200万元、区级资金3400万元、镇级资金400万元，合计5000万元。")]
    [InlineData("全区幼儿园120所（公办78所、民办42所），在园幼儿3.2万人。")]
    [InlineData("集团纳入 81 家成员单位（其中政府职能部门 15 家，行业协会 3 家，职业院校、培训机构 12 家，企业单位 51 家）。")]
    public void Parts_that_make_up_their_total_hold(string text) => Holds(text, Relation.Sum);

    [Theory]
    [InlineData("全区现有中小学86所，其中小学48所、初中26所、高中14所。")]
    [InlineData("全区现有中小学86所：小学48所、初中26所、高中10所。")]
    [InlineData("全区共有学校167所，其中公办学校121所，民办学校45所。")]
    [InlineData("新建学校8所，改扩建学校12所，共计21所。")]
    [InlineData("投入市级资金1200万元、区级资金3400万元、镇级资金400万元，合计5100万元。")]
    [InlineData("全区幼儿园120所（公办78所、民办40所），在园幼儿3.2万人。")]
    [InlineData("共开展教师培训126场，其中线上培训58场，线下培训78场。")]
    [InlineData("与46家企业签订协议，其中区内企业29家，区外企业19家。")]
    [InlineData("集团纳入81家成员单位（其中政府职能部门15家，行业协会3家，职业院校、培训机构12家，企业单位61家）。")]
    [InlineData("现有教学点193个，其中双证齐全42个，占21.8%；产证不全101个，占52.3%；无证52个，占25.9%。")]
    [InlineData("区内3所完中、5所九年一贯制学校和8所幼儿园共17所学校参加试点。")]
    [InlineData("区财政投入2000万元，镇级财政投入1000万元，合计投入3100万元。")]
    [InlineData("走访了12所小学、8所初中、4所高中，共走访25所学校。")]
    [InlineData("规划新建学校24所，其中已建成15所、在建6所、未开工4所。")]
    [InlineData("全年共投入专项资金3860万元，其中设备购置1250万元、校舍维修1860万元、教师培训950万元。")]
    [InlineData("教师中，研究生学历占18.5%，本科学历占76.3%，专科学历占8.2%。")]
    public void Parts_that_cannot_make_up_their_total_are_found(string text) => Contradicts(text, Relation.Sum);

    [Fact]
    public void Tens_of_thousands_and_units_are_added_in_one_unit() =>
        Holds("近三年累计投入1.24亿元，其中2021年3000万元、2022年4000万元、2023年5400万元。", Relation.Sum);

    [Fact]
    public void Groups_of_figures_are_added_up_unit_by_unit() =>
        Assert.Equal([CheckVerdict.Contradicts, CheckVerdict.Holds],
            Verdicts("中小学115所，在校生165017人。其中，区属学校79所，在校学生119802人；新区学校34所，在校学生33586人；企业办学校12所，在校学生11629人。", Relation.Sum));

    [Theory]
    [InlineData("全校有教师100人，其中党员60人、高级职称50人。")]
    [InlineData("新建学校10所，其中小学3所、初中4所。")]
    [InlineData("全年新招教师120人，退休80人，共4730人。")]
    [InlineData("新建学校10所，其中公建配套6所、小学3所、初中4所。")]
    [InlineData("2021年培训教师120人，2022年培训教师150人，累计培训600人。")]
    [InlineData("问卷显示，家长满意的占85%，学生满意的占92%。")]
    [InlineData("全区有学校50所（去年45所，前年40所）。")]
    [InlineData("全区学校120所，其中小学50所，其中民办5所；初中30所，其中民办3所。")]
    [InlineData("新建学校3所，改扩建5所，加固校舍10万平方米，共有学校167所。")]
    [InlineData("已投用幼儿园4所共52班规模，小学1所30班规模，九年一贯制学校1所（小学25班，初中29班）。")]
    public void Examples_overlapping_groups_and_earlier_years_raise_no_alarm(string text) => RaisesNoAlarm(text);
}
