using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.Indicators;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Platform.Packs;

namespace Junheng.Tests.Core.Surveys.Questionnaires;

public sealed class QuestionnaireFormatTests
{
    public const string Head = """
        key: school-life
        title: 学校生活
        source: {document: 自拟, certainty: C}
        classes: {student: 学生, parent: 家长}
        scales:
          agree: [不同意, 同意, {code: "9", label: 不清楚, apart: true}]

        """;

    [Fact]
    public void Pages_items_scales_and_figures_are_read()
    {
        var read = Read(Head + """
            pages:
              - title: 第一部分
                items:
                  - {code: A, kind: single, wording: 您愿意来学校吗？, options: agree, required: true, wordings: {parent: 孩子愿意来学校吗？}}
                  - code: M
                    kind: matrix
                    wording: 您同意吗
                    options: agree
                    rows: [{code: M_a, wording: 老师公正}, {code: M_b, wording: 作业适量, classes: [parent]}]
            figures:
              - {key: liking, name: 喜爱学校, variables: [A, M_a], positive: ["2"], threshold: 0.85, source: {note: 内部目标, certainty: M}}
            quotas:
              - {from: 0, to: 500, wanted: [{classes: [student, parent], count: 40}]}
            validity: {answered_share: 0.8, least_pace: very-fast, excludes_straight_lines: true}
            """);
        Assert.Equal(["A", "M_a", "M_b"], read.Variables.Select(v => v.Code));
        Assert.Equal("孩子愿意来学校吗？", read.Variables[0].WordingFor("parent"));
        Assert.True(read.Variables[0].Options[2].Apart);
        Assert.False(read.Variables[2].AskedOf("student"));
        Assert.Equal((0.85, Certainty.Memory, "自拟"), (read.Figures[0].Threshold, read.Figures[0].Source!.Certainty, read.Figures[0].Source!.Document));
        Assert.Equal(0.8, read.Validity.AnsweredShare);
    }

    [Theory]
    [InlineData("- {code: A, kind: single, wording: 甲, options: agree}\n      - {code: A, kind: number, wording: 乙}", 10, "代号“A”用了两次")]
    [InlineData("- {code: A, kind: multiple, wording: 甲, options: [一, 二], most: 3}", 9, "可选个数")]
    [InlineData("- {code: A, kind: single, wording: 甲, options: none}", 9, "scales 里没有“none”")]
    [InlineData("- {code: 甲, kind: number, wording: 甲}", 9, "题目代号用英文字母开头")]
    [InlineData("- {code: A, kind: singel, wording: 甲}", 9, "不在可选之列")]
    [InlineData("- {code: A, kind: number, wording: 甲, most: 1, least: 2}", 9, "最小值不能大于最大值")]
    [InlineData("- {code: A, kind: number, wording: 甲, classes: [teacher]}", 9, "没有“teacher”这类答卷人")]
    [InlineData("- {code: A, kind: number, wording: 甲, show_if: B = 1}\n      - {code: B, kind: number, wording: 乙}", 9, "“B”在本题之后")]
    [InlineData("- {code: A, kind: number, wording: 甲}\n      - {code: B, kind: number, wording: 乙, show_if: A = 1 and}", 10, "公式没有写完")]
    [InlineData("- {code: A, kind: single, wording: 甲, options: agree}\n      - {code: B, kind: number, wording: 乙, show_if: A = 3}", 10, "“A”没有“3”这个选项")]
    [InlineData("- {code: A, kind: number, wording: 甲, classes: [parent]}\n      - {code: B, kind: number, wording: 乙, show_if: A = 3}", 10, "“学生”永远看不到本题")]
    [InlineData("- {code: A, kind: number, wording: 甲, jump: {when: A = 1, to: C}}", 9, "后面没有代号为“C”的题")]
    [InlineData("- {code: A, kind: number, wording: 甲, colour: red}", 9, "不认识“colour”")]
    [InlineData("- {code: A, kind: matrix, wording: 甲, options: agree}", 9, "矩阵题至少要有一行")]
    public void What_does_not_fit_is_refused_at_its_line(string items, int line, string message)
    {
        var refused = Assert.Throws<PackException>(() => Read(Head + "pages:\n  - items:\n      " + items));
        Assert.Equal((line, "q.yaml"), (refused.Line, refused.File));
        Assert.Contains(message, refused.Message);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void A_text_nested_without_end_is_refused_and_does_not_exhaust_the_stack(string level) =>
        Assert.Contains("层次过深", Assert.Throws<PackException>(() => Read(string.Concat(Enumerable.Repeat(level, 100_000)))).Message);

    [Fact]
    public void Every_problem_is_told_at_once_and_in_order()
    {
        var tree = Tree(Head + """
            pages:
              - items:
                  - {code: A, kind: single, wording: 甲}
                  - {code: B, kind: number, wording: 乙, show_if: C = 1}
            figures: [{key: f, name: 满意, variables: [B, D], positive: ["2"]}]
            quotas: [{from: 5, to: 3, wanted: [{classes: [dog], count: 0}]}]
            """);
        Assert.Null(QuestionnaireFormat.Read(tree, out var problems));
        Assert.Equal([9, 10, 11, 11, 12, 12, 12], problems.Select(p => p.Line));
    }

    [Fact]
    public void What_is_built_in_code_is_checked_by_the_code_of_the_item()
    {
        var questionnaire = Read(Head + "pages: [{items: [{code: A, kind: number, wording: 甲}]}]");
        var broken = questionnaire with { Pages = [new("", [new Item("A", ItemKind.Number, "甲") { Least = 3, Most = 1 }])] };
        Assert.Equal(("A", "最小值不能大于最大值。"), Assert.Single(QuestionnaireFormat.Check(broken)) is var p ? (p.File, p.Problem) : default);
        Assert.Empty(QuestionnaireFormat.Check(questionnaire));
    }

    [Fact]
    public void Written_and_read_again_it_is_the_same() => Prop.ForAll(Generated.Questionnaires(), q =>
    {
        var written = QuestionnaireFormat.Write(q);
        Assert.Equal(written, QuestionnaireFormat.Write(Read(written)));
        Assert.Equal(written, QuestionnaireFormat.Write(QuestionnaireFormat.Read(written)));
        Assert.Equal(written, QuestionnaireFormat.Write(Read(QuestionnaireFormat.WriteYaml(q))));
        Generated.AssertSame(q, Read(written));
    }).QuickCheckThrowOnFailure();

    public static Questionnaire Read(string text) => QuestionnaireFormat.Read(Tree(text));

    private static PackNode Tree(string text) => PackYaml.Read("q.yaml", new StringReader(text));
}
