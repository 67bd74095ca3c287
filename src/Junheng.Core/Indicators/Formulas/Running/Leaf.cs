namespace Junheng.Core.Indicators.Formulas.Running;

/// <summary>A column a kernel reads, prepared before its blocks run.</summary>
internal abstract class Leaf
{
    public abstract double[] Load(Pass pass);

    /// <summary>What it reads, with the periods it is moved by.</summary>
    public abstract IEnumerable<Leaf> Parts { get; }
}

/// <summary>An element in basic units (元, not 万元), <paramref name="offset"/> periods from now.</summary>
internal sealed class ElementLeaf(Element element, double scale, int offset) : Leaf
{
    public Element Element => element;
    public int Offset => offset;
    public override IEnumerable<Leaf> Parts => [];

    public override double[] Load(Pass pass)
    {
        var values = pass.Session.Element(element, pass.Offset + offset, pass.Basis, pass.Bridge);
        return scale == 1 ? values : Array.ConvertAll(values, v => v * scale);
    }
}

/// <summary>Another indicator, back in basic units.</summary>
internal sealed class IndicatorLeaf(Indicator indicator, UnitOfMeasure unit, int offset) : Leaf
{
    public string Indicator => indicator.Key;
    public int Offset => offset;
    public override IEnumerable<Leaf> Parts => [];

    public override double[] Load(Pass pass)
    {
        var compiled = pass.Session.Pack.Indicators[indicator.Key];
        var values = pass.Session.Indicator(compiled, pass.Offset + offset, pass.Basis);
        return unit.Scale == 1 ? values : Array.ConvertAll(values, v => v * unit.Over / unit.Under);
    }
}

/// <summary>The value a row takes over from its town, group or district.</summary>
internal sealed class InheritedLeaf(Leaf of, Level from, Level to) : Leaf
{
    public override IEnumerable<Leaf> Parts => [of];

    public override double[] Load(Pass pass)
    {
        var frame = pass.Frame;
        var values = of.Load(pass);
        var target = new double[frame.Count];
        for (var row = 0; row < target.Length; row++)
        {
            ref readonly var one = ref frame[row];
            target[row] = double.NaN;
            if (one.Level != to) continue;
            var holder = from switch { Level.Town => one.Town, Level.Group => one.Group, _ => one.District };
            var staged = frame.Find(holder, one.Stage);
            if (staged >= 0) target[row] = values[staged];
            if (double.IsNaN(target[row]) && frame.Find(holder, Schooling.Stage.Shared) is >= 0 and var shared) target[row] = values[shared];
        }
        return target;
    }
}

/// <summary>Over the rows of a school: the value given for all its stages together, else the sum of its stages.</summary>
internal sealed class WholeLeaf(Kernel inner) : Leaf
{
    public override IEnumerable<Leaf> Parts => inner.Leaves;

    public override double[] Load(Pass pass)
    {
        var layout = pass.Frame.Layout;
        var values = inner.Run(pass);
        var sums = new double[layout.Masks.Length];
        for (var row = 0; row < values.Length; row++)
            if (layout.SchoolOf[row] is >= 0 and var school && pass.Frame.Stages[row] != Schooling.Stage.Shared) sums[school] += values[row];
        for (var school = 0; school < sums.Length; school++)
            if (layout.SharedRows[school] is >= 0 and var shared && !double.IsNaN(values[shared])) sums[school] = values[shared];
        var target = new double[values.Length];
        for (var row = 0; row < target.Length; row++) target[row] = layout.SchoolOf[row] is >= 0 and var school ? sums[school] : double.NaN;
        return target;
    }
}

/// <summary>One figure for a group of rows, or one for each of them (a rank).</summary>
internal sealed class GatheredLeaf(Gathering gathering, Kernel inner, Kernel? weight, Level from, Level to, Level by, double argument) : Leaf
{
    public Level From => from;

    /// <summary>Whether missing rows can only add to it: a count, or the sum of an element, which is never negative.</summary>
    public bool IsTally => gathering is Gathering.CountWhere or Gathering.SchoolsWhere || (gathering == Gathering.Sum && inner.IsElement);

    public override IEnumerable<Leaf> Parts => weight is null ? inner.Leaves : inner.Leaves.Concat(weight.Leaves);

    public override double[] Load(Pass pass)
    {
        var grouping = pass.Session.Grouping(from, to, by);
        var (values, weights) = (inner.Run(pass), weight?.Run(pass));
        var results = new double[grouping.Groups.Count];
        var target = new double[values.Length];
        Array.Fill(target, double.NaN);
        double[] x = [], w = [];
        for (var group = 0; group < results.Length; group++)
        {
            var rows = pass.OnlyKnown ? grouping.Groups[group].FindAll(r => !double.IsNaN(values[r])) : grouping.Groups[group];
            if (x.Length < rows.Count) (x, w) = (new double[rows.Count * 2], new double[rows.Count * 2]);
            for (var i = 0; i < rows.Count; i++) (x[i], w[i]) = (values[rows[i]], weights?[rows[i]] ?? 1);
            if (gathering == Gathering.SchoolsWhere) results[group] = Gatherings.Schools(x.AsSpan(0, rows.Count), rows, pass.Frame.Organisations);
            else results[group] = Gatherings.Of(gathering, x.AsSpan(0, rows.Count), w.AsSpan(0, rows.Count), argument);
        }
        for (var row = 0; row < target.Length; row++)
        {
            if (grouping.GroupOf[row] is not (>= 0 and var group)) continue;
            target[row] = gathering == Gathering.Rank ? Gatherings.Rank(values, grouping.Groups[group], row) : results[group];
        }
        return target;
    }
}
