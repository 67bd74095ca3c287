using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Junheng.Core.Indicators.Evaluating;

/// <summary>One row of several columns, as a dictionary: nothing is copied.</summary>
internal sealed class RowValues(IReadOnlyDictionary<string, double[]> columns, int row) : IReadOnlyDictionary<string, double>
{
    public double this[string key] => columns[key][row];

    public IEnumerable<string> Keys => columns.Keys;

    public IEnumerable<double> Values => columns.Values.Select(c => c[row]);

    public int Count => columns.Count;

    public bool ContainsKey(string key) => columns.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out double value)
    {
        var held = columns.TryGetValue(key, out var column);
        value = held ? column![row] : double.NaN;
        return held;
    }

    public IEnumerator<KeyValuePair<string, double>> GetEnumerator() => columns.Select(c => KeyValuePair.Create(c.Key, c.Value[row])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
