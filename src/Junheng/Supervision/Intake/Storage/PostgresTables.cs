using Npgsql;
using NpgsqlTypes;

namespace Junheng.Supervision.Intake.Storage;

/// <summary>The tables of schema <c>intake</c>, and the lock by which whoever seals waits for batches under way and batches wait for whoever seals.</summary>
public static class PostgresTables
{
    // Any number, the same in every process.
    public const string Shared = "SELECT pg_advisory_xact_lock_shared(7668345236040739685)";

    public const string Exclusive = "SELECT pg_advisory_xact_lock(7668345236040739685)";

    public const string Create = """
        CREATE SCHEMA IF NOT EXISTS intake;
        CREATE TABLE IF NOT EXISTS intake.version (number int NOT NULL);
        CREATE TABLE IF NOT EXISTS intake.publications (campaign int PRIMARY KEY, state int NOT NULL, version bigint NOT NULL, body bytea NOT NULL);
        CREATE TABLE IF NOT EXISTS intake.incoming (campaign int NOT NULL, cell int NOT NULL, pace smallint NOT NULL, sheet bytea NOT NULL);
        CREATE TABLE IF NOT EXISTS intake.repeats (campaign int NOT NULL, mark uuid NOT NULL, PRIMARY KEY (campaign, mark));
        CREATE TABLE IF NOT EXISTS intake.spent (campaign int NOT NULL, mark uuid NOT NULL, PRIMARY KEY (campaign, mark));
        CREATE TABLE IF NOT EXISTS intake.answers (campaign int NOT NULL, key uuid NOT NULL, cell int NOT NULL, pace smallint NOT NULL, sheet bytea NOT NULL, PRIMARY KEY (campaign, key));
        CREATE INDEX IF NOT EXISTS answers_by_cell ON intake.answers (campaign, cell);
        CREATE TABLE IF NOT EXISTS intake.links (campaign int NOT NULL, hash uuid NOT NULL, cell int NOT NULL, mark uuid, shown boolean NOT NULL DEFAULT false, PRIMARY KEY (campaign, hash));
        CREATE TABLE IF NOT EXISTS intake.links_shown (LIKE intake.links);
        CREATE TABLE IF NOT EXISTS intake.codes (campaign int NOT NULL, hash uuid NOT NULL, cell int NOT NULL, PRIMARY KEY (campaign, hash));
        CREATE TABLE IF NOT EXISTS intake.outgoing (campaign int NOT NULL, batch uuid NOT NULL, heads bytea NOT NULL, sheets bytea NOT NULL, PRIMARY KEY (campaign, batch));
        CREATE TABLE IF NOT EXISTS intake.put (campaign int NOT NULL, batch uuid NOT NULL, PRIMARY KEY (campaign, batch));
        CREATE TABLE IF NOT EXISTS intake.used (campaign int NOT NULL, cell int NOT NULL, links int NOT NULL, used int NOT NULL, PRIMARY KEY (campaign, cell));
        CREATE TABLE IF NOT EXISTS intake.bursts (campaign int NOT NULL, cell int NOT NULL, hour timestamptz NOT NULL, networks int NOT NULL, largest int NOT NULL, PRIMARY KEY (campaign, cell, hour));
        INSERT INTO intake.version SELECT 1 WHERE NOT EXISTS (SELECT FROM intake.version);
        """;

    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    public static int Run(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    public static object? One(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteScalar();
    }

    public static NpgsqlParameter Array<T>(NpgsqlDbType type, T[] values) => new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | type };

    public static Guid Guid(this UInt128 mark) => new(mark.Bytes());
}
