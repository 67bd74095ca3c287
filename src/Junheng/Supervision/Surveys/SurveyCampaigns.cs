using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Supervision.Surveys.Frames;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Surveys;

/// <summary>Writes campaigns while they are drafts, and finds them for whoever may see them.</summary>
public sealed class SurveyCampaigns(JunhengDb db)
{
    public const string Read = "surveys.read";
    public const string Manage = "surveys.manage";
    /// <summary>A school or a town: the counts of its own cells.</summary>
    public const string Progress = "surveys.progress";
    public const string Export = "surveys.export";

    /// <summary>Every campaign of the districts the actor stands in, the newest first. The text of the questionnaire is left out.</summary>
    public async Task<IReadOnlyList<SurveyCampaign>> All(CancellationToken cancellation = default)
    {
        var campaigns = await Reachable().AsNoTracking().ToListAsync(cancellation);
        return [.. campaigns.Where(c => db.Actor.Can(Read) || c.State != CampaignState.Draft).OrderByDescending(c => c.Opens).ThenByDescending(c => c.Number)];
    }

    /// <exception cref="NotFoundException">There is none, or it lies outside the scope.</exception>
    public async Task<SurveyCampaign> Get(Guid id) => await db.Set<SurveyCampaign>().SingleOrDefaultAsync(c => c.Id == id) ?? throw new NotFoundException();

    /// <summary>As <see cref="Get"/>, but also for a school or town of the district: they see what was opened.</summary>
    public async Task<SurveyCampaign> Seen(Guid id, CancellationToken cancellation = default)
    {
        var campaign = await Reachable().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellation);
        return campaign is not null && (db.Actor.Can(Read) || campaign.State != CampaignState.Draft) ? campaign : throw new NotFoundException();
    }

    /// <summary>The cells within the actor's scope, in order; groups behind the cells they were made of.</summary>
    public Task<List<SurveyCell>> Cells(int campaign, CancellationToken cancellation = default) =>
        db.Set<SurveyCell>().AsNoTracking().Where(c => c.Campaign == campaign).OrderBy(c => c.Number).ToListAsync(cancellation);

    /// <summary>The newest first.</summary>
    public Task<List<CampaignStep>> Steps(Guid campaign, CancellationToken cancellation = default) =>
        db.Set<CampaignStep>().AsNoTracking().Where(s => s.CampaignId == campaign).OrderByDescending(s => s.At).ThenByDescending(s => s.Id).ToListAsync(cancellation);

    /// <summary>The district a new campaign belongs to.</summary>
    public async Task<Organisation> District(CancellationToken cancellation = default)
    {
        var own = db.Actor.Districts.ToArray();
        var districts = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.District || o.ParentId == null).OrderBy(o => o.Path).ToListAsync(cancellation);
        return districts.Find(d => own.Contains(d.Id)) ?? districts.Where(d => db.Actor.Scope.Holds(d.Id)).OrderByDescending(d => d.Kind == OrganisationKind.District).FirstOrDefault()
            ?? throw new NotFoundException();
    }

    public async Task<SurveyCampaign> Create(CampaignDraft draft, CancellationToken cancellation = default)
    {
        db.Actor.Demand(Manage);
        var district = await District(cancellation);
        return await db.Write(async () =>
        {
            // Numbers stand in printed links: they never come back, whosever they were.
            var last = await db.Set<SurveyCampaign>().IgnoreQueryFilters([Conventions.ScopeFilter]).MaxAsync(c => (int?)c.Number, cancellation) ?? 0;
            var campaign = new SurveyCampaign(last + 1, district.Id, draft);
            db.Add(campaign);
            await db.Save(cancellation: cancellation);
            return campaign;
        }, cancellation);
    }

    /// <summary>Changes a draft. A frame drawn for other classes stays until it is drawn again.</summary>
    public async Task Change(Guid id, int version, CampaignDraft draft)
    {
        db.Actor.Demand(Manage);
        var campaign = await Get(id);
        db.Expect(campaign, version);
        campaign.Describe(draft);
        await db.Save();
    }

    /// <summary>Says where phones find it; posters printed before lead to the old address.</summary>
    public async Task Move(Guid id, int version, string baseAddress)
    {
        db.Actor.Demand(Manage);
        var campaign = await Get(id);
        db.Expect(campaign, version);
        campaign.Move(baseAddress);
        await db.Save();
    }

    public async Task Remove(Guid id)
    {
        db.Actor.Demand(Manage);
        var campaign = await Get(id);
        if (campaign.State != CampaignState.Draft) throw new RuleException(SurveyTexts.NoDraft);
        await db.Write(async () =>
        {
            await db.Set<SurveyCell>().Where(c => c.Campaign == campaign.Number).ExecuteDeleteAsync();
            db.Remove(campaign);
            await db.Save();
        });
    }

    /// <summary>Whose scope holds the district sees its campaigns, and so does whoever stands in it.</summary>
    private IQueryable<SurveyCampaign> Reachable()
    {
        var (all, districts, visible) = (db.Actor.Scope.All, db.Actor.Districts.ToArray(), db.Actor.Scope.Organisations.ToArray());
        return db.Set<SurveyCampaign>().IgnoreQueryFilters([Conventions.ScopeFilter]).Where(c => all || districts.Contains(c.OrganisationId) || visible.Contains(c.OrganisationId));
    }
}
