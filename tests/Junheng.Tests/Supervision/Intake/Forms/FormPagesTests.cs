using System.Net;
using Junheng.Supervision.Intake;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Intake.Forms;

public sealed class FormPagesTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task An_open_link_shows_the_form_of_its_class_and_place_and_works_without_script()
    {
        var publication = await SampleForm.Publish(Database);
        using var visitor = (await Database.Application).Visitor();
        var link = Links.Open(publication, SampleCampaign.Pupils);
        var page = await visitor.Open(link);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("第一小学 · 学生 满意度调查 云浦区教育督导室", page.Text, StringComparison.Ordinal);
        Assert.Contains("这份问卷不记名", page.Text, StringComparison.Ordinal);
        Assert.Contains("你喜欢你的学校吗？", page.Text, StringComparison.Ordinal);
        Assert.Contains("（上题选“不满意”时填写）", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("只问教师", page.Html, StringComparison.Ordinal);
        Assert.Equal(["Q1", "Q2", "Q3a", "Q3b", "Q4", "Q5", "Q6", "Q7", "Q8"], page.Document.QuerySelectorAll("form [name]").Select(f => f.GetAttribute("name")!).Where(n => n[0] != '-').Distinct());
        Assert.NotEqual(page.Ballot(), (await visitor.Open(link)).Ballot());

        var thanks = await TestPage.Of(await visitor.Send(link, SampleForm.Form(page.Ballot(), ("Q1", "5"), ("Q3a", "1"), ("Q4", "a"), ("Q4", "c"), ("Q5", "7"), ("Q6", "８．５"), ("Q7", "b"), ("Q7", "a"), ("Q8", ""))));
        Assert.Equal((HttpStatusCode.OK, "/q/t/7"), (thanks.Status, thanks.Path));
        Assert.Contains("答卷已收到", thanks.Text, StringComparison.Ordinal);
        Assert.Equal(1, await SampleForm.Stored(Database));
    }

    [Fact]
    public async Task Pages_are_kept_nowhere_tell_nobody_where_one_came_from_and_set_no_cookie()
    {
        var publication = await SampleForm.Publish(Database, 8);
        using var visitor = (await Database.Application).Visitor();
        foreach (var path in new[] { Links.Open(publication, SampleCampaign.Pupils), "/q", "/q/t/8", "/q/nothing" })
        {
            using var response = await visitor.Client.GetAsync(path);
            Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
            Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Set-Cookie"));
            Assert.DoesNotContain("style=\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_phone_gets_the_form_compressed_and_reads_the_same()
    {
        var publication = await SampleForm.Publish(Database, 9);
        using var plain = (await Database.Application).Visitor();
        using var packed = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip }) { BaseAddress = plain.Client.BaseAddress };
        var link = Links.Open(publication, SampleCampaign.Pupils);
        var (expected, found) = (await TestPage.Of(await plain.Client.GetAsync(link)), await TestPage.Of(await packed.GetAsync(link)));
        Assert.Equal(expected.Html.Replace(expected.Ballot(), "", StringComparison.Ordinal), found.Html.Replace(found.Ballot(), "", StringComparison.Ordinal));
        using var raw = await plain.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, link) { Headers = { { "Accept-Encoding", "gzip" } } });
        Assert.Equal(["gzip"], raw.Content.Headers.ContentEncoding);
        Assert.InRange((await raw.Content.ReadAsByteArrayAsync()).Length, 1000, expected.Html.Length / 2);
    }

    [Fact]
    public async Task A_personal_link_shows_a_page_first_and_opens_one_form()
    {
        var publication = await SampleForm.Publish(Database, 10);
        var (path, hash) = Links.NewPersonal(publication);
        await (await SampleForm.Store(Database)).AddLinks(10, [(hash, SampleCampaign.Teachers)]);
        using var visitor = (await Database.Application).Visitor();
        // A chat program looks at the link before the person does, as often as it likes.
        await visitor.Open(path);
        var begin = await visitor.Open(path);
        Assert.Contains("开始作答", begin.Text, StringComparison.Ordinal);
        var form = await visitor.Submit(begin, []);
        Assert.StartsWith("/q/b/", form.Path, StringComparison.Ordinal);
        Assert.Contains("第一小学 · 教师", form.Text, StringComparison.Ordinal);
        Assert.Contains("只问教师", form.Text, StringComparison.Ordinal);
        // The reply was lost: the same page asks again.
        Assert.Equal(form.Path, (await visitor.Submit(begin, [])).Path);
        var second = await visitor.Submit(await visitor.Open(path), []);
        Assert.Equal(HttpStatusCode.Gone, second.Status);
        Assert.Contains("这个链接已经用过", second.Text, StringComparison.Ordinal);

        await visitor.Send(form.Path, SampleForm.Form(form.Ballot(), ("Q1", "5")));
        var again = await visitor.Open(form.Path);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("已经交过", again.Text, StringComparison.Ordinal);
        Assert.Equal(1, await SampleForm.Stored(Database, 10));
    }

    [Fact]
    public async Task A_one_time_code_is_typed_in_and_opens_its_form()
    {
        var publication = await SampleForm.Publish(Database, 11);
        var (code, hash) = OneTimeCodes.New(publication);
        await (await SampleForm.Store(Database)).AddCodes(11, [(hash, SampleCampaign.Teachers)]);
        using var visitor = (await Database.Application).Visitor();
        foreach (var door in new[] { "/q", Links.Door(publication) })
        {
            var wrong = await visitor.Submit(await visitor.Open(door), new() { ["-code"] = "K7MPX-3QADW" });
            Assert.Equal(HttpStatusCode.NotFound, wrong.Status);
            Assert.Contains("没有找到这个答题码", wrong.Text, StringComparison.Ordinal);
            var form = await visitor.Submit(await visitor.Open(door), new() { ["-code"] = code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal) });
            Assert.StartsWith("/q/b/", form.Path, StringComparison.Ordinal);
            Assert.Contains("第一小学 · 教师", form.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Unknown_links_and_those_of_classes_without_an_open_link_are_not_found()
    {
        var publication = await SampleForm.Publish(Database, 12);
        using var visitor = (await Database.Application).Visitor();
        var link = Links.Open(publication, SampleCampaign.Pupils);
        foreach (var path in new[] { "/q/o", "/q/oAAAA", link[..^1] + (link[^1] == 'A' ? 'Q' : 'A'), Links.Open(publication, SampleCampaign.Teachers), "/q/b/x", "/q/b/" + new string('!', 48), "/q/b/" + new string('_', 48), "/q/o!!!", "/q/t/999", "/q/t/x", "/q/" + new string('o', 3000) })
        {
            var page = await visitor.Open(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, page.Status));
            Assert.Contains("没有找到问卷", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Before_and_after_its_time_a_campaign_says_so()
    {
        var early = await SampleForm.Publish(Database, 13, p => p with { Opens = SampleCampaign.Opens.AddDays(10) });
        var late = await SampleForm.Publish(Database, 14);
        using var visitor = (await Database.Application).Visitor();
        var soon = await visitor.Open(Links.Open(early, SampleCampaign.Pupils));
        Assert.Equal(HttpStatusCode.Forbidden, soon.Status);
        Assert.Contains("开始时间：2026年3月11日08:00", soon.Text, StringComparison.Ordinal);
        var form = await visitor.Open(Links.Open(late, SampleCampaign.Pupils));
        await (await SampleForm.Store(Database)).Close(14);
        var closed = await visitor.Open(Links.Open(late, SampleCampaign.Pupils));
        Assert.Equal(HttpStatusCode.Gone, closed.Status);
        Assert.Contains("问卷已经结束", closed.Text, StringComparison.Ordinal);
        using var refused = await visitor.Send(form.Path, SampleForm.Form(form.Ballot(), ("Q1", "5")));
        Assert.Equal(HttpStatusCode.Gone, refused.StatusCode);
        Assert.Equal(0, await SampleForm.Stored(Database, 14));
    }
}
