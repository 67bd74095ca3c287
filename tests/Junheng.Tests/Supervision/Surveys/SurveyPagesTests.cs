using System.Net;
using System.Text;
using Junheng.Core.Surveys.Answers;
using Junheng.Platform.Access;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Surveys;
using Junheng.Supervision.Surveys.Frames;
using Junheng.Supervision.Surveys.Results;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Surveys;

public sealed class SurveyPagesTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task An_organiser_makes_checks_and_opens_a_campaign_over_pages()
    {
        var district = await SurveyDistrict.In(Database);
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        var form = await officer.Open("/surveys/new?questionnaire=social-recognition");
        var frame = await officer.Submit(form, new() { ["Title"] = "页面建立的调查", ["Organiser"] = "督导室", ["BaseAddress"] = "http://localhost:5080", ["OpensDay"] = "2026-03-01", ["ClosesDay"] = "2026-03-20" }, ".form-shell");
        Assert.Contains("望溪小学", frame.Text);
        var id = frame.Path.Split('/')[2];
        var item = await officer.Open($"/surveys/{id}");
        Assert.Contains("手机扫码打不开", item.Text);
        Assert.Contains("校长有 2 处人数过少、未知", item.Text);
        var opened = await officer.Submit(item, [], "form:has(button.btn-primary)");
        Assert.Contains("进行中", opened.Text);
        Assert.Contains("二维码海报", opened.Text);
    }

    [Fact]
    public async Task Posters_lead_to_the_intake_and_say_what_is_kept()
    {
        var (campaign, district) = await Opened();
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        var posters = await officer.Open($"/surveys/{campaign.Id}/posters");
        Assert.Equal(3, posters.Document.QuerySelectorAll(".poster").Length);
        Assert.Contains("https://survey.example/q/o", posters.Html);
        Assert.DoesNotContain("style=", posters.Document.QuerySelector("main")!.InnerHtml);
        Assert.Contains("因人数较少，答卷上不记单位", posters.Text);
    }

    [Fact]
    public async Task A_clerk_sees_the_own_schools_counts_without_other_schools_or_results()
    {
        var (campaign, district) = await Opened();
        using var clerk = await district.Visitor("SCHOOL1", Roles.Clerk);
        var progress = await clerk.Open($"/surveys/{campaign.Id}/progress");
        Assert.Contains("望溪小学", progress.Text);
        Assert.DoesNotContain("白鹭小学", progress.Text);
        Assert.NotEqual(HttpStatusCode.OK, (await clerk.Open($"/surveys/{campaign.Id}")).Status);
        Assert.Contains("https://survey.example/q/o", (await clerk.Open($"/surveys/{campaign.Id}/reminders")).Html);
    }

    [Fact]
    public async Task Slips_are_shown_once_to_whoever_made_them()
    {
        var (campaign, district) = await Opened();
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        var form = await officer.Open($"/surveys/{campaign.Id}/handouts");
        var slips = await officer.Submit(form, new() { ["Kind"] = "Codes", ["Place"] = district.Units["SCHOOL1"].Id.ToString(), ["Class"] = "parent", ["Count"] = "4" });
        Assert.Equal(4, slips.Document.QuerySelectorAll(".slip").Length);
        using var sheet = await officer.Client.GetAsync(slips.Path + "/sheet");
        Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);
        using var other = await district.Visitor("OFFICE", Roles.Officer);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Open(slips.Path)).Status);
    }

    [Fact]
    public async Task Numbers_of_persons_come_in_by_workbook_or_not_at_all()
    {
        var district = await SurveyDistrict.In(Database);
        SurveyCampaign campaign;
        await using (var scope = Database.As(await district.Person("OFFICE", Roles.Officer))) campaign = await SurveyDistrict.Prepared(scope, Database);
        await using var again = Database.As(await district.Person("OFFICE", Roles.Officer));
        var sheet = again.Get<FrameSheet>();
        var wrong = await Take("序号,单位,类别,人数\n1,望溪小学,家长,55\n2,望溪小学,家长,7\n9,白鹭小学,家长,x\n");
        Assert.Equal([3, 4], wrong.Refused.Select(r => r.Row).Distinct());
        Assert.Equal(40, (await again.Get<SurveyCampaigns>().Cells(campaign.Number))[0].Size);
        Assert.Equal(1, (await Take("序号,单位,类别,人数\n1,望溪小学,家长,55\n2,白鹭小学,家长,6\n")).Stored);
        Assert.Equal(55, (await again.Get<SurveyCampaigns>().Cells(campaign.Number))[0].Size);

        async Task<Junheng.Platform.Imports.ImportReport> Take(string csv) =>
            await sheet.Take(campaign, new("人数.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv))), default);
    }

    [Fact]
    public async Task Results_and_report_are_shown_after_closing_only_and_say_what_is_hidden()
    {
        var (campaign, district) = await Opened();
        using var leader = await district.Visitor("OFFICE", Roles.Leader);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.Open($"/surveys/{campaign.Id}/results")).Status);
        await using (var scope = Database.AsSystem())
        {
            var intake = scope.Get<IntakeStore>();
            // The tiny school took the other one into its group.
            var parents = (await scope.Get<SurveyCampaigns>().Cells(campaign.Number))[0].StoredAs;
            await intake.PutAnswers(campaign.Number, Guid.CreateVersion7(), [.. Enumerable.Range(0, 12).Select(n => Answered(parents, n < 9)), .. Enumerable.Range(0, 15).Select(n => Answered(3, n < 3))]);
            await intake.Close(campaign.Number);
            var stored = await scope.Get<SurveyCampaigns>().Get(campaign.Id);
            await scope.Get<Openings>().Close(campaign.Id);
            await scope.Get<ResultBook>().Compute(stored);
            scope.Db.Entry(stored).Property(c => c.State).CurrentValue = CampaignState.Closed;
            await scope.Db.Save();
        }
        var results = await leader.Open($"/surveys/{campaign.Id}/results");
        Assert.Contains("44.44%", results.Text);
        Assert.Contains("选“不清楚”的不计入分母", results.Text);
        foreach (var view in new[] { "items", "heat", "compare", "compare?class=parent", "texts", "quality" })
            Assert.Equal(HttpStatusCode.OK, (await leader.Open($"/surveys/{campaign.Id}/results/{view}")).Status);
        var report = await leader.Open($"/surveys/{campaign.Id}/report");
        Assert.Contains("一、调查方法", report.Text);
        Assert.Contains("75.00%", report.Text);
        Assert.DoesNotContain("style=", report.Document.QuerySelector("main")!.InnerHtml);
    }

    /// <summary>By the page: the application under test keeps publications in mind for two seconds.</summary>
    private async Task<(SurveyCampaign, Platform.Access.District)> Opened()
    {
        var district = await SurveyDistrict.In(Database);
        SurveyCampaign campaign;
        await using (var scope = Database.As(await district.Person("OFFICE", Roles.Officer))) campaign = await SurveyDistrict.Prepared(scope, Database);
        using var officer = await district.Visitor("OFFICE", Roles.Officer);
        await officer.Submit(await officer.Open($"/surveys/{campaign.Id}"), [], "form:has(button.btn-primary)");
        return (campaign, district);
    }

    private static StoredAnswer Answered(int cell, bool positive)
    {
        var sheet = new AnswerSheet(SurveyDistrict.Questionnaire);
        sheet[0] = Answer.Option(positive ? 0 : 2);
        return new(cell, Pace.Usual, AnswerCode.ToBytes(sheet));
    }
}
