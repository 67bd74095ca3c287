using Junheng.Core.Indicators.Formulas.Running;
using Junheng.Core.Indicators.Language;

namespace Junheng.Core.Indicators.Formulas.Compiling;

/// <summary>The functions of indicator formulas.</summary>
internal static class Calls
{
    public static Bound Bind(Binder binder, CallExpression call)
    {
        if (FunctionsLexicon.Gatherings.TryGetValue(call.Function, out var gathering)) return Gather(binder, call, gathering);
        var function = FunctionsLexicon.Functions.GetValueOrDefault(call.Function, call.Function);
        foreach (var argument in call.Arguments)
            if (argument.Name is not null) throw new FormulaException(argument.Value.Span, FormulaTexts.UnknownArgument(call.Function, argument.Name));
        return function switch
        {
            "prev" => binder.Earlier().Bind(One(call)),
            "growth" => Growing(binder, call),
            "share" => Share(binder, call),
            "if" => Choice(binder, call),
            "min" => Alike(binder, call, RowFunctions.Smallest, 2, int.MaxValue),
            "max" => Alike(binder, call, RowFunctions.Largest, 2, int.MaxValue),
            "coalesce" => Alike(binder, call, RowFunctions.First, 2, int.MaxValue),
            "abs" => Alike(binder, call, row => Math.Abs(row[0]), 1, 1),
            "ceil" => Alike(binder, call, RowFunctions.Ceil, 1, 1),
            "floor" => Alike(binder, call, RowFunctions.Floor, 1, 1),
            "round" => Rounded(binder, call),
            "known" => Bound.Truth(new RowNode(row => double.IsNaN(row[0]) ? 0 : 1, binder.Bind(One(call)).Node)),
            "whole" => Whole(binder, call),
            _ => throw new FormulaException(call.FunctionSpan, FormulaTexts.UnknownFunction(call.Function)),
        };
    }

    private static Bound Growing(Binder binder, CallExpression call)
    {
        var now = binder.Bind(One(call)).NeedQuantity(One(call));
        var before = binder.Earlier().Bind(One(call));
        return Bound.Quantity(new ArithmeticNode<Growth>(now.Node, before.Node), default);
    }

    /// <summary>share(part, whole), or share(x) of all peers together.</summary>
    private static Bound Share(Binder binder, CallExpression call)
    {
        Count(call, 1, 2);
        var part = binder.Bind(call.Arguments[0].Value).NeedQuantity(call.Arguments[0].Value);
        var whole = call.Arguments.Count == 2
            ? binder.Bind(call.Arguments[1].Value).NeedQuantity(call.Arguments[1].Value)
            : Gather(binder, call, Gathering.Sum);
        if (part.Dimensions != whole.Dimensions) throw Binder.Different(call.Span, "share", part, whole);
        return Bound.Quantity(new ArithmeticNode<Divide>(part.Node, whole.Node), default);
    }

    private static Bound Choice(Binder binder, CallExpression call)
    {
        Count(call, 2, 3);
        var condition = binder.Bind(call.Arguments[0].Value).NeedTruth(call.Arguments[0].Value);
        var values = call.Arguments.Skip(1).Select(a => binder.Bind(a.Value)).ToArray();
        var united = Unite(call, values);
        return united with { Node = new RowNode(RowFunctions.If, [condition.Node, .. values.Select(v => v.Node)]) };
    }

    private static Bound Alike(Binder binder, CallExpression call, Func<double[], double> function, int least, int most)
    {
        Count(call, least, most);
        var values = call.Arguments.Select(a => binder.Bind(a.Value).NeedQuantity(a.Value)).ToArray();
        return Unite(call, values) with { Node = new RowNode(function, [.. values.Select(v => v.Node)]) };
    }

    private static Bound Rounded(Binder binder, CallExpression call)
    {
        Count(call, 1, 2);
        var value = binder.Bind(call.Arguments[0].Value).NeedQuantity(call.Arguments[0].Value);
        var places = call.Arguments.Count > 1 ? Constant(call.Arguments[1].Value) : 0;
        return value with { Node = new RowNode(RowFunctions.Round, value.Node, new ConstantNode(places)) };
    }

    private static Bound Whole(Binder binder, CallExpression call)
    {
        if (binder.Level != Level.School) throw new FormulaException(call.FunctionSpan, FormulaTexts.WholeLevel);
        var (kernel, bound) = binder.Gathered(One(call), Level.School);
        return bound.NeedQuantity(One(call)) with { Node = binder.Slot(new WholeLeaf(kernel)) };
    }

    private static Bound Gather(Binder binder, CallExpression call, Gathering gathering)
    {
        var positional = call.Arguments.Where(a => a.Name is null).ToArray();
        var wanted = gathering == Gathering.Percentile ? 2 : 1;
        if (call.Function != "share" && FunctionsLexicon.Functions.GetValueOrDefault(call.Function) != "share" && positional.Length != wanted)
            throw new FormulaException(call.Span, FormulaTexts.Arguments(call.Function, wanted, wanted));
        var inner = positional[0].Value;
        var (weight, by) = Named(call, gathering);
        var from = Finest(binder, inner) ?? throw new FormulaException(inner.Span, FormulaTexts.NoRows);
        if (from > binder.Level) throw new FormulaException(inner.Span, FormulaTexts.GatherDown(inner.ToString()));
        if (gathering == Gathering.Rank && from != binder.Level) throw new FormulaException(call.FunctionSpan, FormulaTexts.RankLevel);
        var (kernel, bound) = binder.Gathered(inner, from);
        if (gathering is Gathering.CountWhere or Gathering.SchoolsWhere) bound.NeedTruth(inner);
        else bound.NeedQuantity(inner);
        if (gathering == Gathering.Sum && !bound.Dimensions.IsAmount) throw new FormulaException(inner.Span, FormulaTexts.SumOfRatio);
        var weighing = weight is null ? null : Weighing(binder, weight, from);
        var argument = gathering == Gathering.Percentile ? Constant(positional[1].Value) : 0;
        var holder = by ?? (binder.Level == from ? Level.District : binder.Level);
        var leaf = new GatheredLeaf(gathering, kernel, weighing, from, binder.Level, holder, argument);
        return Bound.Quantity(binder.Slot(leaf), Result(gathering, bound.Dimensions));
    }

    private static Kernel Weighing(Binder binder, Expression weight, Level from)
    {
        if (Finest(binder, weight) is { } level && level < from) throw new FormulaException(weight.Span, FormulaTexts.WeightLevel);
        var (kernel, bound) = binder.Gathered(weight, from);
        bound.NeedQuantity(weight);
        return kernel;
    }

    /// <summary>Weight and level as named; means and spreads have to name a weight, or say that there is none.</summary>
    private static (Expression? Weight, Level? By) Named(CallExpression call, Gathering gathering)
    {
        var (weight, by, stated) = ((Expression?)null, (Level?)null, false);
        var weighed = gathering is Gathering.Mean or Gathering.Sd or Gathering.Cv or Gathering.Gini or Gathering.Theil;
        foreach (var argument in call.Arguments.Where(a => a.Name is not null))
        {
            var name = FunctionsLexicon.Arguments.GetValueOrDefault(argument.Name!, argument.Name!);
            if (name == FunctionsLexicon.Weight && weighed)
            {
                stated = true;
                weight = argument.Value is NameExpression { Name: FunctionsLexicon.None } ? null : argument.Value;
            }
            else if (name == FunctionsLexicon.By)
                by = argument.Value is NameExpression level && FunctionsLexicon.Levels.TryGetValue(level.Name, out var found) && found != Level.School
                    ? found : throw new FormulaException(argument.Value.Span, FormulaTexts.LevelName);
            else throw new FormulaException(argument.Value.Span, FormulaTexts.UnknownArgument(call.Function, argument.Name!));
        }
        if (weighed && !stated) throw new FormulaException(call.Span, FormulaTexts.WeightMissing);
        return (weight, by);
    }

    private static Dimensions Result(Gathering gathering, Dimensions dimensions) => gathering switch
    {
        Gathering.Cv or Gathering.Gini or Gathering.Theil or Gathering.Rank => default,
        Gathering.CountWhere or Gathering.SchoolsWhere => new(0, 0, 0, 1),
        _ => dimensions,
    };

    /// <summary>The level whose rows a formula is about; what is gathered inside it brings no level.</summary>
    private static Level? Finest(Binder binder, Expression expression)
    {
        switch (expression)
        {
            case NameExpression name when binder.Scope.TryFind(name.Name, out var meaning):
                return meaning.Element?.Level ?? meaning.Indicator!.Level;
            case NameExpression name when FunctionsLexicon.Attributes.ContainsKey(name.Name):
                return Level.School;
            case UnaryExpression unary:
                return Finest(binder, unary.Operand);
            case BinaryExpression binary:
                return Finer(binary.Span, Finest(binder, binary.Left), Finest(binder, binary.Right));
            case CallExpression call when !FunctionsLexicon.Gatherings.ContainsKey(call.Function):
                return call.Arguments.Aggregate((Level?)null, (level, a) => Finer(a.Value.Span, level, Finest(binder, a.Value)));
            default:
                return null;
        }
    }

    private static Level? Finer(Quantities.TextSpan span, Level? one, Level? other)
    {
        if (one is null || other is null) return one ?? other;
        if (one != other && one is Level.Town or Level.Group && other is Level.Town or Level.Group) throw new FormulaException(span, FormulaTexts.Mixed);
        return one < other ? one : other;
    }

    private static Bound Unite(CallExpression call, Bound[] values)
    {
        var first = values.FirstOrDefault(v => !v.Free, values[0]);
        foreach (var value in values)
        {
            if (value.Kind != first.Kind) throw new FormulaException(call.Span, FormulaTexts.NeedsQuantity);
            if (!value.Free && value.Dimensions != first.Dimensions) throw Binder.Different(call.Span, call.Function, first, value);
        }
        return first;
    }

    private static double Constant(Expression expression) =>
        expression is NumberLiteral number ? number.Value : throw new FormulaException(expression.Span, FormulaTexts.Constant);

    private static Expression One(CallExpression call)
    {
        Count(call, 1, 1);
        return call.Arguments[0].Value;
    }

    private static void Count(CallExpression call, int least, int most)
    {
        if (call.Arguments.Count < least || call.Arguments.Count > most)
            throw new FormulaException(call.Span, FormulaTexts.Arguments(call.Function, least, most));
    }
}
