using System.Reflection;
using Junheng.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Junheng.Platform.Files;

/// <summary>Which rows hold which contents. A row holds a file by a text column of 64 characters whose name ends in Hash; who may read the
/// row may read the file, and there is no other way to it. Every such column of the model counts, so that no module can forget to say
/// that it needs a content and lose it to the sweep.</summary>
public static class FileReferences
{
    public static IEnumerable<IProperty> Columns(IModel model) =>
        from entity in model.GetEntityTypes()
        from property in entity.GetDeclaredProperties()
        where property.ClrType == typeof(string) && property.GetMaxLength() == 64 && property.Name.EndsWith("Hash", StringComparison.Ordinal)
        select property;

    /// <summary>Those of the hashes that some row holds.</summary>
    public static async Task<HashSet<string>> Held(JunhengDb db, IReadOnlyCollection<string> hashes, CancellationToken cancellation = default)
    {
        var held = new HashSet<string>();
        foreach (var column in Columns(db.Model))
            held.UnionWith(await Values(db, column).Where(v => hashes.Contains(v)).Select(v => v!).ToListAsync(cancellation));
        return held;
    }

    /// <summary>Every held content with the table and column that hold it; whoever asks must see everything.</summary>
    public static async Task<List<(string Hash, string Holder)>> All(JunhengDb db, CancellationToken cancellation = default)
    {
        var all = new List<(string, string)>();
        foreach (var column in Columns(db.Model))
        {
            var holder = $"{column.DeclaringType.GetTableName()}.{column.GetColumnName()}";
            all.AddRange((await Values(db, column).Where(v => v != null).Select(v => v!).Distinct().ToListAsync(cancellation)).Select(v => (v, holder)));
        }
        return [.. all.DistinctBy(a => a.Item1)];
    }

    // The sweep deletes what it does not find: no filter may hide a row from it.
    private static IQueryable<string?> Values(JunhengDb db, IProperty column) =>
        (IQueryable<string?>)typeof(FileReferences).GetMethod(nameof(Of), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(column.DeclaringType.ClrType).Invoke(null, [db, column.Name])!;

    private static IQueryable<string?> Of<T>(JunhengDb db, string column) where T : class =>
        db.Set<T>().IgnoreQueryFilters().Select(row => EF.Property<string?>(row, column));
}
