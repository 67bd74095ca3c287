using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.Indicators.Language;

namespace Junheng.Tests.Core.Indicators.Language;

public sealed class ParserTests
{
    [Theory]
    [InlineData("1+2*3", "1 + 2 * 3")]
    [InlineData("(1+2)*3", "(1 + 2) * 3")]
    [InlineData("a-(b-c)", "a - (b - c)")]
    [InlineData("a-b-c", "a - b - c")]
    [InlineData("a/(b*c)", "a / (b * c)")]
    [InlineData("-a*b", "-a * b")]
    [InlineData("-(a+b)", "-(a + b)")]
    [InlineData("a ≥ 85% 且 非 (b = “是” 或 c != 'x')", "a >= 85% and not (b = \"是\" or c != \"x\")")]
    [InlineData("（在校学生数 － 班级数） × 2 ÷ 3", "(在校学生数 - 班级数) * 2 / 3")]
    [InlineData("mean(L1, weight: students)", "mean(L1, weight: students)")]
    [InlineData("差异系数(L1，权数：在校学生数)", "差异系数(L1, 权数: 在校学生数)")]
    [InlineData("students > 2000人", "students > 2000 人")]
    [InlineData("4.5 ㎡ / 1 人", "4.5 ㎡ / 1 人")]
    [InlineData("q1.a = 3 and q2 <> 4", "q1.a = 3 and q2 != 4")]
    [InlineData("1.5e3", "1500")]
    [InlineData("f()", "f()")]
    public void A_text_is_read_and_written_back_in_one_form(string text, string written)
    {
        Assert.Equal(written, Parser.Read(text).ToString());
        Assert.Equal(written, Parser.Read(written).ToString());
    }

    [Theory]
    [InlineData("", 0, "第 1 个字：公式是空的。")]
    [InlineData("   ", 0, "第 1 个字：公式是空的。")]
    [InlineData("a +", 3, "第 4 个字：公式没有写完，后面缺少内容。")]
    [InlineData("a + * b", 4, "第 5 个字：此处不应出现“*”。")]
    [InlineData("(a + b", 0, "第 1 个字：括号没有闭合，缺少“)”。")]
    [InlineData("sum(a, b", 3, "第 4 个字：括号没有闭合，缺少“)”。")]
    [InlineData("a b", 2, "第 3 个字：此处不应出现“b”。")]
    [InlineData("a # b", 2, "第 3 个字：不认识“#”。")]
    [InlineData("a = \"x", 4, "第 5 个字：引号没有成对。")]
    [InlineData("1 < a < 3", 6, "第 7 个字：比较不能连写，请用 and（且）连接两个比较。")]
    [InlineData("f(weight: a, b)", 13, "第 14 个字：写了名称的参数后面不能再跟没有名称的参数。")]
    [InlineData("f(x, by: a, by: b)", 12, "第 13 个字：参数“by”写了两次。")]
    [InlineData("1e999", 0, "第 1 个字：数字太大，无法计算。")]
    [InlineData(")", 0, "第 1 个字：此处不应出现“)”。")]
    public void A_mistake_is_reported_with_its_place(string text, int start, string message)
    {
        var refused = Assert.Throws<FormulaException>(() => Parser.Read(text));
        Assert.Equal((start, message), (refused.Span.Start, refused.Message));
    }

    [Theory]
    [InlineData(101)]
    [InlineData(3_000)]
    [InlineData(50_000)]
    public void Deep_nesting_and_endless_chains_are_refused_and_do_no_harm(int depth)
    {
        if (depth > 1000) Assert.Throws<FormulaException>(() => Parser.Read("a" + string.Concat(Enumerable.Repeat("+a", depth))));
        Assert.Throws<FormulaException>(() => Parser.Read(new string('(', depth) + "a"));
        Assert.Throws<FormulaException>(() => Parser.Read(new string('-', depth) + "a"));
    }

    [Fact]
    public void Any_expression_survives_being_written_and_read() =>
        Prop.ForAll(Expressions.Any.ToArbitrary(), e => Parser.Read(e.ToString()).ToString() == e.ToString() && Same(Parser.Read(e.ToString()), e)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_read_or_refused_with_a_place_inside_it() =>
        Prop.ForAll(
            Gen.Elements("a", "(", ")", "+", "-", "*", "/", "且", " ", "1", "2.5", "%", "人", "\"", "“", "sum", ",", ":", "≥", "not", "㎡", "1e", "。", "\uD83D").ListOf()
                .Select(p => string.Concat(p)).ToArbitrary(),
            text =>
            {
                try
                {
                    return Parser.Read(text) is not null;
                }
                catch (FormulaException e)
                {
                    return e.Span.Start >= 0 && e.Span.End <= text.Length && e.Problem.Length > 0;
                }
            }).QuickCheckThrowOnFailure();

    /// <summary>Equal but for the places.</summary>
    private static bool Same(Expression one, Expression other) => (one, other) switch
    {
        (NumberLiteral a, NumberLiteral b) => a.Value.Equals(b.Value) && a.Unit == b.Unit,
        (TextLiteral a, TextLiteral b) => a.Value == b.Value,
        (NameExpression a, NameExpression b) => a.Name == b.Name,
        (UnaryExpression a, UnaryExpression b) => a.Operator == b.Operator && Same(a.Operand, b.Operand),
        (BinaryExpression a, BinaryExpression b) => a.Operator == b.Operator && Same(a.Left, b.Left) && Same(a.Right, b.Right),
        (CallExpression a, CallExpression b) => a.Function == b.Function && a.Arguments.Count == b.Arguments.Count
            && a.Arguments.Zip(b.Arguments).All(p => p.First.Name == p.Second.Name && Same(p.First.Value, p.Second.Value)),
        _ => false,
    };
}
