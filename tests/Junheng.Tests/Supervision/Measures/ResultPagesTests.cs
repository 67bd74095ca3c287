using System.Net;
using Junheng.Core.Indicators;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Sheets;
using Junheng.Supervision.Measures;
using Junheng.Supervision.Measures.Runs;
using Junheng.Supervision.Schools.Lists;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Supervision.Measures;

/// <summary>The pages of results over HTTP: schools and facts imported, computed by the job that publishing orders.</summary>
public sealed class ResultPagesTests(TestDatabase database) : DataTests(database)
{
    private const string Pack = "/measures/quality-balance";

    [Fact]
    public async Task The_scoreboard_says_what_fails_and_what_an_unknown_item_waits_for()
    {
        using var officer = await Officer();
        var page = await officer.Open(Pack);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var rows = page.Document.QuerySelectorAll(".table-data tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(rows, r => r.Contains("所有学校七项指标达标") && r.Contains("未达标"));
        var unknown = rows.First(r => r.Contains("社会认可度"));
        Assert.Contains("无法判断", unknown);
        Assert.Contains("待区主管部门提供", unknown);
        Assert.Contains("据转载，待核对原文", unknown);
        Assert.Contains("数据版本", page.Text);
    }

    [Fact]
    public async Task Every_view_opens_for_each_period_and_an_unknown_standard_is_not_found()
    {
        using var officer = await Officer();
        foreach (var view in new[] { "", "/heat", "/dispersion", "/trends", "/map" })
            foreach (var period in new[] { "", "?period=2022" })
                Assert.Equal(HttpStatusCode.OK, (await officer.Open(Pack + view + period)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Open("/measures/nothing")).Status);
    }

    [Fact]
    public async Task The_heat_map_marks_each_school_by_sign_and_word_not_by_colour_alone()
    {
        using var officer = await Officer();
        var page = await officer.Open(Pack + "/heat");
        Assert.Equal(MeasuredDistrict.Schools, page.Document.QuerySelectorAll(".heat-table tbody tr").Length);
        var failing = page.Document.QuerySelector(".heat-table td.heat-bad")!;
        Assert.Contains("▼", failing.TextContent);
        Assert.Contains("未达标", failing.TextContent);
    }

    [Fact]
    public async Task Dispersion_is_weighted_shows_the_limit_and_who_pulls_it_with_all_parts_making_a_whole()
    {
        using var officer = await Officer();
        var page = await officer.Open(Pack + "/dispersion?indicator=L2&stage=primary");
        Assert.Contains("标准差按学生数加权", page.Text);
        Assert.Contains("不加权的", page.Text);
        var parts = page.Document.QuerySelectorAll("table").Last().QuerySelectorAll("tbody tr td:last-child").Select(c => double.Parse(c.TextContent.TrimEnd('%'))).ToList();
        Assert.Equal(MeasuredDistrict.Schools, parts.Count);
        Assert.Equal(100, parts.Sum(), 0);
        Assert.Equal(parts.OrderDescending(), parts);
        Assert.Contains(page.Document.QuerySelectorAll("data-chart"), c => c.GetAttribute("aria-label")!.Contains("洛伦兹曲线"));
    }

    [Fact]
    public async Task A_figure_leads_to_its_formula_and_to_the_cell_of_the_file_it_came_in()
    {
        var measured = await MeasuredDistrict.In(Database);
        using var officer = await Officer();
        var heat = await officer.Open(Pack + "/heat");
        var link = heat.Document.QuerySelectorAll(".heat-table tbody tr").First(r => r.TextContent.Contains(MeasuredDistrict.Name(3))).QuerySelectorAll("td a")[1];
        var page = await officer.Open(link.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("teachers_backbone", page.Document.QuerySelector("code")!.TextContent);
        Assert.Contains("facts.csv", page.Text);
        Assert.Matches("第 \\d+ 行 E\\d+ 格", page.Text);
        Assert.Contains("学校填报", page.Text);
        Assert.Contains(MeasuredDistrict.Backbone(3).ToString(), page.Text);
    }

    [Fact]
    public async Task A_clerk_sees_the_own_school_and_a_distribution_but_never_another_name()
    {
        var measured = await MeasuredDistrict.In(Database);
        using var clerk = await measured.District.Visitor(MeasuredDistrict.Code(4), Roles.Clerk);
        var own = await clerk.Open("/measures/schools");
        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.Contains(MeasuredDistrict.Name(4), own.Text);
        Assert.Contains("与同类学校比较", own.Text);
        Assert.NotEmpty(own.Document.QuerySelectorAll("data-chart"));
        foreach (var other in Enumerable.Range(1, MeasuredDistrict.Schools).Where(n => n != 4))
        {
            Assert.DoesNotContain(MeasuredDistrict.Name(other), own.Html);
            Assert.DoesNotContain(MeasuredDistrict.Code(other), own.Html);
        }
    }

    [Fact]
    public async Task A_clerk_finds_neither_other_schools_nor_the_districts_boards()
    {
        var measured = await MeasuredDistrict.In(Database);
        using var clerk = await measured.District.Visitor(MeasuredDistrict.Code(4), Roles.Clerk);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Open($"/measures/schools/{measured.Number(5)}")).Status);
        foreach (var path in new[] { "/measures", Pack, Pack + "/heat", Pack + "/dispersion", Pack + "/map", Pack + "/export", "/measures/packs" })
            Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Open(path)).Status);
        var run = await Run();
        Assert.Equal(HttpStatusCode.OK, (await clerk.Open(Lineage.Path(run.Id, Lineage.OfIndicator, "L2", Stage.Primary, measured.Number(4)))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Open(Lineage.Path(run.Id, Lineage.OfIndicator, "L2", Stage.Primary, measured.Number(5)))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Open(Lineage.Path(run.Id, Lineage.OfCriterion, "1.1", Stage.Shared, run.District))).Status);
    }

    [Fact]
    public async Task Results_are_stored_with_what_they_stand_on_and_computing_again_changes_nothing()
    {
        await MeasuredDistrict.In(Database);
        var run = await Run();
        Assert.Equal((64, Verdict.Fails, "verified-first"), (run.PackHash.Length, run.Verdict, run.Precedence));
        Assert.True(run.DataVersion > 0);
        await using var scope = Database.AsSystem();
        Assert.Equal(0, (await scope.Get<EvaluationRuns>().BringUpToDate(run.District)).Runs);
        Assert.Equal(MeasuredDistrict.Schools, await scope.Db.Set<ValueRow>().CountAsync(v => v.Run == run.Id && v.Indicator == (short)run.Indicators.IndexOf("L2") && v.Stage == Stage.Primary));
    }

    [Fact]
    public async Task A_frozen_list_says_who_takes_part_and_is_named()
    {
        var measured = await MeasuredDistrict.In(Database);
        await using var scope = Database.AsSystem();
        var lists = scope.Get<SchoolLists>();
        var district = await scope.Db.Set<Organisation>().SingleAsync(o => o.Code == "D");
        var list = await lists.Draw(district.Id, ListPurpose.QualityBalance, new DateOnly(2022, 9, 1), null);
        await lists.Decide(list.Id, measured.District.Units[MeasuredDistrict.Code(12)].Id, Stage.Primary, ListState.Excluded, "已列入撤并计划");
        await lists.Freeze(list.Id, (await lists.Get(list.Id)).Version);
        await scope.Get<EvaluationRuns>().BringUpToDate(district.Number);
        using var officer = await Officer();
        var page = await officer.Open(Pack + "?period=2022");
        Assert.Contains("优质均衡参评校名单（2022年9月1日），已冻结，11 所学校", page.Text);
        Assert.Contains("已列入撤并计划", page.Text);
        Assert.DoesNotContain("已冻结", (await officer.Open(Pack + "?period=2023")).Text);
    }

    [Fact]
    public async Task The_workbook_carries_results_formulas_as_text_and_sources()
    {
        using var officer = await Officer();
        using var file = new MemoryStream(await officer.Client.GetByteArrayAsync(Pack + "/export"));
        using var book = await SheetReader.Open(file, "导出.xlsx");
        Assert.Equal(["看板", "离散程度", "学校", "公式与来源", "说明"], book.Sheets.Select(s => s.Name));
    }

    private async Task<TestVisitor> Officer() => await (await MeasuredDistrict.In(Database)).District.Visitor("OFFICE", Roles.Officer);

    private async Task<EvaluationRun> Run()
    {
        await using var scope = Database.AsSystem();
        return (await scope.Db.Set<EvaluationRun>().Where(r => r.Pack == "quality-balance" && r.Current).ToListAsync()).MaxBy(r => r.PeriodKey)!;
    }
}
