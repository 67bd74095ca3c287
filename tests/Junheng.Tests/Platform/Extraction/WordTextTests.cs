using Junheng.Platform.Extraction;
using Junheng.Tests.Support;
using static Junheng.Tests.Support.DocxBuilder;

namespace Junheng.Tests.Platform.Extraction;

public sealed class WordTextTests
{
    [Fact]
    public async Task Automatic_numbers_are_written_out() => Assert.Equal("""
        一、总体要求
        （一）指导思想
        （二）基本原则
        1.坚持公平
        2.坚持质量
        （1）细则
        二、主要任务
        （一）加强保障
        1.增加投入

        """, await Text(new DocxBuilder()
            .Heading(0, "总体要求").Heading(1, "指导思想").Heading(1, "基本原则").Heading(2, "坚持公平").Heading(2, "坚持质量").Heading(3, "细则")
            .Heading(0, "主要任务").Heading(1, "加强保障").Heading(2, "增加投入")));

    [Fact]
    public async Task A_list_that_starts_anew_counts_from_its_start() => Assert.Equal("1.甲\n2.乙\n5.丙\n6.丁\n", await Text(new DocxBuilder()
        .Numbering(Level("decimal", "%1.") + Num(1) + Num(2, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"))
        .Heading(0, "甲").Heading(0, "乙").Heading(0, "丙", list: 2).Heading(0, "丁", list: 2)));

    [Fact]
    public async Task Lists_of_one_definition_count_on() => Assert.Equal("1.甲\n2.乙\n", await Text(new DocxBuilder()
        .Numbering(Level("decimal", "%1.") + Num(1) + Num(2)).Heading(0, "甲").Heading(0, "乙", list: 2)));

    [Fact]
    public async Task A_style_brings_its_number_along()
    {
        var styles = $"<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"mine\"/><w:basedOn w:val=\"1\"/></w:style>";
        var document = new DocxBuilder().Styles(styles).Numbering(Level("chineseCounting", "第%1章", "<w:pStyle w:val=\"1\"/>", "space") + Num(1))
            .Xml(Run("总则"), "<w:pStyle w:val=\"1\"/>").Xml(Run("任务"), "<w:pStyle w:val=\"2\"/>")
            .Xml(Run("不编号"), "<w:pStyle w:val=\"1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>").Xml(Run("附则"), "<w:pStyle w:val=\"1\"/>");
        Assert.Equal("第一章 总则\n第二章 任务\n不编号\n第三章 附则\n", await Text(document));
    }

    [Fact]
    public async Task A_bullet_is_no_number() =>
        Assert.Equal("要点\n", await Text(new DocxBuilder().Numbering(Level("bullet", "\uF06C") + Num(1)).Heading(0, "要点")));

    [Fact]
    public async Task Compound_numbers_show_every_level() => Assert.Equal("1 总则\n1.1 目的\n1.2 范围\n", await Text(new DocxBuilder()
        .Numbering("<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum>" + Num(1))
        .Heading(0, "总则").Heading(1, "目的").Heading(1, "范围")));

    [Fact]
    public async Task Tracked_changes_are_read_as_accepted_with_a_notice()
    {
        var read = await Read(new DocxBuilder().Xml(Run("投入") + Deletion("1.2") + Insertion("1.5") + Run("亿元")));
        Assert.Equal("投入1.5亿元\n", read.Text);
        Assert.Equal(ExtractionTexts.Revisions(1, 1), Assert.Single(read.Notices, n => n.Kind == "revision").Text);
    }

    [Fact]
    public async Task A_deleted_paragraph_mark_joins_and_is_not_counted()
    {
        const string deleted = "<w:rPr><w:del w:id=\"1\" w:author=\"a\"/></w:rPr>";
        Assert.Equal("一、前半后半\n二、次\n", await Text(new DocxBuilder()
            .Xml(Deletion("全删"), Numbered(0) + deleted)
            .Xml(Run("前半"), Numbered(0) + deleted).Xml(Run("后半"), Numbered(0)).Heading(0, "次")));
    }

    [Fact]
    public async Task Moved_text_stands_where_it_went() => Assert.Equal("乙甲\n", await Text(new DocxBuilder()
        .Xml($"<w:moveFrom w:id=\"1\">{Run("甲")}</w:moveFrom>{Run("乙")}<w:moveTo w:id=\"2\">{Run("甲")}</w:moveTo>")));

    [Fact]
    public async Task Tables_become_rows_and_tabs() => Assert.Equal("序号\t任务\t牵头单位\n1\t扩大学位\t区教育局\n后文\n", await Text(new DocxBuilder()
        .Table(["序号", "任务", "牵头单位"], ["1", "扩大学位", "区教育局"]).Paragraph("后文")));

    [Fact]
    public async Task Merged_cells_keep_the_columns_in_place()
    {
        static string Cell(string properties, params string[] paragraphs) =>
            $"<w:tc><w:tcPr>{properties}</w:tcPr>{string.Concat(paragraphs.Select(p => $"<w:p>{Run(p)}</w:p>"))}</w:tc>";
        const string above = "<w:vMerge/>", first = "<w:vMerge w:val=\"restart\"/>";
        Assert.Equal("任务分工表\n任务\t单位\t\n甲\t区教育局 区财政局\t2025年\n\t区人社局\t2026年\n", await Text(new DocxBuilder().Body("<w:tbl>"
            + "<w:tr>" + Cell("<w:gridSpan w:val=\"3\"/>", "任务分工表") + "</w:tr>"
            + "<w:tr>" + Cell("", "任务") + Cell("<w:gridSpan w:val=\"2\"/>", "单位") + "</w:tr>"
            + "<w:tr>" + Cell(first, "甲") + Cell("", "区教育局", "区财政局") + Cell("", "2025年") + "</w:tr>"
            + "<w:tr>" + Cell(above, "") + Cell("", "区人社局") + Cell("", "2026年") + "</w:tr>"
            + "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + Cell("", "删") + "</w:tr></w:tbl>")));
    }

    [Fact]
    public async Task A_nested_table_stays_inside_its_cell() => Assert.Equal("甲\t1 2 3\n", await Text(new DocxBuilder().Body(
        $"<w:tbl><w:tr><w:tc><w:p>{Run("甲")}</w:p></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p>{Run("1")}</w:p></w:tc><w:tc><w:p>{Run("2")}</w:p></w:tc></w:tr></w:tbl><w:p>{Run("3")}</w:p></w:tc></w:tr></w:tbl>")));

    [Fact]
    public async Task A_text_box_is_read_once_and_in_place()
    {
        string Box(string text) => $"<w:txbxContent><w:p>{Run(text)}</w:p></w:txbxContent>";
        var both = $"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic><wps:wsp><wps:txbx>{Box("框")}</wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><v:textbox>{Box("框")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
        Assert.Equal("前\n框\n正文\n正文二\n框\n", await Text(new DocxBuilder().Paragraph("前").Xml(both + Run("正文")).Xml(Run("正文二") + both)));
    }

    [Fact]
    public async Task Notes_come_last_and_headers_and_comments_are_left_out()
    {
        var read = await Read(new DocxBuilder().Header("页眉").WithFootnote("占比12.5%", "口径为公办学校。").Comment("核对").Paragraph("后文"));
        Assert.Equal("占比12.5%\n后文\n口径为公办学校。\n", read.Text);
        Assert.Equal(ExtractionTexts.Comments(1), Assert.Single(read.Notices).Text);
    }

    [Fact]
    public async Task Fields_show_their_result_and_not_their_code()
    {
        const string begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        static string Code(string code) => $"<w:r><w:instrText>{code}</w:instrText></w:r>";
        var contents = await Read(new DocxBuilder()
            .Xml(begin + Code(" TOC \\o ") + separate + Run("一、总则") + "<w:r><w:tab/></w:r>" + Run("1")).Xml(Run("二、任务 3")).Xml(end)
            .Xml(Run("共") + begin + Code(" =SUM(A) ") + separate + Run("12") + end + Run("所") + $"<w:fldSimple w:instr=\"DATE\">{Run("，2023年")}</w:fldSimple>"));
        Assert.Equal("\n共12所，2023年\n", contents.Text);
        Assert.Equal("contents", Assert.Single(contents.Notices).Kind);
    }

    [Fact]
    public async Task Everything_inside_a_run_is_read() => Assert.Equal("a\tb-c\nd≥e链接控件𠀀□汉\n", await Text(new DocxBuilder().Xml(
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:br/><w:t>d</w:t><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>e</w:t></w:r>"
        + $"<w:hyperlink r:id=\"r1\">{Run("链接")}</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>{Run("控件")}</w:sdtContent></w:sdt>"
        + Run("𠀀") + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r><w:r><w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby></w:r>")));

    [Fact]
    public async Task Hidden_text_is_left_out_with_a_notice()
    {
        var read = await Read(new DocxBuilder().Xml(Run("显") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"));
        Assert.Equal("显\n", read.Text);
        Assert.Equal("hidden", Assert.Single(read.Notices).Kind);
    }

    private static string Level(string format, string text, string more = "", string suffix = "nothing") =>
        $"<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:suff w:val=\"{suffix}\"/><w:lvlText w:val=\"{text}\"/></w:lvl></w:abstractNum>";

    private static string Num(int id, string overrides = "") => $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"0\"/>{overrides}</w:num>";

    private static Task<ExtractedText> Read(DocxBuilder document) => new Extractor().Extract(document.Build(), "文.docx");
    private static async Task<string> Text(DocxBuilder document) => (await Read(document)).Text;
}
