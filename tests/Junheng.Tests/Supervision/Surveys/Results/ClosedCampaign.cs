using System.Security.Cryptography;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Data;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Surveys;
using Junheng.Supervision.Surveys.Frames;
using Junheng.Supervision.Surveys.Results;
using Junheng.Tests.Platform.Access;
using Junheng.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Supervision.Surveys.Results;

/// <summary>A campaign with 60 parents at two schools and 4 heads, closed, its answers in the intake and its results stored.</summary>
internal static class ClosedCampaign
{
    public const int Parents1 = 1, Parents2 = 2, Heads = 3;

    private static readonly Option[] Options = [new("1", "不满意") { Score = 1 }, new("2", "一般") { Score = 2 }, new("3", "满意") { Score = 3 }, new("9", "不清楚", Apart: true)];

    public static readonly Questionnaire Questionnaire = new("sample", "满意度调查", 1, "", [new("parent", "家长"), new("head", "校长")],
    [
        new("", [
            new Item("Q1", ItemKind.Single, "您对学校是否'满意'？") { Options = Options },
            new Item("Q2", ItemKind.Multiple, "您看重什么？") { Options = [new("a", "师资"), new("b", "环境")] },
            new Item("S1", ItemKind.Scale, "请打分"), new Item("N1", ItemKind.Number, "几个孩子") { Decimals = 0 },
            new Item("R1", ItemKind.Ranking, "请排序") { Options = [new("x", "远近"), new("y", "口碑"), new("z", "硬件")], Most = 2 },
            new Item("T1", ItemKind.LongText, "还有什么要说？"),
        ]),
    ])
    { Figures = [new("overall", "总体满意度", ["Q1"], ["3"]) { Threshold = 0.85 }] };

    public static IEnumerable<StoredAnswer> Answers(Questionnaire questionnaire)
    {
        for (var at = 0; at < 64; at++)
        {
            var sheet = new AnswerSheet(questionnaire);
            sheet[0] = Answer.Option(at % 8 == 0 ? 0 : at % 8 == 1 ? 3 : 2);
            sheet[1] = Answer.Options(at % 2 == 0 ? 3ul : 1ul);
            sheet[2] = Answer.Number(at % 11);
            sheet[3] = Answer.Number(2);
            sheet[4] = Answer.Ranking([2, 0]);
            if (at % 4 == 0) sheet[5] = Answer.Text($"=SUM(1)，张老师电话13812345678，\n第{at}条，\"引号\"");
            yield return new(at < 30 ? Parents1 : at < 60 ? Parents2 : Heads, Pace.Usual, AnswerCode.ToBytes(sheet));
        }
    }

    /// <summary>Drawn, published, filled and closed, as the pages do it.</summary>
    public static async Task<SurveyCampaign> Make(District district, TestScope scope, Questionnaire? asked = null, DateTime? closes = null, bool close = true)
    {
        var (questionnaire, intake) = (asked ?? Questionnaire, scope.Get<IntakeStore>());
        var text = QuestionnaireFormat.Write(questionnaire);
        var ends = closes ?? new DateTime(2026, 3, 20, 0, 0, 0, DateTimeKind.Utc);
        var campaign = await scope.Get<SurveyCampaigns>().Create(new("满意度", "督导室", questionnaire.Key, questionnaire.Edition, text, ends.AddDays(-20), ends) { Classes = [("parent", CellLevel.School), ("head", CellLevel.District)], BaseAddress = "https://diaocha.example.org" });
        (int Number, string Unit, string Class, int Size)[] cells = [(Parents1, "SCHOOL1", "parent", 100), (Parents2, "SCHOOL2", "parent", 40), (Heads, "D", "head", 20)];
        await scope.Db.Write(async () =>
        {
            await scope.Db.Set<SurveyCampaign>().Where(c => c.Id == campaign.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.State, close ? CampaignState.Closed : CampaignState.Open));
            await scope.Db.InsertAll(new BulkTable<(int Number, string Unit, string Class, int Size)>("survey_cells",
                ("campaign", _ => campaign.Number), ("number", c => c.Number), ("organisation_id", c => district.Units[c.Unit].Id), ("level", _ => "School"), ("class", c => c.Class), ("place", c => district.Units[c.Unit].Name),
                ("town", _ => null), ("stages", _ => ""), ("size", c => c.Size), ("origin", _ => "Typed"), ("stored_as", c => c.Number), ("open", _ => true), ("is_group", _ => false)), cells);
        });
        await intake.Publish(new(campaign.Number, campaign.Id, "满意度", "督导室", ends.AddDays(-20), ends, text, RandomNumberGenerator.GetBytes(32), [.. cells.Select(c => new PublishedCell(c.Number, c.Class, c.Unit, c.Number, true))], []));
        await intake.PutAnswers(campaign.Number, Guid.CreateVersion7(), [.. Answers(questionnaire)]);
        if (!close) return campaign;
        await intake.Close(campaign.Number);
        scope.Db.ChangeTracker.Clear();
        campaign = await scope.Get<SurveyCampaigns>().Get(campaign.Id);
        await scope.Get<ResultBook>().Compute(campaign);
        return campaign;
    }
}
