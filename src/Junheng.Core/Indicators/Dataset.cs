using Junheng.Core.Periods;

namespace Junheng.Core.Indicators;

/// <summary>口径 of a finance figure, part of its identity: figures of different basis are never compared.</summary>
public enum Basis : byte { None, Budget, AdjustedBudget, Flash, FinalAccount }

/// <summary>Columns of values by element, period and basis, aligned with a frame; <see cref="double.NaN"/> = missing. Values are in the element's unit.</summary>
public sealed class Dataset(Frame frame)
{
    private readonly Dictionary<(string Element, int Period, Basis Basis), double[]> _columns = [];

    public Frame Frame => frame;

    /// <summary>Every column there is.</summary>
    public IEnumerable<(string Element, Period Period, Basis Basis)> Columns => _columns.Keys.Select(k => (k.Element, new Period(k.Period), k.Basis));

    /// <summary>Takes the array as it is; it is not copied.</summary>
    public Dataset Set(string element, Period period, double[] values, Basis basis = Basis.None)
    {
        if (values.Length != frame.Count) throw new ArgumentException($"{element} {period}: {values.Length} values for {frame.Count} rows.");
        _columns[(element, period.Key, basis)] = values;
        return this;
    }

    public bool TryGet(string element, Period period, out double[] values, Basis basis = Basis.None) =>
        _columns.TryGetValue((element, period.Key, basis), out values!);

    /// <summary>The column, or an empty span where there is none.</summary>
    public ReadOnlySpan<double> Get(string element, Period period, Basis basis = Basis.None) =>
        _columns.TryGetValue((element, period.Key, basis), out var values) ? values : [];

    /// <summary>The column for writing; made of missing values where there is none.</summary>
    public double[] Edit(string element, Period period, Basis basis = Basis.None)
    {
        if (_columns.TryGetValue((element, period.Key, basis), out var values)) return values;
        values = new double[frame.Count];
        Array.Fill(values, double.NaN);
        return _columns[(element, period.Key, basis)] = values;
    }

    /// <summary>The same columns with one of them copied for writing: what a what-if changes without touching the original.</summary>
    public Dataset With(string element, Period period, out double[] values, Basis basis = Basis.None)
    {
        var copy = new Dataset(frame);
        foreach (var (key, column) in _columns) copy._columns[key] = column;
        values = [.. copy.Edit(element, period, basis)];
        copy._columns[(element, period.Key, basis)] = values;
        return copy;
    }
}
