using Junheng.Core.Reading;

namespace Junheng.Tests.Core.Reading.Structure;

public class FindingsTests
{
    private const string Letter = """
        云浦区依法履行教育责任综合督政意见书
        一、主要经验与成效
        （一）落实责任
        1.加大投入
        投入逐年增长。
        二、存在的主要问题及建议
        （一）关于解决教育资源紧张的问题。
        数据显示：全区存在大班额28个；生均面积偏低。
        督政组建议：
        云浦区要以新一轮规划为引领，优化学校布局。由区政府牵头，区编办、区财政局结合规划编制，出台新政策，形成新机制。切实解决校舍维修经费不够、设备陈旧等影响质量的问题，将维修经费单列。
        （二）关于拓宽交流渠道的问题
        督政组发现：交流平台尚未搭建。
        督政组认为：国际化是时代的呼唤。云浦区具有良好基础，应该支持学校开展更多交流，引进优质课程，进一步提升办学水平。
        """;

    private static Finding Finding(int index) => Reader.Read(Letter).Findings[index];
    private static string[] Measures(int index) => [.. Finding(index).Measures.Select(m => m.Span.In(Letter))];

    [Fact]
    public void Headings_under_the_problem_section_are_findings()
    {
        var findings = Reader.Read(Letter).Findings;
        Assert.Equal(["关于解决教育资源紧张的问题", "关于拓宽交流渠道的问题"], findings.Select(f => f.Title));
        Assert.Equal(Letter.IndexOf("关于解决", StringComparison.Ordinal), findings[0].Span.Start);
    }

    [Fact]
    public void Facts_stand_before_the_suggestions_without_their_opening_words() =>
        Assert.Equal(["全区存在大班额28个", "生均面积偏低"], Finding(0).Facts.Select(f => f.In(Letter)));

    [Fact]
    public void Suggestions_are_parted_into_single_measures() => Assert.Equal(
        ["以新一轮规划为引领，优化学校布局", "结合规划编制，出台新政策，形成新机制", "切实解决校舍维修经费不够", "设备陈旧等影响质量的问题", "将维修经费单列"], Measures(0));

    [Fact]
    public void Measures_carry_the_bodies_they_address()
    {
        var measures = Finding(0).Measures;
        Assert.Equal(["云浦区"], measures[0].Bodies.AsEnumerable());
        Assert.Equal(["区政府", "区编办", "区财政局"], measures[1].Bodies.AsEnumerable());
        Assert.Equal(["云浦区"], measures[4].Bodies.AsEnumerable());
    }

    [Fact]
    public void Where_the_group_only_gives_its_view_sentences_that_say_should_are_suggestions() =>
        Assert.Equal(["支持学校开展更多交流", "引进优质课程，进一步提升办学水平"], Measures(1));

    [Fact]
    public void Bare_verbs_and_what_they_end_in_stay_with_their_measure()
    {
        const string text = "关于云浦区督导的意见书\n一、存在的主要问题及建议\n（一）关于解决师资不足的问题\n骨干教师偏少。\n督政组建议：区政府尽快统筹协调，敦促有关部门保证编制供给，搭建青年教师成长平台，尽快形成骨干教师队伍，确保梯队完整。";
        Assert.Equal(["尽快统筹协调，敦促有关部门保证编制供给", "搭建青年教师成长平台，尽快形成骨干教师队伍，确保梯队完整"], Reader.Read(text).Findings[0].Measures.Select(m => m.Span.In(text)));
    }

    [Fact]
    public void What_stands_before_a_long_quoted_ground_is_no_part_of_the_measure()
    {
        const string text = "关于云浦区督导的意见书\n一、存在的主要问题及建议\n（一）关于解决师资不足的问题\n骨干教师偏少。\n督政组建议：抓住有利时机，根据市级文件关于“自明年起各校新进教师原则上须有两年以上企业或社区工作经历，特殊人才可适当放宽学历”的要求，面向全市招聘专业教师。";
        Assert.Equal(["面向全市招聘专业教师"], Reader.Read(text).Findings[0].Measures.Select(m => m.Span.In(text)));
    }

    [Fact]
    public void Suggestions_in_a_section_of_their_own_belong_to_the_problems_in_order()
    {
        var text = "关于云浦区督导的反馈意见\n一、存在的问题\n（一）资源不足。学位缺口较大。\n（二）经费滞后。拨付不及时。\n二、整改建议\n（一）加快建设学校。\n（二）及时拨付经费。";
        Assert.Equal([["加快建设学校"], ["及时拨付经费"]], Reader.Read(text).Findings.Select(f => f.Measures.Select(m => m.Span.In(text)).ToArray()));
    }

    [Fact]
    public void A_paragraph_before_a_new_first_chapter_belongs_to_the_next_part()
    {
        var text = "云浦区督导意见书\n一、主要成效\n稳步推进。\n二、主要问题\n（一）关于资源不足的问题\n学位不足。\n建议：\n加快建设学校。\n云浦区重视职业教育，推进产教融合。\n一、主要经验\n产教融合。";
        Assert.Equal(["加快建设学校"], Reader.Read(text).Findings[0].Measures.Select(m => m.Span.In(text)));
    }

    [Fact]
    public void A_report_has_no_findings() => Assert.Empty(Reader.Read("云浦区教育综合改革总结报告\n一、主要问题\n（一）关于资源不足的问题\n学位不足。").Findings);

    [Fact]
    public void A_problem_that_calls_itself_one_opens_no_section_of_its_own()
    {
        var text = "关于云浦区督导的反馈意见\n一、存在的主要问题\n1.投入不足。经费偏低。\n2.缺编问题突出。教师不足。\n二、整改要求\n1.区财政局要加大投入。\n2.区委编办要会同区教育局盘活编制。\n请你区在20个工作日内，将整改方案报督导室。\n市教育督导室\n2022年12月9日";
        var findings = Reader.Read(text).Findings;
        Assert.Equal(["投入不足", "缺编问题突出"], findings.Select(f => f.Title));
        Assert.Equal([["加大投入"], ["会同区教育局盘活编制"]], findings.Select(f => f.Measures.Select(m => m.Span.In(text)).ToArray()));
        Assert.Equal(["区委编办"], findings[1].Measures[0].Bodies.AsEnumerable());
    }

    [Fact]
    public void Problems_told_in_running_text_are_findings_too()
    {
        var text = "云浦区督导意见书\n一、存在的问题\n一是学位不足，缺口较大。二是教师缺编，体育教师偏少。\n二、整改建议\n一是加快建设学校。二是补充体育教师。";
        var findings = Reader.Read(text).Findings;
        Assert.Equal(["学位不足", "教师缺编"], findings.Select(f => f.Title));
        Assert.Equal(["加快建设学校", "补充体育教师"], findings.Select(f => Assert.Single(f.Measures).Span.In(text)));
    }

    [Fact]
    public void Numbered_points_under_a_problem_are_its_facts_and_measures()
    {
        var text = "云浦区督导意见书\n一、主要问题及建议\n（一）关于教师不足的问题\n1.体育教师缺120人。\n2.教研员未配齐。\n督导组建议：\n1.尽快补充体育教师。\n2.配齐教研员；（1）完善考核机制。\n（二）关于场地不足的问题\n操场偏小。建议改造操场。";
        var findings = Reader.Read(text).Findings;
        Assert.Equal(2, findings.Length);
        Assert.Equal(["体育教师缺120人", "教研员未配齐"], findings[0].Facts.Select(f => f.In(text)));
        Assert.Equal(["尽快补充体育教师", "配齐教研员", "完善考核机制"], findings[0].Measures.Select(m => m.Span.In(text)));
        Assert.Equal(["改造操场"], findings[1].Measures.Select(m => m.Span.In(text)));
    }

    [Fact]
    public void Offices_joined_by_and_or_together_with_are_addressed_each()
    {
        var text = "云浦区督导意见书\n一、存在的主要问题\n（一）关于学位紧张的问题\n学位不足。\n督政组建议：一是区规划资源局会同区教育局修订布局规划，预留教育用地；二是区委编办和区人社局要统筹教师编制。";
        var measures = Assert.Single(Reader.Read(text).Findings).Measures;
        Assert.Equal(["修订布局规划", "预留教育用地", "统筹教师编制"], measures.Select(m => m.Span.In(text)));
        Assert.Equal(["区规划资源局/区教育局", "区规划资源局/区教育局", "区委编办/区人社局"], measures.Select(m => string.Join('/', m.Bodies)));
    }

    [Fact]
    public void A_clause_with_a_term_of_its_own_is_a_measure_of_its_own()
    {
        var text = "云浦区督导意见书\n一、存在的主要问题\n（一）关于班额偏大的问题\n班额偏大。\n建议：区教育局要制定化解方案，到2027年底前基本消除大班额，三年内每校配备专职人员2名以上。";
        Assert.Equal(["制定化解方案", "到2027年底前基本消除大班额", "三年内每校配备专职人员2名以上"], Assert.Single(Reader.Read(text).Findings).Measures.Select(m => m.Span.In(text)));
    }

    [Fact]
    public void The_request_for_a_reply_is_no_suggestion()
    {
        var text = "云浦区督导意见书\n一、存在的主要问题\n（一）关于经费不足的问题\n拨付滞后。\n建议：区财政局要及时拨付经费。\n请云浦区人民政府在收到本意见书之日起3个月内，将整改方案报市教育督导室。\n市教育督导室\n2026年6月5日";
        Assert.Equal(["及时拨付经费"], Assert.Single(Reader.Read(text).Findings).Measures.Select(m => m.Span.In(text)));
    }
}
