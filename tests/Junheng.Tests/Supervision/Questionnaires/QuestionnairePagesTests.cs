using System.Net;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Access;
using Junheng.Supervision.Questionnaires;
using Junheng.Supervision.Questionnaires.Editing;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Questionnaires;

/// <summary>The library and the editor over HTTP, without script.</summary>
public sealed class QuestionnairePagesTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task A_questionnaire_is_written_item_by_item_and_published()
    {
        using var officer = await (await District.In(Database)).Visitor("OFFICE", Roles.Officer);
        var edit = await officer.Submit(await officer.Open("/questionnaires/new"), new() { ["Own"] = "written", ["Title"] = "新问卷", ["Classes"] = "parent | 家长\nteacher | 教师" });
        Assert.Equal("/questionnaires/written/edit", edit.Path);
        edit = await Add(officer, new() { ["Code"] = "A", ["Kind"] = "Single", ["Wording"] = "是否参加课后服务？", ["Options"] = "是\n否\n9 | 不清楚 | 另列", ["Classes"] = "家长" });
        edit = await Add(officer, new() { ["Code"] = "B", ["Kind"] = "Matrix", ["Wording"] = "您满意吗？", ["Options"] = "5 | 满意 | 5\n1 | 不满意 | 1", ["Rows"] = "B_1 | 内容\nB_2 | 接送 | 家长", ["Wordings"] = "教师：您觉得呢？\nB_1 教师：任务" });
        var wrong = await officer.Submit(await officer.Open("/questionnaires/written/edit/item"), new() { ["Code"] = "C", ["Kind"] = "LongText", ["Wording"] = "说说原因", ["ShowIf"] = "A = 7" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("“A”没有“7”这个选项", wrong.Text);
        Assert.Equal("说说原因", wrong.Document.QuerySelector("[name=Wording]")!.TextContent);
        edit = await officer.Submit(wrong, new() { ["ShowIf"] = "A = 2", ["Classes"] = "家长" });
        Assert.Contains("选“否”时填写", edit.Text);

        edit = await Act(officer, "up C", HttpStatusCode.OK);
        Assert.True(edit.Html.IndexOf("item-C", StringComparison.Ordinal) < edit.Html.IndexOf("item-B", StringComparison.Ordinal));
        edit = await Act(officer, "break B", HttpStatusCode.OK);
        Assert.Contains("第 2 页标题", edit.Text);
        Assert.Contains("条件只能用前面的题", (await Act(officer, "up C", HttpStatusCode.UnprocessableEntity)).Text);
        edit = await Act(officer, "remove A", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("没有“A”这道题", edit.Text);

        var figure = await officer.Submit(await officer.Open("/questionnaires/written/edit/figure"),
            new() { ["Name"] = "满意度", ["Own"] = "liking", ["Variables"] = "B_1、B_2", ["Positive"] = "5", ["Threshold"] = "85", ["Combination"] = "Weighted", ["Weights"] = "家长=0.6、教师=0.4" });
        Assert.Equal("/questionnaires/written/edit", figure.Path);
        var published = await Act(officer, "publish", HttpStatusCode.OK, "首次发布");
        Assert.Equal("/questionnaires/written", published.Path);
        Assert.Contains("第 1 版", published.Text);
        Assert.Contains("≥ 85%", published.Text);
        await using var scope = Database.AsSystem();
        var stored = await scope.Get<QuestionnaireLibrary>().Get("written");
        Assert.Equal(["A", "C", "B"], stored.Items.Select(i => i.Code));
        Assert.Equal(("任务", "您觉得呢？"), (stored.Variables[2].WordingFor("teacher"), stored.Items.ElementAt(2).WordingFor("teacher")));
    }

    [Fact]
    public async Task A_removed_item_comes_back_and_a_stale_page_changes_nothing()
    {
        using var officer = await (await District.In(Database)).Visitor("OFFICE", Roles.Officer);
        var edit = await officer.Submit(await officer.Open("/questionnaires/school-climate/copy"), new() { ["Own"] = "undone", ["Title"] = "氛围" });
        var stale = await officer.Open("/questionnaires/undone/edit");
        edit = await Act(officer, "remove BEST", HttpStatusCode.OK, key: "undone");
        Assert.DoesNotContain("item-BEST", edit.Html);
        var refused = await Press(officer, stale, "remove SECURE");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        edit = await Act(officer, "undo", HttpStatusCode.OK, key: "undone");
        Assert.Contains("item-BEST", edit.Html);
    }

    [Fact]
    public async Task The_library_shows_previews_and_gives_files_to_whoever_may_read()
    {
        using var leader = await (await District.In(Database)).Visitor("OFFICE", Roles.Leader);
        Assert.Contains("教育工作综合督政问卷", (await leader.Open("/questionnaires")).Text);
        var overview = await leader.Open("/questionnaires/preschool-recognition");
        Assert.Contains("20万至40万（不含）", overview.Text);
        Assert.Contains("≥ 85%", overview.Text);
        Assert.Contains("src=\"/questionnaires/school-climate/preview/parent\"", (await leader.Open("/questionnaires/school-climate/preview?of=parent")).Html);
        using var form = await leader.Client.GetAsync("/questionnaires/school-climate/preview/parent");
        Assert.Contains("孩子愿意上学吗", await form.Content.ReadAsStringAsync());
        Assert.Contains("frame-ancestors 'self'", form.Headers.GetValues("Content-Security-Policy").Single());
        foreach (var format in new[] { "yaml", "json", "xlsx" })
            Assert.Equal(HttpStatusCode.OK, (await leader.Client.GetAsync($"/questionnaires/school-climate/file/{format}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.Client.GetAsync("/questionnaires/school-climate/file/exe")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await leader.Open("/questionnaires/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.Open("/questionnaires/nothing")).Status);
    }

    [Fact]
    public void Lines_of_options_rows_and_quotas_say_what_they_were_made_from()
    {
        var questionnaire = new ShippedQuestionnaires().Find("preschool-recognition")!;
        foreach (var item in questionnaire.Items)
        {
            Assert.Equal(item.Options, Lines.Options(Lines.OfOptions(item.Options), "Options"));
            var rows = Lines.Worded(item with { Rows = Lines.Rows(Lines.OfRows(item.Rows, questionnaire), questionnaire, "Rows") }, Lines.OfWordings(item, questionnaire), questionnaire, "Wordings");
            Assert.Equal(QuestionnaireFormat.Write(questionnaire), QuestionnaireFormat.Write(questionnaire.Replace(item.Code, rows)));
        }
        Assert.Equal(QuestionnaireFormat.Write(questionnaire), QuestionnaireFormat.Write(questionnaire with { Quotas = Lines.Quotas(Lines.OfQuotas(questionnaire), questionnaire, "Quotas") }));
    }

    private static async Task<TestPage> Add(TestVisitor officer, Dictionary<string, string> fields) => await officer.Submit(await officer.Open("/questionnaires/written/edit/item"), fields);

    private static async Task<TestPage> Act(TestVisitor officer, string what, HttpStatusCode status, string reason = "", string key = "written")
    {
        var page = await Press(officer, await officer.Open($"/questionnaires/{key}/edit"), what, reason);
        Assert.Equal(status, page.Status);
        return page;
    }

    /// <summary>As the button with this value would send the page's form.</summary>
    private static async Task<TestPage> Press(TestVisitor officer, TestPage page, string what, string reason = "")
    {
        var fields = page.Document.QuerySelectorAll("form.questionnaire-edit input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("name") == "reason" ? reason : i.GetAttribute("value") ?? ""));
        return await TestPage.Of(await officer.Client.PostAsync(page.Path, new FormUrlEncodedContent(fields.Append(new("do", what)))));
    }
}
