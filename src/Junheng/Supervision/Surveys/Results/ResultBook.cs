using System.Collections.Concurrent;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Disclosures;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Results;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Surveys.Frames;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Surveys.Results;

/// <summary>Results of closed campaigns: computed once from the intake's answers, stored, and read by pages. Nothing is computed when a page opens.</summary>
public sealed class ResultBook(JunhengDb db, IntakeStore intake, ResultShelf shelf, TimeProvider clock)
{
    /// <summary>Computes and stores; a second call finds what is there. The intake must have closed the campaign.</summary>
    public async Task Compute(SurveyCampaign campaign, CancellationToken cancellation = default)
    {
        if (await db.Set<StoredResult>().AnyAsync(r => r.Campaign == campaign.Number, cancellation)) return;
        await Store(campaign, intake.Answers(campaign.Number), cancellation);
    }

    internal async Task Store(SurveyCampaign campaign, IEnumerable<StoredAnswer> answers, CancellationToken cancellation = default)
    {
        var questionnaire = QuestionnaireFormat.Read(campaign.Questionnaire);
        var frame = await Frame(campaign, cancellation);
        var started = clock.GetTimestamp();
        var results = SurveyResults.Of(questionnaire, frame, answers, new Disclosure(campaign.Threshold));
        var content = ResultCode.Write(results);
        var row = new StoredResult
        {
            Campaign = campaign.Number,
            CampaignId = campaign.Id,
            District = campaign.OrganisationId,
            Questionnaire = questionnaire.Key,
            Edition = questionnaire.Edition,
            Received = results.Quality[0].Received,
            Valid = results.Quality[0].Valid,
            At = clock.GetUtcNow().UtcDateTime,
            Milliseconds = clock.GetElapsedTime(started).TotalMilliseconds,
            Content = content,
        };
        await db.Write(async () =>
        {
            db.Add(row);
            await db.Save(cancellation: cancellation);
        }, cancellation);
    }

    /// <summary>Null while there are none: the campaign is not closed, or is closing.</summary>
    /// <param name="campaign">As <see cref="SurveyCampaigns"/> found it for the actor.</param>
    public async Task<SurveyResults?> Of(SurveyCampaign campaign, CancellationToken cancellation = default)
    {
        db.Actor.Demand(SurveyCampaigns.Read);
        if (campaign.State != CampaignState.Closed) return null;
        if (shelf.Find(campaign.Id) is { } known) return known;
        var content = await db.Set<StoredResult>().Where(r => r.Campaign == campaign.Number).Select(r => r.Content).SingleOrDefaultAsync(cancellation);
        return content is null ? null : shelf.Keep(campaign.Id, ResultCode.Read(QuestionnaireFormat.Read(campaign.Questionnaire), content));
    }

    /// <summary>One item by another within a class, counted from the answers when it is asked for; null while the campaign is not closed.</summary>
    public async Task<CrossTab?> Cross(SurveyCampaign campaign, string respondentClass, string first, string second, CancellationToken cancellation = default)
    {
        if (await Of(campaign, cancellation) is not { } results || results.Find(first)?.Variable is not { } a || results.Find(second)?.Variable is not { } b || !CrossTab.Takes(a) || !CrossTab.Takes(b)) return null;
        var frame = await Frame(campaign, cancellation);
        return CrossTab.Of(results.Questionnaire, frame, intake.Answers(campaign.Number), respondentClass, a, b, results.Disclosure);
    }

    /// <summary>When they were computed and how long that took; null while there are none.</summary>
    public async Task<StoredResult?> Stored(SurveyCampaign campaign, CancellationToken cancellation = default) =>
        await db.Set<StoredResult>().AsNoTracking().SingleOrDefaultAsync(r => r.Campaign == campaign.Number, cancellation);

    /// <summary>The whole frame of a campaign, whatever part of it the actor may see.</summary>
    internal async Task<IReadOnlyList<FrameCell>> Frame(SurveyCampaign campaign, CancellationToken cancellation)
    {
        var cells = await db.Set<SurveyCell>().IgnoreQueryFilters([Conventions.ScopeFilter]).AsNoTracking()
            .Where(c => c.Campaign == campaign.Number && !c.IsGroup).OrderBy(c => c.Number).ToListAsync(cancellation);
        return [.. cells.Select(c => new FrameCell(c.Number, c.Class, c.Place, c.Town ?? "", c.Size, c.StoredAs))];
    }
}

/// <summary>Results read lately. They never change, so that they need no age.</summary>
public sealed class ResultShelf
{
    private const int Most = 12;

    private readonly ConcurrentDictionary<Guid, SurveyResults> kept = new();

    public SurveyResults? Find(Guid campaign) => kept.GetValueOrDefault(campaign);

    public SurveyResults Keep(Guid campaign, SurveyResults results)
    {
        if (kept.Count >= Most) kept.Clear();
        return kept.GetOrAdd(campaign, results);
    }
}
