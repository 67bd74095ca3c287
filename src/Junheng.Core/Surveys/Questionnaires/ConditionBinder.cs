using System.Globalization;
using Junheng.Core.Indicators.Language;

namespace Junheng.Core.Surveys.Questionnaires;

/// <summary>Binds the names of a condition to variables before the item it belongs to.</summary>
internal sealed class ConditionBinder
{
    private readonly Questionnaire _questionnaire;
    private readonly Item[] _items;
    private readonly Dictionary<string, int> _itemPlaces = new(StringComparer.Ordinal);

    public ConditionBinder(Questionnaire questionnaire, Item[] items)
    {
        (_questionnaire, _items) = (questionnaire, items);
        for (var at = 0; at < items.Length; at++) _itemPlaces[items[at].Code] = at;
    }

    /// <param name="item">Place of the item the condition belongs to.</param>
    /// <exception cref="FormulaException">It makes no sense.</exception>
    public Condition Bind(Expression condition, int item)
    {
        try
        {
            return Bind(condition, item, true);
        }
        catch (FormulaException e)
        {
            throw new FormulaException(e.Span, e.Problem) { Formula = _items[item].Code };
        }
    }

    private Condition Bind(Expression expression, int item, bool holds)
    {
        switch (expression)
        {
            case UnaryExpression { Operator: Operator.Not } not:
                return Bind(not.Operand, item, !holds);
            case BinaryExpression { Operator: Operator.And or Operator.Or } binary:
                var parts = Flat(binary, binary.Operator).Select(p => Bind(p, item, holds)).ToArray();
                return binary.Operator == Operator.And == holds ? new AllOf(parts) : new AnyOf(parts);
            case BinaryExpression binary when Operators.IsComparison(binary.Operator):
                return Comparison(binary, item, holds);
            case CallExpression call:
                return Call(call, item, holds);
            default:
                throw new FormulaException(expression.Span, QuestionnaireTexts.NotACondition);
        }
    }

    private static IEnumerable<Expression> Flat(Expression expression, Operator op) =>
        expression is BinaryExpression binary && binary.Operator == op ? Flat(binary.Left, op).Concat(Flat(binary.Right, op)) : [expression];

    private Condition Comparison(BinaryExpression binary, int item, bool holds)
    {
        var (name, literal, op) = (binary.Left, binary.Right) switch
        {
            (NameExpression left, NumberLiteral or TextLiteral or UnaryExpression { Operator: Operator.Negate }) => (left, binary.Right, binary.Operator),
            (NumberLiteral or TextLiteral or UnaryExpression { Operator: Operator.Negate }, NameExpression right) => (right, binary.Left, Negations.Turned(binary.Operator)),
            _ => throw new FormulaException(binary.Span, QuestionnaireTexts.OneSide),
        };
        if (!holds) op = Negations.Opposite(op);
        var variable = Earlier(name, item);
        switch (variable.Kind)
        {
            case ItemKind.Single when op is Operator.Equal or Operator.NotEqual:
                return new Chosen(variable.Index, [Option(variable, literal)], op == Operator.Equal);
            case ItemKind.Single:
                throw new FormulaException(binary.Span, QuestionnaireTexts.OnlyEqual(name.Name));
            case ItemKind.Scale or ItemKind.Number:
                return new Compared(variable.Index, op, Number(literal, name.Name));
            case ItemKind.Multiple or ItemKind.Ranking:
                throw new FormulaException(binary.Span, QuestionnaireTexts.UseSelected(name.Name));
            default:
                throw new FormulaException(binary.Span, QuestionnaireTexts.OnlyAnswered(name.Name));
        }
    }

    private Condition Call(CallExpression call, int item, bool holds)
    {
        switch (call.Function)
        {
            case Negations.Answered:
                if (call.Arguments is not [{ Name: null, Value: NameExpression asked }]) throw new FormulaException(call.Span, QuestionnaireTexts.AnsweredForm);
                return new Given(Earlier(asked, item).Index, holds);
            case Negations.Selected:
                if (call.Arguments is not [{ Name: null, Value: NameExpression name }, _, ..] || call.Arguments.Any(a => a.Name is not null))
                    throw new FormulaException(call.Span, QuestionnaireTexts.SelectedForm);
                var variable = Earlier(name, item);
                if (!variable.Kind.HasOptions()) throw new FormulaException(name.Span, QuestionnaireTexts.NeedsNumber(name.Name));
                return new Chosen(variable.Index, [.. call.Arguments.Skip(1).Select(a => Option(variable, a.Value)).Distinct().Order()], holds);
            default:
                throw new FormulaException(call.FunctionSpan, QuestionnaireTexts.NoFunction(call.Function));
        }
    }

    private Variable Earlier(NameExpression name, int item)
    {
        if (_questionnaire.Find(name.Name) is not { } at)
        {
            if (!_itemPlaces.TryGetValue(name.Name, out var place)) throw new FormulaException(name.Span, QuestionnaireTexts.NoItem(name.Name));
            throw new FormulaException(name.Span,
                _items[place].Kind == ItemKind.Matrix ? QuestionnaireTexts.MatrixWhole(name.Name) : QuestionnaireTexts.NoteInCondition(name.Name));
        }
        var variable = _questionnaire.Variables[at];
        return _itemPlaces[variable.Item.Code] < item ? variable : throw new FormulaException(name.Span, QuestionnaireTexts.NotEarlier(name.Name));
    }

    private static int Option(Variable variable, Expression literal)
    {
        var code = literal switch
        {
            TextLiteral text => text.Value,
            NumberLiteral { Unit: "" } number => number.Value.ToString("R", CultureInfo.InvariantCulture),
            NumberLiteral => throw new FormulaException(literal.Span, QuestionnaireTexts.NumberUnit),
            _ => throw new FormulaException(literal.Span, QuestionnaireTexts.SelectedForm),
        };
        for (var at = 0; at < variable.Options.Count; at++)
            if (variable.Options[at].Code == code) return at;
        throw new FormulaException(literal.Span, QuestionnaireTexts.NoOptionInCondition(variable.Code, code));
    }

    private static double Number(Expression literal, string name) => literal switch
    {
        NumberLiteral { Unit: "" } number => number.Value,
        UnaryExpression { Operator: Operator.Negate, Operand: NumberLiteral { Unit: "" } number } => -number.Value,
        NumberLiteral => throw new FormulaException(literal.Span, QuestionnaireTexts.NumberUnit),
        _ => throw new FormulaException(literal.Span, QuestionnaireTexts.NeedsNumber(name)),
    };
}
