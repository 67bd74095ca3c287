using Junheng.Core.Indicators;
using Junheng.Core.Surveys.Results;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Supervision.Surveys.Results;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Supervision.Surveys.Results;

public sealed class ResultBookTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task Results_are_computed_once_at_closing_and_read_from_the_store()
    {
        var district = await District.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        var campaign = await ClosedCampaign.Make(district, scope);
        var book = scope.Get<ResultBook>();
        await book.Compute(campaign);
        Assert.Equal(1, await scope.Db.Set<StoredResult>().CountAsync(r => r.Campaign == campaign.Number));
        var results = (await book.Of(campaign))!;
        var parents = results.ClassCut("parent")!;
        Assert.Equal((60, 60, 140), (parents.Received, parents.Valid, parents.Size!.Value));
        Assert.Equal(Verdict.Fails, results.Figure("overall")![parents]!.Verdict);
        Assert.True(results.Find("Q1")![results.ClassCut("head")!]!.Suppressed);
        Assert.Equal((60, 140), (results.Find("Q1")![results.All]!.Answered, results.Find("Q1")![results.All]!.Population!.Value));
        Assert.Equal(["head"], results.Find("Q1")![results.All]!.LeftOut);
        Assert.Equal((64, campaign.Id), ((await book.Stored(campaign))!.Received, (await book.Stored(campaign))!.CampaignId));
        var cross = (await book.Cross(campaign, "parent", "Q1", "S1"))!;
        Assert.Equal(60, cross.Answered);
        Assert.Null(await book.Cross(campaign, "parent", "Q1", "T1"));
    }

    [Fact]
    public async Task While_a_campaign_is_open_it_has_no_results()
    {
        var district = await District.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        var campaign = await ClosedCampaign.Make(district, scope, close: false);
        await Assert.ThrowsAsync<RuleException>(() => scope.Get<ResultBook>().Compute(campaign));
        Assert.Null(await scope.Get<ResultBook>().Of(campaign));
    }

    [Fact]
    public async Task An_evidence_sentence_says_everything_and_its_reference_finds_it_again()
    {
        var district = await District.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        var campaign = await ClosedCampaign.Make(district, scope);
        var results = (await scope.Get<ResultBook>().Of(campaign))!;
        var parents = results.ClassCut("parent")!;
        var evidence = Evidence.Of(campaign, results, parents, results.Find("Q1")!, [2])!;
        Assert.StartsWith("2026年3月“满意度”问卷调查显示，家长在“您对学校是否'满意'？”一题中选择“满意”的有44人，占作答60人的73.33%（44/60 = 73.33%；应答对象140人，95%置信区间", evidence.Sentence);
        Assert.Equal(evidence, Evidence.Find(evidence.Reference, campaign, results));
        var figure = Evidence.Of(campaign, results, parents, results.Figure("overall")!)!;
        Assert.Contains("家长的总体满意度为84.62%（44/52 = 84.62%；作答52人", figure.Sentence);
        Assert.Equal(figure, Evidence.Find(figure.Reference, campaign, results));
        Assert.Null(Evidence.Of(campaign, results, results.ClassCut("head")!, results.Find("Q1")!, [2]));
        foreach (var wrong in new[] { "", "survey:", "survey:x/all/Q1/2", $"survey:{campaign.Number}/all", $"survey:{campaign.Number}/class.parent/Q1/99", $"survey:{campaign.Number}/class.parent/Q1/-1", $"survey:{campaign.Number}/class.parent/figure:none" })
            Assert.Null(Evidence.Find(wrong, campaign, results));
    }

    [Fact]
    public async Task A_line_over_years_breaks_where_the_rule_or_the_item_changed()
    {
        var district = await District.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        var questionnaire = ClosedCampaign.Questionnaire with { Key = "trend" };
        DateTime Year(int year) => new(year, 3, 20, 0, 0, 0, DateTimeKind.Utc);
        await ClosedCampaign.Make(district, scope, questionnaire, Year(2024));
        await ClosedCampaign.Make(district, scope, questionnaire with { Edition = 2 }, Year(2025));
        var latest = await ClosedCampaign.Make(district, scope, questionnaire with { Edition = 3, Figures = [questionnaire.Figures[0] with { ApartLeaves = false }] }, Year(2026));
        var points = await scope.Get<Trends>().Figure(latest, "overall", "parent");
        Assert.Equal([false, false, true], points.Select(p => p.Breaks));
        Assert.Equal(["84.62%", "84.62%", "73.33%"], points.Select(p => ResultTexts.Percent(p.Cell!.Share.Value)));
        var items = await scope.Get<Trends>().Item(latest, "Q1", "parent");
        Assert.Equal([false, false, false], items.Select(p => p.Breaks));
        var compared = Contrasts.BetweenYears([.. items.Select(i => (i.Campaign.Title, i.Cell, (IReadOnlyList<int>)[2]))]);
        Assert.Equal(["不能断定有差异", "不能断定有差异"], compared.Select(ResultTexts.Compared));
    }
}
