using System.Text.Json;
using System.Text.RegularExpressions;
using Junheng.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Junheng.Browser.Supervision.Surveys;

/// <summary>The organiser's way: make a campaign, open it, hand it out, watch it, close it, read the report.</summary>
[Collection(nameof(Journeys))]
public sealed class SurveyTests(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task An_organiser_takes_a_campaign_from_questionnaire_to_report(Window window) => chromium.Visit(window, async visit =>
    {
        var page = visit.Page;
        await visit.As("dudao");
        await visit.Open("/surveys");
        await visit.Shot("surveys-list");
        await visit.Open("/surveys/new?questionnaire=social-recognition");
        await page.GetByLabel("调查名称").FillAsync($"走一遍的调查{window.Width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "建立", Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("调查对象表");
        await visit.Check();
        await page.GetByRole(AriaRole.Link, new() { Name = $"走一遍的调查{window.Width}" }).ClickAsync();
        await Expect(page.Locator(".check-list")).ToContainTextAsync("手机扫码打不开");
        await visit.Shot("survey-draft");
        await page.GetByText("发布调查").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确认发布" }).ClickAsync();
        await Expect(page.GetByText("进行中")).ToBeVisibleAsync();
        var campaign = new Uri(page.Url).AbsolutePath;
        await visit.Open($"{campaign}/posters?class=congress");
        await visit.Shot("survey-posters");
        await Answer(page, await page.Locator(".poster-address").First.TextContentAsync() ?? "");
        await visit.Open($"{campaign}/progress");
        await Expect(page.Locator(".page-lead")).ToContainTextAsync("收到 12 份");
        await visit.Shot("survey-progress");
        await visit.Open($"{campaign}/close");
        await page.Locator("summary", new() { HasText = "关闭调查" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确认关闭" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "查看结果" }).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await visit.Open($"{campaign}/results");
        await visit.Shot("survey-results");
        await visit.Open($"{campaign}/results/items");
        await visit.Open($"{campaign}/report");
        await Expect(page.Locator(".report-cover")).ToContainTextAsync("12 份");
        await visit.Shot("survey-report");
    });

    /// <summary>Twelve people at the poster's address; each asks for a ballot of their own and hands in once.</summary>
    private static async Task Answer(IPage page, string address)
    {
        var path = new Uri(address).AbsolutePath;
        for (var person = 0; person < 12; person++)
        {
            var given = await page.APIRequest.GetAsync(path, new() { Headers = new Dictionary<string, string> { ["Accept"] = "application/json" } });
            var ballot = Regex.Match(await given.TextAsync(), "\"ballot\"\\s*:\\s*\"([^\"]+)\"").Groups[1].Value;
            var rows = new[] { "BALANCE_GOV", "BALANCE_NEAR", "BALANCE_GAP", "BALANCE_BUILDING", "BALANCE_TEACHERS", "BALANCE_QUALITY", "BALANCE_ALLROUND", "BALANCE_BURDEN", "BALANCE_SPECIAL" };
            var answers = new Dictionary<string, object>(rows.Select(r => KeyValuePair.Create(r, (object)"4"))) { ["VETO"] = new[] { "9" }, ["RECOGNISE"] = person < 9 ? "5" : "3" };
            var sent = await page.APIRequest.PostAsync($"/q/api/{Campaign(path)}", new() { DataString = JsonSerializer.Serialize(new { ballot, answers }), Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" } });
            Assert.True(sent.Ok, $"{sent.Status}: {await sent.TextAsync()}");
        }
    }

    /// <summary>The number of the campaign stands first in the link.</summary>
    private static int Campaign(string path) => Convert.FromBase64String(path.Split('/')[^1][1..].Replace('-', '+').Replace('_', '/').PadRight((path.Split('/')[^1].Length + 2) / 4 * 4, '='))[0];
}
