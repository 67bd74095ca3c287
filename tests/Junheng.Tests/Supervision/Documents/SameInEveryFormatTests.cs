using System.Net;
using System.Text;
using Junheng.Core.Reading;
using Junheng.Platform.Extraction;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Documents;

/// <summary>One document in four formats gives one reading: places in the text may differ, what is read may not.</summary>
public sealed class SameInEveryFormatTests
{
    private static readonly string[] TitleLines = ["云浦区人民政府关于推进义务教育", "优质均衡发展的实施意见"];

    private static readonly (int Level, string Number, string Text)[] Blocks =
    [
        (-1, "", "各镇人民政府、街道办事处，区政府各委、办、局："),
        (0, "一、", "总体要求"),
        (-1, "", "到2025年，全区义务教育经费投入达到33.30亿元，较2020年增长12.5%，新增公办学位3200个，专任教师本科以上学历占比不低于百分之九十五，群众满意度达到九成以上。"),
        (0, "二、", "主要任务"),
        (1, "（一）", "优化资源配置"),
        (2, "1.", "新建扩建学校。到2025年底前新建、扩建公办学校12所，其中小学8所、初中4所，每年安排资金2.5亿元。（责任部门：区教育局、区规划资源局）"),
        (2, "2.", "均衡教师配置。每年交流轮岗教师不少于15%，骨干教师不少于20%。（责任部门：区教育局、区人力资源社会保障局）"),
        (1, "（二）", "提升教育质量"),
        (2, "1.", "落实“双减”工作。到2024年课后服务覆盖率达到100%，参与率达到95%以上。（责任部门：区教育局、各街镇）"),
        (0, "三、", "组织保障"),
        (-1, "", "区政府教育督导室每年组织1次专项督导，两年内完成167所学校全覆盖。"),
    ];

    private static readonly string[][] Table =
    [
        ["序号", "任务", "牵头单位", "配合单位", "完成时限"],
        ["1", "制定学校建设三年行动计划", "区教育局", "区规划资源局、区建设管理委", "2024年6月底前"],
        ["2", "完善教师交流轮岗制度并每年公布结果", "区教育局", "区人力资源社会保障局", "2025年12月底前"],
    ];

    public static TheoryData<string> Formats => ["docx", "html", "ofd"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_document_reads_the_same_in_every_format(string format)
    {
        var expected = Reader.Read((await new Extractor().Extract(Encoding.UTF8.GetBytes(Txt()), "a.txt")).Text);
        var read = Reader.Read((await new Extractor().Extract(Build(format), "a." + format)).Text);

        Assert.NotEmpty(expected.Outline);
        Assert.NotEmpty(expected.Tasks);
        Assert.NotEmpty(expected.Claims);
        Assert.Equal((expected.Kind, expected.Title, expected.Issuer, expected.Region), (read.Kind, read.Title, read.Issuer, read.Region));
        Assert.Equal(expected.Outline.Select(o => (o.Level, o.Number, o.Title)), read.Outline.Select(o => (o.Level, o.Number, o.Title)));
        Assert.Equal(expected.Tasks.Select(Told), read.Tasks.Select(Told));
        Assert.Equal(expected.Claims.Select(Told), read.Claims.Select(Told));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_text_is_the_same_in_every_format(string format) =>
        Assert.Equal(Txt(), (await new Extractor().Extract(Build(format), "a." + format)).Text);

    private static string Told(PlannedTask t) =>
        $"{t.Path} {t.Number} {t.Title} [{string.Join('|', t.Bodies)}] {t.Deadline} {string.Join('|', t.Targets)} {t.Measures.Length}";

    private static object Told(Claim c) => c with { Span = default };

    private static string Txt() => string.Concat(TitleLines) + "\n" + string.Concat(Blocks.Select(b => b.Number + b.Text + "\n"))
        + "任务分工表\n" + string.Concat(Table.Select(r => string.Join('\t', r) + "\n"));

    private static byte[] Build(string format) => format switch
    {
        "docx" => Docx(),
        "html" => Encoding.UTF8.GetBytes(Html()),
        _ => Ofd(),
    };

    private static byte[] Docx()
    {
        var document = new DocxBuilder().Paragraph(string.Concat(TitleLines));
        foreach (var (level, _, text) in Blocks)
            if (level < 0) document.Paragraph(text);
            else document.Heading(level, text);
        return document.Paragraph("任务分工表").Table(Table).Build();
    }

    private static string Html() => $"<html><head><meta charset=\"utf-8\"><title>网页</title></head><body><h1>{string.Concat(TitleLines)}</h1>\n"
        + string.Concat(Blocks.Select(b => $"<p>{WebUtility.HtmlEncode(b.Number + b.Text)}</p>\n"))
        + "<p>任务分工表</p><table>" + string.Concat(Table.Select(r => "<tr>" + string.Concat(r.Select(c => $"<td>{c}</td>")) + "</tr>\n")) + "</table></body></html>";

    private static byte[] Ofd()
    {
        var document = new OfdBuilder().Header("云浦区人民政府文件").Title(TitleLines);
        foreach (var (_, number, text) in Blocks) document.Paragraph(number + text);
        return document.Paragraph("任务分工表").Table([1, 4, 2, 3, 2], Table).Build();
    }
}
