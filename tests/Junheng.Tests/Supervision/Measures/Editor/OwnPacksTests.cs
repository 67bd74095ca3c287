using System.Net;
using System.Text.Json;
using Junheng.Platform.Access;
using Junheng.Supervision.Measures.Editor;
using Junheng.Supervision.Measures.Runs;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Supervision.Measures.Editor;

/// <summary>The editor of a district's own standards, over HTTP.</summary>
public sealed class OwnPacksTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task A_copy_is_checked_previewed_published_in_editions_and_computed()
    {
        using var officer = await Officer();
        var edit = await Copy(officer, "own-balance");
        Assert.Equal("/measures/packs/own-balance/edit", edit.Path);
        var text = Text(edit).Replace("threshold: {primary: \"≥ 1\", junior: \"≥ 1\"}", "threshold: {primary: \"≥ 0.4\", junior: \"≥ 0.4\"}", StringComparison.Ordinal);

        var check = await officer.Submit(edit, new() { ["Text"] = text, ["Reason"] = "" }, "main form");
        var saved = await officer.Submit(edit, new() { ["Text"] = text + "\n# 2026 年修订\n", ["Reason"] = "按本区规划调整" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, check.Status);
        Assert.Equal("/measures/packs/own-balance", saved.Path);
        Assert.Contains("按本区规划调整", saved.Text);
        Assert.Contains("第 2 版", saved.Text);

        await BringUpToDate();
        await using var scope = Database.AsSystem();
        var runs = await scope.Db.Set<EvaluationRun>().Where(r => r.Pack == "own-balance" && r.Current).ToListAsync();
        Assert.All(runs, r => Assert.Equal(2, r.PackVersion));
        Assert.NotEmpty(runs);
    }

    [Fact]
    public async Task The_live_check_names_the_line_of_a_fault_and_else_tells_what_would_change()
    {
        using var officer = await Officer();
        var edit = await Copy(officer, "own-checked");
        await BringUpToDate();
        var text = Text(edit);
        var broken = await Check(officer, edit, "own-checked", text.Replace("formula: teachers_backbone / students", "formula: teachers_backbone / pupils", StringComparison.Ordinal));
        var problem = broken.GetProperty("problems").EnumerateArray().Single();
        Assert.True(problem.GetProperty("line").GetInt32() > 1);
        Assert.Contains("pupils", problem.GetProperty("message").GetString());
        var sound = await Check(officer, edit, "own-checked", text);
        Assert.Empty(sound.GetProperty("problems").EnumerateArray());
        Assert.Equal("2023", sound.GetProperty("period").GetString());
        Assert.Contains(sound.GetProperty("lines").EnumerateArray(), l => l.GetProperty("verdict").GetString() == "未达标");
        var stolen = await Check(officer, edit, "own-checked", text.Replace("key: own-checked", "key: quality-balance", StringComparison.Ordinal));
        Assert.Contains("own-checked", stolen.GetProperty("problems")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task Without_script_the_button_checks_and_stores_nothing()
    {
        using var officer = await Officer();
        var edit = await Copy(officer, "own-button");
        var token = edit.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var hidden = edit.Document.QuerySelectorAll("main form input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        hidden["Input.Text"] = "key: own-button\nname: x\n";
        hidden["Input.From"] = "2021-01-01";
        hidden["check"] = "1";
        var answer = await officer.Client.PostAsync(edit.Path, new FormUrlEncodedContent(hidden));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("检查结果", html);
        Assert.Contains("source", html);
        await using var scope = Database.AsSystem();
        Assert.Single(await scope.Get<OwnPacks>().Editions("own-button"));
        Assert.NotEmpty(token);
    }

    [Theory]
    [InlineData("Quality", "代号用小写")]
    [InlineData("quality-balance", "已被使用")]
    public async Task A_key_that_is_badly_formed_or_taken_is_refused(string key, string says)
    {
        using var officer = await Officer();
        var refused = await Copy(officer, key);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(says, refused.Text);
    }

    [Fact]
    public async Task An_edition_without_a_reason_is_refused_and_a_shipped_pack_has_no_editor()
    {
        using var officer = await Officer();
        var edit = await Copy(officer, "own-reason");
        Assert.Contains("请写明", (await officer.Submit(edit, new() { ["Text"] = Text(edit) + "\n# x\n", ["Reason"] = "" })).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Open("/measures/packs/quality-balance/edit")).Status);
        using var leader = await (await MeasuredDistrict.In(Database)).District.Visitor("OFFICE", Roles.Leader);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.Open("/measures/packs/own-reason/edit")).Status);
        Assert.Equal(HttpStatusCode.OK, (await leader.Open("/measures/packs/quality-balance")).Status);
    }

    /// <summary>The server's own runner may hold the job; whoever comes second finds it done.</summary>
    private async Task BringUpToDate()
    {
        await using var scope = Database.AsSystem();
        await scope.Get<EvaluationRuns>().BringUpToDate((await scope.Db.Set<Organisation>().SingleAsync(o => o.Code == "D")).Number);
    }

    private async Task<TestVisitor> Officer() => await (await MeasuredDistrict.In(Database)).District.Visitor("OFFICE", Roles.Officer);

    private static async Task<TestPage> Copy(TestVisitor officer, string key) => await officer.Submit(await officer.Open("/measures/packs/quality-balance/copy"),
        new() { ["Own"] = key, ["Name"] = "本区均衡: 试行", ["From"] = "2021-01-01", ["Reason"] = "试行" });

    private static string Text(TestPage page) => page.Document.QuerySelector("textarea[name$=Text]")!.TextContent;

    private static async Task<JsonElement> Check(TestVisitor officer, TestPage page, string key, string text)
    {
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = text, ["__RequestVerificationToken"] = token });
        using var answer = await officer.Client.PostAsync($"/api/measures/packs/{key}/check", body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Clone();
    }
}
