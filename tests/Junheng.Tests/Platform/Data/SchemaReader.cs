using Junheng.Platform.Data;
using Junheng.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Tests.Platform.Data;

/// <summary>A database's schema as lines that can be compared: one for each column, key, index and reference, read from the database itself.
/// Column defaults are left out: a step that adds a column needs one, the model does not know it.</summary>
public static class SchemaReader
{
    private const string Sqlite = """
        SELECT m.name || '.' || c.name || ' ' || c.type || CASE c."notnull" WHEN 1 THEN ' not null' ELSE '' END || ' key ' || c.pk AS "Value"
          FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'
        UNION ALL
        SELECT m.name || ' index ' || CASE WHEN i.origin = 'c' THEN i.name ELSE i.origin END || ' unique ' || i."unique" || ' partial ' || i.partial || ' ('
            || (SELECT group_concat(x.name) FROM pragma_index_info(i.name) x) || ')'
          FROM sqlite_master m JOIN pragma_index_list(m.name) i WHERE m.type = 'table'
        UNION ALL
        SELECT m.name || ' reference ' || f."from" || ' -> ' || f."table" || '.' || coalesce(f."to", 'id') || ' ' || f.on_delete
          FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        """;

    private const string Postgres = """
        SELECT table_name || '.' || column_name || ' ' || udt_name || coalesce('(' || character_maximum_length || ')', '')
            || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END || coalesce(' collate ' || collation_name, '') || coalesce(' identity ' || identity_generation, '') AS "Value"
          FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL
        SELECT tablename || ' index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL
        SELECT conrelid::regclass || ' constraint ' || conname || ' ' || pg_get_constraintdef(oid)
          FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        """;

    public static async Task<List<string>> Read(JunhengDb db)
    {
        var lines = await db.Database.SqlQueryRaw<string>(db.IsPostgres ? Postgres : Sqlite).ToListAsync();
        return [.. lines.Where(l => !IsOwn(l)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Tables of the migrations, of SQLite and of the full-text index are outside the model.</summary>
    private static bool IsOwn(string line) => line.Contains("__EFMigrations", StringComparison.Ordinal)
        || line.StartsWith("sqlite_", StringComparison.Ordinal) || line.StartsWith(SearchSchema.Words, StringComparison.Ordinal);
}
