using System.Security.Cryptography;
using Junheng.Platform.Data;
using Junheng.Platform.Jobs;
using Junheng.Platform.Rules;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Surveys.Frames;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Surveys;

/// <summary>Takes a campaign from draft to open to closed. What the intake knows follows the campaign: publishing it again is harmless.</summary>
public sealed class Openings(JunhengDb db, SurveyCampaigns campaigns, CampaignFrames frames, CampaignQuestionnaires copies, IntakeStore intake, JobQueue jobs, TimeProvider clock)
{
    private const int SecretLength = 32;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What is missing before it can open, and what should be looked at.</summary>
    public async Task<IReadOnlyList<Obstacle>> Check(SurveyCampaign campaign, IReadOnlyList<SurveyCell> cells, CancellationToken cancellation = default)
    {
        var district = await frames.District(campaign.OrganisationId, cancellation);
        return [.. OpeningCheck.Of(campaign, copies.Of(campaign), cells, Coarsening.Of([.. cells.Where(c => !c.IsGroup)], district, campaign.Threshold), Now)];
    }

    /// <summary>Settles the frame and how small cells are kept, and lets answers in.</summary>
    /// <exception cref="RuleException">Something is missing.</exception>
    public async Task Open(Guid id, int version, CancellationToken cancellation = default)
    {
        db.Actor.Demand(SurveyCampaigns.Manage);
        var campaign = await campaigns.Get(id);
        db.Expect(campaign, version);
        if ((await Check(campaign, await campaigns.Cells(campaign.Number, cancellation), cancellation)).FirstOrDefault(o => o.Stops) is { } obstacle) throw new RuleException(obstacle.Text);
        await db.Write(async () =>
        {
            campaign.Open();
            await frames.Settle(campaign, cancellation);
            db.Add(new CampaignStep(campaign, StepKind.Opened, db.Actor.Name, Now));
            await db.Save(cancellation: cancellation);
        }, cancellation);
        await Publish(campaign, cancellation);
    }

    /// <summary>Gives more time, with a reason that stays.</summary>
    public async Task Extend(Guid id, int version, DateTime closes, string reason, CancellationToken cancellation = default)
    {
        db.Actor.Demand(SurveyCampaigns.Manage);
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleException(SurveyTexts.ReasonMissing, "Reason");
        var campaign = await campaigns.Get(id);
        db.Expect(campaign, version);
        campaign.Extend(closes, Now);
        db.Add(new CampaignStep(campaign, StepKind.Extended, db.Actor.Name, Now, reason));
        await db.Save(reason, cancellation);
        await Publish(campaign, cancellation);
    }

    /// <summary>Hands the campaign to the intake as it stands now. Its secret is drawn once and lives with the intake alone.</summary>
    public async Task Publish(SurveyCampaign campaign, CancellationToken cancellation = default)
    {
        var secret = intake.Published(campaign.Number)?.Secret ?? RandomNumberGenerator.GetBytes(SecretLength);
        var cells = await campaigns.Cells(campaign.Number, cancellation);
        await intake.Publish(new Publication(campaign.Number, campaign.Id, campaign.Title, campaign.Organiser, campaign.Opens, campaign.Closes, campaign.Questionnaire, secret,
            [.. cells.Where(c => !c.IsGroup).Select(c => new PublishedCell(c.Number, c.Class, c.Place, c.StoredAs, c.Open))], campaign.OnSiteList));
    }

    /// <summary>Orders the closing; the campaign takes no answer from now on. While one is under way it is that one; after a failure it goes on where it broke off.</summary>
    /// <returns>The job.</returns>
    public async Task<Guid> Close(Guid id, CancellationToken cancellation = default)
    {
        db.Actor.Demand(SurveyCampaigns.Manage);
        var campaign = await campaigns.Get(id);
        var orders = await db.Set<CampaignStep>().CountAsync(s => s.CampaignId == id && s.Kind == StepKind.Closing, cancellation);
        var key = KeyOf(campaign, orders);
        if (orders > 0 && await db.Set<Job>().AsNoTracking().SingleOrDefaultAsync(j => j.UniqueKey == key, cancellation) is { IsOver: false } running) return running.Id;
        return await db.Write(async () =>
        {
            campaign.BeginClosing();
            db.Add(new CampaignStep(campaign, StepKind.Closing, db.Actor.Name, Now));
            var job = await jobs.Enqueue<CloseCampaign>(campaign.Id, KeyOf(campaign, orders + 1), cancellation: cancellation);
            await db.Save(cancellation: cancellation);
            return job.Id;
        }, cancellation);
    }

    private static string KeyOf(SurveyCampaign campaign, int order) => $"surveys.close:{campaign.Id:N}:{order}";
}
