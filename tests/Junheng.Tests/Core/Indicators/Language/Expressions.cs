using FsCheck;
using FsCheck.Fluent;
using Junheng.Core.Indicators.Language;

namespace Junheng.Tests.Core.Indicators.Language;

/// <summary>Random expressions.</summary>
internal static class Expressions
{
    private static readonly Gen<Expression> Leaf = Gen.OneOf(
        Gen.Choose(0, 100000).Select(Expression (n) => new NumberLiteral(default, n / 100.0, "")),
        Gen.Elements("人", "㎡", "%", "‰", "万元").SelectMany(u => Gen.Choose(0, 999), Expression (u, n) => new NumberLiteral(default, n, u)),
        Gen.Elements("a", "b", "students", "L1", "在校学生数", "q1.x").Select(Expression (n) => new NameExpression(default, n)),
        Gen.Elements("是", "primary", "it's", "").Select(Expression (t) => new TextLiteral(default, t)));

    public static Gen<Expression> Any => Gen.Sized(size => Of(Math.Min(size, 20)));

    private static Gen<Expression> Of(int size)
    {
        if (size < 2) return Leaf;
        var part = Of(size / 2);
        var operators = Gen.Elements(Enum.GetValues<Operator>().Where(o => o is not (Operator.Not or Operator.Negate)).ToArray());
        return Gen.OneOf(
            Leaf,
            Gen.Elements(Operator.Not, Operator.Negate).SelectMany(_ => part, Expression (op, e) => new UnaryExpression(default, op, e)),
            operators.SelectMany(_ => part.Two(), Expression (op, p) => new BinaryExpression(default, op, p.Item1, p.Item2)),
            Gen.Elements("sum", "if", "差异系数").SelectMany(_ => part.ListOf(2), Expression (f, a) =>
                new CallExpression(default, f, default, [new(null, a[0]), new("weight", a[1])])));
    }
}
