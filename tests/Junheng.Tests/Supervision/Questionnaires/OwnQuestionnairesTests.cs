using System.Text;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Access;
using Junheng.Platform.Imports;
using Junheng.Platform.Rules;
using Junheng.Supervision.Questionnaires;
using Junheng.Supervision.Questionnaires.XlsForms;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Supervision.Questionnaires;

public sealed class OwnQuestionnairesTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task A_copy_is_changed_undone_published_and_its_edition_never_changes()
    {
        await using var scope = Database.As(await (await District.In(Database)).Person("OFFICE", Roles.Officer));
        var (own, library) = (scope.Get<OwnQuestionnaires>(), scope.Get<QuestionnaireLibrary>());
        await own.Begin("our-climate", "我区学校氛围", scope.Get<ShippedQuestionnaires>().Find("school-climate")!, "school-climate");
        await Assert.ThrowsAsync<NotFoundException>(() => library.Get("our-climate"));
        Assert.Equal(1, await own.Publish("our-climate", await Version(own), "首次发布"));
        await Assert.ThrowsAsync<RuleException>(async () => await own.Publish("our-climate", await Version(own), "再发布"));

        await own.Change("our-climate", await Version(own), q => q with { Introduction = "改过的导语" });
        Assert.Equal(("改过的导语", 2), (await library.Newest("our-climate")) is var draft ? (draft.Introduction, draft.Edition) : default);
        await own.Undo("our-climate", await Version(own));
        Assert.NotEqual("改过的导语", (await library.Newest("our-climate")).Introduction);
        await own.Undo("our-climate", await Version(own));
        Assert.Equal(2, await own.Publish("our-climate", await Version(own), "修改导语"));
        Assert.NotEqual("改过的导语", (await library.Get("our-climate", 1)).Introduction);
        Assert.Equal("改过的导语", (await library.Get("our-climate")).Introduction);
        await Assert.ThrowsAsync<NotFoundException>(() => library.Get("our-climate", 3));
        Assert.Contains(await library.All(), e => e is { Key: "our-climate", Edition: 2, Shipped: false, HasDraft: false });
    }

    [Fact]
    public async Task A_change_that_would_break_a_condition_or_a_figure_is_refused_and_names_it()
    {
        await using var scope = Database.As(await (await District.In(Database)).Person("OFFICE", Roles.Officer));
        var own = scope.Get<OwnQuestionnaires>();
        await own.Begin("breakable", "问卷", scope.Get<ShippedQuestionnaires>().Find("school-climate")!, "school-climate");
        var refused = await Assert.ThrowsAsync<RuleException>(async () => await own.Change("breakable", await Version(own, "breakable"),
            q => q with { Pages = [.. q.Pages.Select(p => p with { Items = [.. p.Items.Where(i => i.Code != "BELONG")] })] }));
        Assert.Contains("BELONG_WHY", refused.Message);
        await Assert.ThrowsAsync<RuleException>(() => own.Begin("school-climate", "同名", scope.Get<ShippedQuestionnaires>().Find("school-climate")!, ""));
        await Assert.ThrowsAsync<StaleException>(() => own.Change("breakable", 99, q => q));
    }

    [Fact]
    public async Task A_file_becomes_an_edition_an_equal_one_nothing_and_a_faulty_one_is_refused_whole()
    {
        await using var scope = Database.As(await (await District.In(Database)).Person("OFFICE", Roles.Officer));
        var shipped = scope.Get<ShippedQuestionnaires>().Find("preschool-recognition")!;
        var form = XlsFormWriter.Write(shipped with { Key = "imported" });
        var first = await Import(scope, "form.xlsx", form);
        Assert.Empty(first.Refused);
        Assert.True(first.Stored > 0 && first.Stored == first.Read);
        Assert.Equal(0, (await Import(scope, "again.xlsx", form)).Stored);
        var yaml = Encoding.UTF8.GetBytes(QuestionnaireFormat.WriteYaml(shipped with { Key = "imported", Title = "改名" }));
        Assert.Equal(0, (await Import(scope, "q.yaml", yaml, trial: true)).Stored);
        Assert.True((await Import(scope, "q.yaml", yaml)).Stored > 0);
        Assert.Equal(("改名", 2), (await scope.Get<QuestionnaireLibrary>().Get("imported")) is var now ? (now.Title, now.Edition) : default);

        var faulty = Encoding.UTF8.GetBytes(QuestionnaireFormat.WriteYaml(shipped with { Key = "imported" }).Replace("kind: matrix", "kind: table", StringComparison.Ordinal));
        var refused = await Import(scope, "q.yaml", faulty);
        Assert.Equal(("q.yaml", 0), (Assert.Single(refused.Refused).Sheet, refused.Stored));
        Assert.Contains("随系统提供", Assert.Single((await Import(scope, "q.yaml", Encoding.UTF8.GetBytes(QuestionnaireFormat.WriteYaml(shipped)))).Refused).Reason);
        Assert.Contains("YAML", Assert.Single((await Import(scope, "q.yaml", "{"u8.ToArray())).Refused).Reason);
        Assert.Equal(2, await scope.Db.Set<ImportRun>().CountAsync(r => r.Kind == "questionnaire"));
    }

    [Fact]
    public async Task Whoever_may_only_read_writes_nothing()
    {
        await using var scope = Database.As(await (await District.In(Database)).Person("OFFICE", Roles.Leader));
        await Assert.ThrowsAsync<ForbiddenException>(() => scope.Get<OwnQuestionnaires>().Begin("other", "问卷", scope.Get<ShippedQuestionnaires>().Find("school-climate")!, ""));
        await Assert.ThrowsAsync<ForbiddenException>(() => Import(scope, "q.yaml", "{}"u8.ToArray()));
    }

    private static Task<ImportReport> Import(TestScope scope, string name, byte[] content, bool trial = false) =>
        ImportKind.Find("questionnaire")!.Take(scope.Get<IServiceProvider>(), new(name, new MemoryStream(content)), trial);

    private static async Task<int> Version(OwnQuestionnaires own, string key = "our-climate") => (await own.Find(key))!.Version;
}
