using System.Globalization;
using System.Text;
using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Platform.Imports;
using Junheng.Platform.Packs;
using Junheng.Supervision.Facts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Bench;

/// <summary>
/// <c>import facts</c> of about 100,000 rows from a file, with everything it does (read, check, versions, columns, journal), against bare prepared
/// inserts of the same rows into a table of the same shape: into an empty ledger, and into one that holds ten times as many. Rates in processor
/// seconds, in turns of one run. Exit code 1 when the ratio is below 0.4.
/// </summary>
internal static class FactsBench
{
    private const int Schools = 700, Years = 5, Turns = 3, Older = 10;
    private const double Least = 0.4;

    public static async Task<int> Run(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("junheng-bench-");
        try
        {
            return await Measure(folder.FullName) ? 0 : 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> Measure(string folder)
    {
        var template = Path.Combine(folder, "template.sqlite");
        var elements = new Packs().Elements.Where(e => e.Level == Level.School && e.Unit != FactsTexts.YesOrNo).Select(e => e.Key).ToArray();
        await Use(template, folder, services => Import(services, "schools", Register()));
        Console.WriteLine($"first import of a process (code still being compiled) {await WarmUp(folder, template, elements):0.00} s");
        var good = true;
        foreach (var growth in new[] { 0, Older })
        {
            var (start, rows) = (template, Schools * elements.Length * Years);
            if (growth > 0)
            {
                start = Path.Combine(folder, "grown.sqlite");
                File.Copy(template, start);
                for (var part = 0; part < growth; part++) await Use(start, folder, services => Record(services, elements, 1950 + (part * Years)));
            }
            double ours = double.MaxValue, bare = double.MaxValue;
            var csv = Values(elements, 2010);
            for (var turn = 0; turn < Turns; turn++)
            {
                var (database, copy) = (Path.Combine(folder, $"ours{growth}-{turn}.sqlite"), Path.Combine(folder, $"bare{growth}-{turn}.sqlite"));
                File.Copy(start, database);
                File.Copy(start, copy);
                await Use(database, folder, async services =>
                {
                    var seconds = await Time(() => Import(services, "facts", csv));
                    ours = Math.Min(ours, seconds);
                });
                var inserts = (await Time(() => Bare(copy, database)));
                bare = Math.Min(bare, inserts);
                SqliteConnection.ClearAllPools();
                File.Delete(database);
                File.Delete(copy);
            }
            Console.WriteLine($"ledger before  {growth * rows,9} rows");
            Console.WriteLine($"  bare inserts {rows} rows in {bare:0.00} s, {rows / bare / 1000:0.0} k rows/s");
            Console.WriteLine($"  import facts {rows} rows in {ours:0.00} s, {rows / ours / 1000:0.0} k rows/s");
            Console.WriteLine($"  import facts / bare inserts   {bare / ours:0.00} (at least {Least:0.0}) {(bare / ours >= Least ? "ok" : "MISSED")}");
            good &= bare / ours >= Least;
        }
        return good;
    }

    /// <summary>Until the compiler has seen what runs often.</summary>
    private static async Task<double> WarmUp(string folder, string template, string[] elements)
    {
        double first = 0;
        for (var turn = 0; turn < 2 * Turns; turn++)
        {
            var database = Path.Combine(folder, $"warm{turn}.sqlite");
            File.Copy(template, database);
            await Use(database, folder, async services =>
            {
                var seconds = await Time(() => Import(services, "facts", Values(elements, 2010)));
                first = turn == 0 ? seconds : first;
            });
        }
        return first;
    }

    private static async Task Use(string database, string folder, Func<IServiceProvider, Task> work)
    {
        await using var services = Hosting.Services(new Settings { DataDirectory = folder, Database = new DatabaseSettings(database) { Pooled = false }, Empty = true });
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("bench");
        await SchemaUpdate.Apply(scope.ServiceProvider.GetRequiredService<JunhengDb>(), new DatabaseSettings(database));
        await work(scope.ServiceProvider);
    }

    private static async Task Import(IServiceProvider services, string kind, byte[] csv)
    {
        using var content = new MemoryStream(csv);
        var report = await ImportKind.Find(kind)!.Take(services, new ImportFile(kind + ".csv", content), trial: false);
        if (report.Refused.Count > 0 || report.Stored == 0) throw new InvalidOperationException(string.Join('\n', report.Refused.Take(5)));
    }

    private static async Task Record(IServiceProvider services, string[] elements, int first)
    {
        var numbers = await services.GetRequiredService<JunhengDb>().Set<Organisation>().Where(o => o.Kind == OrganisationKind.School).Select(o => o.Number).ToListAsync();
        List<FactValue> values = [.. from number in numbers from element in elements from year in Enumerable.Range(first, Years) select new FactValue(number, Stage.Primary, element, Period.OfYear(year), 1)];
        await services.GetRequiredService<Facts>().Record(new BatchDraft(BatchKind.Import, "bench"), values);
    }

    /// <summary>The rows that the import has stored, read back and inserted again by one prepared statement in one transaction.</summary>
    private static Task Bare(string copy, string from)
    {
        using var source = new SqliteConnection($"Data Source={from};Pooling=false");
        source.Open();
        using var read = source.CreateCommand();
        read.CommandText = "SELECT district, element, period_key, organisation, stage, origin, basis, version, value, withdrawn, form, batch, cell FROM facts WHERE period_key >= 201000";
        var rows = new List<object[]>();
        using (var reader = read.ExecuteReader())
            while (reader.Read())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }
        spent = Environment.CpuUsage.TotalTime;
        using var target = new SqliteConnection($"Data Source={copy};Pooling=false");
        target.Open();
        using var pragma = target.CreateCommand();
        pragma.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";
        pragma.ExecuteNonQuery();
        using var transaction = target.BeginTransaction();
        using var insert = target.CreateCommand();
        insert.CommandText = "INSERT INTO facts (district, element, period_key, organisation, stage, origin, basis, version, value, withdrawn, form, batch, cell) VALUES (@a,@b,@c,@d,@e,@f,@g,@h,@i,@j,@k,@l,@m)";
        var parameters = "abcdefghijklm".Select(name => insert.Parameters.AddWithValue($"@{name}", DBNull.Value)).ToArray();
        insert.Prepare();
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Length; at++) parameters[at].Value = row[at];
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
        return Task.CompletedTask;
    }

    private static TimeSpan spent;

    /// <summary>Processor seconds; work that has to be prepared first sets the clock back itself.</summary>
    private static async Task<double> Time(Func<Task> work)
    {
        GC.Collect();
        spent = Environment.CpuUsage.TotalTime;
        await work();
        return (Environment.CpuUsage.TotalTime - spent).TotalSeconds;
    }

    private static byte[] Register()
    {
        var csv = new StringBuilder("code,name,stages,nature,town,group\n");
        for (var school = 0; school < Schools; school++) csv.Append(CultureInfo.InvariantCulture, $"{Code(school)},school {school},primary,public,,\n");
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static byte[] Values(string[] elements, int from)
    {
        var random = new Random(1);
        var csv = new StringBuilder("code,stage,element,period,value\n");
        for (var school = 0; school < Schools; school++)
            foreach (var element in elements)
                for (var year = from; year < from + Years; year++)
                    csv.Append(CultureInfo.InvariantCulture, $"{Code(school)},primary,{element},{year},{random.Next(10, 3000)}\n");
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static string Code(int school) => (2131000000 + school).ToString(CultureInfo.InvariantCulture);
}
