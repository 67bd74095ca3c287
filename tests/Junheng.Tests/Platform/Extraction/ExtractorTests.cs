using System.IO.Compression;
using System.Text;
using Junheng.Platform.Extraction;
using Junheng.Tests.Support;

namespace Junheng.Tests.Platform.Extraction;

/// <summary>What is refused, and how a file is recognised.</summary>
public sealed class ExtractorTests
{
    private static readonly byte[] Docx = new DocxBuilder().Paragraph("某区教育局工作报告").Build();

    [Theory]
    [InlineData("报告.docx")]
    [InlineData("报告.txt")]
    [InlineData("报告")]
    public async Task Content_decides_before_the_name(string name) => Assert.Equal(DocumentFormat.Docx, (await Read(Docx, name)).Format);

    [Fact]
    public async Task The_name_decides_between_kinds_of_plain_text()
    {
        Assert.Equal(DocumentFormat.Text, (await Read("某区教育局"u8.ToArray(), "a.txt")).Format);
        Assert.Equal(DocumentFormat.Markdown, (await Read("# 某区教育局\n\n<b>要点</b>"u8.ToArray(), "a.md")).Format);
        Assert.Equal(DocumentFormat.Html, (await Read("某区教育局"u8.ToArray(), "a.htm")).Format);
        Assert.Equal(DocumentFormat.Html, (await Read("<!DOCTYPE html><p>某区教育局"u8.ToArray(), "a.txt")).Format);
    }

    [Fact]
    public async Task A_refusal_names_the_file_and_the_reason()
    {
        var refused = await Refused([], "空.txt");
        Assert.Equal($"空.txt：{ExtractionTexts.Empty}", refused.Message);
        Assert.Equal(ExtractionTexts.Empty, refused.Reason);
    }

    [Fact]
    public async Task A_200_MB_file_is_refused_without_being_read()
    {
        using var huge = new UnreadableStream(200L << 20);
        var refused = await Assert.ThrowsAsync<ExtractionException>(() => new Extractor().Extract(huge, "大.docx"));
        Assert.Equal(Refusal.TooLarge, refused.Refusal);
    }

    [Fact]
    public async Task A_stream_of_unknown_length_is_read_only_to_the_limit()
    {
        using var endless = new EndlessStream();
        var refused = await Assert.ThrowsAsync<ExtractionException>(
            () => new Extractor(new() { MaxBytes = 1 << 20 }).Extract(endless, "大.txt"));
        Assert.Equal(Refusal.TooLarge, refused.Refusal);
        Assert.InRange(endless.Given, 1 << 20, 2 << 20);
    }

    [Fact]
    public async Task A_missing_file_and_a_folder_are_refused()
    {
        Assert.Equal(Refusal.Missing, (await Assert.ThrowsAsync<ExtractionException>(() => new Extractor().ExtractFile("没有这个文件.txt"))).Refusal);
        Assert.Equal(Refusal.Missing, (await Assert.ThrowsAsync<ExtractionException>(() => new Extractor().ExtractFile("."))).Refusal);
    }

    [Fact]
    public async Task A_zip_bomb_is_noticed_while_it_unfolds()
    {
        var bytes = Zip(("word/document.xml", new string(' ', 40 << 20)));
        Assert.Equal(Refusal.Bomb, (await Refused(bytes, "炸弹.docx")).Refusal);
    }

    [Fact]
    public async Task Broken_packages_are_refused()
    {
        Assert.Equal(Refusal.Malformed, (await Refused(Docx[..^40], "截断.docx")).Refusal);
        Assert.Equal(Refusal.Malformed, (await Refused(Zip(("word/document.xml", "<w:document xmlns:w=\"x\"><w:body>")), "残缺.docx")).Refusal);
        Assert.Equal(Refusal.Malformed, (await Refused(Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")), "实体.docx")).Refusal);
        Assert.Equal(Refusal.Malformed, (await Refused(Zip(("word/document.xml", Nested(2000))), "过深.docx")).Refusal);
        Assert.Equal(Refusal.Malformed, (await Refused("正文"u8.ToArray(), "假的.docx")).Refusal);
    }

    [Fact]
    public async Task Documents_without_a_word_are_refused()
    {
        Assert.Equal(Refusal.NoText, (await Refused(new DocxBuilder().Paragraph(" ").Build(), "空白.docx")).Refusal);
        var picture = new DocxBuilder().Xml("<w:r><w:drawing><a:blip r:embed=\"r9\"/></w:drawing></w:r>").Build();
        Assert.True((await Refused(picture, "扫描.docx")).IsScan);
    }

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 13, 10 }, Refusal.Scan)]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 16 }, Refusal.Scan)]
    [InlineData(new byte[] { 0x52, 0x61, 0x72, 0x21, 0x1A, 7 }, Refusal.Unknown)]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 6 }, Refusal.Unknown)]
    public async Task Pictures_are_scans_and_the_rest_unknown(byte[] bytes, Refusal refusal) => Assert.Equal(refusal, (await Refused(bytes, "件.dat")).Refusal);

    [Fact]
    public async Task Spreadsheets_and_archives_are_named_as_such()
    {
        Assert.Equal(ExtractionTexts.Spreadsheet, (await Refused(Zip(("xl/workbook.xml", "<a/>")), "表.xlsx")).Reason);
        Assert.Equal(ExtractionTexts.Archive, (await Refused(Zip(("a.txt", "b")), "包.zip")).Reason);
    }

    [Fact]
    public async Task An_encrypted_document_is_named_as_such()
    {
        var ole = new byte[2048];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(ole, 0);
        Encoding.Unicode.GetBytes("EncryptedPackage\0").CopyTo(ole, 1024);
        Assert.Equal(Refusal.Encrypted, (await Refused(ole, "加密.docx")).Refusal);
        var zip = Zip(("word/document.xml", "<a/>"));
        zip[6] |= 1;
        var central = zip.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x50, 0x4B, 1, 2]);
        zip[central + 8] |= 1;
        Assert.Equal(Refusal.Encrypted, (await Refused(zip, "加密.docx")).Refusal);
    }

    [Fact]
    public async Task A_classified_document_is_refused_wherever_its_marking_stands()
    {
        var box = $"<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>{DocxBuilder.Run("机密★1年")}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>";
        byte[][] documents =
        [
            new DocxBuilder().Paragraph("秘密★1年").Paragraph("通知").Build(),
            new DocxBuilder().Header("机密★1年").Paragraph("通知").Build(),
            new DocxBuilder().Xml(box + DocxBuilder.Run("通知")).Build(),
        ];
        foreach (var document in documents) Assert.Equal(Refusal.Classified, (await Refused(document, "涉密.docx")).Refusal);
        Assert.Equal(Refusal.Classified, (await Refused("机密★1年\n通知"u8.ToArray(), "涉密.txt")).Refusal);
        Assert.Equal(Refusal.Classified, (await Refused("<html><body><p>绝密★</p><p>通知"u8.ToArray(), "涉密.html")).Refusal);
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
                using (var writer = new StreamWriter(zip.CreateEntry(name).Open())) writer.Write(text);
        return bytes.ToArray();
    }

    private static Task<ExtractedText> Read(byte[] bytes, string name) => new Extractor().Extract(bytes, name);
    private static Task<ExtractionException> Refused(byte[] bytes, string name) => Assert.ThrowsAsync<ExtractionException>(() => Read(bytes, name));

    private sealed class UnreadableStream(long length) : MemoryStream
    {
        public override long Length => length;
        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException();
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new InvalidOperationException();
    }

    private sealed class EndlessStream : MemoryStream
    {
        public int Given { get; private set; }
        public override bool CanSeek => false;
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'a');
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
