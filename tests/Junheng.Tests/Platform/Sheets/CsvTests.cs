using System.Text;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Csv;

namespace Junheng.Tests.Platform.Sheets;

public sealed class CsvTests
{
    private const string Content = "学校代码,学校名称\r\n0012,𬭚𠮷小学\r\n";

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("gb18030", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    public async Task Every_encoding_is_detected(string name, bool marked)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var rows = await Read([.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Content)]);
        Assert.Equal(["学校代码", "学校名称"], Texts(rows[0]));
        Assert.Equal(["0012", "𬭚𠮷小学"], Texts(rows[1]));
    }

    [Theory]
    [InlineData("a;b;c\n1,5;2;3\n", "1,5|2|3")]
    [InlineData("a\tb\tc\n1,5\t2;\t3\n", "1,5|2;|3")]
    [InlineData("a,b,c\n\"x;y;z;w\",2,3\n", "x;y;z;w|2|3")]
    [InlineData("a\nb\n", "b")]
    public async Task The_delimiter_is_detected(string content, string second)
    {
        var rows = await Read(Encoding.UTF8.GetBytes(content));
        Assert.Equal(second.Split('|'), Texts(rows[1]));
    }

    [Fact]
    public async Task Rows_are_counted_as_the_spreadsheet_shows_them()
    {
        var rows = await Read("名称,备注\n\n甲,\"两\n行\"\n,,\n乙,x\n"u8.ToArray());
        Assert.Equal([1, 3, 5], rows.Select(r => r.Number));
        Assert.Equal("两\n行", rows[1][2].Text);
    }

    [Fact]
    public async Task Codes_wrapped_as_formulas_keep_their_zeros()
    {
        var rows = await Read("代码,证件\n=\"00123\",\"=\"\"310101199001011234\"\"\"\n"u8.ToArray());
        Assert.Equal(["00123", "310101199001011234"], Texts(rows[1]));
    }

    [Fact]
    public async Task A_long_number_shortened_by_a_spreadsheet_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<SheetException>(() => Read("代码\n3.10101E+17\n"u8.ToArray()));
        Assert.Equal((2, "A"), (refusal.Row, refusal.Column));
    }

    [Theory]
    [InlineData("6e")]
    [InlineData("6e+")]
    [InlineData("1E5")]
    [InlineData("1.5E+3")]
    [InlineData("12E+17")]
    public async Task Text_that_only_resembles_a_shortened_number_stays_text(string text)
    {
        var rows = await Read(Encoding.UTF8.GetBytes("代码\n" + text + "\n"));
        Assert.Equal(text, rows[1][1].Text);
    }

    [Fact]
    public async Task Text_that_would_run_as_a_formula_is_disarmed_and_comes_back_unchanged()
    {
        object[] cells = ["=HYPERLINK(\"x\")", "@SUM(1)", "-5", "+86 21", "'=already", "plain 'text", " spaced ", "-1+2", "a,b\"c\r\nd"];
        var bytes = new MemoryStream();
        using (var csv = new CsvWriter(bytes)) csv.Write(cells);
        var text = Encoding.UTF8.GetString(bytes.ToArray());
        Assert.StartsWith("\uFEFF\"'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.Contains(",'@SUM(1),-5,'+86 21,''=already,", text, StringComparison.Ordinal);
        Assert.Equal(cells, Texts((await Read(bytes.ToArray()))[0]));
    }

    [Fact]
    public async Task An_unclosed_quote_over_a_large_file_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<SheetException>(() => Read(Encoding.UTF8.GetBytes("a,\"b\n" + new string('x', 2 << 20))));
        Assert.Contains("引号", refusal.Message, StringComparison.Ordinal);
    }

    private static string[] Texts(SheetRow row) => [.. row.Cells.ToArray().Select(c => c.Text)];

    private static async Task<List<SheetRow>> Read(byte[] bytes)
    {
        using var reader = await SheetReader.Open(new MemoryStream(bytes), "名单.csv");
        return [.. reader.First.Rows()];
    }
}
