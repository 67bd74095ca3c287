using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Jobs;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Surveys.Results;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Surveys;

/// <summary>Ends a campaign: the intake seals its answers and forgets ballots and keys, results are computed once and stored. Every step may be done again.</summary>
[JobKind("surveys.close", SurveyTexts.ClosingJob)]
public sealed class CloseCampaign(JunhengDb db, IntakeStore intake, ResultBook results, TimeProvider clock) : JobHandler
{
    public override async Task Run(JobRun run, CancellationToken cancellation)
    {
        var campaign = await db.Set<SurveyCampaign>().SingleAsync(c => c.Id == run.Read<Guid>(), cancellation);
        run.Report(5, SurveyTexts.Sealing);
        await intake.Close(campaign.Number);
        run.Report(30, SurveyTexts.Computing);
        await results.Compute(campaign, cancellation);
        run.Report(95, SurveyTexts.Storing);
        if (campaign.State == CampaignState.Closed) return;
        campaign.Close();
        db.Add(new CampaignStep(campaign, StepKind.Closed, SurveyTexts.System, clock.GetUtcNow().UtcDateTime));
        await db.Save(cancellation: cancellation);
        run.Report(100, SurveyTexts.Ready);
    }
}
