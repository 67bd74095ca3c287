using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Junheng.Platform.Data;

namespace Junheng.Ui.Tables;

/// <summary>Turns what was typed into conditions. What cannot be read as the column's kind is left out, and the field still shows it.</summary>
public static class ColumnFilter
{
    private static readonly MethodInfo Contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;

    /// <summary>Names of the column's parameters, without the table's prefix.</summary>
    public static string[] Parameters<T>(Column<T> column) =>
        column.Kind is ColumnKind.Number or ColumnKind.Date or ColumnKind.Instant ? [$"{column.Key}.from", $"{column.Key}.to"] : [column.Key];

    public static IQueryable<T> Apply<T>(IQueryable<T> rows, Column<T> column, TableState state)
    {
        foreach (var parameter in Parameters(column))
        {
            if (state[parameter]?.Trim() is not { Length: > 0 } typed) continue;
            if (Condition(column, parameter, typed) is { } condition)
                rows = rows.Where(Expression.Lambda<Func<T, bool>>(condition, column.Value.Parameters));
        }
        return rows;
    }

    /// <summary>Rows where every word is found in one of the columns.</summary>
    public static IQueryable<T> Search<T>(IQueryable<T> rows, IReadOnlyList<Column<T>> columns, string words)
    {
        foreach (var word in words.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries))
        {
            var row = Expression.Parameter(typeof(T), "row");
            var any = columns.Select(c => Holds(Inline(c.Value, row), word)).Aggregate((Expression?)null, (all, one) => all is null ? one : Expression.OrElse(all, one));
            if (any is not null) rows = rows.Where(Expression.Lambda<Func<T, bool>>(any, row));
        }
        return rows;
    }

    private static Expression? Condition<T>(Column<T> column, string parameter, string typed)
    {
        var value = column.Value.Body;
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        switch (column.Kind)
        {
            case ColumnKind.Text: return Holds(value, typed);
            case ColumnKind.Flag: return Is(value, typed == "true", typeof(bool));
            case ColumnKind.Choice when type.IsEnum: return Enum.TryParse(type, typed, out var member) ? Is(value, member!, type) : null;
            case ColumnKind.Choice when column.Choices.All(c => c.Value != typed): return null;
            case ColumnKind.Choice: return Is(value, typed, typeof(string));
        }
        if (Bound(type, typed, parameter.EndsWith(".to", StringComparison.Ordinal)) is not { } bound) return null;
        var limit = Expression.Convert(Parameterised(bound, type), value.Type);
        return parameter.EndsWith(".from", StringComparison.Ordinal) ? Expression.GreaterThanOrEqual(value, limit) : Expression.LessThanOrEqual(value, limit);
    }

    /// <summary>A day in Beijing is an interval of UTC instants; "to" includes the whole day.</summary>
    private static object? Bound(Type type, string typed, bool end)
    {
        if (type == typeof(DateOnly)) return DateOnly.TryParseExact(typed, "yyyy-MM-dd", out var date) ? date : null;
        if (type == typeof(DateTime))
        {
            if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", out var day)) return null;
            var start = BeijingTime.ToUtc(day, TimeOnly.MinValue);
            return end ? start.AddDays(1).AddTicks(-10) : start;
        }
        if (!decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return null;
        if (type == typeof(decimal)) return number;
        if (type == typeof(double)) return (double)number;
        // "from 3.5" on whole numbers begins at 4, "to 3.5" ends at 3.
        var whole = end ? Math.Floor(number) : Math.Ceiling(number);
        if (type == typeof(int)) return (int)Math.Clamp(whole, int.MinValue, int.MaxValue);
        return (long)Math.Clamp(whole, long.MinValue, long.MaxValue);
    }

    private static Expression Holds(Expression text, string word) => Expression.AndAlso(
        Expression.NotEqual(text, Expression.Constant(null, typeof(string))),
        Expression.Call(text, Contains, Parameterised(word, typeof(string))));

    private static BinaryExpression Is(Expression value, object wanted, Type type) => Expression.Equal(value, Expression.Convert(Parameterised(wanted, type), value.Type));

    /// <summary>Read from an object, as a closure does, so that EF sends a parameter and keeps one plan for all values.</summary>
    private static Expression Parameterised(object value, Type type)
    {
        var box = Activator.CreateInstance(typeof(Box<>).MakeGenericType(type), value)!;
        return Expression.Field(Expression.Constant(box), nameof(Box<int>.Value));
    }

    private static Expression Inline(LambdaExpression value, ParameterExpression row) => new Replace(value.Parameters[0], row).Visit(value.Body);

    private sealed class Box<TValue>(TValue value)
    {
        public readonly TValue Value = value;
    }

    private sealed class Replace(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
