using System.Collections;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;

namespace Junheng.Ui.Tables;

/// <summary>The declaration of a table. Each call adds a column; With… calls refine the last one added.
/// <code>new Columns&lt;School&gt;().Text("name", "学校", s => s.Name).Searched().Number("pupils", "学生数", s => s.Pupils).Totalled().OrderedBy(s => s.Path)</code></summary>
public sealed class Columns<T> : IEnumerable<Column<T>>
{
    private readonly List<Column<T>> columns = [];

    /// <summary>The order without a chosen one, and the last word among equals; give it a unique key last.</summary>
    public IReadOnlyList<LambdaExpression> Order { get; private set; } = [];

    public Columns<T> Text(string key, string title, Expression<Func<T, string?>> value) => Add(key, title, ColumnKind.Text, value);

    /// <typeparam name="TNumber">int, long, double or decimal, nullable or not.</typeparam>
    public Columns<T> Number<TNumber>(string key, string title, Expression<Func<T, TNumber>> value, int decimals = 0, string? unit = null)
    {
        Add(key, title, ColumnKind.Number, value);
        columns[^1].Decimals = decimals;
        columns[^1].Unit = unit;
        return this;
    }

    /// <typeparam name="TDate">DateOnly or DateOnly?.</typeparam>
    public Columns<T> Date<TDate>(string key, string title, Expression<Func<T, TDate>> value) => Add(key, title, ColumnKind.Date, value);

    /// <typeparam name="TInstant">DateTime (UTC) or DateTime?; shown and filtered in Beijing time.</typeparam>
    public Columns<T> Instant<TInstant>(string key, string title, Expression<Func<T, TInstant>> value) => Add(key, title, ColumnKind.Instant, value);

    /// <summary>One of few values; filtered by choosing.</summary>
    /// <typeparam name="TChoice">An enum or a string.</typeparam>
    public Columns<T> Choice<TChoice>(string key, string title, Expression<Func<T, TChoice>> value, IEnumerable<(TChoice Value, string Text)> choices)
    {
        Add(key, title, ColumnKind.Choice, value);
        columns[^1].Choices = [.. choices.Select(c => (c.Value!.ToString()!, c.Text))];
        columns[^1].Filterable = true;
        return this;
    }

    public Columns<T> Flag<TFlag>(string key, string title, Expression<Func<T, TFlag>> value) => Add(key, title, ColumnKind.Flag, value);

    /// <summary>The last column gets its own filter: contains, from–to, or a choice, by its kind.</summary>
    public Columns<T> Filtered() => Refine(c => c.Filterable = true);

    /// <summary>The search box looks into the last column.</summary>
    public Columns<T> Searched() => Refine(c => c.Searchable = true);

    public Columns<T> Totalled() => Refine(c => c.Totalled = true);

    public Columns<T> Unsorted() => Refine(c => c.Sortable = false);

    public Columns<T> SortedBy<TKey>(Expression<Func<T, TKey>> key) => Refine(c => c.SortBy = key);

    /// <summary>Draws the last column's cells: <c>.Drawn(s => @&lt;a href="/schools/@s.Id"&gt;@s.Name&lt;/a&gt;)</c>.</summary>
    public Columns<T> Drawn(RenderFragment<T> cell) => Refine(c => c.Cell = cell);

    public Columns<T> OrderedBy<TKey>(Expression<Func<T, TKey>> key)
    {
        Order = [.. Order, key];
        return this;
    }

    public Column<T>? Find(string? key) => columns.Find(c => c.Key == key);

    public IEnumerator<Column<T>> GetEnumerator() => columns.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Columns<T> Add<TValue>(string key, string title, ColumnKind kind, Expression<Func<T, TValue>> value)
    {
        if (Find(key) is not null) throw new ArgumentException($"There are two columns {key}.", nameof(key));
        var read = value.Compile();
        columns.Add(new Column<T> { Key = key, Title = title, Kind = kind, Value = value, Read = row => read(row) });
        return this;
    }

    private Columns<T> Refine(Action<Column<T>> change)
    {
        change(columns[^1]);
        return this;
    }
}
