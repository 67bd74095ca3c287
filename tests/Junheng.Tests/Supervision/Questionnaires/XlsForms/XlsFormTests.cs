using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Packs;
using Junheng.Supervision.Questionnaires.XlsForms;
using Junheng.Tests.Core.Surveys.Questionnaires;
using Junheng.Tests.Support;

namespace Junheng.Tests.Supervision.Questionnaires.XlsForms;

public sealed class XlsFormTests
{
    private const string Common = """
        start|start
        begin_group|about|关于您
        select_one yn|kids|您有孩子上学吗？||||
        integer|age|几岁？|${kids} = 'yes'|. > 2 and . <= 18|yes
        end_group
        select_multiple things|likes|喜欢什么？|not(${kids} = 'no')|count-selected(.) <= 2
        rank things|order|排序
        range|score|打分||||quick|start=1 end=5 step=1
        decimal|hours|几小时？|${score} >= 3 and ${age} != ''|. >= 0 and . <= 24
        text|why|为什么？|selected(${likes}, 'art') or ${score} < 3||||
        text|more|还有什么？||string-length(.) <= 300||multiline
        begin group|table|您同意吗？||||table-list
        select_one yn|t1|第一条|||yes
        select_one yn|t2|第二条|||yes
        end group
        select_one yn or_other|last|最后
        """;

    private const string Things = "yn|yes|是\nyn|no|否\nthings|art|艺术\nthings|sport|体育\nthings|3|其他";

    [Fact]
    public async Task The_common_types_groups_and_conditions_are_taken()
    {
        var read = await FormBook.Survey(Common, Things).Read();
        Assert.Empty(read.Refused);
        var form = read.Questionnaire!;
        Assert.Equal(("school-form", "学校问卷", 1), (form.Key, form.Title, form.Edition));
        Assert.Equal("kids:Single age:Number likes:Multiple order:Ranking score:Scale hours:Number why:ShortText more:LongText table:Matrix last:Single last_other:ShortText",
            string.Join(' ', form.Items.Select(i => $"{i.Code}:{i.Kind}")));
        Assert.Equal(["关于您", ""], form.Pages.Select(p => p.Title));
        Assert.Equal(["", "kids = \"yes\"", "not answered(kids) or kids != \"no\"", "", "", "score >= 3 and answered(age)", "selected(likes, \"art\") or score < 3", "", "", "", "last = \"other\""],
            form.Items.Select(i => i.ShowIf?.ToString() ?? ""));
        var age = form.Items.ElementAt(1);
        Assert.Equal((3.0, 18.0, true), (age.Least, age.Most, age.Required));
        Assert.Equal((1.0, 5.0), (form.Items.ElementAt(4).Least, form.Items.ElementAt(4).Most));
        Assert.Equal((2.0, 300.0), (form.Items.ElementAt(2).Most, form.Items.ElementAt(7).Most));
        Assert.Equal(["t1", "t2"], form.Items.ElementAt(8).Rows.Select(r => r.Code));
        Assert.Contains(read.Warnings, w => w.Row == 2 && w.Reason.Contains("start", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_saved_by_a_spreadsheet_program_reads_the_same()
    {
        if (await FormBook.Survey(Common, Things).Saved() is not { } saved) return;
        var (ours, theirs) = (await FormBook.Survey(Common, Things).Read(), await FormBook.Read(saved));
        Assert.Empty(theirs.Refused);
        Assert.Equal(QuestionnaireFormat.Write(ours.Questionnaire!), QuestionnaireFormat.Write(theirs.Questionnaire!));
    }

    [Theory]
    [InlineData("begin_repeat|r|重复", 2, "type", "不支持重复组")]
    [InlineData("date|d|日期", 2, "type", "请改为 text")]
    [InlineData("image|p|照片", 2, "type", "不收照片")]
    [InlineData("select_one none|q|问", 2, "type", "没有 list_name 为“none”")]
    [InlineData("select_one yn|q|问\ntext|t|说|${r} = 'yes'", 3, "relevant", "没有名为“r”的题")]
    [InlineData("select_one yn|q|问\ntext|t|说|${q} = 'maybe'", 3, "relevant", "没有“maybe”这个选项")]
    [InlineData("text|t|说|${q} = 'yes'\nselect_one yn|q|问", 2, "relevant", "“q”在本题之后")]
    [InlineData("select_multiple yn|q|问\ntext|t|说|${q} = 'yes'", 3, "relevant", "selected(${q}")]
    [InlineData("select_one yn|q|问\ntext|t|说|if(${q} = 'yes', 1, 0)", 3, "relevant", "不支持函数 if()")]
    [InlineData("integer|a|数\ntext|t|说|${a} + 1 > 3", 3, "relevant", "不支持加减乘除")]
    [InlineData("integer|a|数\ntext|t|说|${a} > 1 + 3", 3, "relevant", "不支持加减乘除")]
    [InlineData("integer|a|数\ntext|t|说|${a} >", 3, "relevant", "没有写完")]
    [InlineData("text|t|说||regex(., '[0-9]+')", 2, "constraint", "constraint 只支持")]
    [InlineData("integer|a|数|||${b} > 1", 2, "required", "required 只能写 yes 或 no")]
    [InlineData("integer|a b|数", 2, "name", "题目代号用英文字母开头")]
    [InlineData("integer|a|", 2, "label", "缺少 label")]
    [InlineData("integer|a|数\ninteger|a|数", 3, "name", "用了两次")]
    [InlineData("text|t|你好 ${x}", 2, "label", "不能引用别的题")]
    [InlineData("calculate|c||||||| ${x} * 2", 2, "calculation", "calculate 只支持")]
    [InlineData("range|r|打分||||| start=0 end=100 step=5", 2, "parameters", "步长")]
    [InlineData("begin_group|g|组\ntext|t|说", 2, "type", "缺少 end_group")]
    [InlineData("begin_group|g|表||||table-list\nselect_one yn|a|甲\ntext|b|乙\nend_group", 4, "type", "只能是同一组选项")]
    [InlineData("begin_group|g|表||||table-list\nselect_one yn|a|甲\nselect_one yn|b|乙|${a} = 'yes'\nend_group", 4, "relevant", "不能单独设条件")]
    public async Task What_cannot_be_translated_is_refused_with_its_cell_and_how_to_mend_it(string survey, int row, string column, string reason)
    {
        var read = await FormBook.Survey(survey).Read();
        Assert.Null(read.Questionnaire);
        Assert.Contains(read.Refused, e => (e.Sheet, e.Row, e.Column) == ("survey", row, column) && e.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_calculation_that_is_a_condition_is_put_in_where_it_is_used()
    {
        var read = await FormBook.Survey("select_one yn|q|问\ncalculate|both||||||| ${q} = 'yes'\ntext|t|说|${both} = 'true'\ntext|u|说|not(${both})").Read();
        Assert.Empty(read.Refused);
        Assert.Equal(["", "q = \"yes\"", "not answered(q) or q != \"yes\""], read.Questionnaire!.Items.Select(i => i.ShowIf?.ToString() ?? ""));
    }

    [Fact]
    public async Task Calculations_that_double_each_other_are_refused_before_they_fill_the_memory()
    {
        var survey = "select_one yn|q|问\ncalculate|c0||||||| ${q} = 'yes'\n" + string.Join('\n', Enumerable.Range(1, 30).Select(n => $"calculate|c{n}||||||| ${{c{n - 1}}} and ${{c{n - 1}}}"));
        var read = await FormBook.Survey(survey).Read();
        Assert.Contains(read.Refused, e => e.Column == "calculation");
    }

    [Theory]
    [InlineData("integer|a|数||. < 99999999999999999999999999999999999999")]
    [InlineData("range|a|数||||| start=0 end=79228162514264337593543950335")]
    [InlineData("integer|a|数||. >= -------------1")]
    [InlineData("integer|a|数||(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((. > 1")]
    [InlineData("select_multiple yn or_other|a|数||count-selected(.) <= 0.5")]
    [InlineData("begin_group|a|\nend_group\nend_group\nbegin_group")]
    [InlineData("begin_group|a|表||||table-list\nend_group")]
    [InlineData("text|a|说|${}\ntext|b|说|'")]
    public async Task Nonsense_is_refused_and_nothing_breaks(string survey) => Assert.NotEmpty((await FormBook.Survey(survey).Read()).Refused);

    [Fact]
    public async Task Chinese_is_chosen_among_languages_and_list_nolabel_groups_are_matrices()
    {
        var read = await new FormBook().Sheet("survey", "type|name|label::English (en)|label::中文 (zh)|appearance\nbegin group|g|||field-list\nselect_one s|h|Please rate|请评价|label\nselect_one s|r1|Food|饭菜|list-nolabel\nselect_one s|r2|Rooms|教室|list-nolabel\nend group")
            .Sheet("choices", "list name|name|label::English (en)|label::中文 (zh)\ns|1|good|好\ns|2|bad|差").Sheet("settings", "form_title|form_id\n食堂|canteen").Read();
        var matrix = Assert.Single(read.Questionnaire!.Items);
        Assert.Equal(("请评价", ItemKind.Matrix, "好"), (matrix.Wording, matrix.Kind, matrix.Options[0].Label));
        Assert.Equal(["饭菜", "教室"], matrix.Rows.Select(r => r.Wording));
        Assert.Contains(read.Warnings, w => w.Column == "label::English (en)");
    }

    [Fact]
    public async Task A_book_without_a_survey_is_no_form()
    {
        var read = await new FormBook().Sheet("Sheet1", "a|b\n1|2").Read();
        Assert.Contains("没有名为 survey 的工作表", Assert.Single(read.Refused).Reason);
    }

    [Theory]
    [MemberData(nameof(ShippedQuestionnairesTests.Keys), MemberType = typeof(ShippedQuestionnairesTests))]
    public async Task A_shipped_questionnaire_goes_out_through_a_spreadsheet_program_and_comes_back_unchanged(string key)
    {
        var questionnaire = QuestionnaireFormat.Read(PackYaml.Read(Path.Combine(Checkout.Root, "packs", "questionnaires", key + ".yaml")));
        var written = XlsFormWriter.Write(questionnaire);
        foreach (var xlsx in new[] { written, await FormBook.Resave(written, "xlsx") ?? written })
        {
            var read = await FormBook.Read(xlsx);
            Assert.Empty(read.Refused);
            Assert.Equal(QuestionnaireFormat.Write(questionnaire), QuestionnaireFormat.Write(read.Questionnaire!));
        }
    }

    [Fact]
    public void Whatever_is_exported_is_imported_the_same_and_shows_the_same() => Prop.ForAll(Generated.Questionnaires(), questionnaire =>
    {
        var read = FormBook.Read(XlsFormWriter.Write(questionnaire)).GetAwaiter().GetResult();
        Assert.Empty(read.Refused);
        var again = read.Questionnaire!;
        Assert.Equal(QuestionnaireFormat.Write(Unconditional(questionnaire)), QuestionnaireFormat.Write(Unconditional(again)));
        var random = new Random(7);
        var (before, after) = (Conditions.Compile(questionnaire), Conditions.Compile(again));
        for (var trial = 0; trial < 10; trial++)
        {
            var sheet = Generated.Sheet(questionnaire, random);
            var copy = new AnswerSheet(again);
            for (var at = 0; at < questionnaire.Variables.Count; at++) copy[at] = sheet[at];
            Assert.All(questionnaire.Variables, v => Assert.Equal(before.Shown(v.Index, sheet), after.Shown(v.Index, copy)));
        }
    }).QuickCheckThrowOnFailure();

    private static Questionnaire Unconditional(Questionnaire questionnaire) =>
        questionnaire with { Pages = [.. questionnaire.Pages.Select(p => p with { Items = [.. p.Items.Select(i => i with { ShowIf = null })] })] };
}
