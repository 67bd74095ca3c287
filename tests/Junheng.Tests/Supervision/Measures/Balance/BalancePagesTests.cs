using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Junheng.Platform.Access;
using Junheng.Platform.Jobs;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Measures.Balance;

public sealed class BalancePagesTests(TestDatabase database) : DataTests(database)
{
    private const string Repair = "/measures/quality-balance/repair";
    private const string WhatIf = "/measures/quality-balance/what-if";
    private const string Failing = Repair + "?indicator=L2&stage=primary&period=2023";

    [Fact]
    public async Task The_page_lists_dispersions_and_leads_from_one_that_fails_to_its_repair()
    {
        using var officer = await Visitor(Roles.Officer);
        var page = await officer.Open(Repair);
        var link = page.Document.QuerySelectorAll("main a").Single(a => a.TextContent == "怎样才能达标");
        var repair = await Computed(officer, link.GetAttribute("href")!);
        Assert.Contains("测算参考，不作为人员调配依据", repair.Text);
        Assert.Contains("已证明最优", repair.Text);
        Assert.Contains("0.604", repair.Text);
        Assert.NotEmpty(repair.Document.QuerySelectorAll("table td[data-label=调出]"));
        Assert.Contains("调整后全部仍然达标", repair.Text);
    }

    [Fact]
    public async Task Caps_that_leave_no_repair_are_answered_with_alternatives()
    {
        using var officer = await Visitor(Roles.Officer);
        var page = await Computed(officer, Failing + "&sent=1&maxOut=1");
        Assert.Contains("不能仅靠调配解决", page.Text);
        Assert.NotEmpty(page.Document.QuerySelectorAll("details.balance-other"));
        Assert.Contains("每校最多调出 1", page.Text);
    }

    [Fact]
    public async Task The_plan_leaves_as_a_workbook_that_says_it_is_no_order()
    {
        using var officer = await Visitor(Roles.Officer);
        var page = await Computed(officer, Failing);
        var response = await officer.Client.GetAsync(page.Document.QuerySelector("main a[download]")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var book = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var texts = new StreamReader(book.GetEntry("xl/sharedStrings.xml")!.Open());
        var words = await texts.ReadToEndAsync();
        Assert.All(new[] { "测算参考，不作为人员调配依据", "已证明最优", MeasuredDistrict.Name(1), "距离（公里）" }, word => Assert.Contains(word, words));
    }

    [Fact]
    public async Task One_click_lays_the_plan_into_a_what_if()
    {
        using var officer = await Visitor(Roles.Officer);
        var repair = await Computed(officer, Failing);
        var whatIf = await officer.Open(repair.Document.QuerySelectorAll("main a").First(a => a.TextContent.Contains("代入假设推演")).GetAttribute("href")!);
        var line = whatIf.Document.QuerySelectorAll("[data-outcome] tr").First(row => row.TextContent.Contains("L2") && row.TextContent.Contains("小学"));
        Assert.Contains("原未达标", line.TextContent);
        Assert.Contains("已改动", whatIf.Text);
    }

    [Fact]
    public async Task A_typed_value_changes_what_depends_on_it_by_form_by_fragment_and_as_figures()
    {
        using var officer = await Visitor(Roles.Officer);
        var measured = await MeasuredDistrict.In(Database);
        var query = $"?period=2023&school={measured.Number(2)}&at={measured.Number(2)}&v.primary.teachers_backbone=15";
        var page = await officer.Open(WhatIf + query);
        Assert.Contains("改动 1 处", page.Text);
        var fragment = await officer.Client.GetStringAsync(WhatIf + "/outcome" + query);
        Assert.Contains("改动 1 处", fragment);
        Assert.DoesNotContain("<html", fragment, StringComparison.Ordinal);
        var figures = JsonDocument.Parse(await officer.Client.GetStringAsync("/api/measures/quality-balance/what-if" + query)).RootElement;
        var spread = figures.GetProperty("dispersion").EnumerateArray().Single(it => it.GetProperty("indicator").GetString() == "L2" && it.GetProperty("stage").GetString() == "primary");
        Assert.True(spread.GetProperty("cv").GetDouble() < 0.604);
        var shared = await officer.Open(WhatIf + "?period=2023&s=" + figures.GetProperty("scenario").GetString());
        Assert.Contains("改动 1 处", shared.Text);
        Assert.Contains(MeasuredDistrict.Name(2), shared.Document.QuerySelector(".what-if-edits")!.TextContent);
    }

    [Theory]
    [InlineData("v.primary.teachers_backbone=many", "不是数字")]
    [InlineData("v.primary.teachers_backbone=-1", "不能为负数")]
    [InlineData("s=nonsense", "推演链接不完整")]
    public async Task What_cannot_be_read_is_said_and_changes_nothing(string parameter, string says)
    {
        using var officer = await Visitor(Roles.Officer);
        var measured = await MeasuredDistrict.In(Database);
        var page = await officer.Open($"{WhatIf}?period=2023&school={measured.Number(2)}&at={measured.Number(2)}&{parameter}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(says, page.Text);
        Assert.Contains("改动 0 处", page.Text);
    }

    [Fact]
    public async Task What_takes_long_is_computed_behind_and_read_from_there()
    {
        using var officer = await Visitor(Roles.Officer);
        var waiting = await officer.Open(Failing + "&background=1");
        Assert.Contains("在后台测算", waiting.Text);
        var done = await Behind(officer, waiting);
        Assert.True(done.Text.Contains("已证明最优"), done.Text);
        Assert.Equal(HttpStatusCode.OK, (await officer.Client.GetAsync(done.Path.Replace("/repair", "/repair/export", StringComparison.Ordinal))).StatusCode);
    }

    [Theory]
    [InlineData("SCHOOL1", Roles.Clerk, HttpStatusCode.Forbidden)]
    [InlineData("FINANCE", Roles.Contact, HttpStatusCode.Forbidden)]
    public async Task Whoever_may_not_see_the_whole_district_sees_neither(string unit, string role, HttpStatusCode expected)
    {
        using var visitor = await Visitor(role, unit);
        foreach (var path in new[] { Failing, WhatIf, WhatIf + "/outcome", "/api/measures/quality-balance/what-if", Failing.Replace("repair", "repair/export", StringComparison.Ordinal) })
            Assert.Equal(expected, (await visitor.Open(path)).Status);
    }

    [Fact]
    public async Task A_district_out_of_reach_is_not_found()
    {
        using var officer = await Visitor(Roles.Officer);
        foreach (var path in new[] { Failing + "&district=987654", WhatIf + "?district=987654", "/measures/nothing/repair" })
            Assert.Equal(HttpStatusCode.NotFound, (await officer.Open(path)).Status);
    }

    /// <summary>A repair as somebody gets it on a busy machine too: behind, where it takes longer than a page waits.</summary>
    private async Task<TestPage> Computed(TestVisitor visitor, string path)
    {
        var page = await visitor.Open(path);
        return page.Text.Contains("在后台测算", StringComparison.Ordinal) ? await Behind(visitor, page) : page;
    }

    private async Task<TestPage> Behind(TestVisitor visitor, TestPage waiting)
    {
        var page = await visitor.Submit(waiting, [], "main form.action-form");
        Assert.Contains("job=", page.Path, StringComparison.Ordinal);
        for (var turn = 0; turn < 200 && page.Document.QuerySelector("job-progress") is not null; turn++)
        {
            // The application runs jobs too: whoever claims it first.
            await using (var scope = Database.AsSystem()) await scope.Get<JobRunner>().RunAll();
            await Task.Delay(50);
            page = await visitor.Open(page.Path);
        }

        return page;
    }

    private async Task<TestVisitor> Visitor(string role, string unit = "D") => await (await MeasuredDistrict.In(Database)).District.Visitor(unit, role);
}
