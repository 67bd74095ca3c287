using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Junheng.Core.Indicators;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Junheng.Bench;

/// <summary>The same question asked of a database: one wide row per school, in the order of districts, one year; the answer is compared with ours.</summary>
internal static class MeasuresSql
{
    private static readonly string[] Columns = [.. Enumerable.Range(0, MeasuresData.Elements).Select(MeasuresData.Key)];

    public static async Task OnSqlite(Dataset data, Spreads expected, double ours)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("junheng-bench-").FullName, "measures.sqlite");
        try
        {
            await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            await connection.OpenAsync();
            await Execute(connection, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-262144");
            await Execute(connection, $"CREATE TABLE schools (district INT, stage INT, school INT, {string.Join(" REAL, ", Columns)} REAL, PRIMARY KEY (district, stage, school)) WITHOUT ROWID");
            await Fill(connection, data);
            await Ask("SQLite", connection, expected, ours, () => Environment.CpuUsage.TotalTime);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    public static async Task OnPostgres(string server, Dataset data, Spreads expected, double ours)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await Execute(connection, $"CREATE TEMP TABLE schools (district INT, stage INT, school INT, {string.Join(" DOUBLE PRECISION, ", Columns)} DOUBLE PRECISION)");
        await using (var copy = await connection.BeginBinaryImportAsync("COPY schools FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var (row, values) in Rows(data))
            {
                await copy.StartRowAsync();
                foreach (var key in row) await copy.WriteAsync(key);
                foreach (var value in values) await copy.WriteAsync(value);
            }
            await copy.CompleteAsync();
        }
        await Execute(connection, "ANALYZE schools");
        await Ask("PostgreSQL by clock", connection, expected, ours, () => Stopwatch.GetElapsedTime(0));
    }

    private static async Task Fill(SqliteConnection connection, Dataset data)
    {
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO schools VALUES ({string.Join(", ", Enumerable.Range(0, Columns.Length + 3).Select(i => "$" + i))})";
        for (var i = 0; i < Columns.Length + 3; i++) insert.Parameters.Add(new SqliteParameter("$" + i, 0));
        insert.Prepare();
        foreach (var (row, values) in Rows(data))
        {
            for (var i = 0; i < row.Length; i++) insert.Parameters[i].Value = row[i];
            for (var i = 0; i < values.Length; i++) insert.Parameters[i + row.Length].Value = values[i];
            insert.ExecuteNonQuery();
        }
        await transaction.CommitAsync();
    }

    private static IEnumerable<(int[] Keys, double[] Values)> Rows(Dataset data)
    {
        var columns = Columns.Select(c => data.TryGet(c, MeasuresData.Year(0), out var values) ? values : throw new InvalidOperationException(c)).ToArray();
        for (var row = 0; row < data.Frame.Count; row++)
        {
            var one = data.Frame[row];
            if (one.Level == Level.School) yield return ([one.District, (int)one.Stage, one.Organisation], Array.ConvertAll(columns, c => c[row]));
        }
    }

    /// <summary>Totals first, then the deviations from their ratio: the sum of squares minus the square of the mean would lose its digits.</summary>
    private static string Question()
    {
        var numerators = Enumerable.Range(0, MeasuresData.Ratios).Select(r => MeasuresData.Numerator(r) switch
        {
            (var one, 0) => "s." + MeasuresData.Key(one),
            var (one, two) => $"(s.{MeasuresData.Key(one)} + s.{MeasuresData.Key(two)})",
        }).ToArray();
        var means = string.Join(", ", numerators.Select((n, r) => $"SUM({n}) * 100 / SUM(s.e0) AS m{r}").Select(Students));
        var spreads = string.Join(", ", numerators.Select((n, r) => $"SQRT(SUM(s.e0 * ({n} * 100 / s.e0 - m.m{r}) * ({n} * 100 / s.e0 - m.m{r})) / SUM(s.e0)) / MIN(m.m{r})").Select(Students));
        return $"WITH m AS (SELECT s.district, s.stage, {means} FROM schools s GROUP BY s.district, s.stage) " +
            $"SELECT s.district, s.stage, {spreads} FROM schools s JOIN m ON m.district = s.district AND m.stage = s.stage GROUP BY s.district, s.stage ORDER BY 1, 2";
    }

    private static string Students(string sql) => sql.Replace("s.e0", "s." + MeasuresData.Key(0), StringComparison.Ordinal);

    /// <param name="time">Processor time where the database runs in this process, else the clock.</param>
    private static async Task Ask(string name, DbConnection connection, Spreads expected, double ours, Func<TimeSpan> time)
    {
        var best = double.MaxValue;
        for (var turn = 0; turn < 2; turn++)
        {
            var from = time();
            await using var command = connection.CreateCommand();
            command.CommandText = Question();
            command.CommandTimeout = 600;
            await using var reader = await command.ExecuteReaderAsync();
            for (var segment = 0; await reader.ReadAsync(); segment++)
                for (var ratio = 0; ratio < MeasuresData.Ratios; ratio++)
                {
                    var (stored, computed) = (reader.GetDouble(ratio + 2), expected.Indicators[$"r{ratio}"][segment].Cv);
                    if (Math.Abs(stored - computed) > 1e-9) throw new InvalidOperationException($"{name} {segment} r{ratio}: {stored} against {computed}");
                }
            best = Math.Min(best, (time() - from).TotalSeconds);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one year, {name,-19} {best * 1000,8:0.0} ms   {best / ours:0.0} x ours, same answers"));
    }

    private static async Task Execute(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
