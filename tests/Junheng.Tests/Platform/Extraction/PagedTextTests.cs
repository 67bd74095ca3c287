using System.Text;
using Junheng.Platform.Extraction;
using Junheng.Tests.Support;

namespace Junheng.Tests.Platform.Extraction;

/// <summary>OFD and PDF: paragraphs rebuilt from printed lines.</summary>
public sealed class PagedTextTests
{
    private const string Long = "到2025年，全区义务教育经费投入达到33.30亿元，同比增长12.5%，生均经费由2.1万元增至2.5万元，新增公办学位3200个，学校布局更加合理，教师队伍建设进一步加强，群众满意度达到九成以上𠀀。";

    [Fact]
    public async Task Lines_of_an_OFD_become_paragraphs_again() => Assert.Equal($"某区关于推进义务教育优质均衡发展的实施意见\n一、总体要求\n{Long}\n二、主要任务\n{Long}\n", (await Read(new OfdBuilder()
        .Title("某区关于推进义务教育优质均衡", "发展的实施意见").Paragraph("一、总体要求").Paragraph(Long).Paragraph("二、主要任务").Paragraph(Long))).Text);

    [Fact]
    public async Task A_paragraph_goes_on_over_the_page_and_headers_and_page_numbers_are_left_out()
    {
        var document = new OfdBuilder().Header("某区教育局文件");
        for (var i = 0; i < 12; i++) document.Paragraph(Long);
        var read = await Read(document);
        Assert.Equal(string.Concat(Enumerable.Repeat(Long + "\n", 12)), read.Text);
        Assert.Equal(3, read.PageStarts.Length);
        Assert.Equal(0, read.PageStarts[0]);
        Assert.NotEqual('\n', read.Text[read.PageStarts[1] - 1]);
    }

    [Fact]
    public async Task A_framed_table_keeps_its_rows_when_cells_are_broken_into_lines() => Assert.Equal(
        "任务分工表\n序号\t任务\t牵头单位\t完成时限\n1\t新建扩建公办幼儿园和义务教育学校二十所，新增学位3200个\t区教育局、区规划资源局、区建设管理委\t2025年12月底前\n2\t落实教师待遇\t区人社局\t2024年\n",
        (await Read(new OfdBuilder().Paragraph("任务分工表").Table([1, 4, 3, 2],
            ["序号", "任务", "牵头单位", "完成时限"],
            ["1", "新建扩建公办幼儿园和义务教育学校二十所，新增学位3200个", "区教育局、区规划资源局、区建设管理委", "2025年12月底前"],
            ["2", "落实教师待遇", "区人社局", "2024年"]))).Text);

    [Fact]
    public async Task Text_objects_are_read_by_place_and_not_by_order() => Assert.Equal("第一行\n左\t右\n", (await Read(new OfdBuilder()
        .Text("右", 120, 60, 5).Text("左", 30, 60, 5).Text("行", 40, 40, 5).Text("第一", 30, 40, 5).Text("看不见", 30, 80, 5, "Visible=\"false\""))).Text);

    [Fact]
    public async Task A_line_cut_short_by_a_long_number_goes_on()
    {
        string first = new('文', 26), second = new('文', 24);
        Assert.Equal($"{first}{second}(2018-2020年)33.30亿元。\n后文\n", (await Read(new OfdBuilder()
            .Text(first, 28 + 2 * 5.6, 40, 5.6).Text(second, 28, 50, 5.6).Text("(2018-2020年)33.30亿元。", 28, 60, 5.6).Text("后文", 28 + 2 * 5.6, 70, 5.6))).Text);
    }

    [Fact]
    public async Task An_indent_of_wide_blanks_begins_a_paragraph_and_blanks_that_are_drawn_are_kept()
    {
        string first = new('文', 25), second = new('字', 28);
        Assert.Equal($"{first}{second}甲\n乙共 8 11所\n", (await Read(new OfdBuilder().Text($"　　{first}", 28, 40, 5.6).Text(second, 28, 50, 5.6).Text("甲", 28, 60, 5.6)
            .Text("　　乙共 8", 28, 70, 5.6).Text(" 11所", 28 + 5.6 * 5, 70, 5.6))).Text);
    }

    [Fact]
    public async Task A_marking_in_the_corner_of_the_first_page_is_refused()
    {
        var marked = new OfdBuilder().Text("机密★1年", 28, 12, 5).Title("某区文件").Paragraph(Long).NewPage().Text("机密★1年", 28, 12, 5).Paragraph(Long);
        Assert.Equal(Refusal.Classified, (await Assert.ThrowsAsync<ExtractionException>(() => Read(marked))).Refusal);
    }

    [Fact]
    public async Task An_OFD_without_text_is_a_scan_or_empty() =>
        Assert.Equal(Refusal.NoText, (await Assert.ThrowsAsync<ExtractionException>(() => Read(new OfdBuilder()))).Refusal);

    [Fact]
    public async Task Lines_of_a_PDF_become_paragraphs_again()
    {
        var pdf = new PdfBuilder();
        pdf.Text("实施意见", 220, 90, 22);
        var top = 140;
        foreach (var line in Enumerable.Repeat(Long, 3).SelectMany(Lines))
            pdf.Text(line.Text, line.X, top += 28);
        pdf.Text("— 1 —", 280, 790, 14);
        Assert.Equal($"实施意见\n{Long}\n{Long}\n{Long}\n", await Pdf(pdf.Build()));
    }

    [Fact]
    public async Task A_PDF_without_a_text_layer_is_a_scan()
    {
        var refused = await PdfRefused(new PdfBuilder().NewPage().Build());
        Assert.True(refused.IsScan);
        Assert.Equal(ExtractionTexts.Scan, refused.Reason);
    }

    [Fact]
    public async Task A_PDF_whose_font_has_no_character_table_is_kept_like_a_scan() =>
        Assert.Equal(ExtractionTexts.Unreadable, (await PdfRefused(new PdfBuilder().Text("\uE001\uE002\uE003\uE004教育", 80, 100).Build())).Reason);

    [Fact]
    public async Task A_PDF_with_a_password_and_a_broken_one_are_told_apart()
    {
        var text = Encoding.Latin1.GetString(new PdfBuilder().Text("教育", 80, 100).Build());
        var locked = text.Replace("/Root 1 0 R", "/Root 1 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
            + $"/O <{new string('1', 64)}> /U <{new string('2', 64)}> >>", StringComparison.Ordinal);
        Assert.Equal(Refusal.Encrypted, (await PdfRefused(Encoding.Latin1.GetBytes(locked))).Refusal);
        Assert.Equal(Refusal.Malformed, (await PdfRefused("%PDF-1.5\nnothing of the kind"u8.ToArray())).Refusal);
    }

    [Fact]
    public async Task A_missing_program_is_named()
    {
        var extractor = new Extractor(new() { PdfToText = "no-such-pdftotext", LibreOffice = "no-such-soffice" });
        var pdf = new PdfBuilder().Text("教育", 80, 100).Build();
        Assert.Equal(ExtractionTexts.PdfToolMissing, (await Assert.ThrowsAsync<ExtractionException>(() => extractor.Extract(pdf, "a.pdf"))).Reason);
        Assert.Equal(ExtractionTexts.OfficeMissing, (await Assert.ThrowsAsync<ExtractionException>(() => extractor.Extract("{\\rtf1 a}"u8.ToArray(), "a.doc"))).Reason);
    }

    [Fact]
    public async Task A_program_that_takes_too_long_is_stopped()
    {
        var extractor = new Extractor(new() { PdfToText = Path.Combine(Checkout.Root, "tests/Junheng.Tests/Platform/Extraction/never-ends.sh"), PdfTime = TimeSpan.FromMilliseconds(300) });
        var refused = await Assert.ThrowsAsync<ExtractionException>(() => extractor.Extract(new PdfBuilder().Text("教育", 80, 100).Build(), "a.pdf"));
        Assert.Equal(Refusal.Timeout, refused.Refusal);
    }

    /// <summary>27 characters of 16 points from x = 80; the first line indented by two.</summary>
    private static IEnumerable<(string Text, double X)> Lines(string text)
    {
        var runes = text.EnumerateRunes().ToList();
        for (var (at, x) = (0, 112.0); at < runes.Count; x = 80)
        {
            var line = new StringBuilder();
            for (var room = 512 - x; at < runes.Count; at++)
            {
                room -= runes[at].Value < 0x2E80 ? 8 : 16;
                if (room < 0) break;
                line.Append(runes[at].ToString());
            }
            yield return (line.ToString(), x);
        }
    }

    private static Task<ExtractedText> Read(OfdBuilder document) => new Extractor().Extract(document.Build(), "文.ofd");
    private static async Task<string> Pdf(byte[] bytes) => (await new Extractor().Extract(bytes, "文.pdf")).Text;
    private static Task<ExtractionException> PdfRefused(byte[] bytes) => Assert.ThrowsAsync<ExtractionException>(() => Pdf(bytes));
}
