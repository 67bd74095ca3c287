using Junheng.Core.Indicators.Language;

namespace Junheng.Supervision.Questionnaires.XlsForms;

/// <summary>Brings translated conditions into the short form a person would write: what is said of an answer already says that it was given.</summary>
internal static class Simplification
{
    public static Expression Of(Expression expression)
    {
        if (expression is not BinaryExpression { Operator: Operator.And or Operator.Or } binary) return expression;
        var parts = Flat(binary, binary.Operator).Select(Of).SelectMany(p => Flat(p, binary.Operator)).ToList();
        parts = binary.Operator == Operator.And ? Given(parts) : Merged(parts);
        return parts.Aggregate((left, right) => new BinaryExpression(default, binary.Operator, left, right));
    }

    /// <summary><c>answered(q) and (not answered(q) or q != a)</c> is <c>q != a</c>.</summary>
    private static List<Expression> Given(List<Expression> parts)
    {
        foreach (var name in parts.Select(Answered).OfType<string>().ToArray())
        {
            parts = [.. parts.Select(p => UnlessGiven(p, name) ?? p)];
            if (parts.Any(p => Leaf(p) == name)) parts.RemoveAll(p => Answered(p) == name);
        }
        return parts;
    }

    /// <summary><c>selected(m, 1) or selected(m, 2)</c> is <c>selected(m, 1, 2)</c>.</summary>
    private static List<Expression> Merged(List<Expression> parts)
    {
        var merged = new List<Expression>();
        foreach (var part in parts)
        {
            var at = part is CallExpression { Function: "selected" } ? merged.FindIndex(m => m is CallExpression { Function: "selected" } && Leaf(m) == Leaf(part)) : -1;
            if (at < 0) merged.Add(part);
            else merged[at] = (CallExpression)merged[at] with { Arguments = [.. ((CallExpression)merged[at]).Arguments, .. ((CallExpression)part).Arguments.Skip(1)] };
        }
        return merged;
    }

    private static IEnumerable<Expression> Flat(Expression expression, Operator op) =>
        expression is BinaryExpression binary && binary.Operator == op ? Flat(binary.Left, op).Concat(Flat(binary.Right, op)) : [expression];

    private static string? Answered(Expression part) => part is CallExpression { Function: "answered", Arguments: [{ Value: NameExpression name }] } ? name.Name : null;

    private static Expression? UnlessGiven(Expression part, string name)
    {
        var flat = Flat(part, Operator.Or).ToArray();
        var rest = flat.Where(f => f is not UnaryExpression { Operator: Operator.Not, Operand: var inner } || Answered(inner) != name).ToArray();
        return rest.Length == flat.Length || rest.Length == 0 ? null : rest.Aggregate((left, right) => new BinaryExpression(default, Operator.Or, left, right));
    }

    /// <summary>The item a leaf says something of that only an answer can make true.</summary>
    private static string? Leaf(Expression part) => part switch
    {
        BinaryExpression { Operator: not (Operator.And or Operator.Or), Left: NameExpression name } => name.Name,
        CallExpression { Function: "selected", Arguments: [{ Value: NameExpression name }, ..] } => name.Name,
        UnaryExpression { Operator: Operator.Not, Operand: CallExpression { Function: "selected" } inner } => Leaf(inner),
        _ => null,
    };
}
