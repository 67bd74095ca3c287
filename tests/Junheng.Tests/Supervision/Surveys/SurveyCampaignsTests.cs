using Junheng.Core.Surveys.Answers;
using Junheng.Platform.Access;
using Junheng.Platform.Jobs;
using Junheng.Platform.Rules;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Surveys;
using Junheng.Supervision.Surveys.Frames;
using Junheng.Supervision.Surveys.Results;
using Junheng.Supervision.Surveys.Vouchers;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Tests.Supervision.Surveys;

public sealed class SurveyCampaignsTests(TestDatabase database) : DataTests(database)
{
    [Fact]
    public async Task The_frame_is_drawn_from_the_register_and_keeps_what_was_typed()
    {
        var district = await SurveyDistrict.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        var campaign = await SurveyDistrict.Prepared(scope, Database);
        var cells = await scope.Get<SurveyCampaigns>().Cells(campaign.Number);
        Assert.Equal([("望溪小学", "parent", 40), ("白鹭小学", "parent", 6), ("云浦区", "congress", 25)], cells.Select(c => (c.Place, c.Class, c.Size!.Value)));
        await scope.Get<CampaignFrames>().Draw(campaign.Id);
        Assert.Equal(40, (await scope.Get<SurveyCampaigns>().Cells(campaign.Number))[0].Size);
    }

    [Fact]
    public async Task Opening_fixes_the_frame_and_keeps_the_tiny_school_out_of_stored_answers_by_joining_the_other_to_it()
    {
        var district = await SurveyDistrict.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        var campaign = await Opened(scope);
        var cells = await scope.Get<SurveyCampaigns>().Cells(campaign.Number);
        Assert.Equal([false, false, true], cells.Take(3).Select(c => c.IsKept));
        Assert.Equal(cells[0].StoredAs, cells[1].StoredAs);
        Assert.True(cells.Single(c => c.Number == cells[1].StoredAs).IsGroup);
        await Assert.ThrowsAsync<RuleException>(() => scope.Get<CampaignFrames>().Draw(campaign.Id));
        await Assert.ThrowsAsync<RuleException>(() => scope.Get<SurveyCampaigns>().Change(campaign.Id, campaign.Version, SurveyDistrict.Draft(Database)));
        Assert.NotNull(scope.Get<IntakeStore>().Published(campaign.Number));
    }

    [Fact]
    public async Task A_campaign_without_a_frame_or_of_the_past_does_not_open()
    {
        var district = await SurveyDistrict.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        var empty = await scope.Get<SurveyCampaigns>().Create(SurveyDistrict.Draft(Database));
        Assert.Equal(SurveyTexts.FrameMissing, (await Assert.ThrowsAsync<RuleException>(() => scope.Get<Openings>().Open(empty.Id, empty.Version))).Message);
        var draft = SurveyDistrict.Draft(Database);
        var past = await scope.Get<SurveyCampaigns>().Create(draft with { Opens = draft.Opens.AddDays(-30), Closes = draft.Closes.AddDays(-30) });
        Assert.Equal(SurveyTexts.ClosesInPast, (await Assert.ThrowsAsync<RuleException>(() => scope.Get<Openings>().Open(past.Id, past.Version))).Message);
    }

    [Fact]
    public async Task More_time_needs_a_reason_and_reaches_the_intake()
    {
        var district = await SurveyDistrict.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        var campaign = await Opened(scope);
        var later = campaign.Closes.AddDays(3);
        await Assert.ThrowsAsync<RuleException>(() => scope.Get<Openings>().Extend(campaign.Id, campaign.Version, later, " "));
        await Assert.ThrowsAsync<RuleException>(() => scope.Get<Openings>().Extend(campaign.Id, campaign.Version, campaign.Closes.AddDays(-1), "提前"));
        await scope.Get<Openings>().Extend(campaign.Id, campaign.Version, later, "两所学校停课");
        Assert.Equal(later, scope.Get<IntakeStore>().Published(campaign.Number)!.Closes);
        Assert.Equal((StepKind.Extended, "两所学校停课"), (await scope.Get<SurveyCampaigns>().Steps(campaign.Id)).Select(s => (s.Kind, s.Reason)).First());
    }

    [Fact]
    public async Task Closing_seals_computes_once_and_may_be_run_again()
    {
        var district = await SurveyDistrict.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        var campaign = await Opened(scope);
        await Answer(scope, campaign, 1, 12, positive: 9);
        await Answer(scope, campaign, 3, 20, positive: 10);
        var board = await scope.Get<ProgressBoards>().Of(campaign, await scope.Get<SurveyCampaigns>().Cells(campaign.Number));
        Assert.Equal((null, null, 32), (board.Lines[0].Answers, board.Lines[1].Answers, board.Answers));
        Assert.Null(await scope.Get<ResultBook>().Of(campaign));
        var job = await scope.Get<Openings>().Close(campaign.Id);
        Assert.Equal(job, await scope.Get<Openings>().Close(campaign.Id));
        for (var round = 0; round < 2; round++)
        {
            await using var system = Database.AsSystem();
            var row = await system.Db.Set<Job>().SingleAsync(j => j.Id == job);
            await ActivatorUtilities.CreateInstance<CloseCampaign>(system.Get<IServiceProvider>()).Run(new JobRun(row, "test", system.Db, system.Get<IServiceProvider>()), default);
        }
        await using var after = Database.As(await district.Person("OFFICE", Roles.Leader));
        var closed = await after.Get<SurveyCampaigns>().Seen(campaign.Id);
        var results = await after.Get<ResultBook>().Of(closed);
        Assert.Equal((CampaignState.Closed, 32, 0.5), (closed.State, results!.All.Received, results.Figure("overall")![results.ClassCut("congress")!]!.Share.Value));
        Assert.Single(await after.Get<SurveyCampaigns>().Steps(campaign.Id), s => s.Kind == StepKind.Closed);
    }

    [Fact]
    public async Task Codes_and_links_are_made_for_one_cell_and_counted_in_the_course()
    {
        var district = await SurveyDistrict.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        var campaign = await Opened(scope);
        var codes = await scope.Get<CampaignVouchers>().Make(campaign.Id, VoucherKind.Codes, district.Units["SCHOOL2"].Id, "parent", 6);
        Assert.Equal(6, codes.Texts.Distinct().Count());
        Assert.NotNull(await scope.Get<IntakeStore>().FindCode(campaign.Number, codes.Texts[0]));
        var links = await scope.Get<CampaignVouchers>().Make(campaign.Id, VoucherKind.Links, district.Units["D"].Id, "congress", 3);
        Assert.All(links.Texts, l => Assert.StartsWith("https://survey.example/q/p", l));
        await Assert.ThrowsAsync<RuleException>(() => scope.Get<CampaignVouchers>().Make(campaign.Id, VoucherKind.Links, district.Units["SCHOOL1"].Id, "congress", 3));
        Assert.Equal([(StepKind.Links, (int?)3), (StepKind.Codes, 6)], (await scope.Get<SurveyCampaigns>().Steps(campaign.Id)).Take(2).Select(s => (s.Kind, s.Count)));
    }

    [Fact]
    public async Task A_school_sees_its_own_cells_of_what_was_opened_and_nothing_else()
    {
        var district = await SurveyDistrict.In(Database);
        SurveyCampaign open, draft;
        await using (var scope = Database.As(await district.Person("OFFICE", Roles.Officer)))
            (open, draft) = (await Opened(scope), await SurveyDistrict.Prepared(scope, Database, "还在准备"));
        await using var clerk = Database.As(await district.Person("SCHOOL1", Roles.Clerk));
        var campaigns = clerk.Get<SurveyCampaigns>();
        Assert.Equal(open.Title, (await campaigns.Seen(open.Id)).Title);
        await Assert.ThrowsAsync<NotFoundException>(() => campaigns.Seen(draft.Id));
        Assert.Equal("望溪小学", Assert.Single(await campaigns.Cells(open.Number)).Place);
        await Assert.ThrowsAsync<ForbiddenException>(() => clerk.Get<Openings>().Close(open.Id));
    }

    private async Task<SurveyCampaign> Opened(TestScope scope)
    {
        var campaign = await SurveyDistrict.Prepared(scope, Database);
        await scope.Get<Openings>().Open(campaign.Id, campaign.Version);
        return campaign;
    }

    private static async Task Answer(TestScope scope, SurveyCampaign campaign, int cell, int count, int positive)
    {
        var intake = scope.Get<IntakeStore>();
        for (var at = 0; at < count; at++)
        {
            var sheet = new AnswerSheet(SurveyDistrict.Questionnaire);
            sheet[0] = Junheng.Core.Surveys.Answers.Answer.Option(at < positive ? 0 : 2);
            Assert.Equal(Receipt.Accepted, await intake.Submit(Ballots.New(intake.Published(campaign.Number)!, cell), Pace.Usual, AnswerCode.ToBytes(sheet), Guid.CreateVersion7().ToByteArray()));
        }
    }
}
