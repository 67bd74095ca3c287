using Junheng.Core.Reading;
using static Junheng.Tests.Core.Reading.Auditing.Audited;

namespace Junheng.Tests.Core.Reading.Auditing;

public class ShareTests
{
    [Theory]
    [InlineData("全区共有专任教师6240名，其中高级教师812名，占13.0%。")]
    [InlineData("全区在编教师5000人，其中女教师3800人，占教师总数的76%。")]
    [InlineData("全区现有教职工8000人，专任教师6400人，占教职工总数的80%。")]
    [InlineData("完成改造的学校有30所，占50所学校的60%。")]
    [InlineData("在50所学校中，有30所完成改造，占60%。")]
    [InlineData("问卷共发放3200份，收回有效问卷3104份，有效回收率97%。")]
    [InlineData("计划开工83个项目，已开工80个，开工率96.4%。")]
    [InlineData("全年办结产证14个，完成年度目标的70%，年度目标为20个。")]
    [InlineData("全区现有专任教师6912名。\n高级教师1037名，占专任教师总数的15.0%。")]
    [InlineData("全区共有幼儿园250所，其中普惠性幼儿园200所，比上年增加10所，增长5.3%，占全区幼儿园的比例80.0%。")]
    [InlineData("2022年教育支出21.3亿元，占一般公共预算支出118.6亿元的18.0%。")]
    [InlineData("抽查学校30所，发现问题学校12所，问题发生率40%。")]
    public void A_share_holds_in_the_ways_it_is_written(string text) => Holds(text, Relation.Share);

    [Theory]
    [InlineData("全区共有专任教师6240名，其中高级教师812名，占15.0%。")]
    [InlineData("全区在编教师5000人，其中女教师3800人，占教师总数的72%。")]
    [InlineData("全区现有教职工8000人，专任教师6400人，占教职工总数的85%。")]
    [InlineData("问卷共发放3200份，收回有效问卷3104份，有效回收率99%。")]
    [InlineData("全年办结产证14个，完成年度目标的80%，年度目标为20个。")]
    [InlineData("2022年招聘教师320人，其中研究生学历144人，占招聘总数的55%。")]
    [InlineData("全年培训教师5200人次，较上年4800人次增长8.3%，其中骨干教师1200人次，占33.1%。")]
    [InlineData("2022年教育支出21.3亿元，占一般公共预算支出118.6亿元的16.0%。")]
    [InlineData("区财政安排专项资金5000万元，已拨付3200万元，拨付率74%。")]
    public void A_wrong_share_is_found_in_the_ways_it_is_written(string text) => Contradicts(text, Relation.Share);

    [Fact]
    public void A_breakdown_across_semicolons_is_followed_part_by_part_and_its_shares_make_up_a_hundred()
    {
        const string text = "现有教学点193个，其中双证齐全有42个，占比21.8%；产证不全101个，占比52.3%；无证50个，占比25.9%。";
        Assert.Equal([CheckVerdict.Holds, CheckVerdict.Holds, CheckVerdict.Holds], Verdicts(text, Relation.Share));
        Assert.Equal([193m, 100m], Checks(text, Relation.Sum).Select(c => c.Stated!.Value));
    }

    [Fact]
    public void Parallel_lists_are_compared_item_by_item() =>
        Assert.Equal([CheckVerdict.Holds, CheckVerdict.Contradicts, CheckVerdict.Holds],
            Verdicts("参加测评学校100所，优秀、良好、合格学校分别为20所、50所、30所，占比分别为20%、55%、30%。", Relation.Share));

    [Fact]
    public void A_share_whose_whole_is_not_given_is_unknown()
    {
        var check = Checks("交流轮岗教师596名，占符合条件教师总数的14.3%。", Relation.Share).Single();
        Assert.Equal(CheckVerdict.Unknown, check.Verdict);
        Assert.Equal(["C1", "C2"], check.Claims.ToArray());
    }

    [Theory]
    [InlineData("全区有教师1200人、学生15000人，其中高级教师200人，占16.7%。")]
    [InlineData("全区共有学校86所，其中小学48所，占全市小学总数的6.2%。")]
    [InlineData("公办幼儿园78所，占比60%，在园幼儿占比达到80%以上。")]
    [InlineData("初中有30所，高中有12所，占比40%。")]
    [InlineData("参加考试1200人，录取300人，本科录取率45%。")]
    [InlineData("全区共有小学86所，其中民办8所，占全市小学的1.2%。")]
    [InlineData("全区共配备心理教师92名，其中专职56名、兼职36名，专职占比60.9%。")]
    [InlineData("全区教师5000人，其中女教师3800人，高级职称占比15%。")]
    [InlineData("全区教师5000人，其中女教师3800人，专任教师比例为90%。")]
    public void Shares_of_something_else_raise_no_alarm(string text) => RaisesNoAlarm(text);
}
