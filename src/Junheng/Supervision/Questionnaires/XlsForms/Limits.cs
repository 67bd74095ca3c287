using Junheng.Core.Indicators.Language;

namespace Junheng.Supervision.Questionnaires.XlsForms;

/// <summary>What a constraint allows: the ends of a number, of a count of options, of a length.</summary>
internal readonly record struct Limits(decimal? Least, decimal? Most)
{
    private const double Largest = 1e12;

    /// <param name="xpath">Comparisons joined by <c>and</c>.</param>
    /// <param name="type">Of the row: decides what may be limited.</param>
    /// <exception cref="FormulaException">It says something else.</exception>
    public static Limits Read(string xpath, string type)
    {
        var limits = new Limits();
        foreach (var part in Parts(XPathParser.Read(xpath))) limits = limits.With(part, type);
        return limits;
    }

    private static IEnumerable<Expression> Parts(Expression x) => x is BinaryExpression { Operator: Operator.And } both ? Parts(both.Left).Concat(Parts(both.Right)) : [x];

    private Limits With(Expression part, string type)
    {
        if (part is not BinaryExpression comparison) throw Wrong(part);
        var (subject, limit, op) = comparison.Right is NumberLiteral right ? (comparison.Left, right.Value, comparison.Operator)
            : comparison.Left is NumberLiteral left ? (comparison.Right, left.Value, Turned(comparison.Operator))
            : throw Wrong(part);
        if (!Fits(subject, type) || Math.Abs(limit) > Largest) throw Wrong(part);
        if (type == "decimal" && op is Operator.Less or Operator.Greater) throw new FormulaException(part.Span, XlsFormTexts.LessThanDecimal);
        var value = (decimal)limit;
        return op switch
        {
            Operator.AtLeast => this with { Least = Higher(value) },
            Operator.Greater => this with { Least = Higher(decimal.Floor(value) + 1) },
            Operator.AtMost => this with { Most = Lower(value) },
            Operator.Less => this with { Most = Lower(decimal.Ceiling(value) - 1) },
            Operator.Equal => new(Higher(value), Lower(value)),
            _ => throw Wrong(part),
        };
    }

    private decimal Higher(decimal value) => Least is { } least ? Math.Max(least, value) : value;

    private decimal Lower(decimal value) => Most is { } most ? Math.Min(most, value) : value;

    private static bool Fits(Expression subject, string type) => type switch
    {
        "integer" or "decimal" or "range" => subject is NameExpression { Name: XPathParser.Self },
        "select_multiple" or "rank" => subject is CallExpression { Function: "count-selected", Arguments: [{ Value: NameExpression { Name: XPathParser.Self } }] },
        "text" => subject is CallExpression { Function: "string-length", Arguments: [{ Value: NameExpression { Name: XPathParser.Self } }] },
        _ => false,
    };

    private static Operator Turned(Operator op) => op switch
    {
        Operator.Less => Operator.Greater,
        Operator.AtMost => Operator.AtLeast,
        Operator.Greater => Operator.Less,
        Operator.AtLeast => Operator.AtMost,
        _ => op,
    };

    private static FormulaException Wrong(Expression at) => new(at.Span, XlsFormTexts.Constraint);
}
