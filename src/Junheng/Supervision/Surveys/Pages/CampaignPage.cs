using Junheng.Core.Surveys.Questionnaires;
using Junheng.Supervision.Surveys.Frames;
using Junheng.Ui.Forms;
using Microsoft.AspNetCore.Components;

namespace Junheng.Supervision.Surveys.Pages;

/// <summary>A page about one campaign: finds it, its questionnaire and the cells within the reader's scope.</summary>
public abstract class CampaignPage : DataPage
{
    [Inject] protected SurveyCampaigns Campaigns { get; set; } = default!;
    [Inject] private CampaignQuestionnaires Copies { get; set; } = default!;

    [Parameter] public Guid Id { get; set; }

    protected SurveyCampaign Campaign { get; private set; } = default!;
    protected Questionnaire Questionnaire { get; private set; } = default!;
    protected IReadOnlyList<SurveyCell> Cells { get; private set; } = [];

    protected string Path => $"/surveys/{Id}";
    protected (string, string)[] Trail => [(SurveyTexts.Title, "/surveys"), (Campaign.Title, Path)];

    protected sealed override async Task Load()
    {
        Campaign = await Campaigns.Seen(Id, Http.RequestAborted);
        Questionnaire = Copies.Of(Campaign);
        Cells = await Campaigns.Cells(Campaign.Number, Http.RequestAborted);
        await Read(Http.RequestAborted);
    }

    /// <summary>Reads what the page shows beyond these.</summary>
    protected virtual Task Read(CancellationToken cancellation) => Task.CompletedTask;

    protected string ClassName(string key) => Questionnaire.Classes.FirstOrDefault(c => c.Key == key)?.Name ?? key;
}
