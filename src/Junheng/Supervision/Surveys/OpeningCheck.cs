using Junheng.Core.Surveys.Questionnaires;
using Junheng.Supervision.Surveys.Frames;

namespace Junheng.Supervision.Surveys;

/// <summary>Something to mend or to look at before a campaign opens.</summary>
/// <param name="Stops">It cannot open with it.</param>
public sealed record Obstacle(bool Stops, string Text);

/// <summary>The list a campaign is checked by before it opens.</summary>
public static class OpeningCheck
{
    public static IEnumerable<Obstacle> Of(SurveyCampaign campaign, Questionnaire questionnaire, IReadOnlyList<SurveyCell> cells, Coarsening coarsening, DateTime now)
    {
        if (campaign.Closes <= now) yield return new(true, SurveyTexts.ClosesInPast);
        if (cells.Count == 0)
        {
            yield return new(true, SurveyTexts.FrameMissing);
            yield break;
        }
        foreach (var respondents in campaign.ClassList.Select(c => c.Class))
        {
            var name = questionnaire.Classes.FirstOrDefault(c => c.Key == respondents)?.Name;
            if (name is null)
            {
                yield return new(true, SurveyTexts.ClassUnknown(respondents));
                continue;
            }
            if (!questionnaire.Items.Any(i => i.Kind != ItemKind.Note && i.AskedOf(respondents))) yield return new(true, SurveyTexts.NothingAsked(name));
            var own = cells.Where(c => c.Class == respondents && !c.IsGroup).ToList();
            if (own.Count == 0) yield return new(true, SurveyTexts.ClassWithoutCells(name));
            else if (own.Count(c => c.Size is null) is var unknown and > 0) yield return new(false, SurveyTexts.SizesUnknown(name, unknown, own.Count));
            if (own.Exists(c => c.Size == 0)) yield return new(false, SurveyTexts.SizesZero(name, own.Count(c => c.Size == 0)));
        }
        if (cells.Any(c => !c.IsGroup && !campaign.ClassList.Contains((c.Class, c.Level)))) yield return new(true, SurveyTexts.FrameOutdated);
        if (IsLocal(campaign.BaseAddress)) yield return new(false, SurveyTexts.AddressLocal);
        else if (campaign.BaseAddress.StartsWith("http:", StringComparison.Ordinal)) yield return new(false, SurveyTexts.AddressPlain);
        if (questionnaire.Quotas.Count > 0 && campaign.Population is null) yield return new(false, SurveyTexts.PopulationMissing);
        foreach (var text in Words(questionnaire, cells, coarsening)) yield return new(false, text);
    }

    /// <summary>How small cells will be kept, class by class, in words.</summary>
    public static IEnumerable<string> Words(Questionnaire questionnaire, IReadOnlyList<SurveyCell> cells, Coarsening coarsening)
    {
        foreach (var ofClass in coarsening.Groups.GroupBy(g => g.Class))
        {
            var name = questionnaire.Classes.FirstOrDefault(c => c.Key == ofClass.Key)?.Name ?? ofClass.Key;
            var numbers = ofClass.Select(g => g.Number).ToHashSet();
            var small = cells.Where(c => numbers.Contains(coarsening.StoredAs.GetValueOrDefault(c.Number))).ToList();
            yield return SurveyTexts.Coarsened(name, small.Count, ofClass.Count(g => g.Level == CellLevel.Town), ofClass.Any(g => g.Level == CellLevel.District));
        }
    }

    /// <summary>Phones do not reach the organiser's own machine.</summary>
    public static bool IsLocal(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.IsLoopback || uri.Host.EndsWith(".local", StringComparison.OrdinalIgnoreCase));
}
