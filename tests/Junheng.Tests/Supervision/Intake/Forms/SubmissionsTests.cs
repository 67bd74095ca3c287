using System.Net;
using System.Text;
using System.Text.Json;
using Junheng.Core.Surveys.Answers;
using Junheng.Supervision.Intake;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Intake.Forms;

public sealed class SubmissionsTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task What_is_missing_or_wrong_comes_back_with_what_was_entered_and_nothing_is_stored()
    {
        var publication = await SampleForm.Publish(Database);
        using var visitor = (await Database.Application).Visitor();
        var link = Links.Open(publication, SampleCampaign.Pupils);
        var page = await visitor.Open(link);
        const string script = "<script>alert('好')</script>";
        var refused = await TestPage.Of(await visitor.Send(link, SampleForm.Form(page.Ballot(), ("Q1", "1"), ("Q3a", "5"), ("Q4", "a"), ("Q4", "b"), ("Q4", "c"), ("Q6", "八点"), ("Q8", script))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(page.Ballot(), refused.Ballot());
        Assert.Equal(["#q-Q2", "#q-Q4", "#q-Q6"], refused.Document.QuerySelectorAll("#problems a").Select(a => a.GetAttribute("href")));
        Assert.Equal("最多选 2 项。", refused.Document.QuerySelector("#p-Q4")!.TextContent);
        Assert.Equal("八点", refused.Document.QuerySelector("input[name=Q6]")!.GetAttribute("value"));
        Assert.Equal(script, refused.Document.QuerySelector("input[name=Q8]")!.GetAttribute("value"));
        Assert.Null(refused.Document.QuerySelector("form script"));
        Assert.Equal(3, refused.Document.QuerySelectorAll("input[name=Q4][checked]").Length);
        Assert.NotNull(refused.Document.QuerySelector("input[name=Q3a][value='5'][checked]"));
        Assert.Equal(0, await SampleForm.Stored(Database));

        using var accepted = await visitor.Send(link, SampleForm.Form(refused.Ballot(), ("Q1", "1"), ("Q2", script)));
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        Assert.Equal(1, await SampleForm.Stored(Database));
    }

    [Fact]
    public async Task Answers_to_what_the_conditions_hide_are_not_stored()
    {
        var publication = await SampleForm.Publish(Database, 8);
        using var visitor = (await Database.Application).Visitor();
        var link = Links.Open(publication, SampleCampaign.Pupils);
        await visitor.Send(link, SampleForm.Form((await visitor.Open(link)).Ballot(), ("Q1", "5"), ("Q2", "没有不满意"), ("Q8", "<b>很好</b>")));
        var store = await SampleForm.Store(Database);
        await store.Close(8);
        var stored = Assert.Single(store.Answers(8));
        var sheet = AnswerCode.Read(SampleForm.Questionnaire, stored.Bytes.Span);
        Assert.Equal((false, "<b>很好</b>", 0), (sheet["Q2"].IsGiven, sheet["Q8"].Words, sheet["Q1"].Choice));
        Assert.Equal((SampleCampaign.Pupils, Pace.Rushed), (stored.Cell, stored.Pace));
    }

    [Fact]
    public async Task The_same_form_sent_again_is_one_answer_and_another_answer_with_its_ballot_is_refused()
    {
        var publication = await SampleForm.Publish(Database, 9);
        using var visitor = (await Database.Application).Visitor();
        var link = Links.Open(publication, SampleCampaign.Pupils);
        var ballot = (await visitor.Open(link)).Ballot();
        var twice = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.Send(link, SampleForm.Form(ballot, ("Q1", "5"), ("Q8", "一次")))));
        Assert.All(twice, r => Assert.Equal((HttpStatusCode.OK, "/q/t/9"), (r.StatusCode, r.RequestMessage!.RequestUri!.AbsolutePath)));
        var other = await TestPage.Of(await visitor.Send(link, SampleForm.Form(ballot, ("Q1", "1"), ("Q2", "改主意了"))));
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("只能交一次", other.Text, StringComparison.Ordinal);
        Assert.Equal(1, await SampleForm.Stored(Database, 9));
    }

    [Fact]
    public async Task Programs_hand_in_json_and_hear_in_json()
    {
        var publication = await SampleForm.Publish(Database, 10);
        using var visitor = (await Database.Application).Visitor();
        var link = Links.Open(publication, SampleCampaign.Pupils);
        var ballot = (await visitor.Open(link)).Ballot();
        string Body(string answers) => $"{{\"ballot\":\"{ballot}\",\"answers\":{answers}}}";
        Assert.Equal((422, "invalid", "Q1"), await Post(Body("""{"Q8":"x"}""")));
        Assert.Equal((422, "invalid", "Q5"), await Post(Body("""{"Q1":"5","Q5":"7"}""")));
        Assert.Equal((422, "invalid", "Q4"), await Post(Body("""{"Q1":"5","Q4":["a","z"]}""")));
        Assert.Equal((422, "invalid", ""), await Post(Body("""{"Q1":"5","Q9":"1"}""")));
        Assert.Equal((400, "malformed", ""), await Post(Body("""{"Q1":"5" """)));
        Assert.Equal((400, "malformed", null), await Post("not json"));
        Assert.Equal((404, "unknown", null), await Post("""{"ballot":"AAAA","answers":{"Q1":"5"}}"""));
        Assert.Equal((413, "too-large", null), await Post(Body($"{{\"Q8\":\"{new string('x', 600_000)}\"}}")));
        Assert.Equal((404, "unknown", null), await Post(Body("""{"Q1":"5"}"""), "/q/api/4711"));
        Assert.Equal(0, await SampleForm.Stored(Database, 10));
        Assert.Equal((200, "accepted", null), await Post(Body("""{"Q1":"5","Q3a":"1","Q5":7,"Q7":["a","b"]}""")));
        Assert.Equal((200, "accepted", null), await Post(Body("""{"Q1":"5","Q3a":"1","Q5":7,"Q7":["a","b"]}""")));
        Assert.Equal((409, "spent", null), await Post(Body("""{"Q1":"5"}""")));
        Assert.Equal(1, await SampleForm.Stored(Database, 10));

        async Task<(int, string?, string?)> Post(string body, string path = "/q/api/10")
        {
            using var response = await visitor.Client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
            using var said = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            var problems = said.RootElement.TryGetProperty("problems", out var list) ? list : default;
            return ((int)response.StatusCode, said.RootElement.GetProperty("state").GetString(), problems.ValueKind == JsonValueKind.Array && problems.GetArrayLength() > 0 ? problems[0].GetProperty("item").GetString() : null);
        }
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("Q1=5", 400)]
    [InlineData("-ballot=x&Q1=5", 404)]
    [InlineData("-ballot=x&-ballot=y&Q1=5", 400)]
    [InlineData("-ballot=%GG", 400)]
    [InlineData("-ballot=%FF%FE", 400)]
    [InlineData("{\"ballot\":1}", 400)]
    public async Task Bodies_that_are_no_form_are_refused_in_words(string body, int status)
    {
        var publication = await SampleForm.Publish(Database, 11);
        using var visitor = (await Database.Application).Visitor();
        var page = await TestPage.Of(await visitor.Client.PostAsync(Links.Open(publication, SampleCampaign.Pupils), new StringContent(body)));
        Assert.Equal(status, (int)page.Status);
        Assert.Contains(status == 400 ? "没有保存" : "没有找到问卷", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page.Html, StringComparison.Ordinal);
        Assert.Equal(0, await SampleForm.Stored(Database, 11));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_read_to_its_end_and_refused()
    {
        var publication = await SampleForm.Publish(Database, 12);
        using var visitor = (await Database.Application).Visitor();
        var link = Links.Open(publication, SampleCampaign.Pupils);
        var page = await TestPage.Of(await visitor.Send(link, SampleForm.Form((await visitor.Open(link)).Ballot(), ("Q1", "5"), ("Q8", new string('字', 400_000)))));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("提交的内容太多", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_thousand_pupils_behind_one_address_are_all_taken_in()
    {
        var publication = await SampleForm.Publish(Database, 13);
        using var visitor = (await Database.Application).Visitor();
        var link = Links.Open(publication, SampleCampaign.Pupils);
        await Parallel.ForAsync(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (pupil, _) =>
        {
            var ballot = (await visitor.Open(link)).Ballot();
            using var response = await visitor.Send(link, SampleForm.Form(ballot, ("Q1", "5"), ("Q8", $"第 {pupil} 份")));
            Assert.Equal("/q/t/13", response.RequestMessage!.RequestUri!.AbsolutePath);
        });
        Assert.Equal(2000, await SampleForm.Stored(Database, 13));
    }
}
