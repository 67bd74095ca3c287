using System.Net;
using System.Text;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Supervision.Collections;
using Junheng.Tests.Supervision.Collections.Templates;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Drafts = Junheng.Supervision.Collections.Collections;

namespace Junheng.Tests.Supervision.Collections;

/// <summary>As a clerk and the asking unit meet it.</summary>
public sealed class CollectionPagesTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task A_contact_draws_up_a_collection_and_opens_it()
    {
        var asking = await Asking.In(Database);
        using var contact = await asking.District.Visitor("FINANCE", Roles.Contact);
        var form = await contact.Open("/collections/new");
        var refused = await contact.Submit(form, new() { ["Title"] = "基本情况", ["Period"] = "2070年", ["Basis"] = "教督〔2017〕6号" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var questions = await contact.Submit(form, new() { ["Title"] = "基本情况", ["Period"] = "2070-2071", ["Basis"] = "教督〔2017〕6号" });
        Assert.EndsWith("/questions", questions.Path);
        var chosen = await contact.Open(questions.Path + "?element=students");
        Assert.Equal("在校学生数", chosen.Document.QuerySelector("input[name=Name]")!.GetAttribute("value"));
        var added = await contact.Submit(chosen, new(), "main form.form-shell");
        Assert.Contains("在校学生数", added.Text);
        var item = await contact.Open(questions.Path.Replace("/questions", ""));
        Assert.Contains("未列入年度报表计划", item.Text);
        var opened = await contact.Submit(item, new(), "form:has(input[name=over])");
        Assert.Contains("填报中", opened.Text);
        Assert.Equal(2, opened.Document.QuerySelectorAll("#table tbody tr").Length);
        Assert.Contains("基本情况", (await contact.Open("/collections/burden")).Text + (await contact.Open("/collections")).Text);
    }

    [Fact]
    public async Task A_clerk_uploads_an_error_mends_it_prints_attaches_and_hands_in()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Open("上传", scan: true, begins: 2071);
        var reply = await asking.Reply(collection);
        using var clerk = await asking.District.Visitor("SCHOOL1", Roles.Clerk);
        var template = await clerk.Client.GetByteArrayAsync($"/replies/{reply.Id}/template");
        var wrong = await Upload(clerk, reply, Filled(template).Text("E6", "约600").Number("E9", "-31").Save());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var rows = wrong.Document.QuerySelectorAll("#upload-errors tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("本期填报数", rows[0]);
        Assert.Equal("[]", (await asking.Reply(collection)).ValueData);
        var trial = await Upload(clerk, reply, Filled(template).Save(), trial: true);
        Assert.Contains("检查通过", trial.Text);
        Assert.Equal("[]", (await asking.Reply(collection)).ValueData);
        var saved = await Upload(clerk, reply, Filled(template).Save());
        Assert.Equal($"/replies/{reply.Id}", saved.Path);
        var checking = await clerk.Submit(saved, new(), Verb("finish"));
        var code = (await asking.Reply(collection)).ContentCode!;
        Assert.Contains(code, (await clerk.Open($"/replies/{reply.Id}/print")).Text);
        Assert.Contains("有效", (await clerk.Open($"/collections/code?code={code.ToLowerInvariant()}")).Text);
        var approving = await clerk.Submit(checking, new(), Verb("check"));
        var early = await clerk.Submit(approving, new(), Verb("approve"));
        Assert.Contains("请先上传签字盖章", early.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Scan(clerk, reply, "23456-789AC")).Status);
        var attached = await Scan(clerk, reply, code);
        Assert.Contains("签字.pdf", attached.Text);
        var submitted = await clerk.Submit(attached, new(), Verb("approve"));
        Assert.Contains("已报送", submitted.Text);
        using var contact = await asking.District.Visitor("FINANCE", Roles.Contact);
        var accepted = await contact.Submit(await contact.Open($"/replies/{reply.Id}"), new(), Verb("accept"));
        Assert.Contains("已采用", accepted.Text);
        Assert.Contains("兼任", accepted.Text);
        Assert.Equal(HttpStatusCode.OK, (await contact.Client.GetAsync($"/replies/{reply.Id}/scan/file")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await contact.Client.GetAsync($"/replies/{reply.Id}/upload/file")).StatusCode);
        var fact = (await asking.FactsOf("students", 2071)).First(f => f.Stage == Stage.Primary);
        Assert.Equal("E6", Junheng.Supervision.Facts.SourceCell.Unpack(fact.Cell).ToString());
        await using var scope = Database.AsSystem();
        var batch = await scope.Db.Set<Junheng.Supervision.Facts.FactBatch>().SingleAsync(b => b.Id == fact.Batch);
        Assert.Equal(("填报.xlsx", "填报表"), (batch.FileName, batch.Sheets.Single()));
    }

    [Fact]
    public async Task A_page_form_keeps_what_was_typed_and_says_what_is_wrong_beside_it()
    {
        var asking = await Asking.In(Database);
        var reply = await asking.Reply(await asking.Open("填写", begins: 2072));
        using var clerk = await asking.District.Visitor("SCHOOL1", Roles.Clerk);
        var page = await clerk.Open($"/replies/{reply.Id}/fill");
        var refused = await clerk.Submit(page, new() { ["v-students:primary"] = "六百", ["v-students:junior"] = "402" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("六百", refused.Document.QuerySelector("input[name='v-students:primary']")!.GetAttribute("value"));
        Assert.Equal("402", refused.Document.QuerySelector("input[name='v-students:junior']")!.GetAttribute("value"));
        var saved = await clerk.Submit(refused, new() { ["v-students:primary"] = "600" });
        Assert.Equal($"/replies/{reply.Id}", saved.Path);
        Assert.Contains("还有 7 项", saved.Text);
    }

    [Fact]
    public async Task A_board_shows_who_is_late_and_a_text_to_urge_them()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Open("催办", begins: 2073);
        await asking.Fill(collection, "SCHOOL2");
        await asking.Go(collection, asking.Other, "SCHOOL2", "finish", "check", "approve");
        var before = Database.Clock.Now;
        Database.Clock.Now = before.AddDays(20);
        try
        {
            using var contact = await asking.District.Visitor("FINANCE", Roles.Contact);
            var board = await contact.Open($"/collections/{collection.Id}");
            var urging = board.Document.QuerySelector("#urging")!.TextContent;
            Assert.Contains("望溪小学", urging);
            Assert.DoesNotContain("白鹭小学", urging);
            Assert.Contains("望溪街道", board.Document.QuerySelector(".board")!.TextContent);
            using var zip = new System.IO.Compression.ZipArchive(await contact.Client.GetStreamAsync($"/collections/{collection.Id}/templates"));
            Assert.Equal(2, zip.Entries.Count);
        }
        finally
        {
            Database.Clock.Now = before;
        }
    }

    [Fact]
    public async Task The_yearly_plan_and_budgets_are_kept_by_the_supervision_office_and_read_by_everybody()
    {
        var asking = await Asking.In(Database);
        using var officer = await asking.District.Visitor("OFFICE", Roles.Officer);
        var unit = asking.District.Units["FINANCE"].Id.ToString();
        await officer.Submit(await officer.Open("/collections/plan/new"), new() { ["Title"] = "年度监测", ["Number"] = "3", ["Asker"] = unit, ["Approval"] = "区委办〔2026〕1号" });
        var burden = await officer.Submit(await officer.Open("/collections/budget"), new() { ["Asker"] = unit, ["Minutes"] = "90000", ["Reason"] = "年初核定" });
        Assert.Contains("90,000", burden.Text);
        using var clerk = await asking.District.Visitor("SCHOOL1", Roles.Clerk);
        Assert.Contains("年度监测", (await clerk.Open("/collections/burden")).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Open("/collections/budget")).Status);
        using var contact = await asking.District.Visitor("FINANCE", Roles.Contact);
        Assert.Contains("区委办〔2026〕1号", (await contact.Open("/collections/new")).Document.QuerySelector("select[name=PlanItem]")!.TextContent);
    }

    [Fact]
    public async Task Towns_and_departments_are_asked_and_answer_like_schools()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Draft("街镇", questions: [new() { Key = "q1", Name = "社区学校", Unit = "所" }]);
        await asking.Do(asking.Asker, (Drafts c) => c.Describe(collection.Id, collection.Version, asking.Head("街镇") with { Asked = RespondentKind.Towns }));
        await asking.Do(asking.Asker, (Drafts c) => c.Open(collection.Id, null));
        var reply = await asking.Reply(collection, "TOWN");
        using var town = await asking.District.Visitor("TOWN", Roles.Contact);
        Assert.Contains("街镇", (await town.Open("/collections")).Text);
        await town.Submit(await town.Open($"/replies/{reply.Id}/fill"), new() { ["v-q1"] = "3" });
        Assert.Equal(3, (await asking.Reply(collection, "TOWN")).Values["q1"].Number);
    }

    [Fact]
    public async Task Nobody_else_finds_a_reply_its_template_or_its_scan()
    {
        var asking = await Asking.In(Database);
        var collection = await asking.Open("范围", begins: 2074);
        var reply = await asking.Reply(collection);
        using var other = await asking.District.Visitor("SCHOOL2", Roles.Clerk);
        foreach (var path in new[] { "", "/fill", "/upload", "/print", "/scan", "/template", "/scan/file" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Client.GetAsync($"/replies/{reply.Id}{path}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Client.GetAsync($"/collections/{collection.Id}/templates")).StatusCode);
        using var town = await asking.District.Visitor("TOWN", Roles.Contact);
        Assert.Equal(HttpStatusCode.NotFound, (await town.Client.GetAsync($"/collections/{collection.Id}/templates")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await town.Open($"/replies/{reply.Id}")).Status);
        Assert.DoesNotContain("望溪小学", (await town.Open($"/collections/{collection.Id}")).Text);
    }

    private static string Verb(string key) => $"form:has(input[value='verb-{key}'])";

    private static EditedWorkbook Filled(byte[] template) => new EditedWorkbook(template).Number("E6", "613").Number("E7", "402").Number("E8", "40").Number("E9", "31").Number("E10", "5")
        .Number("E11", "3").Number("E12", "4512.5").Text("E13", "是").Text("E14", "否");

    private static Task<TestPage> Upload(TestVisitor visitor, Reply reply, byte[] file, bool trial = false) =>
        Send(visitor, $"/replies/{reply.Id}/upload", file, "填报.xlsx", ("Trial", trial ? "true" : "false"));

    private static Task<TestPage> Scan(TestVisitor visitor, Reply reply, string code) =>
        Send(visitor, $"/replies/{reply.Id}/scan", Encoding.ASCII.GetBytes("%PDF-1.4 signed"), "签字.pdf", ("Code", code));

    private static async Task<TestPage> Send(TestVisitor visitor, string path, byte[] file, string name, (string Name, string Value) field)
    {
        var page = await visitor.Open(path);
        var form = new MultipartFormDataContent();
        foreach (var hidden in page.Document.QuerySelectorAll("main form input[type=hidden]").Where(h => h.GetAttribute("name") != field.Name))
            form.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        form.Add(new StringContent(field.Value), field.Name);
        form.Add(new ByteArrayContent(file), "File", name);
        return await TestPage.Of(await visitor.Client.PostAsync(path, form));
    }
}
