using Junheng.Platform.Sheets;

namespace Junheng.Tests.Platform.Sheets;

public sealed class XlsxReadingTests
{
    private const string DateStyles =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;;@\"/><numFmt numFmtId=\"165\" formatCode=\"[Red]0.00&quot;days&quot;\"/></numFmts>"
        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"10\"/><xf numFmtId=\"31\"/></cellXfs>";

    [Fact]
    public async Task Every_kind_of_cell_is_read_with_its_true_row_and_column()
    {
        var rows = await new Workbook
        {
            Strings = "<si><t>云浦区实验小学</t></si>",
            Styles = DateStyles,
            Rows = "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"C3\"><v>613</v></c><c r=\"D3\" s=\"1\"><v>45170</v></c><c r=\"E3\" t=\"b\"><v>1</v></c>"
                + "<c r=\"F3\" t=\"e\"><v>#N/A</v></c><c r=\"G3\" t=\"inlineStr\"><is><t>内联</t></is></c><c r=\"H3\" t=\"str\"><f>B3&amp;\"x\"</f><v>公式</v></c><c r=\"AA3\" s=\"4\"><v>0.95</v></c></row>",
        }.Read();

        var row = Assert.Single(rows);
        Assert.Equal(3, row.Number);
        Assert.Equal("云浦区实验小学", row[2].Text);
        Assert.Equal(613, row[3].Number);
        Assert.Equal(new DateTime(2023, 9, 1), row[4].Date);
        Assert.True(row[5].Boolean);
        Assert.Equal((SheetCellKind.Error, "#N/A"), (row[6].Kind, row[6].Text));
        Assert.Equal("内联", row[7].Text);
        Assert.Equal("公式", row[8].Text);
        Assert.True(row[27].IsPercent);
        Assert.Equal(SheetCellKind.Empty, row[1].Kind);
        Assert.Equal(27, row.LastColumn);
    }

    [Fact]
    public async Task Runs_of_rich_text_are_joined_and_the_phonetic_guide_is_left_out()
    {
        var rows = await new Workbook
        {
            Strings = "<si><r><rPr><b/></rPr><t>云浦</t></r><r><t xml:space=\"preserve\"> 小学</t></r><rPh sb=\"0\" eb=\"2\"><t>yunpu</t></rPh><phoneticPr fontId=\"1\"/></si>",
            Rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
        }.Read();
        Assert.Equal("云浦 小学", rows[0][1].Text);
    }

    [Fact]
    public async Task Custom_and_Chinese_date_formats_are_dates_and_a_quoted_letter_is_none()
    {
        var rows = await new Workbook
        {
            Styles = DateStyles,
            Rows = "<row r=\"1\"><c r=\"A1\" s=\"2\"><v>45170</v></c><c r=\"B1\" s=\"3\"><v>45170</v></c><c r=\"C1\" s=\"5\"><v>45170.5</v></c></row>",
        }.Read();
        Assert.Equal("2023-09-01", rows[0][1].Text);
        Assert.Equal((SheetCellKind.Number, "45170"), (rows[0][2].Kind, rows[0][2].Text));
        Assert.Equal("2023-09-01 12:00:00", rows[0][3].Text);
    }

    [Theory]
    [InlineData("", "1", 1900, 1, 1)]
    [InlineData("", "59", 1900, 2, 28)]
    [InlineData("", "61", 1900, 3, 1)]
    [InlineData("<workbookPr date1904=\"1\"/>", "43708", 2023, 9, 1)]
    public async Task Both_date_systems_are_understood(string properties, string serial, int year, int month, int day)
    {
        var rows = await new Workbook { WorkbookProperties = properties, Styles = DateStyles, Rows = $"<row r=\"1\"><c r=\"A1\" s=\"1\"><v>{serial}</v></c></row>" }.Read();
        Assert.Equal(new DateTime(year, month, day), rows[0][1].Date);
    }

    [Fact]
    public async Task Cells_without_places_follow_one_another()
    {
        var rows = await new Workbook { Rows = "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>" }.Read();
        Assert.Equal((1, "3"), (rows[0].Number, rows[0][3].Text));
        Assert.Equal((2, "4"), (rows[1].Number, rows[1][1].Text));
    }

    [Fact]
    public async Task Prefixed_elements_backslashed_paths_and_the_strict_namespace_are_read()
    {
        var rows = await new Workbook
        {
            SheetTarget = "worksheets\\Sheet1.xml",
            SheetEntry = "xl\\worksheets\\sheet1.xml",
            Sheet = "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>",
        }.Read();
        Assert.Equal("7", rows[0][1].Text);
    }

    [Fact]
    public async Task Escaped_characters_and_characters_of_two_units_survive()
    {
        var rows = await new Workbook { Strings = "<si><t>𬭚𠮷_x000D_a_x005F_x0041_</t></si>", Rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>" }.Read();
        Assert.Equal("𬭚𠮷\ra_x0041_", rows[0][1].Text);
    }

    [Fact]
    public async Task A_number_of_sixteen_digits_is_refused_with_its_place()
    {
        var book = new Workbook { Rows = "<row r=\"5\"><c r=\"C5\"><v>3.1010119900101E+17</v></c></row>" };
        var refusal = await Assert.ThrowsAsync<SheetException>(book.Read);
        Assert.Equal(("学校", 5, "C"), (refusal.Sheet, refusal.Row, refusal.Column));
        Assert.Contains("文本", refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("《学校.xlsx》工作表“学校”第 5 行 C 列：", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("613.00", "613.00")]
    [InlineData("16.829999999999998", "16.83")]
    [InlineData("1.2E-3", "0.0012")]
    [InlineData("999999999999999", "999999999999999")]
    public async Task Numbers_keep_the_digits_that_a_person_sees(string stored, string shown)
    {
        var rows = await new Workbook { Rows = $"<row r=\"1\"><c r=\"A1\"><v>{stored}</v></c></row>" }.Read();
        Assert.Equal(shown, rows[0][1].Text);
    }

    [Fact]
    public async Task Merged_ranges_and_hidden_sheets_are_told()
    {
        using var reader = await new Workbook { State = "state=\"veryHidden\"", After = "<mergeCells><mergeCell ref=\"A1:C2\"/><mergeCell ref=\"bad\"/></mergeCells>" }.Open();
        Assert.True(reader.First.Hidden);
        Assert.Equal([new CellRange(1, 1, 2, 3)], reader.First.MergedRanges());
    }
}
