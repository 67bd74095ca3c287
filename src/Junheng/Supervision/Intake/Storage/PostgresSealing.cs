using Junheng.Core.Surveys.Answers;
using Npgsql;
using NpgsqlTypes;

namespace Junheng.Supervision.Intake.Storage;

/// <summary>
/// Rewrites whole tables, so that neither place (ctid) nor transaction (xmin) of a row says when it came: their rows are set aside, the tables truncated, which
/// gives them new files, and filled again in the order of random keys, in one transaction.
/// </summary>
public static class PostgresSealing
{
    /// <param name="closing">The campaign whose ballots, links and codes are dropped; null when all stay.</param>
    public static void Seal(NpgsqlConnection connection, int? closing = null)
    {
        var drop = closing is { } campaign ? $"WHERE campaign <> {campaign}" : "";
        connection.Run(PostgresTables.Exclusive);
        if ((bool)connection.One("SELECT EXISTS (SELECT FROM intake.incoming)")!) SealAnswers(connection);
        if (closing is not null || Transactions(connection, "spent") > 1) Rewrite(connection, "spent", drop, "campaign, mark");
        if (closing is not null || Transactions(connection, "links") > 1) Rewrite(connection, "links", drop, "campaign, hash");
        if (closing is null) return;
        Rewrite(connection, "publications", "", "campaign");
        Rewrite(connection, "codes", drop, "campaign, hash");
        Rewrite(connection, "links_shown", drop, "campaign, hash");
    }

    public static void Add(NpgsqlConnection connection, int campaign, IReadOnlyList<StoredAnswer> answers)
    {
        using (var copy = connection.BeginBinaryImport("COPY intake.incoming FROM STDIN (FORMAT binary)"))
        {
            foreach (var answer in answers)
            {
                copy.StartRow();
                copy.Write(campaign, NpgsqlDbType.Integer);
                copy.Write(answer.Cell, NpgsqlDbType.Integer);
                copy.Write((short)answer.Pace, NpgsqlDbType.Smallint);
                copy.Write(answer.Bytes.ToArray(), NpgsqlDbType.Bytea);
            }
            copy.Complete();
        }
        Seal(connection);
    }

    /// <summary>Fills the table of links that goes into a backup in place of the links themselves.</summary>
    public static void ShowLinks(NpgsqlConnection connection)
    {
        if (Transactions(connection, "links") > 1) Rewrite(connection, "links", "", "campaign, hash");
        connection.Run("""
            TRUNCATE intake.links_shown;
            INSERT INTO intake.links_shown SELECT campaign, hash, cell, CASE WHEN shown THEN mark END, shown FROM intake.links ORDER BY campaign, hash;
            """);
    }

    /// <summary>After a restore links are what the backup showed of them.</summary>
    public static void RestoreLinks(NpgsqlConnection connection)
    {
        if (connection.One("SELECT to_regclass('intake.links_shown')::text") is string)
            connection.Run("INSERT INTO intake.links SELECT * FROM intake.links_shown ON CONFLICT DO NOTHING");
    }

    /// <summary>After a sealing: answers of cells with enough of them become an outgoing batch.</summary>
    public static void HandOut(NpgsqlConnection connection, int campaign, int least)
    {
        var leaving = new List<StoredAnswer>();
        using (var command = connection.Command("""
            SELECT cell, pace, sheet FROM intake.answers WHERE campaign = $1 AND cell IN (SELECT cell FROM intake.answers WHERE campaign = $1 GROUP BY cell HAVING count(*) >= $2) ORDER BY key
            """, campaign, least))
        using (var reader = command.ExecuteReader())
            while (reader.Read()) leaving.Add(new(reader.GetInt32(0), (Pace)reader.GetInt16(1), reader.GetFieldValue<byte[]>(2)));
        if (leaving.Count == 0) return;
        var (heads, sheets) = BatchCode.Pack(campaign, leaving);
        connection.Run("INSERT INTO intake.outgoing VALUES ($1, $2, $3, $4)", campaign, Ballots.Random().Guid(), heads, sheets);
        connection.Run("DELETE FROM intake.answers WHERE campaign = $1 AND cell = ANY($2)", campaign, leaving.Select(a => a.Cell).Distinct().ToArray());
        SealAnswers(connection);
    }

    private static void SealAnswers(NpgsqlConnection connection)
    {
        connection.Run("""
            CREATE TEMP TABLE resealed ON COMMIT DROP AS SELECT campaign, gen_random_uuid() AS key, cell, pace, sheet
                FROM (SELECT campaign, cell, pace, sheet FROM intake.answers UNION ALL SELECT * FROM intake.incoming) AS every;
            TRUNCATE intake.answers, intake.incoming, intake.repeats;
            INSERT INTO intake.answers SELECT * FROM resealed ORDER BY campaign, key;
            """);
    }

    private static void Rewrite(NpgsqlConnection connection, string table, string where, string order) => connection.Run($"""
        CREATE TEMP TABLE set_aside ON COMMIT DROP AS SELECT * FROM intake.{table} {where};
        TRUNCATE intake.{table};
        INSERT INTO intake.{table} SELECT * FROM set_aside ORDER BY {order};
        DROP TABLE set_aside;
        """);

    private static long Transactions(NpgsqlConnection connection, string table) =>
        (long)connection.One($"SELECT count(*) FROM (SELECT DISTINCT xmin::text FROM intake.{table} LIMIT 2) AS few")!;
}
