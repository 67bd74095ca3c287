namespace Junheng.Core.Indicators.Formulas;

/// <summary>Exponents of the four things counted here; all zero is a pure ratio. Places, rooms, classes and books are one: pieces.</summary>
public readonly record struct Dimensions(sbyte Money, sbyte Persons, sbyte Area, sbyte Pieces)
{
    public bool IsRatio => this == default;

    /// <summary>Amounts add up over schools; ratios do not.</summary>
    public bool IsAmount => Math.Abs(Money) + Math.Abs(Persons) + Math.Abs(Area) + Math.Abs(Pieces) == 1 && Money + Persons + Area + Pieces == 1;

    public static Dimensions operator *(Dimensions a, Dimensions b) =>
        new((sbyte)(a.Money + b.Money), (sbyte)(a.Persons + b.Persons), (sbyte)(a.Area + b.Area), (sbyte)(a.Pieces + b.Pieces));

    public static Dimensions operator /(Dimensions a, Dimensions b) =>
        new((sbyte)(a.Money - b.Money), (sbyte)(a.Persons - b.Persons), (sbyte)(a.Area - b.Area), (sbyte)(a.Pieces - b.Pieces));

    /// <summary>As a unit people read: 元/人.</summary>
    public override string ToString()
    {
        int[] powers = [Money, Persons, Area, Pieces];
        var over = UnitsLexicon.Bases.Zip(powers).Where(p => p.Second > 0).Select(p => Times(p.First, p.Second));
        var under = UnitsLexicon.Bases.Zip(powers).Where(p => p.Second < 0).Select(p => Times(p.First, -p.Second));
        var (top, bottom) = (string.Join('·', over), string.Join('/', under));
        return bottom.Length == 0 ? (top.Length == 0 ? UnitsLexicon.Ratio : top) : $"{(top.Length == 0 ? "1" : top)}/{bottom}";
    }

    private static string Times(string unit, int power) => string.Join('·', Enumerable.Repeat(unit, power));
}

/// <summary>A unit as written, what it measures, and how many of the basic unit (元, 人, ㎡, 个, 1) it is: 万元 = 10,000, 人/百人 = 1/100.</summary>
/// <param name="Over">Scale of the numerator.</param>
/// <param name="Under">Scale of the denominator; kept apart so that 1/100 stays exact.</param>
public sealed record UnitOfMeasure(string Text, Dimensions Dimensions, double Over, double Under)
{
    /// <summary>A yes-or-no fact: 1 or 0.</summary>
    public bool IsTruth => Text == UnitsLexicon.YesNo;

    /// <summary>What one of it is in the basic unit.</summary>
    public double Scale => Over / Under;

    public static bool TryParse(string text, out UnitOfMeasure unit)
    {
        var (dimensions, over, under) = (default(Dimensions), 1.0, 1.0);
        unit = new(text.Trim(), default, 1, 1);
        var parts = unit.Text.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            if (!UnitsLexicon.Units.TryGetValue(parts[i].Trim(), out var part)) return false;
            dimensions = i == 0 ? dimensions * part.Dimensions : dimensions / part.Dimensions;
            (over, under) = i == 0 ? (over * part.Over, under * part.Under) : (over * part.Under, under * part.Over);
        }
        unit = new(unit.Text, dimensions, over, under);
        return true;
    }
}
