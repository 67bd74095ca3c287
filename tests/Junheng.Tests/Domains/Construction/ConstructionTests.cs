using System.Net;
using System.Text;
using Junheng.Domains.Construction;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Platform.Sheets;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;

namespace Junheng.Tests.Domains.Construction;

public sealed class ConstructionTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public void More_in_one_school_never_makes_up_for_a_school_that_has_not_finished()
    {
        var (item, ahead, behind) = (Item(), Work(1, 5, finished: true), Work(2, 1, finished: false));
        var progress = ItemProgress.Of(item, [ahead, behind]);
        Assert.Equal((ItemState.UnderWay, 3.0), (progress.State, progress.Over!.Value));
        Assert.Equal(ItemState.Exceeded, ItemProgress.Of(item, [ahead]).State);
        Assert.Equal(ItemState.Finished, ItemProgress.Of(item, [Work(1, 1, finished: true)]).State);
    }

    [Fact]
    public void Without_the_planned_number_over_fulfilment_cannot_be_told()
    {
        var progress = ItemProgress.Of(Item(), [Work(null, 24, finished: true)]);
        Assert.Equal(ItemState.Unknown, progress.State);
        Assert.Null(progress.Over);
        Assert.Equal(ItemState.Unknown, ItemProgress.Of(Item(), []).State);
    }

    [Fact]
    public void A_set_with_an_item_not_begun_names_it()
    {
        var waiting = ItemProgress.Of(Item("安全体验室"), [Work(1, null, finished: false)]);
        var done = ItemProgress.Of(Item("体育馆"), [Work(1, 1, finished: true)]);
        Assert.Equal(ItemState.NotStarted, waiting.State);
        Assert.Contains("未启动：安全体验室", ConstructionTexts.Sentence([done, waiting]));
        Assert.Equal("1 个项目全部完成。", ConstructionTexts.Sentence([done]));
    }

    [Fact]
    public void Finished_without_a_number_and_finished_before_it_began_are_refused()
    {
        var work = new StandardWork(Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.Throws<RuleException>(() => work.Report(new(1, null, null, new(2023, 5, 1), null)));
        Assert.Throws<RuleException>(() => work.Report(new(1, 1, new(2023, 6, 1), new(2023, 5, 1), null)));
        Assert.Throws<RuleException>(() => work.Report(new(-1, 1, null, null, null)));
    }

    [Fact]
    public async Task A_table_with_one_bad_row_changes_nothing_and_a_good_one_all()
    {
        await District.In(Database);
        await using var scope = Database.AsSystem();
        var construction = scope.Get<Junheng.Domains.Construction.Construction>();
        var set = await construction.Found("标准", "导入版", "文件", null);
        await construction.Ask(set.Id, "体育馆", "个");
        const string Header = "项目,学校代码,计划数,完成数,开工日期,完成日期\n";
        var refused = await Run(scope, set.Id, Header + "体育馆,SCHOOL1,1,1,2023-01-01,2023-05-01\n体育馆,SCHOOL9,1,-1,,\n剧场,SCHOOL2,1,1,,\n");
        Assert.Equal([(3, "学校代码"), (4, "项目")], refused.Refused.Select(e => (e.Row, e.Column)));
        Assert.Equal(0, (await construction.Progress(set.Id)).Single().Schools);
        Assert.Equal(2, (await Run(scope, set.Id, Header + "体育馆,SCHOOL1,1,1,2023-01-01,2023-05-01\n体育馆,SCHOOL2,2,0,,\n")).Stored);
        var progress = (await construction.Progress(set.Id)).Single();
        Assert.Equal((2, 1, 1, 3.0), (progress.Schools, progress.Finished, progress.Waiting, progress.Planned!.Value));
    }

    [Fact]
    public async Task An_officer_keeps_the_rows_and_a_school_sees_its_own_only()
    {
        var district = await District.In(Database);
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        var board = await officer.Submit(await officer.Open("/construction/new"), new() { ["Name"] = "五项标准", ["Edition"] = "试行版", ["Source"] = "虚构文件" });
        Assert.Contains("还没有项目", board.Text);
        Guid set;
        await using (var scope = Database.AsSystem())
            set = (await scope.Get<Junheng.Domains.Construction.Construction>().Sets()).Single(s => s.Edition == "试行版").Id;
        await officer.Submit(await officer.Open($"/construction/{set}/items/new"), new() { ["Name"] = "图书馆", ["Unit"] = "个" });
        Guid item;
        await using (var scope = Database.AsSystem())
            item = (await scope.Get<Junheng.Domains.Construction.Construction>().Progress(set)).Single().Item.Id;
        foreach (var school in new[] { "SCHOOL1", "SCHOOL2" })
            await officer.Submit(await officer.Open($"/construction/items/{item}/report"), new() { ["Code"] = school, ["Planned"] = "1", ["Done"] = "1", ["FinishedOn"] = "2023-05-01" });
        Assert.Contains("1 个项目全部完成。", (await officer.Open($"/construction?set={set}")).Text);
        using var clerk = await district.Visitor("SCHOOL1", Roles.Clerk);
        var own = await clerk.Open($"/construction/items/{item}");
        Assert.Contains("望溪小学", own.Text);
        Assert.DoesNotContain("白鹭小学", own.Text);
        Assert.NotEqual(HttpStatusCode.OK, (await clerk.Open($"/construction/items/{item}/report")).Status);
    }

    private static async Task<Junheng.Platform.Access.Imports.ImportOutcome> Run(TestScope scope, Guid set, string table)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(table));
        using var file = await SheetReader.Open(content, "works.csv");
        return await scope.Get<WorksImport>().Run(set, file);
    }

    private static StandardItem Item(string name = "小剧场") => new(new("标准", "试行版", "文件", null), name, "个", 1);

    private static StandardWork Work(double? planned, double? done, bool finished)
    {
        var work = new StandardWork(Guid.CreateVersion7(), Guid.CreateVersion7());
        work.Report(new(planned, done, null, finished ? new(2023, 5, 1) : null, null));
        return work;
    }
}
