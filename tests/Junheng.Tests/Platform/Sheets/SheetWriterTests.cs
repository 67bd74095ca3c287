using System.IO.Compression;
using System.Text.RegularExpressions;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Writing;

namespace Junheng.Tests.Platform.Sheets;

public sealed class SheetWriterTests
{
    [Fact]
    public async Task What_is_written_is_read_again_with_its_types()
    {
        var rows = await RoundTrip(page =>
        {
            page.Write("𬭚𠮷小学", 613.00m, new DateOnly(2023, 9, 1), true, SheetValue.Percent(0.95m), 1.5, SheetValue.Formula("B1*2", 1226m), new DateTime(2023, 9, 1, 8, 30, 0));
            page.SkipRows(2);
            page.Write(default, "=1+1", 123456789012345678L);
        });
        Assert.Equal([1, 4], rows.Select(r => r.Number));
        Assert.Equal(["𬭚𠮷小学", "613.00", "2023-09-01", "TRUE", "0.95", "1.5", "1226", "2023-09-01 08:30:00"], Texts(rows[0]));
        Assert.True(rows[0][5].IsPercent);
        Assert.Equal(["=1+1", "123456789012345678"], Texts(rows[1]));
    }

    [Fact]
    public async Task Characters_that_xml_cannot_hold_survive()
    {
        var text = " \u0001\r\n\t_x0041_\uFFFE\uD842 end ";
        var rows = await RoundTrip(page => page.Write(text));
        Assert.Equal(text, rows[0][1].Text);
    }

    [Fact]
    public async Task Sheet_names_are_cleaned_shortened_and_unique()
    {
        var bytes = new MemoryStream();
        using (var book = new SheetWriter(bytes))
        {
            book.Add("三年[1]班/语文");
            book.Add("三年[1]班/语文");
            book.Add(new string('长', 40));
            book.Add("");
        }
        using var reader = await SheetReader.Open(bytes, "a.xlsx");
        Assert.Equal(["三年_1_班_语文", "三年_1_班_语文(2)", new string('长', 31), "数据"], reader.Sheets.Select(s => s.Name));
    }

    [Fact]
    public async Task A_long_drop_down_list_goes_to_a_hidden_sheet()
    {
        var bytes = new MemoryStream();
        using (var book = new SheetWriter(bytes))
        {
            var page = book.Add("填报", new() { FrozenRows = 1, FilterRow = 1, Protected = true, Columns = [new(20, new SheetStyle { Unlocked = true })] });
            page.Write(SheetValue.Headers("学校"));
            page.DropDown("A2:A100", [.. Enumerable.Range(1, 100).Select(n => $"第{n}小学")]);
            page.DropDown("B2:B100", "公办", "民办");
            page.Merge("C1:D1");
        }
        using var reader = await SheetReader.Open(bytes, "a.xlsx");
        Assert.Equal([("填报", false), ("选项", true)], reader.Sheets.Select(s => (s.Name, s.Hidden)));
        Assert.Equal(100, reader.Sheets[1].Rows().Count());
        Assert.Equal([new CellRange(1, 3, 1, 4)], reader.First.MergedRanges());
    }

    [Fact]
    public async Task A_title_is_merged_over_its_columns_and_a_row_of_wrapped_text_is_high_enough()
    {
        var bytes = new MemoryStream();
        using (var book = new SheetWriter(bytes))
        {
            var page = book.Add("a", new() { Columns = [new(10, new SheetStyle { Wrap = true }), new(10)] });
            page.WriteTitle("标题", 2);
            page.Write("这段备注要写成三行才能放得下", "不换行的文字再长也只占一行高度");
            page.Write("一行");
        }
        using (var reader = await SheetReader.Open(bytes, "a.xlsx"))
        {
            Assert.Equal("A1:B1", Assert.Single(reader.First.MergedRanges()).ToString());
            Assert.Equal("标题", Assert.Single(reader.First.Rows().First().Cells.ToArray()).Text);
        }
        using var zip = new ZipArchive(bytes);
        using var part = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Equal(["30", "45"], Regex.Matches(await part.ReadToEndAsync(), " ht=\"([0-9.]+)\"").Select(m => m.Groups[1].Value));
    }

    [Fact]
    public async Task Equal_content_gives_equal_bytes()
    {
        var (one, other) = (new MemoryStream(), new MemoryStream());
        foreach (var stream in new[] { one, other })
        {
            using var book = new SheetWriter(stream, new("标题", "作者"));
            book.Add("a").Write(1, "b");
            await Task.Delay(5);
        }
        Assert.Equal(one.ToArray(), other.ToArray());
    }

    [Fact]
    public void A_text_longer_than_a_cell_holds_is_refused()
    {
        using var book = new SheetWriter(new MemoryStream());
        var page = book.Add("a");
        Assert.Throws<SheetException>(() => page.Write(new string('x', 32_768)));
    }

    private static string[] Texts(SheetRow row) => [.. row.Cells.ToArray().Select(c => c.Text)];

    private static async Task<List<SheetRow>> RoundTrip(Action<SheetPage> write)
    {
        var bytes = new MemoryStream();
        using (var book = new SheetWriter(bytes)) write(book.Add("数据"));
        using var reader = await SheetReader.Open(bytes, "a.xlsx");
        return [.. reader.First.Rows()];
    }
}
