using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Packs;
using Junheng.Supervision.Surveys;
using Junheng.Supervision.Surveys.Frames;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Supervision.Schools;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Surveys;

/// <summary>A district with a campaign of two classes: parents at two schools (one of them tiny), delegates of the district.</summary>
internal static class SurveyDistrict
{
    private const string Text = """
        key: tiny
        title: 试用问卷
        classes: {parent: 家长, congress: 人大代表}
        pages:
          - items:
              - code: OVERALL
                kind: single
                wording: 总体满意吗？
                required: true
                options:
                  - {code: "5", label: 很满意, score: 5}
                  - {code: "3", label: 一般, score: 3}
                  - {code: "1", label: 不满意, score: 1}
                  - {code: "9", label: 不清楚, apart: true}
              - {code: TEXT, kind: long-text, wording: 意见, most: 500}
        figures:
          - {key: overall, name: 总体满意度, variables: [OVERALL], positive: ["5"]}
        """;

    public static Questionnaire Questionnaire { get; } = QuestionnaireFormat.Read(PackYaml.Read("tiny.yaml", new StringReader(Text)));

    public static CampaignDraft Draft(TestDatabase database, string title = "试用调查") =>
        new(title, "督导室", Questionnaire.Key, Questionnaire.Edition, QuestionnaireFormat.Write(Questionnaire), database.Clock.GetUtcNow().UtcDateTime.AddHours(-1), database.Clock.GetUtcNow().UtcDateTime.AddDays(7))
        {
            Classes = [("parent", CellLevel.School), ("congress", CellLevel.District)],
            BaseAddress = "https://survey.example",
        };

    /// <summary>Draws the frame and types its numbers: 望溪小学 40 parents, 白鹭小学 6, 25 delegates.</summary>
    public static async Task<SurveyCampaign> Prepared(TestScope scope, TestDatabase database, string title = "试用调查")
    {
        var campaign = await scope.Get<SurveyCampaigns>().Create(Draft(database, title));
        await scope.Get<CampaignFrames>().Draw(campaign.Id);
        var cells = await scope.Get<SurveyCampaigns>().Cells(campaign.Number);
        await scope.Get<CampaignFrames>().Count(campaign.Id, cells.ToDictionary(c => c.Number, c => (int?)(c.Place == "望溪小学" ? 40 : c.Place == "白鹭小学" ? 6 : 25)), cells.Select(c => c.Number).ToHashSet());
        return campaign;
    }

    public static async Task<District> In(TestDatabase database)
    {
        var district = await District.In(database);
        var report = await database.ImportSchools(SchoolTable.Header + "SCHOOL1,望溪小学,primary,public,望溪街道,,,,D,,,,,,1\nSCHOOL2,白鹭小学,primary,public,望溪街道,,,,D,,,,,,2\n");
        Assert.Empty(report.Refused);
        return district;
    }
}
