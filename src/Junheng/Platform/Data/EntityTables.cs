using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Junheng.Platform.Data;

/// <summary>Reads off the model how rows of an entity are written in bulk, so that no column list stands beside its mapping.</summary>
public static class EntityTables
{
    public static BulkTable<T> TableOf<T>(this JunhengDb db) where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T)} is not mapped.");
        return new BulkTable<T>(entity.GetTableName()!, [.. entity.GetProperties().Select(p => ($"\"{p.GetColumnName()}\"", Reader<T>(p)))]);
    }

    private static Func<T, object?> Reader<T>(IProperty property) where T : class
    {
        var read = property.GetGetter();
        var converter = property.GetTypeMapping().Converter;
        return row => read.GetClrValue(row) is not { } value ? null : converter is null ? value : converter.ConvertToProvider(value);
    }
}
