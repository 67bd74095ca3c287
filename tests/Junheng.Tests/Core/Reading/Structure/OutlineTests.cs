using Junheng.Core.Reading;

namespace Junheng.Tests.Core.Reading.Structure;

public class OutlineTests
{
    private static string[] Outline(string text) => [.. Reader.Read(text).Outline.Select(o => $"{o.Level} {o.Number} {o.Title}")];

    [Fact]
    public void Four_levels_of_headings_on_their_own_lines_are_read() => Assert.Equal(
        ["1 第一部分 基础教育", "2 一 主要成效", "3 （一） 经费投入", "4 1 只增不减", "4 2 动态调整", "1 第二章 职业教育"],
        Outline("第一部分 基础教育\n一、主要成效\n（一）经费投入\n1．只增不减\n全区投入8亿元。\n2.动态调整\n逐年提高。\n第二章 职业教育\n稳步发展。"));

    [Fact]
    public void Headings_run_into_one_long_line_are_parted_from_their_text_by_blanks_and_full_stops() => Assert.Equal(
        ["2 一 明确要求,把握方向", "3 (一) 指导思想", "3 (二) 工作目标", "2 二 落实任务", "4 1 扩大资源", "4 2 提高质量"],
        Outline("现提出以下意见。 一、明确要求,把握方向 (一)指导思想 深入贯彻上级精神。 (二)工作目标 到2027年建成学校3所。 二、落实任务 1.扩大资源。新建校舍。(责任部门:区教育局) 2.提高质量。改进教学。"));

    [Fact]
    public void The_first_sentence_of_a_numbered_paragraph_is_its_title() => Assert.Equal(
        ["2 一 重点工作", "4 1 完善机制", "4 2 加强培训"],
        Outline("一、重点工作\n1.完善机制。建立联席会议制度。\n2.加强培训。全年培训教师500名。"));

    [Fact]
    public void A_colon_parts_a_short_title_from_its_text() =>
        Assert.Equal(["3 （一） 加强领导", "3 （二） 保障经费"], Outline("（一）加强领导：成立专班，统筹推进。各单位各负其责。\n（二）保障经费：足额安排。专款专用。"));

    [Fact]
    public void A_section_of_a_chapter_stands_above_the_numbers_in_it()
    {
        var text = "第二章 主要任务\n第一节 课程\n一、开齐课程\n每周1课时。\n第二节 基地\n一、建设基地\n建设15个。";
        Assert.Equal(["1 第二章 主要任务", "1 第一节 课程", "2 一 开齐课程", "1 第二节 基地", "2 一 建设基地"], Outline(text));
        Assert.DoesNotContain(Reader.Read(text).Notices, n => n.Kind == "numbering" && n.Span.Start > 0);
    }

    [Fact]
    public void Converter_residue_before_a_number_is_passed_over()
    {
        var text = "[bookmark: _Toc12]（一）落实财政保障\n[bookmark: _Hlk3]2.提高效益。逐年提高。";
        var outline = Reader.Read(text).Outline;
        Assert.Equal(text.IndexOf('（'), outline[0].Span.Start);
        Assert.Equal(text.IndexOf("2.", StringComparison.Ordinal), outline[1].Span.Start);
    }

    [Theory]
    [InlineData("一是加强领导。二是落实经费。")]
    [InlineData("1.5%的学校尚未达标。")]
    [InlineData("覆盖第一、\n二、三产业。")]
    [InlineData("（1）新建学校\n（2）改造校舍")]
    [InlineData("2023年3月3日")]
    [InlineData("本学年启动强校工程2.0版，共有 3. 5万人参加。")]
    [InlineData("附件：1.任务分工表\n2.考核表")]
    [InlineData("目录\n一、总体要求……3")]
    public void Numbers_in_running_text_lists_and_contents_are_no_headings(string text) => Assert.Empty(Outline(text));

    [Fact]
    public void A_title_that_begins_with_a_year_keeps_its_number() =>
        Assert.Equal(["4 1 2027年底前完成改造"], Outline("1.2027年底前完成改造\n涉及学校6所。"));

    [Fact]
    public void A_title_broken_by_a_page_end_is_one_title() =>
        Assert.Equal(["4 3 抓实普及，助力提高，并加强结合"], Outline("3. 抓实普及，助力提高，\n\n并加强结合。\n\n推进艺术教育。"));

    [Fact]
    public void Rows_of_a_table_are_no_headings() => Assert.Empty(Outline("序号\t任务\n一、\t扩大资源\n1.\t新建学校"));
}
