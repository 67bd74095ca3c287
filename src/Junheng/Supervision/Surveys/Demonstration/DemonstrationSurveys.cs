using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Data;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Questionnaires;
using Junheng.Supervision.Surveys.Frames;
using Junheng.Supervision.Surveys.Results;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Supervision.Surveys.Demonstration;

/// <summary>Lays three invented campaigns into the invented district: this year's with 43,582 respondents of eight classes and last year's, closed, and one that is open.</summary>
internal sealed class DemonstrationSurveys(JunhengDb db, SurveyCampaigns campaigns, CampaignFrames frames, Openings openings, IntakeStore intake, ResultBook results, QuestionnaireLibrary library, TimeProvider clock)
{
    public const int Respondents = 43_582;
    private const int LastYears = 12_406, SoFar = 3_927;
    private const string General = "general-supervision", Recognition = "social-recognition";

    public static Task Lay(IServiceProvider services) => ActivatorUtilities.CreateInstance<DemonstrationSurveys>(services).Lay();

    private async Task Lay()
    {
        var (today, general) = (clock.Today(), await library.Get(General));
        await Closed(SimulatedTexts.GeneralTitle(today.Year - 1), LastYear(general), today.AddDays(-400), LastYears, 20250);
        await Closed(SimulatedTexts.GeneralTitle(today.Year), general, today.AddDays(-35), Respondents, 20260);
        var (open, source) = await Begin(SimulatedTexts.RecognitionTitle(today.Year), await library.Get(Recognition), today.AddDays(-4), today.AddDays(10));
        await Answer(open, source, SoFar, 20261);
    }

    /// <summary>A rule of one figure was another one: its trend breaks visibly.</summary>
    private static Questionnaire LastYear(Questionnaire questionnaire) => questionnaire with
    {
        Figures = [.. questionnaire.Figures.Select(f => f.Key == SimulatedTexts.ChangedFigure ? f with { ApartLeaves = false } : f)],
    };

    private async Task Closed(string title, Questionnaire questionnaire, DateOnly opened, int respondents, int seed)
    {
        var (campaign, copy) = await Begin(title, questionnaire, opened, opened.AddDays(14));
        await Answer(campaign, copy, respondents, seed);
        await intake.Close(campaign.Number);
        campaign.BeginClosing();
        await results.Compute(campaign);
        campaign.Close();
        db.Add(new CampaignStep(campaign, StepKind.Closed, SurveyTexts.System, campaign.Closes.AddHours(1)));
        await db.Save();
    }

    private async Task<(SurveyCampaign Campaign, Questionnaire Questionnaire)> Begin(string title, Questionnaire questionnaire, DateOnly opens, DateOnly closes)
    {
        var draft = new CampaignDraft(title, SimulatedTexts.Organiser, questionnaire.Key, questionnaire.Edition, QuestionnaireFormat.Write(questionnaire), BeijingTime.ToUtc(opens, new(8, 0)), BeijingTime.ToUtc(closes, new(18, 0)))
        {
            Classes = [.. questionnaire.Classes.Select(c => (c.Key, RespondentKeys.UsualLevel(c.Key)))],
            OnSite = [RespondentKeys.Student],
            Population = SimulatedTexts.Population,
            BaseAddress = SimulatedTexts.Address,
        };
        var campaign = await campaigns.Create(draft);
        await frames.Draw(campaign.Id);
        await Count(campaign);
        await db.Write(async () =>
        {
            campaign.Open();
            await frames.Settle(campaign, default);
            db.Add(new CampaignStep(campaign, StepKind.Opened, SurveyTexts.System, campaign.Opens));
            await db.Save();
        });
        await openings.Publish(campaign);
        return (campaign, questionnaire);
    }

    /// <summary>Delegates stand in no ledger.</summary>
    private async Task Count(SurveyCampaign campaign)
    {
        var open = await db.Set<SurveyCell>().AsNoTracking().Where(c => c.Campaign == campaign.Number && c.Size == null).ToListAsync();
        await frames.Count(campaign.Id, open.ToDictionary(c => c.Number, c => (int?)SimulatedTexts.Delegates(c)), open.Select(c => c.Number).ToHashSet());
    }

    private async Task Answer(SurveyCampaign campaign, Questionnaire questionnaire, int respondents, int seed)
    {
        var cells = (await campaigns.Cells(campaign.Number)).Where(c => !c.IsGroup).ToList();
        var simulated = new SimulatedAnswers(questionnaire, seed);
        var answers = new List<StoredAnswer>(respondents);
        foreach (var (cell, count) in SimulatedTurnout.Of(cells, respondents, seed))
            for (var at = 0; at < count; at++)
            {
                var (bytes, pace) = simulated.Next(cell.Class, cell.Stages);
                answers.Add(new(cell.StoredAs, pace, bytes));
            }
        await intake.PutAnswers(campaign.Number, campaign.Id, answers);
    }
}
