using Junheng.Platform.Sheets;
using Junheng.Tests.Support;

namespace Junheng.Tests.Ui.Tables;

/// <summary>The table of /about/components, 45 invented rows, over HTTP.</summary>
public sealed class TableTests(TestDatabase database) : DataTests(database)
{
    private const string Page = "/about/components";

    [Fact]
    public async Task It_pages_and_says_how_many_rows_there_are()
    {
        Assert.Equal(20, Rows(await Open("")).Count);
        var last = await Open("?page=3");
        Assert.Equal(5, Rows(last).Count);
        Assert.Contains("共 45 条", last.Text, StringComparison.Ordinal);
        Assert.Equal("3", last.Document.QuerySelector(".pager [aria-current=page]")!.TextContent);
    }

    [Theory]
    [InlineData("?page=99")]
    [InlineData("?page=-1&size=7")]
    [InlineData("?page=x&sort=none&stage=none&pupils.from=x")]
    public async Task A_strange_address_still_shows_rows(string query) => Assert.NotEmpty(Rows(await Open(query)));

    [Fact]
    public async Task It_filters_by_choice_number_and_date_and_keeps_the_filter_in_its_links()
    {
        var page = await Open("?stage=junior&pupils.from=500&opened.to=1980-12-31");
        Assert.NotEmpty(Rows(page));
        Assert.All(Rows(page), row => Assert.Equal("初中", row[1]));
        Assert.All(Rows(page), row => Assert.True(int.Parse(row[2].Replace(",", "", StringComparison.Ordinal)) >= 500));
        Assert.All(page.Document.QuerySelectorAll("#table .sort-link"), a => Assert.Contains("stage=junior", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_searches()
    {
        var page = await Open("?q=" + Uri.EscapeDataString("第7学校"));
        Assert.Equal("示例第7学校", Assert.Single(Rows(page))[0]);
    }

    [Fact]
    public async Task It_sorts_both_ways_says_so_and_puts_missing_values_last()
    {
        var up = await Open("?sort=pupils&size=100");
        var down = await Open("?sort=-pupils&size=100");
        Assert.Equal("ascending", Head(up, "学生数"));
        Assert.Equal("descending", Head(down, "学生数"));
        Assert.Equal("none", Head(down, "学校"));
        Assert.Equal(Values(up), Values(down).AsEnumerable().Reverse());
        Assert.All(new[] { up, down }, page => Assert.Equal(["", "", "", ""], Rows(page).TakeLast(4).Select(r => r[2])));

        static List<int> Values(TestPage page) => [.. Rows(page).Select(r => r[2]).Where(t => t.Length > 0).Select(t => int.Parse(t.Replace(",", "", StringComparison.Ordinal)))];
    }

    [Fact]
    public async Task Totals_count_all_filtered_rows_not_only_the_page()
    {
        var all = Rows(await Open("?size=100&stage=primary"));
        var sum = all.Sum(r => r[2].Length == 0 ? 0 : int.Parse(r[2].Replace(",", "", StringComparison.Ordinal)));
        var total = (await Open("?stage=primary&page=1")).Document.QuerySelector("#table tfoot .numeric")!.TextContent.Trim();
        Assert.Equal(sum.ToString("N0"), total);
    }

    [Fact]
    public async Task Nothing_found_is_said_and_can_be_undone()
    {
        var page = await Open("?q=zzz");
        Assert.Contains("没有符合条件的记录", page.Text, StringComparison.Ordinal);
        Assert.Equal(Page, page.Document.QuerySelector("#table .empty-state a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Two_tables_of_a_page_do_not_disturb_each_other()
    {
        var page = await Open("?none.q=zzz");
        Assert.Equal(20, Rows(page).Count);
        Assert.NotNull(page.Document.QuerySelector("#table-none .empty-state"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?stage=senior&sort=-share")]
    [InlineData("?q=1&pupils.to=700&boarding=false")]
    public async Task The_workbook_holds_the_rows_of_the_table_and_its_total(string query)
    {
        var shown = await Open(query + (query.Length == 0 ? "?" : "&") + "size=100");
        using var visitor = (await Database.Application).Visitor();
        using var response = await visitor.Client.GetAsync(Page + query + (query.Length == 0 ? "?" : "&") + "export=table");
        Assert.Equal("示例学校.xlsx", response.Content.Headers.ContentDisposition!.FileNameStar);
        using var book = await SheetReader.Open(new MemoryStream(await response.Content.ReadAsByteArrayAsync()), "t.xlsx");
        var written = book.First.Rows().Select(row => Enumerable.Range(1, 6).Select(c => row[c].Text).ToList()).ToList();
        Assert.Equal("学生数（人）", written[0][2]);
        Assert.Equal(Rows(shown).Select(r => (r[0], r[1], r[2].Replace(",", "", StringComparison.Ordinal), r[5])), written[1..^1].Select(r => (r[0], r[1], r[2], r[5])));
        Assert.Equal(shown.Document.QuerySelector("#table tfoot .numeric")!.TextContent.Replace(",", "", StringComparison.Ordinal).Trim(), written[^1][2]);
    }

    [Fact]
    public async Task An_export_of_no_table_is_not_found()
    {
        using var visitor = (await Database.Application).Visitor();
        using var response = await visitor.Client.GetAsync(Page + "?export=other");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<TestPage> Open(string query)
    {
        using var visitor = (await Database.Application).Visitor();
        return await visitor.Open(Page + query);
    }

    private static List<string[]> Rows(TestPage page) =>
        [.. page.Document.QuerySelectorAll("#table tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToArray())];

    private static string? Head(TestPage page, string title) =>
        page.Document.QuerySelectorAll("#table th").Single(h => h.TextContent.Trim().StartsWith(title, StringComparison.Ordinal)).GetAttribute("aria-sort");
}
