using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Tests.Core.Surveys.Questionnaires;

public sealed class ConditionsTests
{
    private const string Items = QuestionnaireFormatTests.Head + """
        pages:
          - items:
              - {code: A, kind: single, wording: 是否参加课后服务？, options: [是, 否]}
              - {code: M, kind: multiple, wording: 参加了哪些, options: [体育, 艺术, 作业], show_if: A = 1}
              - {code: N, kind: number, wording: 每周几次, show_if: 'selected(M, "1", "2")'}
              - {code: Z, kind: long-text, wording: 还有什么要说的, show_if: A = 2 or N >= 5}
        """;

    [Fact]
    public void An_answer_that_was_not_given_shows_nothing_that_depends_on_it()
    {
        var (sheet, conditions) = Sheet(Items);
        Assert.Equal([true, false, false, false], Shown(conditions, sheet));
        sheet[0] = Answer.Option(0);
        sheet[1] = Answer.Options(0b100);
        Assert.Equal([true, true, false, false], Shown(conditions, sheet));
        sheet[1] = Answer.Options(0b110);
        sheet[2] = Answer.Number(5);
        Assert.Equal([true, true, true, true], Shown(conditions, sheet));
    }

    [Fact]
    public void An_answer_to_what_is_hidden_counts_as_not_given_and_is_taken_away()
    {
        var (sheet, conditions) = Sheet(Items);
        sheet[0] = Answer.Option(1);
        sheet[1] = Answer.Options(0b1);
        sheet[2] = Answer.Number(9);
        sheet[3] = Answer.Text("好");
        Assert.Equal([true, false, false, true], Shown(conditions, sheet));
        conditions.Settle(sheet);
        Assert.Equal([true, false, false, true], Enumerable.Range(0, 4).Select(v => sheet[v].IsGiven));
    }

    [Fact]
    public void A_jump_hides_what_it_passes_over_only_when_it_is_taken()
    {
        var (sheet, conditions) = Sheet(QuestionnaireFormatTests.Head + """
            pages:
              - items:
                  - {code: A, kind: single, wording: 甲, options: [是, 否], jump: {when: A = 2, to: D}}
                  - {code: B, kind: number, wording: 乙}
                  - {code: C, kind: number, wording: 丙, show_if: B > 3}
                  - {code: D, kind: number, wording: 丁, jump: {when: D = 0 and B < 9, to: end}}
                  - {code: E, kind: number, wording: 戊}
            """);
        Assert.Equal([true, true, false, true, true], Shown(conditions, sheet));
        sheet[1] = Answer.Number(4);
        Assert.Equal([true, true, true, true, true], Shown(conditions, sheet));
        sheet[0] = Answer.Option(1);
        Assert.Equal([true, false, false, true, true], Shown(conditions, sheet));
        sheet[0] = Answer.Option(0);
        sheet[3] = Answer.Number(0);
        Assert.Equal([true, true, true, true, false], Shown(conditions, sheet));
    }

    [Fact]
    public void Conditions_are_said_in_words()
    {
        var conditions = Conditions.Compile(QuestionnaireFormatTests.Read(Items));
        Assert.Equal(["", "上题选“是”时填写", "上题选“体育”或“艺术”时填写", "“是否参加课后服务？”一题选“否”，或者上题不小于 5 时填写"],
            conditions.Questionnaire.Items.Select(i => conditions.Words(i, "student")));
        var either = Conditions.Compile(QuestionnaireFormatTests.Read(Items.Replace("A = 2 or N >= 5", "A = 1 or A = 2", StringComparison.Ordinal)));
        Assert.Equal("“是否参加课后服务？”一题选“是”或“否”时填写", either.Words(either.Questionnaire.Items.Last(), "student"));
        var jumped = Conditions.Compile(QuestionnaireFormatTests.Read(QuestionnaireFormatTests.Head + """
            pages:
              - items:
                  - {code: A, kind: single, wording: 甲, options: [是, 否], jump: {when: A = 2, to: C}}
                  - {code: B, kind: number, wording: 乙}
                  - {code: C, kind: number, wording: 丙}
            """));
        Assert.Equal("上题没有选“否”时填写", jumped.Words(jumped.Questionnaire.Items.ElementAt(1), "student"));
    }

    [Fact]
    public void Conditions_hold_as_a_plain_three_valued_reading_of_them_says() => Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var questionnaire = Generated.Of(seed);
        var conditions = Conditions.Compile(questionnaire);
        var sheet = Generated.Sheet(questionnaire, new(seed));
        var shown = new Dictionary<string, bool>();
        foreach (var item in questionnaire.Items)
        {
            var expected = shown[item.Code] = item.ShowIf is null || Value(item.ShowIf, sheet, shown) == true;
            Assert.Equal(expected, conditions.Shown(item, sheet));
            if (item.ShowIf is not { } when) continue;
            var opposite = Conditions.Unless(when);
            Assert.Equal(!expected, Value(opposite, sheet, shown) == true);
            Assert.Equal(opposite.ToString(), Parser.Read(opposite.ToString()).ToString());
        }
        conditions.Settle(sheet);
        Assert.All(questionnaire.Variables, v => Assert.False(sheet[v.Index].IsGiven && !shown[v.Item.Code]));
    }).QuickCheckThrowOnFailure();

    /// <summary>Kleene's logic read straight from the text's tree; null = unknown.</summary>
    private static bool? Value(Expression expression, AnswerSheet sheet, Dictionary<string, bool> shown) => expression switch
    {
        UnaryExpression not => !Value(not.Operand, sheet, shown),
        BinaryExpression { Operator: Operator.And } both => Value(both.Left, sheet, shown) & Value(both.Right, sheet, shown),
        BinaryExpression { Operator: Operator.Or } any => Value(any.Left, sheet, shown) | Value(any.Right, sheet, shown),
        BinaryExpression { Left: NameExpression name } comparison => Compare(comparison, Of(name, sheet, shown), sheet.Questionnaire.Variables[sheet.Questionnaire.Find(name.Name)!.Value]),
        CallExpression { Function: "answered", Arguments: [{ Value: NameExpression name }] } => Of(name, sheet, shown).IsGiven,
        CallExpression { Arguments: [{ Value: NameExpression name }, { Value: TextLiteral code }] } =>
            Of(name, sheet, shown) is { IsGiven: true } answer ? Codes(answer, sheet.Questionnaire.Variables[sheet.Questionnaire.Find(name.Name)!.Value]).Contains(code.Value) : null,
        _ => throw new ArgumentException(expression.ToString()),
    };

    private static bool? Compare(BinaryExpression comparison, Answer answer, Variable variable)
    {
        if (!answer.IsGiven) return null;
        if (comparison.Right is TextLiteral code) return Codes(answer, variable).Contains(code.Value) == (comparison.Operator == Operator.Equal);
        var order = answer.Value.CompareTo(((NumberLiteral)comparison.Right).Value);
        return comparison.Operator switch
        {
            Operator.Equal => order == 0,
            Operator.NotEqual => order != 0,
            Operator.Less => order < 0,
            Operator.AtMost => order <= 0,
            Operator.Greater => order > 0,
            _ => order >= 0,
        };
    }

    private static IEnumerable<string> Codes(Answer answer, Variable variable) => variable.Options.Where((_, at) => answer.Form switch
    {
        AnswerForm.Option => answer.Choice == at,
        AnswerForm.Options => (answer.Set & (1UL << at)) != 0,
        _ => answer.Words!.Contains((char)at),
    }).Select(o => o.Code);

    private static Answer Of(NameExpression name, AnswerSheet sheet, Dictionary<string, bool> shown) =>
        shown[sheet.Questionnaire.Variables[sheet.Questionnaire.Find(name.Name)!.Value].Item.Code] ? sheet[name.Name] : default;

    private static bool[] Shown(Conditions conditions, AnswerSheet sheet) => [.. conditions.Questionnaire.Variables.Select(v => conditions.Shown(v.Index, sheet))];

    private static (AnswerSheet, Conditions) Sheet(string text)
    {
        var questionnaire = QuestionnaireFormatTests.Read(text);
        return (new(questionnaire), Conditions.Compile(questionnaire));
    }
}
