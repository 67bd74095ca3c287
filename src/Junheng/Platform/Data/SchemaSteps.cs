using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Junheng.Platform.Data;

/// <summary>A short way to write additive migrations that mean the same on both databases.</summary>
public static class SchemaSteps
{
    public static void Table(this MigrationBuilder migration, string name, Action<TableStep> define)
    {
        var step = new TableStep(name, migration.ActiveProvider);
        define(step);
        migration.Operations.Add(step.Table);
        foreach (var index in step.Indexes) migration.Operations.Add(index);
    }

    /// <summary>Adds a column to a table of an earlier step; it must be nullable or carry a default.</summary>
    public static void Column<T>(this MigrationBuilder migration, string table, string name, int? max = null, object? fallback = null)
    {
        var column = new TableStep(table, migration.ActiveProvider).Make<T>(name, max, nullable: fallback is null);
        column.DefaultValue = fallback;
        migration.Operations.Add(column);
    }

    public static void Index(this MigrationBuilder migration, string table, bool unique, params string[] columns) =>
        migration.Operations.Add(TableStep.MakeIndex(table, unique, columns));

    public static bool OnPostgres(this MigrationBuilder migration) => IsPostgres(migration.ActiveProvider);

    internal static bool IsPostgres(string? provider) => provider?.Contains("Npgsql", StringComparison.Ordinal) == true;
}

/// <summary>The columns, key, references and indexes of one new table. A column is nullable only when asked.</summary>
public sealed class TableStep(string name, string? provider)
{
    internal CreateTableOperation Table { get; } = new() { Name = name };
    internal List<CreateIndexOperation> Indexes { get; } = [];

    public TableStep Column<T>(string column, int? max = null, bool nullable = false)
    {
        Table.Columns.Add(Make<T>(column, max, nullable));
        return this;
    }

    public TableStep Text(string column, int? max = null, bool nullable = false) => Column<string>(column, max, nullable);

    /// <summary>An integer the database counts up by itself; the table's only key column.</summary>
    public TableStep Counter(string column) => Counter<long>(column);

    public TableStep Counter<T>(string column)
    {
        var counter = Make<T>(column, null, false);
        counter.AddAnnotation("Sqlite:Autoincrement", true);
        counter.AddAnnotation("Npgsql:ValueGenerationStrategy", Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
        Table.Columns.Add(counter);
        return Key(column);
    }

    public TableStep Key(params string[] columns)
    {
        Table.PrimaryKey = new AddPrimaryKeyOperation { Table = name, Name = $"pk_{name}", Columns = columns };
        return this;
    }

    public TableStep References(string column, string principal, ReferentialAction onDelete = ReferentialAction.Restrict, string principalColumn = "id")
    {
        Table.ForeignKeys.Add(new AddForeignKeyOperation
        {
            Table = name,
            Name = $"fk_{name}_{column}",
            Columns = [column],
            PrincipalTable = principal,
            PrincipalColumns = [principalColumn],
            OnDelete = onDelete,
        });
        return this;
    }

    public TableStep Index(params string[] columns) => With(MakeIndex(name, false, columns));

    public TableStep Unique(params string[] columns) => With(MakeIndex(name, true, columns));

    private TableStep With(CreateIndexOperation index)
    {
        Indexes.Add(index);
        return this;
    }

    internal static CreateIndexOperation MakeIndex(string table, bool unique, string[] columns) => new()
    {
        Table = table,
        Name = $"ix_{table}_{string.Join('_', columns)}",
        Columns = columns,
        IsUnique = unique,
    };

    internal AddColumnOperation Make<T>(string column, int? max, bool nullable) => new()
    {
        Table = name,
        Name = column,
        ClrType = typeof(T),
        MaxLength = max,
        IsNullable = nullable,
        // Ordering by code point on both databases.
        Collation = typeof(T) == typeof(string) && SchemaSteps.IsPostgres(provider) ? "C" : null,
    };
}
