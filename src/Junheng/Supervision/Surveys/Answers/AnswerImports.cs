using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Data;
using Junheng.Platform.Rules;
using Junheng.Supervision.Intake;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Surveys.Answers;

/// <summary>Takes answers that another survey tool has gathered into an open campaign: all rows or none, the same file once.</summary>
public sealed class AnswerImports(JunhengDb db, SurveyCampaigns campaigns, CampaignQuestionnaires copies, IntakeStore intake, TimeProvider clock)
{
    /// <summary>Mappings kept for the campaign's questionnaire.</summary>
    public Task<List<AnswerMapping>> Mappings(SurveyCampaign campaign) =>
        db.Set<AnswerMapping>().AsNoTracking().Where(m => m.QuestionnaireKey == campaign.QuestionnaireKey && m.OrganisationId == campaign.OrganisationId).OrderBy(m => m.Name).ToListAsync();

    /// <summary>Keeps a mapping under its name, in place of one of the same name.</summary>
    public async Task Keep(SurveyCampaign campaign, string name, MappingRules rules)
    {
        db.Actor.Demand(SurveyCampaigns.Manage);
        var known = await db.Set<AnswerMapping>().SingleOrDefaultAsync(m => m.QuestionnaireKey == campaign.QuestionnaireKey && m.OrganisationId == campaign.OrganisationId && m.Name == name.Trim());
        if (known is null) db.Add(new AnswerMapping(campaign.OrganisationId, campaign.QuestionnaireKey, name, rules));
        else known.Describe(name, rules);
        await db.Save();
    }

    /// <summary>What the file would give under a mapping; nothing is stored.</summary>
    public async Task<ForeignRows> Try(SurveyCampaign campaign, ForeignTable table, MappingRules rules, CancellationToken cancellation = default)
    {
        var rows = new ForeignRows(copies.Of(campaign), table, rules, await campaigns.Cells(campaign.Number, cancellation));
        rows.Read(cancellation);
        return rows;
    }

    /// <returns>Answers taken in; 0 when the same file was taken in before.</returns>
    /// <exception cref="RuleException">The campaign is not open, or a row is wrong.</exception>
    public async Task<int> Take(Guid id, ForeignTable table, MappingRules rules, CancellationToken cancellation = default)
    {
        db.Actor.Demand(SurveyCampaigns.Manage);
        var campaign = await campaigns.Get(id);
        if (campaign.State != CampaignState.Open) throw new RuleException(SurveyTexts.NotOpen);
        var rows = await Try(campaign, table, rules, cancellation);
        if (rows.Errors.Count > 0) throw new RuleException(SurveyTexts.AnswersRefused(rows.Errors.Count));
        // The file names the batch, so that sending it again adds nothing.
        if (!await intake.PutAnswers(campaign.Number, new Guid(Convert.FromHexString(table.Hash).AsSpan(0, 16)), rows.Answers)) return 0;
        db.Add(new CampaignStep(campaign, StepKind.Imported, db.Actor.Name, clock.GetUtcNow().UtcDateTime, table.FileName, rows.Answers.Count));
        await db.Save(cancellation: cancellation);
        return rows.Answers.Count;
    }

    /// <summary>A first proposal: heads that are, or contain, a code or a wording of the questionnaire.</summary>
    public static MappingRules Propose(Questionnaire questionnaire, ForeignTable table)
    {
        var columns = new Dictionary<string, string>();
        foreach (var variable in questionnaire.Variables)
            if (table.Heads.FirstOrDefault(h => !columns.ContainsKey(h) && Means(h, variable)) is { } head) columns[head] = variable.Code;
        return MappingRules.Empty with
        {
            Columns = columns,
            SchoolColumn = table.Heads.FirstOrDefault(h => !columns.ContainsKey(h) && SurveyTexts.SchoolHeads.Any(h.Contains)) ?? "",
            ClassColumn = table.Heads.FirstOrDefault(h => !columns.ContainsKey(h) && SurveyTexts.ClassHeads.Any(h.Contains)) ?? "",
        };
    }

    private static bool Means(string head, Variable variable) => head == variable.Code
        || variable.Item.Wordings.Values.Concat(variable.Row?.Wordings.Values ?? []).Append(variable.WordingFor("")).Any(w => w.Length > 0 && (head == w || w.Length > 5 && head.Contains(w, StringComparison.Ordinal)));
}
