using System.Globalization;
using Junheng.Core.Quantities;

namespace Junheng.Core.Indicators.Language;

public enum Operator : byte { Or, And, Not, Equal, NotEqual, Less, AtMost, Greater, AtLeast, Add, Subtract, Multiply, Divide, Negate }

/// <summary>
/// What a text of the expression language says, before anybody decides what its names mean: indicators bind them to elements, questionnaires to
/// answers. <see cref="object.ToString"/> writes it back in one canonical form.
/// </summary>
public abstract record Expression(TextSpan Span)
{
    /// <summary>Binding strength of what stands outermost; a weaker one inside a stronger needs brackets.</summary>
    internal virtual int Strength => Operators.Primary;

    public sealed override string ToString() => Write();

    protected abstract string Write();

    protected static string Inside(Expression part, int strength) => part.Strength < strength ? $"({part})" : part.ToString();
}

/// <param name="Unit">As written after the number; empty = none.</param>
public sealed record NumberLiteral(TextSpan Span, double Value, string Unit) : Expression(Span)
{
    protected override string Write() => Value.ToString("R", CultureInfo.InvariantCulture) + (Unit is "" or "%" or "‰" ? Unit : " " + Unit);
}

public sealed record TextLiteral(TextSpan Span, string Value) : Expression(Span)
{
    protected override string Write() => Value.Contains('"') ? $"'{Value}'" : $"\"{Value}\"";
}

public sealed record NameExpression(TextSpan Span, string Name) : Expression(Span)
{
    protected override string Write() => Name;
}

public sealed record UnaryExpression(TextSpan Span, Operator Operator, Expression Operand) : Expression(Span)
{
    internal override int Strength => Operators.Strength(Operator);

    protected override string Write() => (Operator == Operator.Not ? "not " : "-") + Inside(Operand, Strength);
}

public sealed record BinaryExpression(TextSpan Span, Operator Operator, Expression Left, Expression Right) : Expression(Span)
{
    internal override int Strength => Operators.Strength(Operator);

    /// <summary>Operators of one strength gather from the left; comparisons do not chain.</summary>
    protected override string Write() =>
        $"{Inside(Left, Operators.IsComparison(Operator) ? Strength + 1 : Strength)} {Operators.Sign(Operator)} {Inside(Right, Strength + 1)}";
}

/// <param name="Name">Of a named argument (<c>weight: students</c>); null = by position.</param>
public sealed record Argument(string? Name, Expression Value)
{
    public override string ToString() => Name is null ? Value.ToString() : $"{Name}: {Value}";
}

public sealed record CallExpression(TextSpan Span, string Function, TextSpan FunctionSpan, IReadOnlyList<Argument> Arguments) : Expression(Span)
{
    protected override string Write() => $"{Function}({string.Join(", ", Arguments)})";
}

/// <summary>Strength and canonical sign of each operator.</summary>
internal static class Operators
{
    public const int Primary = 8;

    public static int Strength(Operator op) => op switch
    {
        Operator.Or => 1,
        Operator.And => 2,
        Operator.Not => 3,
        Operator.Add or Operator.Subtract => 5,
        Operator.Multiply or Operator.Divide => 6,
        Operator.Negate => 7,
        _ => 4,
    };

    public static bool IsComparison(Operator op) => Strength(op) == 4;

    public static string Sign(Operator op) => op switch
    {
        Operator.Or => "or",
        Operator.And => "and",
        Operator.Not => "not",
        Operator.Equal => "=",
        Operator.NotEqual => "!=",
        Operator.Less => "<",
        Operator.AtMost => "<=",
        Operator.Greater => ">",
        Operator.AtLeast => ">=",
        Operator.Add => "+",
        Operator.Multiply => "*",
        Operator.Divide => "/",
        _ => "-",
    };
}
