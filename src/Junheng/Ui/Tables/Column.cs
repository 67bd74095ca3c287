using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;

namespace Junheng.Ui.Tables;

public enum ColumnKind { Text, Number, Date, Instant, Choice, Flag }

/// <summary>One declared column: what it shows, how it is filtered, sorted, totalled and exported follow from its kind.</summary>
public sealed class Column<T>
{
    /// <summary>Name in the query string, e.g. <c>town</c>.</summary>
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required ColumnKind Kind { get; init; }
    /// <summary>T to the value; translated by EF or run over a list.</summary>
    public required LambdaExpression Value { get; init; }
    public required Func<T, object?> Read { get; init; }
    /// <summary>What sorting goes by when it is not the value: official order, a stored pinyin key.</summary>
    public LambdaExpression? SortBy { get; set; }
    public bool Sortable { get; set; } = true;
    public bool Filterable { get; set; }
    /// <summary>Found by the search box.</summary>
    public bool Searchable { get; set; }
    public bool Totalled { get; set; }
    public int Decimals { get; set; }
    public string? Unit { get; set; }
    /// <summary>Stored value and text of a choice, in the order offered.</summary>
    public IReadOnlyList<(string Value, string Text)> Choices { get; set; } = [];
    /// <summary>Own drawing of the cell; filter, sort and export still go by the value.</summary>
    public RenderFragment<T>? Cell { get; set; }

    public string Text(T row) => Shown(Read(row));

    public string Shown(object? value) => ColumnTexts.Shown(value, Kind, Decimals, Choices);
}
