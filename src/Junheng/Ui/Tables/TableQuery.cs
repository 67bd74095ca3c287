using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Junheng.Ui.Tables;

/// <summary>Applies a table's state to its rows, in the database when the rows lie there. Missing values sort last in both directions.</summary>
public static class TableQuery
{
    public static IQueryable<T> Filter<T>(IQueryable<T> rows, Columns<T> columns, TableState state)
    {
        foreach (var column in columns.Where(c => c.Filterable)) rows = ColumnFilter.Apply(rows, column, state);
        return state.Search.Length == 0 ? rows : ColumnFilter.Search(rows, [.. columns.Where(c => c.Searchable)], state.Search);
    }

    public static IQueryable<T> Order<T>(IQueryable<T> rows, Columns<T> columns, TableState state)
    {
        var ordered = false;
        if (columns.Find(state.Sort) is { Sortable: true } column)
        {
            var key = column.SortBy ?? column.Value;
            if (IsNullable(key.ReturnType)) rows = Then(rows, Missing(key), false, ref ordered);
            rows = Then(rows, key, state.Descending, ref ordered);
        }
        return columns.Order.Aggregate(rows, (current, key) => Then(current, key, false, ref ordered));
    }

    public static async Task<List<T>> ToList<T>(IQueryable<T> rows, CancellationToken cancellation) =>
        rows.Provider is IAsyncQueryProvider ? await rows.ToListAsync(cancellation) : [.. rows];

    public static async Task<int> Count<T>(IQueryable<T> rows, CancellationToken cancellation) =>
        rows.Provider is IAsyncQueryProvider ? await rows.CountAsync(cancellation) : rows.Count();

    /// <summary>The sum over all rows, not only the page; null when none has a value.</summary>
    public static async Task<object?> Sum<T>(IQueryable<T> rows, Column<T> column, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(column.Value.ReturnType) ?? column.Value.ReturnType;
        // SQLite has no decimal sum; amounts are whole fen.
        if (type == typeof(int) || type == typeof(long)) return await Sum(rows, As<T, long?>(column.Value), cancellation);
        if (type == typeof(decimal) && rows.Provider is not IAsyncQueryProvider) return rows.Sum(As<T, decimal?>(column.Value));
        var values = rows.Select(As<T, double?>(column.Value)).Where(v => v != null);
        if (await Count(values, cancellation) == 0) return null;
        return values.Provider is IAsyncQueryProvider ? await values.SumAsync(cancellation) : values.Sum();
    }

    private static async Task<object?> Sum<T>(IQueryable<T> rows, Expression<Func<T, long?>> value, CancellationToken cancellation)
    {
        var values = rows.Select(value).Where(v => v != null);
        if (await Count(values, cancellation) == 0) return null;
        return values.Provider is IAsyncQueryProvider ? await values.SumAsync(cancellation) : values.Sum();
    }

    private static Expression<Func<T, TValue>> As<T, TValue>(LambdaExpression value) =>
        Expression.Lambda<Func<T, TValue>>(Expression.Convert(value.Body, typeof(TValue)), value.Parameters);

    internal static bool IsNullable(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    private static LambdaExpression Missing(LambdaExpression key) =>
        Expression.Lambda(Expression.Equal(key.Body, Expression.Constant(null, key.ReturnType)), key.Parameters);

    private static IQueryable<T> Then<T>(IQueryable<T> rows, LambdaExpression key, bool descending, ref bool ordered)
    {
        var verb = (ordered ? "ThenBy" : "OrderBy") + (descending ? "Descending" : "");
        ordered = true;
        var method = typeof(Queryable).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Single(m => m.Name == verb && m.GetParameters().Length == 2).MakeGenericMethod(typeof(T), key.ReturnType);
        return (IQueryable<T>)method.Invoke(null, [rows, key])!;
    }
}
