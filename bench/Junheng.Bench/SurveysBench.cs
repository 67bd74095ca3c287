using System.Diagnostics;
using System.Security.Cryptography;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Results;
using Junheng.Platform.Access;
using Junheng.Platform.Data;
using Junheng.Supervision.Intake;
using Junheng.Supervision.Surveys;
using Junheng.Supervision.Surveys.Frames;
using Junheng.Supervision.Surveys.Results;
using Junheng.Supervision.Surveys.Results.Export;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Bench;

/// <summary>
/// Results of a closed campaign: 50,000 answers × 40 items read from the store, computed and stored, median of 5, beside one GROUP BY over the same answers as
/// long rows in SQLite, which gives the counts alone; growth to ten times as many; exports of 100,000 answers with the largest heap beside that of 20,000.
/// Processor seconds, with the time on the clock beside them: a busy machine changes that alone. Exit code 1 when a second (results) or 20 seconds (an
/// export) of the processor are missed.
/// </summary>
internal static class SurveysBench
{
    private const int Answers = 50_000, Times = 5, WarmUps = 4, Growth = 10, Exported = 100_000, FewExported = 20_000;
    private const double MostSeconds = 1, MostExportSeconds = 20;

    public static async Task<int> Run(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("junheng-bench-").FullName;
        try
        {
            var database = new DatabaseSettings(Path.Combine(folder, "junheng.sqlite")) { Pooled = false };
            await using var services = Hosting.Services(new Settings { DataDirectory = folder, Database = database, Empty = true });
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("bench");
            await SchemaUpdate.Apply(scope.ServiceProvider.GetRequiredService<JunhengDb>(), database);
            var good = await Results(scope.ServiceProvider, folder);
            Grow();
            return await Exports(scope.ServiceProvider, good) ? 0 : 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> Results(IServiceProvider services, string folder)
    {
        var (db, book) = (services.GetRequiredService<JunhengDb>(), services.GetRequiredService<ResultBook>());
        var campaign = await Campaign(services, Answers);
        var (times, clock) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < WarmUps + Times; turn++)
        {
            await db.Write(() => db.Set<StoredResult>().ExecuteDeleteAsync());
            db.ChangeTracker.Clear();
            var (elapsed, processor) = await Time(() => book.Compute(campaign));
            if (turn == 0) Console.WriteLine($"first computation of a process (code still being compiled) {processor:0.00} s, on the clock {elapsed:0.00} s");
            if (turn < WarmUps) continue;
            times.Add(processor);
            clock.Add(elapsed);
        }
        var ours = Median(times);
        var stored = (await book.Stored(campaign))!;
        Console.WriteLine($"{stored.Received} answers x {SurveysData.Questionnaire.Variables.Count} items, {stored.Valid} valid: read, computed and stored in {ours:0.000} s (median of {Times}; at most {MostSeconds} s), on the clock {Median(clock):0.000} s {(ours < MostSeconds ? "ok" : "MISSED")}");
        Console.WriteLine($"  stored {stored.Content.Length / 1024} KB; {(await book.Of(campaign))!.Cuts.Count} cuts");
        var (rows, sql) = GroupBy(folder);
        Console.WriteLine($"  one GROUP BY over {rows} long rows in SQLite (counts alone) {sql:0.000} s: {sql / ours:0.0} times ours");
        return ours < MostSeconds;
    }

    /// <summary>The same choices as one row per answer and item; table filled before, one warm run, median.</summary>
    private static (int Rows, double Seconds) GroupBy(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "long.sqlite")};Pooling=False");
        connection.Open();
        Execute(connection, "CREATE TABLE long_answers (answer INTEGER, cell INTEGER, item INTEGER, option INTEGER)");
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO long_answers VALUES ($1, $2, $3, $4)";
            var parameters = Enumerable.Range(1, 4).Select(n => insert.Parameters.AddWithValue("$" + n, 0)).ToArray();
            var number = 0;
            foreach (var answer in SurveysData.Answers(Answers))
            {
                var sheet = AnswerCode.Read(SurveysData.Questionnaire, answer.Bytes.Span);
                (parameters[0].Value, parameters[1].Value) = (number++, answer.Cell);
                for (var item = 0; item < SurveysData.Questionnaire.Variables.Count; item++)
                {
                    if (!sheet[item].IsGiven) continue;
                    (parameters[2].Value, parameters[3].Value) = (item, (int)sheet[item].Value);
                    insert.ExecuteNonQuery();
                }
            }
            transaction.Commit();
        }
        var times = new List<double>();
        var rows = 0;
        for (var turn = 0; turn <= Times; turn++)
        {
            var started = Environment.CpuUsage.TotalTime;
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT cell, item, option, count(*) FROM long_answers GROUP BY cell, item, option";
            using var reader = command.ExecuteReader();
            rows = 0;
            while (reader.Read()) rows += reader.GetInt32(3);
            if (turn > 0) times.Add((Environment.CpuUsage.TotalTime - started).TotalSeconds);
        }
        return (rows, Median(times));
    }

    private static void Grow()
    {
        var (frame, seconds) = (SurveysData.Frame(), new List<double>());
        foreach (var count in new[] { Answers, Answers * Growth })
        {
            var answers = SurveysData.Answers(count).ToList();
            var times = Enumerable.Range(0, count == Answers ? Times : 3).Select(_ =>
            {
                var started = Environment.CpuUsage.TotalTime;
                SurveyResults.Of(SurveysData.Questionnaire, frame, answers, new());
                return (Environment.CpuUsage.TotalTime - started).TotalSeconds;
            }).ToList();
            seconds.Add(Median(times));
        }
        Console.WriteLine($"computing alone: {Answers} answers {seconds[0]:0.000} s, {Answers * Growth} answers {seconds[1]:0.000} s: {seconds[1] / seconds[0]:0.0} times for {Growth} times as many");
    }

    private static async Task<bool> Exports(IServiceProvider services, bool good)
    {
        var exports = services.GetRequiredService<AnswerExports>();
        var peaks = new Dictionary<ExportForm, double>();
        foreach (var count in new[] { FewExported, Exported })
        {
            var campaign = await Campaign(services, count);
            await services.GetRequiredService<ResultBook>().Compute(campaign);
            foreach (var form in Enum.GetValues<ExportForm>())
            {
                var (seconds, elapsed, size, peak) = await Export(exports, campaign, form);
                if (count == Exported)
                {
                    good &= seconds < MostExportSeconds;
                    Console.WriteLine($"{form,-4} {count} answers in {seconds:0.0} s (at most {MostExportSeconds}) {(seconds < MostExportSeconds ? "ok" : "MISSED")}, on the clock {elapsed:0.0} s, {size / 1024d / 1024:0.0} MB; largest heap {peak:0} MB, with {FewExported} answers {peaks[form]:0} MB");
                }
                peaks[form] = peak;
            }
        }
        return good;
    }

    private static async Task<(double Seconds, double Elapsed, long Size, double Peak)> Export(AnswerExports exports, SurveyCampaign campaign, ExportForm form)
    {
        GC.Collect();
        var (before, peak, done) = (GC.GetTotalMemory(forceFullCollection: true), 0L, false);
        using var pause = new ManualResetEventSlim();
        var watch = new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                peak = Math.Max(peak, GC.GetTotalMemory(false));
                pause.Wait(20);
            }
        });
        watch.Start();
        ExportedFile file = null!;
        var (elapsed, seconds) = await Time(async () => file = await exports.Write(campaign.Id, form));
        Volatile.Write(ref done, true);
        watch.Join();
        var size = file.Content.Length;
        await file.Content.DisposeAsync();
        return (seconds, elapsed, size, (peak - before) / 1024d / 1024);
    }

    /// <summary>A campaign with its frame and answers, closed.</summary>
    private static async Task<SurveyCampaign> Campaign(IServiceProvider services, int answers)
    {
        var (db, intake, ends) = (services.GetRequiredService<JunhengDb>(), services.GetRequiredService<IntakeStore>(), new DateTime(2026, 3, 20, 0, 0, 0, DateTimeKind.Utc));
        if (!await db.Set<Organisation>().AnyAsync()) await services.GetRequiredService<Organisations>().Add("D", SurveysTexts.District, OrganisationKind.District, "");
        var district = await db.Set<Organisation>().SingleAsync();
        var (text, frame) = (QuestionnaireFormat.Write(SurveysData.Questionnaire), SurveysData.Frame());
        var campaign = await services.GetRequiredService<SurveyCampaigns>().Create(new(SurveysTexts.Title, SurveysTexts.Organiser, "bench", 1, text, ends.AddDays(-20), ends) { Classes = [("parent", CellLevel.School)], BaseAddress = "https://localhost" });
        await db.Write(async () =>
        {
            await db.Set<SurveyCampaign>().Where(c => c.Id == campaign.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.State, CampaignState.Closed));
            await db.InsertAll(new BulkTable<FrameCell>("survey_cells", ("campaign", _ => campaign.Number), ("number", c => c.Number), ("organisation_id", _ => district.Id), ("level", _ => "School"), ("class", c => c.Class),
                ("place", c => c.Place), ("town", c => c.Town), ("stages", _ => ""), ("size", c => c.Size), ("origin", _ => "Typed"), ("stored_as", c => c.StoredAs), ("open", _ => true), ("is_group", _ => false)), frame);
        });
        await intake.Publish(new(campaign.Number, campaign.Id, SurveysTexts.Title, SurveysTexts.Organiser, ends.AddDays(-20), ends, text, RandomNumberGenerator.GetBytes(32), [.. frame.Select(c => new PublishedCell(c.Number, c.Class, c.Place, c.StoredAs, true))], []));
        foreach (var batch in SurveysData.Answers(answers).Chunk(10_000)) await intake.PutAnswers(campaign.Number, Guid.CreateVersion7(), batch);
        await intake.Close(campaign.Number);
        db.ChangeTracker.Clear();
        return await services.GetRequiredService<SurveyCampaigns>().Get(campaign.Id);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task<(double Elapsed, double Processor)> Time(Func<Task> work)
    {
        var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
