using Junheng.Core.Indicators.Formulas.Running;
using Junheng.Core.Indicators.Language;
using Junheng.Core.Quantities;
using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators.Formulas.Compiling;

/// <summary>
/// Settles what the names of a formula mean on one level, checks units, and compiles it. Functions are in <see cref="Calls"/>.
/// </summary>
internal sealed class Binder(FormulaScope scope, Level level, int offset = 0)
{
    private readonly List<Leaf> _leaves = [];

    private Binder(FormulaScope scope, Level level, int offset, List<Leaf> leaves) : this(scope, level, offset) => _leaves = leaves;

    public FormulaScope Scope => scope;
    public Level Level => level;
    public int Offset => offset;

    /// <summary>Compiles a formula whose result is shown in <paramref name="unit"/>.</summary>
    public static Kernel Compile(Expression formula, FormulaScope scope, Level level, UnitOfMeasure unit)
    {
        var binder = new Binder(scope, level);
        if (unit.Scale == 0.01 && formula is BinaryExpression { Operator: Operator.Multiply, Right: NumberLiteral { Value: 100, Unit: "" } } twice)
            throw new FormulaException(twice.Right.Span, FormulaTexts.HundredTwice);
        if (formula is BinaryExpression { Operator: Operator.Divide } quotient && unit.Over == 1)
            return new(binder.Shown(binder.Quotient(quotient, unit.Under), formula, unit), binder._leaves);
        var bound = binder.Bind(formula);
        if (bound.Kind == ValueKind.Truth && unit.IsTruth) return new(bound.Node, binder._leaves);
        var node = binder.Shown(bound, formula, unit);
        if (!bound.Free && unit.Under != 1) node = new ArithmeticNode<Multiply>(node, new ConstantNode(unit.Under));
        if (!bound.Free && unit.Over != 1) node = new ArithmeticNode<Divide>(node, new ConstantNode(unit.Over));
        return new(node, binder._leaves);
    }

    /// <summary>The same formula one period earlier.</summary>
    public Binder Earlier() => new(scope, level, offset - 1, _leaves);

    /// <summary>Compiles what is gathered from rows of another level, with columns of its own.</summary>
    public (Kernel Kernel, Bound Bound) Gathered(Expression inner, Level from)
    {
        var binder = new Binder(scope, from, offset);
        var bound = binder.Bind(inner);
        return (new(bound.Node, binder._leaves), bound);
    }

    public Node Slot(Leaf leaf)
    {
        _leaves.Add(leaf);
        return new SlotNode(_leaves.Count - 1);
    }

    public Bound Bind(Expression expression) => expression switch
    {
        NumberLiteral number => Number(number),
        TextLiteral text => throw new FormulaException(text.Span, FormulaTexts.TextAlone),
        NameExpression name => Name(name),
        UnaryExpression unary => Unary(unary),
        BinaryExpression binary => Binary(binary),
        CallExpression call => Calls.Bind(this, call),
        _ => throw new InvalidOperationException($"No meaning for {expression.GetType().Name}."),
    };

    private Node Shown(Bound bound, Expression formula, UnitOfMeasure unit)
    {
        bound.NeedQuantity(formula);
        if (bound.Dimensions != unit.Dimensions && !bound.Free)
            throw new FormulaException(formula.Span, FormulaTexts.UnitDiffers(bound.Dimensions.ToString(), unit.Text));
        return bound.Node;
    }

    private static Bound Number(NumberLiteral number)
    {
        if (number.Unit.Length == 0) return new(new ConstantNode(number.Value), ValueKind.Quantity, default, true);
        if (!UnitOfMeasure.TryParse(number.Unit, out var unit)) throw new FormulaException(number.Span, FormulaTexts.UnknownUnit(number.Unit));
        return Bound.Quantity(new ConstantNode(number.Value * unit.Over / unit.Under), unit.Dimensions);
    }

    private Bound Name(NameExpression name)
    {
        if (!scope.TryFind(name.Name, out var meaning))
            throw new FormulaException(name.Span, FunctionsLexicon.Attributes.ContainsKey(name.Name) ? FormulaTexts.TextAlone : FormulaTexts.UnknownName(name.Name));
        var held = meaning.Element?.Level ?? meaning.Indicator!.Level;
        Leaf leaf = meaning.Element is { } element
            ? new ElementLeaf(element, meaning.Unit.Scale, offset)
            : new IndicatorLeaf(meaning.Indicator!, meaning.Unit, offset);
        if (held < level) throw new FormulaException(name.Span, FormulaTexts.MustGather(name.Name, FormulaTexts.Of(held)));
        if (held > level && held != Level.District && level != Level.School)
            throw new FormulaException(name.Span, FormulaTexts.CannotInherit(name.Name, FormulaTexts.Of(held), FormulaTexts.Of(level)));
        var node = Slot(held == level ? leaf : new InheritedLeaf(leaf, held, level));
        return meaning.Unit.IsTruth ? Bound.Truth(node) : Bound.Quantity(node, meaning.Unit.Dimensions);
    }

    private Bound Unary(UnaryExpression unary)
    {
        var operand = Bind(unary.Operand);
        if (unary.Operator == Operator.Not) return Bound.Truth(new RowNode(RowFunctions.Not, operand.NeedTruth(unary.Operand).Node));
        operand.NeedQuantity(unary.Operand);
        return operand with { Node = new ArithmeticNode<Subtract>(new ConstantNode(0), operand.Node) };
    }

    private Bound Binary(BinaryExpression binary)
    {
        if (binary.Operator is Operator.Equal or Operator.NotEqual && Attribute(binary) is { } attribute) return attribute;
        if (binary.Operator == Operator.Divide) return Quotient(binary, 1);
        var (left, right) = (Bind(binary.Left), Bind(binary.Right));
        if (binary.Operator is Operator.And or Operator.Or)
        {
            var both = new[] { left.NeedTruth(binary.Left).Node, right.NeedTruth(binary.Right).Node };
            return Bound.Truth(new RowNode(binary.Operator == Operator.And ? RowFunctions.And : RowFunctions.Or, both));
        }
        if (left.Kind == ValueKind.Quantity || right.Kind == ValueKind.Quantity || !Operators.IsComparison(binary.Operator))
            (left, right) = (left.NeedQuantity(binary.Left), right.NeedQuantity(binary.Right));
        if (binary.Operator == Operator.Multiply)
            return new(new ArithmeticNode<Multiply>(left.Node, right.Node), ValueKind.Quantity, left.Dimensions * right.Dimensions, left.Free && right.Free);
        if (Operators.IsComparison(binary.Operator))
        {
            Alike(binary, left, right);
            return Bound.Truth(new RowNode(RowFunctions.Comparing(binary.Operator), left.Node, right.Node));
        }
        if (left.Dimensions != right.Dimensions) throw Different(binary.Span, Operators.Sign(binary.Operator), left, right);
        Node node = binary.Operator == Operator.Add ? new ArithmeticNode<Add>(left.Node, right.Node) : new ArithmeticNode<Subtract>(left.Node, right.Node);
        return new(node, ValueKind.Quantity, left.Dimensions, left.Free && right.Free);
    }

    private Bound Quotient(BinaryExpression quotient, double factor)
    {
        var (left, right) = (Bind(quotient.Left).NeedQuantity(quotient.Left), Bind(quotient.Right).NeedQuantity(quotient.Right));
        var free = left.Free && right.Free;
        var node = new ArithmeticNode<Divide>(left.Node, right.Node, free ? 1 : factor);
        return new(node, ValueKind.Quantity, left.Dimensions / right.Dimensions, free);
    }

    /// <summary>Two values that are compared or chosen between have one unit; a number without one takes the other's.</summary>
    private static void Alike(BinaryExpression place, Bound left, Bound right)
    {
        if (left.Dimensions != right.Dimensions && !left.Free && !right.Free)
            throw Different(place.Span, Operators.Sign(place.Operator), left, right);
    }

    public static FormulaException Different(TextSpan span, string sign, Bound left, Bound right) =>
        new(span, FormulaTexts.Differ(sign, left.Dimensions.ToString(), right.Dimensions.ToString()));

    /// <summary><c>stage = "primary"</c>: a property of the row against a text.</summary>
    private Bound? Attribute(BinaryExpression binary)
    {
        var (name, text) = (binary.Left as NameExpression ?? binary.Right as NameExpression, binary.Left as TextLiteral ?? binary.Right as TextLiteral);
        if (name is null || text is null || !FunctionsLexicon.Attributes.TryGetValue(name.Name, out var attribute)) return null;
        return Bound.Truth(Slot(new AttributeLeaf(attribute, text.Value, binary.Operator == Operator.NotEqual)));
    }
}

/// <summary>Whether a property of a row is a certain text.</summary>
internal sealed class AttributeLeaf(string attribute, string value, bool negated) : Leaf
{
    public override IEnumerable<Leaf> Parts => [];

    public override double[] Load(Pass pass)
    {
        var target = new double[pass.Frame.Count];
        for (var row = 0; row < target.Length; row++) target[row] = Of(pass.Frame, row) == value != negated ? 1 : 0;
        return target;
    }

    private string Of(Frame frame, int row) => attribute switch
    {
        "stage" => frame.Stages[row].Key(),
        "nature" => frame[row].Nature == SchoolNature.Private ? "private" : "public",
        "through" => frame.Layout.Through(row),
        _ => frame[row].SchoolType ?? "",
    };
}
