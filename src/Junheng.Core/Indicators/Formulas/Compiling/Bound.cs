using Junheng.Core.Indicators.Formulas.Running;
using Junheng.Core.Indicators.Language;

namespace Junheng.Core.Indicators.Formulas.Compiling;

internal enum ValueKind : byte { Quantity, Truth }

/// <summary>A part of a formula whose meaning is settled.</summary>
/// <param name="Free">A number without a unit: it takes the unit of what it is compared with.</param>
internal readonly record struct Bound(Node Node, ValueKind Kind, Dimensions Dimensions, bool Free)
{
    public static Bound Quantity(Node node, Dimensions dimensions) => new(node, ValueKind.Quantity, dimensions, false);

    public static Bound Truth(Node node) => new(node, ValueKind.Truth, default, false);

    public Bound NeedQuantity(Expression place) => Kind == ValueKind.Quantity ? this : throw new FormulaException(place.Span, FormulaTexts.NeedsQuantity);

    public Bound NeedTruth(Expression place) => Kind == ValueKind.Truth ? this : throw new FormulaException(place.Span, FormulaTexts.NeedsTruth);
}
