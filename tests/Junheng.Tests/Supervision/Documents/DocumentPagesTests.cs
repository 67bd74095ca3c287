using System.Net;
using System.Text;
using Junheng.Platform.Access;
using Junheng.Supervision.Documents;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Supervision.Documents;

public sealed class DocumentPagesTests(TestDatabase database) : DataTests(database)
{
    private const string Report = "云浦区教育工作报告\n一、经费投入\n2024年教育支出为20.00亿元，2025年为22.00亿元，同比增长15.0%。全区共有学校120所。\n";

    [Fact]
    public async Task An_uploaded_document_opens_on_the_desk_with_what_does_not_hold_first()
    {
        using var officer = await Visitor(Roles.Officer);
        var desk = await Upload(officer, Report, "经费报告.txt");
        Assert.StartsWith("/documents/", desk.Path);
        Assert.Contains("对不上", desk.Document.QuerySelector("#checks .desk-line")!.TextContent);
        var claim = desk.Document.QuerySelectorAll(".desk-text a.desk-claim").First(a => a.TextContent == "15.0%");
        Assert.Contains("desk-wrong", claim.ClassName);
        Assert.NotNull(desk.Document.QuerySelector(claim.GetAttribute("href")!));
    }

    [Fact]
    public async Task A_decision_works_by_plain_form_and_by_script()
    {
        using var officer = await Visitor(Roles.Officer);
        var desk = await Upload(officer, Report, "办理报告.txt");
        var token = desk.Document.QuerySelector("form[data-desk-form] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var buttons = desk.Document.QuerySelectorAll("#claims button[value^=confirm]").Select(b => b.GetAttribute("value")!).ToList();
        var plain = await officer.Client.PostAsync(desk.Path + "/decide", Form(token, buttons[0]));
        Assert.Contains("已确认", await plain.Content.ReadAsStringAsync());
        var fragment = await officer.Client.PostAsync("/api" + desk.Path + "/decide", Form(token, buttons[1]));
        Assert.Contains("data-state=\"confirmed\"", await fragment.Content.ReadAsStringAsync());
        var stale = await officer.Client.PostAsync("/api" + desk.Path + "/decide", Form(token, buttons[1].Replace("confirm", "reject", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
    }

    [Fact]
    public async Task Whoever_only_reads_sees_no_buttons_and_cannot_post_either()
    {
        using var officer = await Visitor(Roles.Officer);
        var desk = await Upload(officer, Report, "只读报告.txt", ConfidentialityLevel.District);
        using var leader = await Visitor(Roles.Leader);
        var seen = await leader.Open(desk.Path);
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Empty(seen.Document.QuerySelectorAll("button[name=decision]"));
        var token = seen.Document.QuerySelector("form[data-desk-form] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.Client.PostAsync("/api" + desk.Path + "/decide", Form(token, $"confirm:{Guid.CreateVersion7()}:0"))).StatusCode);
    }

    [Fact]
    public async Task A_document_outside_the_scope_is_not_found()
    {
        using var officer = await Visitor(Roles.Officer);
        var desk = await Upload(officer, Report, "本组报告.txt");
        using var contact = await Visitor(Roles.Contact, "FINANCE");
        Assert.Equal(HttpStatusCode.NotFound, (await contact.Open(desk.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await contact.Client.GetAsync(desk.Path + "/original")).StatusCode);
    }

    [Theory]
    [InlineData("空文件.txt", "")]
    [InlineData("密件.txt", "机密★1年\n\n关于某事的报告\n共有3所学校。\n")]
    [InlineData("乱码.docx", "PK\u0003\u0004 not a document")]
    public async Task A_bad_file_is_refused_by_name_and_keeps_nothing(string name, string content)
    {
        using var officer = await Visitor(Roles.Officer);
        var page = await Upload(officer, content, name);
        Assert.Equal("/documents/upload", page.Path);
        Assert.Contains(name, page.Text);
        await using var scope = Database.AsSystem();
        Assert.False(await scope.Db.Set<Document>().AnyAsync(d => d.FileName == name));
    }

    [Fact]
    public async Task A_page_that_breaks_says_so_and_gives_a_reference()
    {
        using var officer = await Visitor(Roles.Officer);
        var desk = await Upload(officer, Report.Replace("120", "432", StringComparison.Ordinal), "损坏报告.txt");
        var id = Guid.Parse(desk.Path.Split('/')[^1]);
        await using (var scope = Database.AsSystem())
            await scope.Db.Write(() => scope.Db.Set<DocumentText>().Where(t => t.DocumentId == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.Reading, "{\"broken\": ")));
        var page = await officer.Open(desk.Path);
        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Equal("500", page.Document.QuerySelector("main .status-code")!.TextContent);
        Assert.Matches("^[0-9a-f]{8}$", page.Document.QuerySelector("main code")!.TextContent);
        Assert.DoesNotContain("Json", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_library_and_the_ledger_are_searched_by_text_and_by_figure()
    {
        using var officer = await Visitor(Roles.Officer);
        var desk = await Upload(officer, Report.Replace("120", "321", StringComparison.Ordinal), "查找报告.txt");
        Assert.Contains(desk.Path, (await officer.Open("/documents?find=" + Uri.EscapeDataString("321所"))).Html);
        Assert.Contains(desk.Path, (await officer.Open("/documents/claims?q=" + Uri.EscapeDataString("321所"))).Html);
        Assert.Contains("没有找到", (await officer.Open("/documents?find=" + Uri.EscapeDataString("从未写过的词"))).Text);
    }

    private static FormUrlEncodedContent Form(string token, string decision) =>
        new(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["decision"] = decision });

    private static async Task<TestPage> Upload(TestVisitor visitor, string text, string name, ConfidentialityLevel level = ConfidentialityLevel.Group)
    {
        var page = await visitor.Open("/documents/upload");
        var form = new MultipartFormDataContent();
        foreach (var hidden in page.Document.QuerySelectorAll("main form input[type=hidden]")) form.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        form.Add(new StringContent(level.ToString()), "Level");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Files", name);
        return await TestPage.Of(await visitor.Client.PostAsync("/documents/upload", form));
    }

    private async Task<TestVisitor> Visitor(string role, string unit = "OFFICE")
    {
        var actor = await (await District.In(Database)).Person(unit, role);
        await using var scope = Database.AsSystem();
        var users = scope.Get<UserManager<Account>>();
        var account = (await users.FindByIdAsync(actor.AccountId!.Value.ToString()))!;
        account.MustChangePassword = false;
        await users.RemovePasswordAsync(account);
        await users.AddPasswordAsync(account, "my-own-word-7");
        return await (await Database.Application).SignedIn(account.UserName!, "my-own-word-7");
    }
}
