using System.Globalization;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Surveys.Questionnaires;

namespace Junheng.Supervision.Questionnaires.XlsForms;

/// <summary>
/// Turns the XPath of an XLSForm into a condition that is surely true exactly where the XPath is true. XPath knows no unknown: an empty answer differs
/// from every value, so <c>${q} != 'a'</c> holds for it and <c>not(${q} &lt; 5)</c> too.
/// </summary>
/// <param name="kinds">What each name of the survey sheet asks.</param>
/// <param name="calculation">By name, or null; it is put in where it is used.</param>
internal sealed class RelevantTranslator(IReadOnlyDictionary<string, ItemKind> kinds, Func<string, Expression?> calculation)
{
    private const int DeepestCalculation = 20, MostParts = 2000;
    private int _depth, _parts;

    /// <summary>Null where the text is always true.</summary>
    /// <exception cref="FormulaException">It cannot be translated; the span is in the XPath.</exception>
    public Expression? Translate(string xpath)
    {
        (_depth, _parts) = (0, 0);
        return XPathParser.Read(xpath) is var read && Constant(read) == true ? null : Simplification.Of(Part(read, true));
    }

    /// <summary>Calculations that are put into each other grow by powers.</summary>
    private Expression Part(Expression x, bool holds) => ++_parts > MostParts ? throw new FormulaException(x.Span, XlsFormTexts.TooDeep) : x switch
    {
        BinaryExpression { Operator: Operator.And or Operator.Or } binary =>
            new BinaryExpression(default, binary.Operator == Operator.And == holds ? Operator.And : Operator.Or, Part(binary.Left, holds), Part(binary.Right, holds)),
        BinaryExpression comparison => Comparison(comparison, holds),
        CallExpression { Function: "not", Arguments: [var argument] } => Part(argument.Value, !holds),
        CallExpression { Function: "boolean" or "boolean-from-string", Arguments: [var argument] } => Part(argument.Value, holds),
        CallExpression { Function: "selected" } call => Selected(call, holds),
        CallExpression call => throw new FormulaException(call.FunctionSpan, XlsFormTexts.NoFunction(call.Function)),
        NameExpression name when calculation(name.Name) is { } calculated => Calculation(name, calculated, holds),
        NameExpression name => Given(name, holds),
        _ => throw new FormulaException(x.Span, XlsFormTexts.NotCondition),
    };

    private Expression Comparison(BinaryExpression comparison, bool holds)
    {
        var (left, right, op) = (Plain(comparison.Left), Plain(comparison.Right), comparison.Operator);
        if (left is not (NameExpression or CallExpression) && right is NameExpression or CallExpression { Function: not ("true" or "false") }) (left, right, op) = (right, left, Turned(op));
        if (left is CallExpression { Function: "string-length" or "count-selected", Arguments: [{ Value: NameExpression counted }] } && right is NumberLiteral count)
            return Given(counted, IsAny(op, count.Value, comparison) == holds);
        if (left is not NameExpression name) throw new FormulaException(comparison.Span, XlsFormTexts.OneSide);
        if (calculation(name.Name) is { } calculated && Constant(right) is { } constant && op is Operator.Equal or Operator.NotEqual)
            return Calculation(name, calculated, constant == (op == Operator.Equal) == holds);
        if (right is TextLiteral { Value: "" } && op is Operator.Equal or Operator.NotEqual) return Given(name, op == Operator.NotEqual == holds);
        if (op == Operator.NotEqual) (op, holds) = (Operator.Equal, !holds);
        var leaf = new BinaryExpression(default, op, new NameExpression(default, name.Name), Literal(name, op, right));
        return holds ? leaf : Conditions.Unless(leaf);
    }

    private Expression Literal(NameExpression name, Operator op, Expression literal)
    {
        switch (KindOf(name))
        {
            case ItemKind.Single when op == Operator.Equal:
                return literal switch { TextLiteral text => Code(text.Value), NumberLiteral number => Code(number.Value.ToString("R", CultureInfo.InvariantCulture)), _ => throw new FormulaException(literal.Span, XlsFormTexts.OneSide) };
            case ItemKind.Single:
                throw new FormulaException(name.Span, XlsFormTexts.OnlyEqual(name.Name));
            case ItemKind.Multiple or ItemKind.Ranking:
                throw new FormulaException(name.Span, XlsFormTexts.UseSelected(name.Name));
            case ItemKind.Scale or ItemKind.Number:
                if (literal is NumberLiteral exact) return Number(exact.Value);
                return literal is TextLiteral text2 && double.TryParse(text2.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var typed)
                    ? Number(typed)
                    : throw new FormulaException(literal.Span, XlsFormTexts.NeedsNumber(name.Name));
            default:
                throw new FormulaException(name.Span, XlsFormTexts.TextCompared(name.Name));
        }
    }

    private Expression Selected(CallExpression call, bool holds)
    {
        if (call.Arguments is not [{ Value: NameExpression name }, { Value: TextLiteral or NumberLiteral } code]) throw new FormulaException(call.Span, XlsFormTexts.SelectedForm);
        if (!KindOf(name).HasOptions()) throw new FormulaException(name.Span, XlsFormTexts.NoOptionsToSelect(name.Name));
        var chosen = Code(code.Value is TextLiteral text ? text.Value : ((NumberLiteral)code.Value).Value.ToString("R", CultureInfo.InvariantCulture));
        Expression leaf = KindOf(name) == ItemKind.Single
            ? new BinaryExpression(default, Operator.Equal, new NameExpression(default, name.Name), chosen)
            : new CallExpression(default, "selected", default, [new(null, new NameExpression(default, name.Name)), new(null, chosen)]);
        return holds ? leaf : Conditions.Unless(leaf);
    }

    private Expression Given(NameExpression name, bool holds)
    {
        KindOf(name);
        var answered = new CallExpression(default, "answered", default, [new(null, new NameExpression(default, name.Name))]);
        return holds ? answered : new UnaryExpression(default, Operator.Not, answered);
    }

    private Expression Calculation(NameExpression name, Expression calculated, bool holds)
    {
        if (++_depth > DeepestCalculation) throw new FormulaException(name.Span, XlsFormTexts.TooDeep);
        var part = Part(calculated, holds);
        _depth--;
        return part;
    }

    private ItemKind KindOf(NameExpression name) =>
        name.Name == XPathParser.Self ? throw new FormulaException(name.Span, XlsFormTexts.SelfOutside)
        : kinds.TryGetValue(name.Name, out var kind) ? kind is ItemKind.Note or ItemKind.Matrix ? throw new FormulaException(name.Span, XlsFormTexts.NotAsked(name.Name)) : kind
        : throw new FormulaException(name.Span, XlsFormTexts.UnknownName(name.Name));

    /// <summary>Whether "so many characters or options" says that there are any.</summary>
    private static bool IsAny(Operator op, double count, Expression at) => (op, count) switch
    {
        (Operator.Greater or Operator.NotEqual, 0) or (Operator.AtLeast, 1) => true,
        (Operator.Equal or Operator.AtMost, 0) or (Operator.Less, 1) => false,
        _ => throw new FormulaException(at.Span, XlsFormTexts.OnlyAny),
    };

    private static Expression Plain(Expression x) => x is CallExpression { Function: "number" or "int" or "string", Arguments: [var argument] } ? argument.Value : x;

    private static bool? Constant(Expression x) => x switch
    {
        CallExpression { Function: "true" } or TextLiteral { Value: "true" or "1" } or NumberLiteral { Value: 1 } => true,
        CallExpression { Function: "false" } or TextLiteral { Value: "false" or "0" } or NumberLiteral { Value: 0 } => false,
        _ => null,
    };

    private static Expression Code(string code) =>
        double.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number.ToString("R", CultureInfo.InvariantCulture) == code
            ? new NumberLiteral(default, number, "")
            : new TextLiteral(default, code);

    private static Expression Number(double value) =>
        value < 0 ? new UnaryExpression(default, Operator.Negate, new NumberLiteral(default, -value, "")) : new NumberLiteral(default, value, "");

    private static Operator Turned(Operator op) => op switch
    {
        Operator.Less => Operator.Greater,
        Operator.AtMost => Operator.AtLeast,
        Operator.Greater => Operator.Less,
        Operator.AtLeast => Operator.AtMost,
        _ => op,
    };
}
