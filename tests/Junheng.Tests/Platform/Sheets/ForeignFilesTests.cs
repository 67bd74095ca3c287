using System.IO.Compression;
using System.Text;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Writing;

namespace Junheng.Tests.Platform.Sheets;

/// <summary>What people upload as tables. One test for each kind of file; LibreOffice is used where it is installed.</summary>
public sealed class ForeignFilesTests
{
    [Fact]
    public async Task An_html_table_named_xls_keeps_its_codes_and_spans()
    {
        const string Html = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=gb2312><style>td{mso-number-format:'\\@'}</style><!-- <table><tr><td>no</td></tr></table> --></head><body>"
            + "<TABLE border=1><tr><th rowspan=\"2\">代码</th><th colspan='2'>学生</th></tr><tr><td>男</td><td>女</td></tr>"
            + "<tr><td>0012</td><td>6&nbsp;&lt;&#x3E;</td><td>7<br>\n 8<span title=\"a>b\">人</span></td></tr><tr><td> 𬭚 <table><tr><td>x</td></tr></table></td><td></td></tr></TABLE>";
        var rows = await Read(Gb18030(Html), "学校.xls");
        Assert.Equal([1, 2, 3, 4], rows.Select(r => r.Number));
        Assert.Equal(["代码", "学生"], Texts(rows[0]));
        Assert.Equal(("男", "女"), (rows[1][2].Text, rows[1][3].Text));
        Assert.Equal(["0012", "6\u00A0<>", "7\n8人"], Texts(rows[2]));
        Assert.Equal("𬭚 x", rows[3][1].Text);
        using var reader = await SheetReader.Open(new MemoryStream(Gb18030(Html)), "学校.xls");
        Assert.Equal(["A1:A2", "B1:C1"], reader.First.MergedRanges().Select(r => r.ToString()));
    }

    [Theory]
    [InlineData("<td don't>")]
    [InlineData("<script>")]
    [InlineData("< <!--")]
    [InlineData("<td rowspan=999 colspan=999>")]
    public async Task Hostile_html_is_read_in_linear_time(string piece)
    {
        var html = new StringBuilder("<table><tr>").Insert(11, piece, 100_000).Append("</tr><tr><td>x</td></tr></table>");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            Assert.InRange((await Read(Encoding.UTF8.GetBytes(html.ToString()), "a.xls")).Count, 0, 2);
        }
        catch (SheetException refusal)
        {
            Assert.Equal(SheetTexts.TooManyRowsOrColumns, refusal.Reason);
        }
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Theory]
    [InlineData("旧.xls")]
    [InlineData("旧.ods")]
    public async Task Old_and_other_workbooks_are_converted_where_LibreOffice_is_and_else_refused_with_advice(string name)
    {
        var bytes = name.EndsWith("ods", StringComparison.Ordinal) ? OpenDocument() : Encoding.UTF8.GetBytes(XmlSpreadsheet);
        if (!Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "soffice"))))
        {
            var refusal = await Assert.ThrowsAsync<SheetException>(() => Read(bytes, name));
            Assert.Equal(SheetTexts.Converter, refusal.Reason);
            return;
        }
        var rows = await Read(bytes, name);
        Assert.Equal(("0012", SheetCellKind.Text, "613"), (rows[0][1].Text, rows[0][1].Kind, rows[0][3].Text));
    }

    private const string XmlSpreadsheet =
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
        + "<Worksheet ss:Name=\"名册\"><Table><Row><Cell><Data ss:Type=\"String\">0012</Data></Cell><Cell ss:Index=\"3\"><Data ss:Type=\"Number\">613</Data></Cell></Row></Table></Worksheet></Workbook>";

    private static byte[] OpenDocument()
    {
        const string Names = "urn:oasis:names:tc:opendocument:xmlns:";
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string path, string text)
            {
                using var part = new StreamWriter(zip.CreateEntry(path, CompressionLevel.NoCompression).Open());
                part.Write(text);
            }
            Add("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
            Add("META-INF/manifest.xml", $"<manifest:manifest xmlns:manifest=\"{Names}manifest:1.0\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>");
            Add("content.xml", $"<office:document-content xmlns:office=\"{Names}office:1.0\" xmlns:table=\"{Names}table:1.0\" xmlns:text=\"{Names}text:1.0\" office:version=\"1.2\"><office:body><office:spreadsheet><table:table table:name=\"名册\"><table:table-row>"
                + "<table:table-cell office:value-type=\"string\"><text:p>0012</text:p></table:table-cell><table:table-cell/><table:table-cell office:value-type=\"float\" office:value=\"613\"><text:p>613</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>");
        }
        return bytes.ToArray();
    }

    [Theory]
    [InlineData("", SheetTexts.Empty)]
    [InlineData("  \r\n ", SheetTexts.Empty)]
    [InlineData("%PDF-1.7 x", SheetTexts.Pdf)]
    [InlineData("Rar!\u001A\u0007x", SheetTexts.Archive)]
    [InlineData("a\u0001\u0002\u0003b,c", SheetTexts.NotTable)]
    [InlineData("<html><body>请登录</body></html>", SheetTexts.NoTableInHtml)]
    [InlineData("PK\u0003\u0004 cut off", SheetTexts.Corrupted)]
    public async Task What_is_no_table_is_refused_with_its_reason(string content, string reason)
    {
        var refusal = await Assert.ThrowsAsync<SheetException>(() => Read(Encoding.UTF8.GetBytes(content), "名册.xlsx"));
        Assert.Equal(reason, refusal.Reason);
        Assert.StartsWith("《名册.xlsx》：", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EncryptedPackage", SheetTexts.Encrypted)]
    [InlineData("WordDocument", SheetTexts.OtherOffice)]
    public async Task An_ole_container_is_known_by_what_it_holds(string stream, string reason)
    {
        byte[] bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1100], .. Encoding.Unicode.GetBytes(stream + "\0"), .. new byte[400]];
        var refusal = await Assert.ThrowsAsync<SheetException>(() => Read(bytes, "a.xlsx"));
        Assert.Equal(reason, refusal.Reason);
    }

    [Theory]
    [InlineData("word/document.xml", SheetTexts.OtherOffice)]
    [InlineData("photos/1.jpg", SheetTexts.Archive)]
    public async Task A_zip_file_without_a_workbook_is_named_for_what_it_is(string entry, string reason)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry(entry).Open().Dispose();
        var refusal = await Assert.ThrowsAsync<SheetException>(() => Read(bytes.ToArray(), "a.xlsx"));
        Assert.Equal(reason, refusal.Reason);
    }

    [Fact]
    public async Task A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("xl/workbook.xml").Open().Dispose();
            using var part = zip.CreateEntry("xl/sharedStrings.xml").Open();
            var zeros = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 80; megabyte++) part.Write(zeros);
        }
        var refusal = await Assert.ThrowsAsync<SheetException>(() => Read(bytes.ToArray(), "a.xlsx"));
        Assert.Equal(SheetTexts.Bomb("xl/sharedStrings.xml"), refusal.Reason);
    }

    [Fact]
    public async Task A_cut_off_workbook_is_refused_as_damaged()
    {
        var bytes = new MemoryStream();
        using (var book = new SheetWriter(bytes)) book.Add("a").Write("b");
        var refusal = await Assert.ThrowsAsync<SheetException>(() => Read(bytes.ToArray()[..^300], "a.xlsx"));
        Assert.Equal(SheetTexts.Corrupted, refusal.Reason);
    }

    [Fact]
    public async Task A_sheet_that_declares_far_more_than_it_holds_is_read_quickly_with_true_row_numbers()
    {
        var rows = new StringBuilder();
        for (var n = 1; n <= 836_601; n++)
            rows.Append("<row r=\"").Append(n).Append("\" spans=\"1:302\" s=\"1\" customFormat=\"1\"").Append(n % 377 == 0 ? $"><c r=\"B{n}\" s=\"1\"/><c r=\"KP{n}\"><v>{n}</v></c></row>" : "/>");
        using var reader = await new Workbook { Before = "<dimension ref=\"A1:KP836601\"/>", Rows = rows.ToString() }.Open();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var read = reader.First.Rows().Select(r => (r.Number, r[302].Text)).ToList();
        Assert.Equal(836_601 / 377, read.Count);
        Assert.All(read, r => Assert.Equal(r.Number.ToString(), r.Text));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_read_and_cancelling_stops_the_rows()
    {
        await using var pipe = new BufferedReadOnly("a,b\n1,2\n3,4\n"u8.ToArray());
        using var stop = new CancellationTokenSource();
        using var reader = await SheetReader.Open(pipe, "a.csv", stop.Token);
        var rows = reader.First.Rows(stop.Token).GetEnumerator();
        Assert.True(rows.MoveNext());
        await stop.CancelAsync();
        Assert.Throws<OperationCanceledException>(() => rows.MoveNext());
    }

    private sealed class BufferedReadOnly(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    private static byte[] Gb18030(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("gb18030").GetBytes(text);
    }

    private static string[] Texts(SheetRow row) => [.. row.Cells.ToArray().Select(c => c.Text)];

    private static async Task<List<SheetRow>> Read(byte[] bytes, string name)
    {
        using var reader = await SheetReader.Open(new MemoryStream(bytes), name);
        return [.. reader.First.Rows()];
    }
}
