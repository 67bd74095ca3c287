using System.Net;
using System.Text;
using Junheng.Core.Indicators.Targets;
using Junheng.Core.Quantities;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Supervision.Targets;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Targets;

public sealed class TargetsTests(TestDatabase database) : DataTests(database)
{
    private static TargetDraft Draft(string title, DateOnly? deadline = null, int? years = null, DateOnly? start = null) => new(title, Bound.Ge, 95, null, "%", deadline, years, start, null);

    [Fact]
    public async Task Values_with_evidence_move_a_target_and_one_without_is_refused()
    {
        var district = await District.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        var targets = scope.Get<Junheng.Supervision.Targets.Targets>();
        var target = await targets.Register(Draft("普惠率", new(2099, 12, 31)));
        Assert.Equal(Attainment.Unknown, (await targets.Standing(target.Id)).State);
        await Assert.ThrowsAsync<RuleException>(() => targets.Report(target.Id, new(2020, 1, 1), 94, " ", null, null));
        await Assert.ThrowsAsync<RuleException>(() => targets.Report(target.Id, new(2098, 1, 1), 94, "来源", null, null));
        using var scan = new MemoryStream(Encoding.UTF8.GetBytes("统计表"));
        await targets.Report(target.Id, new(2020, 1, 1), 94.999, "统计年报", scan, "年报.txt");
        Assert.Equal(Attainment.UnderWay, (await targets.Standing(target.Id)).State);
        await targets.Report(target.Id, new(2021, 1, 1), 95, "统计年报", null, null);
        var standing = await targets.Standing(target.Id);
        Assert.Equal((Attainment.Reached, "年报.txt"), (standing.State, standing.Reported[0].FileName));
        var (content, _) = await targets.Evidence(standing.Reported[0].Id);
        await using (content) Assert.Equal("统计表", await new StreamReader(content).ReadToEndAsync());
    }

    [Fact]
    public async Task Within_years_cannot_be_told_until_its_beginning_is_entered_with_a_reason()
    {
        var district = await District.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        var targets = scope.Get<Junheng.Supervision.Targets.Targets>();
        var target = await targets.Register(Draft("托额", years: 3));
        await targets.Report(target.Id, new(2020, 1, 1), 90, "台账", null, null);
        var standing = await targets.Standing(target.Id);
        Assert.Equal((Attainment.Unknown, "缺起算日期，期限无法确定"), (standing.State, TargetTexts.Why(standing)));
        await Assert.ThrowsAsync<RuleException>(() => targets.Change(target.Id, target.Version, Draft("托额", years: 3, start: new(2097, 1, 1)), ""));
        await targets.Change(target.Id, target.Version, Draft("托额", years: 3, start: new(2097, 1, 1)), "文件印发日期补录");
        Assert.Equal(Attainment.UnderWay, (await targets.Standing(target.Id)).State);
    }

    [Fact]
    public void Two_deadlines_and_a_range_without_its_upper_end_are_refused()
    {
        Assert.Throws<RuleException>(() => new DistrictTarget(Guid.CreateVersion7(), Draft("目标", new(2025, 12, 31), 3), null, null));
        Assert.Throws<RuleException>(() => new DistrictTarget(Guid.CreateVersion7(), Draft("目标") with { Bound = Bound.Range }, null, null));
        Assert.Throws<RuleException>(() => new DistrictTarget(Guid.CreateVersion7(), Draft("目标") with { Pack = "preschool" }, null, null));
    }

    [Fact]
    public async Task A_target_read_from_a_document_is_registered_once_with_its_deadline()
    {
        var district = await District.In(Database);
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        Guid document;
        await using (var scope = Database.AsSystem())
        {
            using var text = new MemoryStream(Encoding.UTF8.GetBytes("关于学前教育的实施意见\n\n一、主要目标\n到2025年，普惠性幼儿园覆盖率不低于95%。\n"));
            document = (await scope.Get<Junheng.Supervision.Documents.Documents>().TakeIn(text, "意见.txt", ConfidentialityLevel.District, [])).Document.Id;
        }
        var list = await officer.Open($"/targets/from/{document}");
        var link = list.Document.QuerySelectorAll("main a").First(a => a.TextContent == "登记").GetAttribute("href")!;
        var form = await officer.Open(link);
        Assert.Equal("2025-12-31", form.Document.QuerySelector("[name=Deadline]")!.GetAttribute("value"));
        var item = await officer.Submit(form, new() { ["Title"] = "普惠性幼儿园覆盖率" });
        Assert.Contains("不低于 95%", item.Text);
        Assert.Contains("已登记", (await officer.Open($"/targets/from/{document}")).Text);
        Assert.Contains("普惠性幼儿园覆盖率", (await officer.Open("/targets")).Text);
        using var clerk = await district.Visitor("SCHOOL1", Roles.Clerk);
        Assert.NotEqual(HttpStatusCode.OK, (await clerk.Open("/targets")).Status);
    }
}
