using System.Text;
using Junheng.Platform.Sheets;
using Junheng.Platform.Sheets.Tables;
using Junheng.Platform.Sheets.Writing;

namespace Junheng.Tests.Platform.Sheets;

public sealed class TableTests
{
    private static readonly TableColumn[] Columns =
        [new("code", "学校代码"), new("name", "学校名称"), new("value", "学生数"), new("opened", "建校日期") { Required = false }, new("open", "开放") { Required = false }];

    [Fact]
    public async Task Headers_are_found_under_titles_in_either_language_with_their_marks()
    {
        using var reader = await Csv("云浦区学校名册,,\n填表说明：如实填写,,\n*学校 代码（必填）,ｎａｍｅ,学生数,备注\n０012,甲校,613.00,x\n");
        using var table = Table.Open(reader.First, Columns);
        Assert.Equal(3, table.HeaderRow);
        Assert.Empty(table.Errors);
        Assert.Equal(["备注"], table.Unknown);
        var row = Assert.Single(table.Rows());
        Assert.Equal((4, "0012", "甲校", 613L), (row.Number, row.Code("code"), row.Text("name"), row.Count("value")));
        Assert.Equal("*学校 代码（必填）", table.HeaderOf("code"));
    }

    [Fact]
    public async Task Missing_repeated_and_absent_headers_are_named()
    {
        using (var reader = await Csv("code,name,学校名称\n1,a,b\n"))
        {
            using var table = Table.Open(reader.First, Columns);
            Assert.Equal([new("数据", 1, "学校名称", "这一列出现了不止一次。"), new RowError("数据", 1, "value", "缺少这一列。")], table.Errors);
        }
        using (var reader = await Csv("x,y\n1,2\n"))
        {
            using var table = Table.Open(reader.First, Columns);
            Assert.Contains("没有找到表头", Assert.Single(table.Errors).Reason, StringComparison.Ordinal);
            Assert.Empty(table.Rows());
        }
    }

    [Fact]
    public async Task Every_faulty_cell_is_an_error_with_its_row_and_header()
    {
        var bytes = new MemoryStream();
        using (var book = new SheetWriter(bytes))
        {
            var page = book.Add("名册");
            page.Write("code", "name", "学生数", "建校日期", "开放");
            page.Write(310101199001011234d / 1000, " ", "６１３．００", new DateOnly(1999, 9, 1), "是");
            page.Write("A", "甲", 613.5m, "2023年9月1日", "也许");
            page.Write("  ");
            page.Write(SheetValue.Formula("1E17", 100000000000000000m), "乙", "1,234", "昨天");
        }
        using var reader = await SheetReader.Open(bytes, "名册.xlsx");
        using var table = Table.Open(reader.First, Columns);
        var read = table.Rows().Select(r => (r.Code("code"), r.Required("name"), r.Count("value"), r.Date("opened"), r.YesNo("open"))).ToList();
        Assert.Equal(3, table.Read);
        Assert.Equal(("310101199001011", "", 613L, new DateOnly(1999, 9, 1), true), read[0]);
        Assert.Equal(("A", "甲", null, new DateOnly(2023, 9, 1), null), read[1]);
        Assert.Equal((null, "乙", 1234L, null, null), read[2]);
        Assert.Equal([(2, "name"), (3, "学生数"), (3, "开放"), (5, "code"), (5, "建校日期")], table.Errors.Select(e => (e.Row, e.Column)));
        Assert.All(table.Errors, e => Assert.Equal("名册", e.Sheet));
        Assert.Equal(SheetTexts.LostDigits, table.Errors[3].Reason);
    }

    private static Task<SheetReader> Csv(string text) => SheetReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), "名册.csv");
}
