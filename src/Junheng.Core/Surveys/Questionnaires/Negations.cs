using Junheng.Core.Indicators.Language;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>Moves negation into the leaves of a condition, where it can be decided for an answer that was not given.</summary>
internal static class Negations
{
    public const string Selected = "selected", Answered = "answered";

    /// <summary>Comparison after its sides changed places, or after negation.</summary>
    public static Operator Turned(Operator op) => op switch
    {
        Operator.Less => Operator.Greater,
        Operator.AtMost => Operator.AtLeast,
        Operator.Greater => Operator.Less,
        Operator.AtLeast => Operator.AtMost,
        _ => op,
    };

    public static Operator Opposite(Operator op) => op switch
    {
        Operator.Equal => Operator.NotEqual,
        Operator.NotEqual => Operator.Equal,
        Operator.Less => Operator.AtLeast,
        Operator.AtMost => Operator.Greater,
        Operator.Greater => Operator.AtMost,
        _ => Operator.Less,
    };

    public static Expression And(Expression left, Expression right) => new BinaryExpression(default, Operator.And, left, right);

    public static Expression Or(Expression left, Expression right) => new BinaryExpression(default, Operator.Or, left, right);

    public static Expression Not(Expression operand) => new UnaryExpression(default, Operator.Not, operand);

    public static Expression IsAnswered(string name) => new CallExpression(default, Answered, default, [new(null, new NameExpression(default, name))]);

    /// <summary>The item a leaf is about.</summary>
    public static string? Subject(Expression leaf) => leaf switch
    {
        NameExpression name => name.Name,
        BinaryExpression binary => Subject(binary.Left) ?? Subject(binary.Right),
        CallExpression { Arguments: [var first, ..] } => Subject(first.Value),
        _ => null,
    };

    public static Expression Unless(Expression condition) => condition switch
    {
        BinaryExpression { Operator: Operator.And } both => Or(Unless(both.Left), Unless(both.Right)),
        BinaryExpression { Operator: Operator.Or } any => And(Unless(any.Left), Unless(any.Right)),
        UnaryExpression { Operator: Operator.Not } not => UnlessNot(not.Operand),
        CallExpression { Function: Answered } => Not(condition),
        _ => Subject(condition) is { } name ? Or(Not(IsAnswered(name)), Opposed(condition)) : Not(condition),
    };

    /// <summary>Not surely false.</summary>
    private static Expression UnlessNot(Expression inner) => inner switch
    {
        BinaryExpression { Operator: Operator.And } both => And(UnlessNot(both.Left), UnlessNot(both.Right)),
        BinaryExpression { Operator: Operator.Or } any => Or(UnlessNot(any.Left), UnlessNot(any.Right)),
        UnaryExpression { Operator: Operator.Not } not => Unless(not.Operand),
        CallExpression { Function: Answered } => inner,
        _ => Subject(inner) is { } name ? Or(Not(IsAnswered(name)), inner) : inner,
    };

    private static Expression Opposed(Expression leaf) => leaf is BinaryExpression binary && Operators.IsComparison(binary.Operator)
        ? binary with { Operator = Opposite(binary.Operator) }
        : Not(leaf);
}
