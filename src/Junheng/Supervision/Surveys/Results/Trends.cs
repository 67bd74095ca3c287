using Junheng.Core.Surveys.Results;

namespace Junheng.Supervision.Surveys.Results;

/// <summary>One campaign in a line over time.</summary>
/// <param name="Breaks">What was asked or counted is not what it was at the point before: no line is drawn between them.</param>
public sealed record TrendPoint<T>(SurveyCampaign Campaign, SurveyResults Results, T? Cell, bool Breaks) where T : class;

/// <summary>Figures and items of a questionnaire over the closed campaigns of a district, the oldest first.</summary>
public sealed class Trends(SurveyCampaigns campaigns, ResultBook book)
{
    /// <param name="respondentClass">Key; null = all.</param>
    public async Task<IReadOnlyList<TrendPoint<FigureCell>>> Figure(SurveyCampaign like, string key, string? respondentClass = null, CancellationToken cancellation = default)
    {
        var points = new List<TrendPoint<FigureCell>>();
        var before = "";
        foreach (var (campaign, results) in await Closed(like, cancellation))
        {
            if (results.Figure(key) is not { } figure) continue;
            points.Add(new(campaign, results, CutOf(results, respondentClass) is { } cut ? figure[cut] : null, points.Count > 0 && figure.Fingerprint != before));
            before = figure.Fingerprint;
        }
        return points;
    }

    /// <param name="code">A variable's: the same code asks the same thing. Other options or another wording break the line.</param>
    public async Task<IReadOnlyList<TrendPoint<CellResult>>> Item(SurveyCampaign like, string code, string? respondentClass = null, CancellationToken cancellation = default)
    {
        var points = new List<TrendPoint<CellResult>>();
        var before = "";
        foreach (var (campaign, results) in await Closed(like, cancellation))
        {
            if (results.Find(code) is not { } variable) continue;
            var asked = string.Join('\n', [variable.Variable.Kind.ToString(), variable.Variable.WordingFor(respondentClass ?? ""), .. variable.Variable.Options.Select(o => $"{o.Code} {o.Label}")]);
            points.Add(new(campaign, results, CutOf(results, respondentClass) is { } cut ? variable[cut] : null, points.Count > 0 && asked != before));
            before = asked;
        }
        return points;
    }

    private async Task<IReadOnlyList<(SurveyCampaign Campaign, SurveyResults Results)>> Closed(SurveyCampaign like, CancellationToken cancellation)
    {
        var found = new List<(SurveyCampaign, SurveyResults)>();
        var same = (await campaigns.All(cancellation)).Where(c => c.OrganisationId == like.OrganisationId && c.QuestionnaireKey == like.QuestionnaireKey && c.State == CampaignState.Closed);
        foreach (var campaign in same.OrderBy(c => c.Closes).ThenBy(c => c.Number))
            if (await book.Of(campaign, cancellation) is { } results) found.Add((campaign, results));
        return found;
    }

    private static Cut? CutOf(SurveyResults results, string? respondentClass) => respondentClass is null ? results.All : results.ClassCut(respondentClass);
}
