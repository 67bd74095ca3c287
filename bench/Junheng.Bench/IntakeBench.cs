using System.Diagnostics;
using System.Globalization;
using Junheng.Platform.Data;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Intake.Writing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Junheng.Bench;

/// <summary>
/// Answers a second that reach the disk, over HTTP, sender and server on one machine: the JSON endpoint against the same server that only reads and
/// answers, latency at half that rate, whole journeys of respondents, and on PostgreSQL the group commit against one commit each. Rows are counted in
/// the store afterwards. Exit code 1 where a wanted figure is missed.
/// </summary>
internal static class IntakeBench
{
    private const int Connections = 64, Turns = 5;
    private static int answers = 60_000;
    private static bool good = true;

    public static async Task<int> Run(string[] args)
    {
        if (Array.IndexOf(args, "--answers") is >= 0 and var at) answers = int.Parse(args[at + 1], CultureInfo.InvariantCulture);
        var only = args.FirstOrDefault(a => a is "sqlite" or "postgres");
        Console.WriteLine($"{Environment.ProcessorCount} processors shared by sender and server; {Connections} connections, {answers} answers a turn, median of {Turns} turns");
        Console.WriteLine($"an answer: all 20 items as JSON, {IntakeData.Json(new string('x', 48)).Length} characters, {System.Text.Encoding.UTF8.GetByteCount(IntakeData.Json(new string('x', 48)))} bytes, the last item a text of 370 characters");
        var folder = Directory.CreateTempSubdirectory("junheng-bench-").FullName;
        try
        {
            Console.WriteLine($"fsync of 4 KB in {Path.GetTempPath()}: median {Fsync(folder):0.00} ms");
            if (only != "postgres") await Sqlite(folder);
            if (only != "sqlite") await Postgres(folder);
            return good ? 0 : 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Sqlite(string folder)
    {
        var database = Path.Combine(folder, "junheng.sqlite");
        var data = await Publish(database);
        long sent = 0;
        double rate, journeys;
        using (var server = new IntakeServer(folder, database))
        {
            var ceiling = Median("no storage, SQLite server", server, () => data.JsonRequests(answers, "/bench/nothing"));
            rate = Median("SQLite, JSON", server, () => Counted(data.JsonRequests(answers, "/q/api/1"), ref sent));
            Want(rate, 15_000, "answers/s on SQLite");
            Want(rate / ceiling, 0.25, "of the ceiling");
            Latency(server, data, rate, ref sent);
            journeys = Journeys(server, data, ref sent);
        }
        Want(journeys, 1500, "journeys/s on SQLite");
        await Count(database, sent);
    }

    private static async Task Postgres(string folder)
    {
        using var cluster = new IntakeCluster();
        double grouped, single;
        long sent = 0;
        foreach (var name in new[] { "grouped", "single" })
        {
            await using var connection = new NpgsqlConnection(cluster.Connection("postgres") + ";Pooling=false");
            await connection.OpenAsync();
            await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            await create.ExecuteNonQueryAsync();
        }
        var data = await Publish(cluster.Connection("grouped"));
        using (var server = new IntakeServer(folder, cluster.Connection("grouped")))
        {
            grouped = Median("PostgreSQL, JSON, group commit", server, () => Counted(data.JsonRequests(answers, "/q/api/1"), ref sent));
            Want(grouped, 6000, "answers/s on PostgreSQL");
            Latency(server, data, grouped, ref sent);
            Journeys(server, data, ref sent);
        }
        await Count(cluster.Connection("grouped"), sent);
        sent = 0;
        data = await Publish(cluster.Connection("single"));
        using (var server = new IntakeServer(folder, cluster.Connection("single"), new WriterLimits(Batch: 1, Lanes: Connections)))
            single = Median($"PostgreSQL, JSON, one commit each on {Connections} connections", server, () => Counted(data.JsonRequests(answers / 4, "/q/api/1"), ref sent));
        await Count(cluster.Connection("single"), sent);
        Want(grouped / single, 2, "times one commit each");
    }

    private static byte[][] Counted(byte[][] requests, ref long sent)
    {
        sent += requests.Length;
        return requests;
    }

    private static double Median(string what, IntakeServer server, Func<byte[][]> requests)
    {
        using var load = new IntakeLoad(server.Port, Connections);
        var rates = new List<double>();
        double spent = 0, done = 0;
        // One turn more, in which the compiler settles.
        for (var turn = 0; turn <= Turns; turn++)
        {
            var work = new Single(requests());
            GC.Collect();
            var before = server.Spent;
            var (took, _) = load.Run(work);
            if (turn == 0) continue;
            rates.Add(work.Count / took);
            (spent, done) = (spent + server.Spent - before, done + work.Count);
        }
        var median = rates.Order().ElementAt(rates.Count / 2);
        Console.WriteLine($"{what,-52} {median,9:0} /s   ({rates.Min():0}–{rates.Max():0}; {spent / done * 1e6:0} µs of processor each in the server)");
        return median;
    }

    /// <summary>At half the rate, each answer due at its own time; what waits for a connection has waited.</summary>
    private static void Latency(IntakeServer server, IntakeData data, double rate, ref long sent)
    {
        using var load = new IntakeLoad(server.Port, Connections);
        var requests = Counted(data.JsonRequests((int)(rate / 2 * 8), "/q/api/1"), ref sent);
        GC.Collect();
        var (_, latencies) = load.Run(new Single(requests), rate / 2);
        Array.Sort(latencies);
        double At(double share) => latencies[(int)(share * (latencies.Length - 1))] * 1000;
        Console.WriteLine($"  at {rate / 2:0} /s, from when it was due: p50 {At(0.5):0.0} ms, p99 {At(0.99):0.0} ms, p99.9 {At(0.999):0.0} ms, longest {At(1):0.0} ms");
        Want(-At(0.99), -50, "ms p99 (at most)");
    }

    private static double Journeys(IntakeServer server, IntakeData data, ref long sent)
    {
        using var load = new IntakeLoad(server.Port, Connections);
        var rates = new List<double>();
        for (var turn = 0; turn <= Turns; turn++)
        {
            var work = new Journey(data, answers / 6);
            sent += work.Count;
            GC.Collect();
            var (took, _) = load.Run(work);
            if (turn > 0) rates.Add(work.Count / took);
        }
        var median = rates.Order().ElementAt(rates.Count / 2);
        Console.WriteLine($"  journeys (form of 20 items, send, page after it)   {median,9:0} /s   ({rates.Min():0}–{rates.Max():0})");
        return median;
    }

    private static async Task<IntakeData> Publish(string database)
    {
        var data = new IntakeData();
        using var store = new IntakeStore(new DatabaseSettings(database), TimeProvider.System);
        await store.Publish(data.Publication);
        return data;
    }

    private static async Task Count(string database, long sent)
    {
        using var store = new IntakeStore(new DatabaseSettings(database), TimeProvider.System);
        var stored = (await store.Counts(IntakeData.Campaign)).Sum(c => (long)c.Answers);
        Console.WriteLine($"  rows in the store {stored}, acknowledged {sent}: {(stored == sent ? "ok" : "WRONG")}");
        good &= stored == sent;
    }

    private static void Want(double found, double wanted, string what)
    {
        var met = found >= wanted;
        Console.WriteLine($"  {Math.Abs(found):0.##} {what}, wanted {Math.Abs(wanted):0.##}: {(met ? "ok" : "MISSED")}");
        good &= met;
    }

    private static double Fsync(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, "fsync"), FileMode.Create, FileAccess.Write, FileShare.None, 0);
        var block = new byte[4096];
        var times = new List<double>();
        for (var turn = 0; turn < 200; turn++)
        {
            file.Write(block);
            var begun = Stopwatch.GetTimestamp();
            file.Flush(flushToDisk: true);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        return times.Order().ElementAt(times.Count / 2);
    }
}
