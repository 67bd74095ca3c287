using System.Security.Cryptography;
using Junheng.Browser.Support;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Data;
using Junheng.Supervision.Intake;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Junheng.Browser.Supervision.Intake;

/// <summary>Respondents at their phones: with script through a lost network, without script, with large letters, by personal link.</summary>
[Collection(nameof(Journeys))]
public sealed class AnsweringTests(Chromium chromium)
{
    private static readonly Option[] Levels = [new("5", "非常满意"), new("4", "比较满意"), new("2", "不满意"), new("9", "不清楚", true)];

    private static readonly Questionnaire Questionnaire = new("answering", "满意度", 1, "请按实际情况填写。", [new("student", "学生"), new("parent", "家长")],
    [
        new("总体情况", [
            new("Q1", ItemKind.Single, "对学校总体满意吗？") { Options = Levels, Required = true },
            new("Q2", ItemKind.LongText, "为什么不满意？") { ShowIf = Parser.Read("Q1 = 2"), Required = true, Hint = "不要写姓名和电话。" },
            new("Q3", ItemKind.Matrix, "对下列各方面满意吗？") { Options = Levels, Required = true, Rows = [new("Q3a", "教学"), new("Q3b", "食堂")] },
        ]),
        new("更多情况", [
            new("Q4", ItemKind.Multiple, "参加了哪些课后服务？") { Options = [new("a", "体育"), new("b", "艺术"), new("c", "没有参加", true)], Most = 2, Shuffled = true },
            new("Q5", ItemKind.Scale, "给学校打几分？") { LeastLabel = "很差", MostLabel = "很好" },
            new("Q6", ItemKind.Number, "每天睡几个小时？") { Least = 3, Most = 14, Decimals = 1 },
            new("Q7", ItemKind.Ranking, "最想改进的两项") { Options = [new("a", "作业"), new("b", "午餐"), new("c", "操场")], Most = 2 },
        ]),
    ]);

    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task A_pupil_answers_step_by_step_and_hands_in_through_a_lost_network(Window window) => chromium.Visit(window, async visit =>
    {
        var (store, publication) = await Publish(9101 + (window.IsPhone ? 1 : 0));
        using var kept = store;
        var page = visit.Page;
        await visit.Open(Links.Open(publication, 1));
        await Expect(page.Locator(".progress")).ToContainTextAsync("第 1 页，共 3 页");
        await visit.Shot("answer-begin");
        await Next(page);
        await Expect(page.Locator("#q-Q2")).ToBeHiddenAsync();
        await Next(page);
        await Expect(page.Locator("#p-Q1")).ToHaveTextAsync("这道题必须作答。");
        await visit.Shot("answer-missing");
        await page.Locator("#q-Q1").GetByText("不满意").ClickAsync();
        await page.Locator("#f-Q2").FillAsync("<b>作业</b>太多");
        await page.Locator("#q-Q3a").GetByText("非常满意").ClickAsync();
        await page.Locator("#q-Q3b").GetByText("不清楚").ClickAsync();
        await Next(page);
        await page.Locator("#q-Q4").GetByText("艺术").ClickAsync();
        await page.ReloadAsync();
        await Expect(page.Locator(".draft")).ToContainTextAsync("已恢复上次没有填完的内容");
        await Expect(page.Locator("#q-Q4 .chosen")).ToHaveTextAsync("艺术");
        await Expect(page.Locator("#q-Q4 .choice").Last).ToHaveTextAsync("没有参加");
        await page.GetByRole(AriaRole.Button, new() { Name = "午餐" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "作业" }).ClickAsync();
        await visit.Shot("answer-last");
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await Expect(page.Locator(".status")).ToContainTextAsync("网络不通，还没有收到答卷");
        await visit.Shot("answer-offline");
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator("h1")).ToHaveTextAsync("答卷已收到");
        await visit.Shot("answer-thanks");
        Assert.Equal("{}", await page.EvaluateAsync<string>("() => JSON.stringify(localStorage)"));
        Assert.Equal(1, (await store.Counts(publication.Campaign)).Sum(c => c.Answers));
    });

    [Theory]
    [MemberData(nameof(Window.Both), MemberType = typeof(Window))]
    public Task Without_script_the_form_is_one_page_and_comes_back_as_it_was_filled_in(Window window) => chromium.Visit(window with { Script = false }, async visit =>
    {
        var (store, publication) = await Publish(9103 + (window.IsPhone ? 1 : 0));
        using var kept = store;
        var page = visit.Page;
        await visit.Open(Links.Open(publication, 1));
        await Expect(page.Locator("#q-Q2 .when")).ToHaveTextAsync("（上题选“不满意”时填写）");
        await page.Locator("#q-Q1").GetByText("非常满意").ClickAsync();
        await page.Locator("#f-Q6").FillAsync("八");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(page.Locator("#problems")).ToContainTextAsync("第 6 题");
        await Expect(page.Locator("#f-Q6")).ToHaveValueAsync("八");
        await visit.Shot("answer-refused");
        await page.Locator("#f-Q6").FillAsync("８．５");
        await page.Locator("#q-Q3a").GetByText("比较满意").ClickAsync();
        await page.Locator("#q-Q3b").GetByText("比较满意").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("答卷已收到");
        Assert.Equal(1, (await store.Counts(publication.Campaign)).Sum(c => c.Answers));
    });

    [Fact]
    public Task With_large_letters_nothing_is_cut_off_and_a_personal_link_leads_back_to_its_form() => chromium.Visit(Window.Phone, async visit =>
    {
        var (store, publication) = await Publish(9105);
        using var kept = store;
        var (path, hash) = Links.NewPersonal(publication);
        await store.AddLinks(publication.Campaign, [(hash, 2)]);
        var page = visit.Page;
        await visit.Open(path);
        await visit.Shot("answer-personal");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始作答" }).ClickAsync();
        await Expect(page.Locator(".place")).ToHaveTextAsync("云浦区第一小学 · 家长");
        var form = page.Url;
        await page.EvaluateAsync("() => { document.documentElement.className = 'large-letters scripted'; document.documentElement.style.fontSize = '150%'; }");
        await visit.Shot("answer-large");
        await page.GotoAsync(path);
        await page.WaitForURLAsync(form);
        await store.Close(publication.Campaign);
        await Noticed();
        await page.GotoAsync(Links.Open(publication, 1));
        await Expect(page.Locator("h1")).ToHaveTextAsync("问卷已经结束");
        await visit.Shot("answer-closed");
    });

    private static Task Next(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "下一页" }).ClickAsync();

    private async Task<(IntakeStore, Publication)> Publish(int campaign)
    {
        var store = new IntakeStore(new DatabaseSettings(Path.Combine(chromium.App.Data, "junheng.sqlite")), TimeProvider.System);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        Publication publication = new(campaign, Guid.CreateVersion7(), "2026年学校满意度问卷调查", "云浦区人民政府教育督导室", now.AddDays(-1), now.AddDays(1),
            QuestionnaireFormat.Write(Questionnaire), RandomNumberGenerator.GetBytes(32), [new(1, "student", "云浦区第一小学", 1, true), new(2, "parent", "云浦区第一小学", 2, false)], []);
        await store.Publish(publication);
        await Noticed();
        return (store, publication);
    }

    /// <summary>The running application looks every two seconds whether another process changed a publication.</summary>
    private static Task Noticed() => Task.Delay(TimeSpan.FromSeconds(2.5));
}
