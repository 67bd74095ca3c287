using System.Text;
using Junheng.Platform.Extraction;

namespace Junheng.Tests.Platform.Extraction;

public sealed class HtmlTextTests
{
    [Fact]
    public async Task Blocks_become_lines() => Assert.Equal("标题\n一、总体要求\n到2025年，增长10%。\n完\n", await Text(
        "<html><head><title>网页</title><style>p{}</style></head><body><script>x</script><h1>标题</h1>\n<div><p>一、<b>总体</b>要求</p>到2025年，\n  增长10&#37;。</div><p style='display: none'>隐</p>完"));

    [Fact]
    public async Task Blanks_and_line_breaks_follow_the_page() =>
        Assert.Equal("junheng platform 一览\n第二行\n", await Text("<p>junheng\nplatform&nbsp; 一\n览<br>第二行</p>"));

    [Fact]
    public async Task Tables_become_rows_and_tabs() => Assert.Equal("任务\t单位\n甲\t区教育局 区财政局\n\t区人社局\n", await Text(
        "<table><thead><tr><th>任务</th><th>单位</th></tr></thead><tr><td rowspan=2>甲</td><td><p>区教育局</p><p>区财政局</p></td></tr><tr><td>区人社局</td></tr></table>"));

    [Fact]
    public async Task A_table_that_lays_out_the_page_is_read_as_what_it_holds() => Assert.Equal("导航\n标题\n1\t2\n", await Text(
        "<table><tr><td>导航</td><td><p>标题</p><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>"));

    [Fact]
    public async Task Ordered_lists_get_their_numbers() => Assert.Equal("1.甲\n2.乙\n三、丙\n要点\n", await Text(
        "<ol><li>甲<li>乙</ol><ol start=3 style='list-style-type:cjk-ideographic'><li>丙</li></ol><ul><li>要点</li></ul>"));

    [Theory]
    [InlineData("<meta charset=gb2312><p>教育经费增长8.5%，𠀀", 54936)]
    [InlineData("<meta http-equiv='Content-Type' content='text/html; charset=utf-8'><p>教育经费增长8.5%，𠀀", 65001)]
    [InlineData("<meta charset=utf-8><p>教育经费增长8.5%，𠀀", 54936)]
    [InlineData("<p>教育经费增长8.5%，𠀀", 54936)]
    [InlineData("<p>教育经费增长8.5%，𠀀", 1200)]
    public async Task The_charset_is_what_the_bytes_are(string html, int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(codePage);
        byte[] bytes = [.. codePage == 1200 ? encoding.GetPreamble() : [], .. encoding.GetBytes(html)];
        Assert.Equal("教育经费增长8.5%，𠀀\n", (await new Extractor().Extract(bytes, "a.html")).Text);
    }

    [Fact]
    public async Task A_web_archive_is_read_from_its_page()
    {
        const string mht = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--=_b\"\r\n\r\n----=_b\r\nContent-Type: text/html;\r\n\tcharset=\"utf-8\"\r\n"
            + "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E6=95=99=\r\n=E8=82=B2</p>\r\n----=_b\r\nContent-Type: image/png\r\n\r\nx\r\n----=_b--\r\n";
        Assert.Equal("教育\n", (await new Extractor().Extract(Encoding.ASCII.GetBytes(mht), "a.mht")).Text);
    }

    [Fact]
    public async Task Thousands_of_elements_inside_each_other_are_refused_at_once() => Assert.Equal(Refusal.Malformed,
        (await Assert.ThrowsAsync<ExtractionException>(() => Text(string.Concat(Enumerable.Repeat("<div>", 200_000)) + "字"))).Refusal);

    private static async Task<string> Text(string html) => (await new Extractor().Extract(Encoding.UTF8.GetBytes(html), "a.html")).Text;
}
