using Junheng.Core.Reading;
using Junheng.Core.Reading.Claims;

namespace Junheng.Tests.Core.Reading.Claims;

public sealed class PhraseTests
{
    [Theory]
    [InlineData("2018至2020年教育财政投入分别为33.30亿元、39.70亿元、41.71亿元，增幅分别为29.74%、19.22%、5.07%。", "Value Value Value Growth Growth Growth")]
    [InlineData("共有教学点193个，其中双证齐全42个，占比21.8%。", "Total Part Share")]
    [InlineData("经费18.62亿元，较上年增加1.27亿元，同比增长7.3%，占比提高到21.5%。", "Value Difference Growth Share")]
    [InlineData("应配置270个班，目前仅配置250个班，仍缺配20个班。", "Value Value Difference")]
    public void A_figure_plays_its_role(string text, string expected) =>
        Assert.Equal(expected, string.Join(" ", ClaimScanner.Scan(text).Select(c => c.Role)));

    [Theory]
    [InlineData("其中小学生均支出为26587.50元。", "小学", "生均支出")]
    [InlineData("全区学校产证的办结率为21.8%。", "全区学校产证", "办结率")]
    public void The_noun_phrase_before_a_figure_splits_into_subject_and_measure(string text, string subject, string measure)
    {
        var claim = ClaimCases.Single(text);
        Assert.Equal((subject, measure), (claim.Subject, claim.Measure));
    }

    [Fact]
    public void A_counted_noun_is_the_measure() => Assert.Equal("区首席教师", ClaimCases.Single("现有27名区首席教师。").Measure);

    [Fact]
    public void Parallel_figures_over_listed_things_take_their_members_as_subjects()
    {
        var claims = ClaimScanner.Scan("小学、初中生均公用经费基本标准分别达到2100和2300元。");
        Assert.Equal(["小学", "初中"], claims.Select(c => c.Subject));
        Assert.All(claims, c => Assert.Equal("生均公用经费基本标准", c.Measure));
    }

    [Theory]
    [InlineData("应配置义务教育学校270个班。", ClaimStatus.Need)]
    [InlineData("到2025年，覆盖率达到95%。", ClaimStatus.Target)]
    [InlineData("力争创建3所示范校。", ClaimStatus.Target)]
    [InlineData("拟新建3所学校。", ClaimStatus.Plan)]
    [InlineData("共有学校3所。", ClaimStatus.Actual)]
    public void A_figure_is_reported_wanted_planned_or_needed(string text, ClaimStatus status) => Assert.Equal(status, ClaimCases.Single(text).Status);

    [Theory]
    [InlineData("小学生均公用经费由2024年的2100.40元提高到2025年的2260.75元，增加160.35元。", "Value Value Difference", "2024 2025 2025", "生均公用经费")]
    [InlineData("大班额班级由2023年的86个减少到2025年的31个，减少55个。", "Value Value Difference", "2023 2025 2025", "大班额班级")]
    [InlineData("2024年投入1210万元，较2023年的1235万元下降。", "Value Value", "2024 2023", "投入")]
    public void Figures_told_from_one_year_to_another_share_their_measure(string text, string roles, string periods, string measure)
    {
        var claims = ClaimScanner.Scan(text);
        Assert.Equal(roles, string.Join(" ", claims.Select(c => c.Role)));
        Assert.Equal(periods, string.Join(" ", claims.Select(c => c.Period)));
        Assert.All(claims, c => Assert.Equal(measure, c.Measure));
    }

    [Fact]
    public void A_second_run_of_as_many_figures_follows_the_years_of_the_first()
    {
        var claims = ClaimScanner.Scan("2023年、2024年、2025年分别新建4所、5所、3所，新增学位1300个、1280个、1050个。");
        Assert.Equal(["2023", "2024", "2025", "2023", "2024", "2025"], claims.Select(c => c.Period));
    }

    [Fact]
    public void What_a_spending_is_called_is_not_cut_at_its_first_word() =>
        Assert.Equal("一般公共预算教育支出", ClaimCases.Single("一般公共预算教育支出为33.12亿元。").Measure);

    [Fact]
    public void A_document_titled_as_work_points_promises_its_figures() =>
        Assert.Equal(ClaimStatus.Target, ClaimCases.Single("2026年云浦区教育工作要点\n1.全年招聘教师160人。").Status);

    [Fact]
    public void A_title_only_cited_promises_nothing() =>
        Assert.Equal(ClaimStatus.Actual, ClaimCases.Single("根据《云浦区督导工作方案》，督导组走访学校12所。").Status);

    [Fact]
    public void The_date_of_a_letter_is_not_the_period_of_the_figures_after_it() =>
        Assert.Null(ClaimCases.Single("收到2025年12月5日印发的意见书后，制定整改措施37条。").Period);
}
