using Junheng.Core.Indicators.Evaluating;
using Junheng.Core.Indicators.Formulas.Compiling;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators.Formulas.Running;

/// <summary>One run of a compiled pack over one dataset and period: every column is prepared once, whoever asks for it.</summary>
internal sealed class Session
{
    private readonly Dictionary<(string Element, int Offset, Basis Basis, PeriodBridge Bridge), double[]> _elements = [];
    private readonly Dictionary<(string Indicator, int Offset, Basis Basis), double[]> _indicators = [];
    private readonly Dictionary<(Level, Level, Level), Grouping> _groupings = [];
    private double[]? _nothing;

    public Session(CompiledPack pack, Dataset data, Period period)
    {
        (Pack, Data, Period) = (pack, data, period);
        (Included, Exclusions) = Membership.Of(this);
    }

    public CompiledPack Pack { get; }
    public Dataset Data { get; }
    public Period Period { get; }
    public Frame Frame => Data.Frame;

    /// <summary>Per row: whether it belongs to the schools of the standard. Rows of other levels always do.</summary>
    public bool[] Included { get; }

    public IReadOnlyList<Exclusion> Exclusions { get; }

    /// <summary>Notes once what the evaluation had to assume about an element.</summary>
    public void Remark(int district, Element element, string text)
    {
        var remark = new Remark(district, element.Key, EvaluationTexts.About(element.Name, text));
        if (!Remarks.Contains(remark)) Remarks.Add(remark);
    }

    public List<Remark> Remarks { get; } = [];

    /// <summary>A column of missing values, shared: never written to.</summary>
    public double[] Nothing
    {
        get
        {
            if (_nothing is not null) return _nothing;
            _nothing = new double[Frame.Count];
            Array.Fill(_nothing, double.NaN);
            return _nothing;
        }
    }

    public Grouping Grouping(Level inner, Level outer, Level by)
    {
        if (!_groupings.TryGetValue((inner, outer, by), out var grouping))
            _groupings[(inner, outer, by)] = grouping = new(Frame, Included, inner, outer, by);
        return grouping;
    }

    /// <summary>An element in its own unit, shared values split, calendar and school year bridged where the formula allows it.</summary>
    public double[] Element(Element element, int offset, Basis basis, PeriodBridge bridge)
    {
        var of = element.HasBasis ? basis : Basis.None;
        if (_elements.TryGetValue((element.Key, offset, of, bridge), out var values)) return values;
        var period = Period.Plus(offset);
        var found = Stored(element.Key, period, of);
        if (found is null && (found = Bridged(element, period, of, bridge)) is not null)
            foreach (var district in Frame.Districts) Remark(district, element, EvaluationTexts.Bridged(period, bridge));
        values = found is null ? Nothing : Frame.HasShared && element.Level == Level.School ? Sharing.Spread(this, element, found, offset, bridge) : found;
        return _elements[(element.Key, offset, of, bridge)] = values;
    }

    /// <summary>An indicator of this pack in its unit, on one basis.</summary>
    public double[] Indicator(CompiledIndicator indicator, int offset, Basis basis)
    {
        var of = indicator.HasBasis ? basis : Basis.None;
        if (_indicators.TryGetValue((indicator.Key, offset, of), out var values)) return values;
        values = indicator.Kernel.Run(new(this, offset, of, indicator.Bridge), indicator.Ranges(Frame));
        return _indicators[(indicator.Key, offset, of)] = values;
    }

    /// <summary>
    /// An indicator on the best basis each row has (final account before flash report before budgets), never mixing two within one value; which
    /// one it was stands in <paramref name="bases"/>, null where no basis plays a part.
    /// </summary>
    public double[] Best(CompiledIndicator indicator, out Basis[]? bases)
    {
        bases = null;
        if (!indicator.HasBasis) return Indicator(indicator, 0, Basis.None);
        var held = Data.Columns.Where(c => indicator.Elements.Contains(c.Element)).Select(c => c.Basis).Distinct().OrderDescending().ToArray();
        if (held.Length <= 1 && !held.Any(b => b != Basis.None)) return Indicator(indicator, 0, Basis.None);
        var best = new double[Frame.Count];
        bases = new Basis[Frame.Count];
        Array.Fill(best, double.NaN);
        foreach (var basis in held)
        {
            var values = Indicator(indicator, 0, basis);
            for (var row = 0; row < best.Length; row++)
            {
                if (!double.IsNaN(best[row]) || double.IsNaN(values[row])) continue;
                best[row] = values[row];
                bases[row] = basis;
            }
        }
        return best;
    }

    /// <summary>Takes over what another run has computed and nothing changed touches.</summary>
    public void Keep(Session before, IReadOnlySet<string> changed)
    {
        foreach (var (key, values) in before._indicators)
            if (!Pack.Indicators[key.Indicator].Elements.Overlaps(changed)) _indicators[key] = values;
    }

    private double[]? Stored(string element, Period period, Basis basis) =>
        Data.TryGet(element, period, out var values, basis) && Array.Exists(values, v => !double.IsNaN(v)) ? values : null;

    private double[]? Bridged(Element element, Period period, Basis basis, PeriodBridge bridge)
    {
        var school = element.Calendar == PeriodKind.SchoolYear;
        if (bridge == PeriodBridge.None) return null;
        if (!school && period.Kind == PeriodKind.SchoolYear)
            return bridge switch
            {
                PeriodBridge.BeginsInYear => Stored(element.Key, Period.OfYear(period.Year), basis),
                PeriodBridge.EndsInYear => Stored(element.Key, Period.OfYear(period.Year + 1), basis),
                _ => null,
            };
        if (!school || period.Kind != PeriodKind.Year) return null;
        var sum = new double[Frame.Count];
        foreach (var (year, weight) in bridge.SchoolYears(period.Year))
        {
            if (Stored(element.Key, year, basis) is not { } values) return null;
            for (var row = 0; row < sum.Length; row++) sum[row] += weight * values[row];
        }
        return sum;
    }
}

/// <summary>One way through a session: which period counts as now, on which basis, with which bridge.</summary>
internal sealed record Pass(Session Session, int Offset, Basis Basis, PeriodBridge Bridge)
{
    /// <summary>Whether what is gathered leaves out missing rows: not the figure, but what it is at least.</summary>
    public bool OnlyKnown { get; init; }

    public Frame Frame => Session.Frame;
}
