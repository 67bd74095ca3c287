using System.Linq.Expressions;

namespace Junheng.Platform.Data;

/// <summary>Ordering by a column that may be empty. SQLite puts empty values first and PostgreSQL last: every such list says which it wants.</summary>
public static class NullOrder
{
    public static IOrderedQueryable<T> OrderByNullsLast<T, TKey>(this IQueryable<T> rows, Expression<Func<T, TKey?>> key) =>
        rows.OrderBy(IsNull(key)).ThenBy(key);

    public static IOrderedQueryable<T> OrderByDescendingNullsLast<T, TKey>(this IQueryable<T> rows, Expression<Func<T, TKey?>> key) =>
        rows.OrderBy(IsNull(key)).ThenByDescending(key);

    public static IOrderedQueryable<T> ThenByNullsLast<T, TKey>(this IOrderedQueryable<T> rows, Expression<Func<T, TKey?>> key) =>
        rows.ThenBy(IsNull(key)).ThenBy(key);

    private static Expression<Func<T, bool>> IsNull<T, TKey>(Expression<Func<T, TKey?>> key) =>
        Expression.Lambda<Func<T, bool>>(Expression.Equal(key.Body, Expression.Constant(null, key.Body.Type)), key.Parameters);
}
