using System.Text;
using Junheng.Core.Surveys.Answers;
using Junheng.Platform.Access;
using Junheng.Platform.Rules;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Surveys;
using Junheng.Supervision.Surveys.Answers;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Surveys.Answers;

public sealed class AnswerImportsTests(TestDatabase database) : DataTests(database)
{
    private static readonly MappingRules Rules = MappingRules.Empty with
    {
        Columns = new Dictionary<string, string> { ["1、总体满意吗？"] = "OVERALL", ["意见"] = "TEXT" },
        SchoolColumn = "学校",
        ClassColumn = "您的身份",
        Texts = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["OVERALL"] = new Dictionary<string, string> { ["非常满意"] = "5" } },
    };

    [Fact]
    public async Task Columns_are_proposed_by_wording_and_rows_become_answers_of_their_cells()
    {
        var table = await Table("序号,提交时间,您的身份,学校,1、总体满意吗？,意见\n1,2026-03-01,家长,望溪小学,很满意,好\n2,2026-03-01,parent,望溪小学,9,\n");
        var proposed = AnswerImports.Propose(SurveyDistrict.Questionnaire, table);
        Assert.Equal(("OVERALL", "学校", "您的身份"), (proposed.Columns["1、总体满意吗？"], proposed.SchoolColumn, proposed.ClassColumn));
        var rows = new ForeignRows(SurveyDistrict.Questionnaire, table, Rules, [new(1, 1, new(Guid.CreateVersion7(), Junheng.Supervision.Surveys.Frames.CellLevel.School, "望溪小学"), "parent")]);
        rows.Read(default);
        Assert.Empty(rows.Errors);
        var sheets = rows.Answers.ConvertAll(a => AnswerCode.Read(SurveyDistrict.Questionnaire, a.Bytes.Span));
        Assert.Equal([(0, "好"), (3, null)], sheets.Select(s => (s["OVERALL"].Choice, s["TEXT"].Words)));
    }

    [Fact]
    public async Task Unknown_texts_schools_and_classes_are_errors_of_their_rows()
    {
        var table = await Table("您的身份,学校,1、总体满意吗？\n家长,望溪小学,还行\n校长,望溪小学,很满意\n家长,没有这所小学,很满意\n家长,望溪小学,非常满意\n");
        var rows = new ForeignRows(SurveyDistrict.Questionnaire, table, Rules, [new(1, 1, new(Guid.CreateVersion7(), Junheng.Supervision.Surveys.Frames.CellLevel.School, "望溪小学"), "parent")]);
        rows.Read(default);
        Assert.Equal([2, 3, 4], rows.Errors.Select(e => e.Row));
        Assert.Equal(["还行"], rows.Unmapped["OVERALL"]);
        Assert.Single(rows.Answers);
    }

    [Fact]
    public async Task A_file_is_taken_in_once_under_the_numbers_answers_are_kept_under()
    {
        var district = await SurveyDistrict.In(Database);
        await using var scope = Database.As(await district.Person("OFFICE", Roles.Officer));
        var campaign = await SurveyDistrict.Prepared(scope, Database);
        var imports = scope.Get<AnswerImports>();
        var table = await Table("您的身份,学校,1、总体满意吗？\n家长,望溪小学,很满意\n家长,白鹭小学,一般\n");
        await Assert.ThrowsAsync<RuleException>(() => imports.Take(campaign.Id, table, Rules));
        await scope.Get<Openings>().Open(campaign.Id, campaign.Version);
        Assert.Equal(2, await imports.Take(campaign.Id, table, Rules));
        Assert.Equal(0, await imports.Take(campaign.Id, table, Rules));
        var cells = await scope.Get<SurveyCampaigns>().Cells(campaign.Number);
        Assert.Equal([cells[1].StoredAs], (await scope.Get<IntakeStore>().Counts(campaign.Number)).Select(c => c.Cell));
        await imports.Keep(campaign, "某工具", Rules);
        await imports.Keep(campaign, "某工具", Rules with { Class = "parent" });
        Assert.Equal("parent", Assert.Single(await imports.Mappings(campaign)).RuleSet.Class);
    }

    private static Task<ForeignTable> Table(string csv) => ForeignTable.Read("答卷.csv", Encoding.UTF8.GetBytes(csv), default);
}
