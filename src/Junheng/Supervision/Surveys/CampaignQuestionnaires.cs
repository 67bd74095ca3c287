using System.Collections.Concurrent;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Supervision.Surveys;

/// <summary>The questionnaires of campaigns as they were copied, read once.</summary>
public sealed class CampaignQuestionnaires
{
    private const int Kept = 50;

    private readonly ConcurrentDictionary<string, Questionnaire> read = new(StringComparer.Ordinal);

    public Questionnaire Of(SurveyCampaign campaign) => Of(campaign.Questionnaire);

    /// <param name="text">An edition as text.</param>
    public Questionnaire Of(string text)
    {
        if (read.TryGetValue(text, out var known)) return known;
        if (read.Count >= Kept) read.Clear();
        return read[text] = QuestionnaireFormat.Read(text);
    }
}
