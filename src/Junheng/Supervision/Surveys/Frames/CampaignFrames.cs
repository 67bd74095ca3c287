using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Surveys.Frames;

/// <summary>The only writer of frames while a campaign is a draft: who could answer, and how many of them there are.</summary>
public sealed class CampaignFrames(JunhengDb db, FrameSource source, SurveyCampaigns campaigns)
{
    /// <summary>Draws the frame from the register and the ledger. Numbers typed before are kept where their school or town is still asked.</summary>
    public async Task<int> Draw(Guid id, CancellationToken cancellation = default)
    {
        var campaign = await Draft(id);
        var ground = await source.Read(campaign.OrganisationId, cancellation);
        var typed = (await campaigns.Cells(campaign.Number, cancellation)).Where(c => c.Origin == SizeOrigin.Typed).ToDictionary(c => (c.OrganisationId, c.Class), c => c.Size);
        var cells = new List<SurveyCell>();
        foreach (var place in ground.Places)
            foreach (var (respondents, level) in campaign.ClassList)
            {
                if (level != place.Level || !ground.Asks(place, respondents)) continue;
                var cell = new SurveyCell(campaign.Number, cells.Count + 1, place, respondents);
                if (typed.TryGetValue((place.Id, respondents), out var size)) cell.Count(size, SizeOrigin.Typed);
                else cell.Count(ground.Size(place, respondents, out var origin), origin);
                cells.Add(cell);
            }
        await Replace(campaign, cells, cancellation);
        return cells.Count;
    }

    /// <summary>Types the numbers of one place.</summary>
    /// <param name="sizes">By number of the cell; null = unknown.</param>
    /// <param name="open">Cells anybody with the poster may answer.</param>
    public async Task Count(Guid id, IReadOnlyDictionary<int, int?> sizes, IReadOnlySet<int> open, CancellationToken cancellation = default)
    {
        var campaign = await Draft(id);
        var numbers = sizes.Keys.ToArray();
        var cells = await db.Set<SurveyCell>().Where(c => c.Campaign == campaign.Number && numbers.Contains(c.Number)).ToListAsync(cancellation);
        foreach (var cell in cells)
        {
            if (sizes[cell.Number] is < 0 or > 1_000_000) throw new RuleException(SurveyTexts.SizeOutOfRange(cell.Place));
            if (cell.Size != sizes[cell.Number]) cell.Count(sizes[cell.Number], SizeOrigin.Typed);
            cell.Allow(open.Contains(cell.Number));
        }
        await db.Save(cancellation: cancellation);
    }

    /// <summary>Decides how small cells are kept, and keeps it: from now on the frame stands.</summary>
    internal async Task<Coarsening> Settle(SurveyCampaign campaign, CancellationToken cancellation)
    {
        var cells = await db.Set<SurveyCell>().Where(c => c.Campaign == campaign.Number && !c.IsGroup).OrderBy(c => c.Number).ToListAsync(cancellation);
        var coarsening = Coarsening.Of(cells, await District(campaign.OrganisationId, cancellation), campaign.Threshold);
        foreach (var cell in cells) cell.KeepAs(coarsening.StoredAs[cell.Number]);
        await Replace(campaign, [.. cells, .. coarsening.Groups], cancellation);
        return coarsening;
    }

    public async Task<CellPlace> District(Guid id, CancellationToken cancellation = default) =>
        new(id, CellLevel.District, await db.Set<Organisation>().Where(o => o.Id == id).Select(o => o.Name).SingleAsync(cancellation));

    private Task Replace(SurveyCampaign campaign, IReadOnlyCollection<SurveyCell> cells, CancellationToken cancellation) => db.Write(async () =>
    {
        db.ChangeTracker.Entries<SurveyCell>().ToList().ForEach(e => e.State = EntityState.Detached);
        await db.Set<SurveyCell>().Where(c => c.Campaign == campaign.Number).ExecuteDeleteAsync(cancellation);
        await db.InsertAll(SurveyCell.Table, cells, cancellation);
        // Rows written in bulk leave no trace of their own: the campaign they belong to does.
        db.Entry(campaign).State = EntityState.Modified;
        await db.Save(cancellation: cancellation);
    }, cancellation);

    private async Task<SurveyCampaign> Draft(Guid id)
    {
        db.Actor.Demand(SurveyCampaigns.Manage);
        var campaign = await campaigns.Get(id);
        return campaign.State == CampaignState.Draft ? campaign : throw new RuleException(SurveyTexts.FrameStands);
    }
}
