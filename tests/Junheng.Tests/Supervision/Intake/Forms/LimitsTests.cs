using System.Net;
using Junheng.Core.Surveys.Answers;
using Junheng.Platform.Web;
using Junheng.Supervision.Intake;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Intake.Forms;

public sealed class LimitsTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task Above_its_ceiling_an_address_is_asked_to_wait_and_a_minute_later_goes_on()
    {
        var publication = await SampleForm.Publish(Database, 20);
        await using var strict = await TestApplication.Start(Database.Settings with { RateLimits = new RateLimits { Answers = 5 } }, Database.Clock);
        using var visitor = strict.Visitor();
        var link = Links.Open(publication, SampleCampaign.Pupils);
        for (var visit = 0; visit < 5; visit++) Assert.Equal(HttpStatusCode.OK, (await visitor.Open(link)).Status);
        using var refused = await visitor.Client.GetAsync(link);
        Assert.Equal((HttpStatusCode.TooManyRequests, 20), (refused.StatusCode, (int)refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
        Assert.Contains("请稍候再试", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open(link)).Status);
    }

    [Fact]
    public async Task What_cannot_be_saved_comes_back_as_it_was_filled_in()
    {
        var publication = await SampleForm.Publish(Database, 21);
        await using var stopping = await TestApplication.Start(Database.Settings, Database.Clock);
        using var visitor = stopping.Visitor();
        var link = Links.Open(publication, SampleCampaign.Pupils);
        await visitor.Send(link, SampleForm.Form((await visitor.Open(link)).Ballot(), ("Q1", "5")));
        var page = await visitor.Open(link);
        // Pages are still answered while the store has stopped to write.
        stopping.Get<IntakeStore>().Dispose();
        using var response = await visitor.Send(link, SampleForm.Form(page.Ballot(), ("Q1", "5"), ("Q8", "还没有交上")));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        var again = await TestPage.Of(response);
        Assert.Contains("还没有收到，请稍后再交", again.Text, StringComparison.Ordinal);
        Assert.Equal((page.Ballot(), "还没有交上"), (again.Ballot(), again.Document.QuerySelector("input[name=Q8]")!.GetAttribute("value")));
        Assert.Equal(1, await SampleForm.Stored(Database, 21));
        // The same form finds its way once the store can be written.
        using var later = (await Database.Application).Visitor();
        Assert.Equal("/q/t/21", (await later.Send(link, SampleForm.Form(again.Ballot(), ("Q1", "5"), ("Q8", "还没有交上")))).RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task The_time_a_form_was_open_is_kept_in_steps_and_only_where_the_form_is_ours()
    {
        var publication = await SampleForm.Publish(Database, 22);
        using var visitor = (await Database.Application).Visitor();
        var link = Links.Open(publication, SampleCampaign.Pupils);
        foreach (var (seconds, pace) in new[] { (0, Pace.Rushed), (20, Pace.VeryFast), (100, Pace.Brisk), (3000, Pace.VerySlow) })
        {
            var ballot = (await visitor.Open(link)).Ballot();
            Database.Clock.Advance(TimeSpan.FromSeconds(seconds));
            await visitor.Send(link, SampleForm.Form(ballot, ("Q1", "5"), ("Q8", pace.ToString())));
        }
        await visitor.Send(link, SampleForm.Form((await visitor.Open(link)).Ballot()[..^3] + "!!_", ("Q1", "5"), ("Q8", nameof(Pace.Unknown))));
        var store = await SampleForm.Store(Database);
        await store.Close(22);
        var stored = store.Answers(22).Select(a => (a.Pace, AnswerCode.Read(SampleForm.Questionnaire, a.Bytes.Span)["Q8"].Words)).ToArray();
        Assert.Equal(5, stored.Length);
        Assert.All(stored, s => Assert.Equal(s.Words, s.Pace.ToString()));
    }

    [Fact]
    public async Task Bursts_are_counted_by_hour_without_the_small_cells()
    {
        var publication = await SampleForm.Publish(Database, 23);
        using var visitor = (await Database.Application).Visitor();
        var store = await SampleForm.Store(Database);
        var link = Links.Open(publication, SampleCampaign.Pupils);
        Assert.Empty(await store.Bursts(23));
        for (var pupil = 0; pupil < 3; pupil++) await visitor.Send(link, SampleForm.Form((await visitor.Open(link)).Ballot(), ("Q1", "5")));
        var head = Ballots.Write(Ballots.New(publication, SampleCampaign.FirstHead), publication);
        await visitor.Send("/q/b/" + head, SampleForm.Form(head, ("Q1", "5")));
        Assert.Equal(4, await SampleForm.Stored(Database, 23));
        var hour = Database.Clock.Now.UtcDateTime;
        Database.Clock.Advance(TimeSpan.FromHours(1));
        await visitor.Send(link, SampleForm.Form((await visitor.Open(link)).Ballot(), ("Q1", "5")));
        var burst = Assert.Single(await Eventually(() => store.Bursts(23)));
        Assert.Equal((SampleCampaign.Pupils, hour.Date.AddHours(hour.Hour), 1, 3), (burst.Cell, burst.Hour, burst.Networks, burst.Largest));
    }

    [Theory]
    [InlineData("PUT", "/q", 405)]
    [InlineData("DELETE", "/q/t/24", 405)]
    [InlineData("POST", "/q/t/24", 405)]
    [InlineData("GET", "/q/api/24", 405)]
    [InlineData("HEAD", "/q", 200)]
    public async Task Other_methods_are_refused(string method, string path, int status)
    {
        using var visitor = (await Database.Application).Visitor();
        using var response = await visitor.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal(status, (int)response.StatusCode);
    }

    /// <summary>Counts of the hour before are kept beside the answer that begins the next.</summary>
    private static async Task<IReadOnlyList<Burst>> Eventually(Func<Task<IReadOnlyList<Burst>>> read)
    {
        for (var turn = 0; turn < 100; turn++)
        {
            if (await read() is { Count: > 0 } found) return found;
            await Task.Delay(50);
        }
        return await read();
    }
}
