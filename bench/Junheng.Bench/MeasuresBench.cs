using System.Diagnostics;
using Junheng.Core.Indicators;
using Junheng.Core.Indicators.Formulas;
using Junheng.Platform.Packs;

namespace Junheng.Bench;

/// <summary>
/// 32 ratios and their student-weighted coefficients of variation for 3,000 districts over five years: compiled formulas against a loop written by
/// hand over the same arrays, in turns in one process of its own whose memory is measured; the same question asked of databases by SQL; all packs
/// on a demonstration-size district.
/// </summary>
internal static class MeasuresBench
{
    private const int Turns = 7;
    private const double MostRatio = 2, MostMegabytes = 600, MostMilliseconds = 100;

    public static async Task<int> Run(string[] args)
    {
        if (args is ["--child"]) return Child();
        var good = await InProcessOfItsOwn();
        good &= Packs();
        var frame = MeasuresData.Frame();
        var data = MeasuresData.Data(frame, periods: 1);
        var pack = MeasuresData.Pack();
        Spreads expected = null!;
        double processor = double.MaxValue, clock = double.MaxValue;
        for (var turn = 0; turn < Turns; turn++)
        {
            clock = Math.Min(clock, Elapsed(() => expected = Evaluation.For(pack).Spread(data, MeasuresData.Year(0))));
            processor = Math.Min(processor, Time(() => expected = Evaluation.For(pack).Spread(data, MeasuresData.Year(0))));
        }
        Console.WriteLine($"one year, compiled           {processor * 1000,8:0.0} ms   ({clock * 1000:0.0} ms by the clock)");
        Console.WriteLine($"one year, all schools judged {Time(() => Columns(pack, data)) * 1000,8:0.0} ms");
        await MeasuresSql.OnSqlite(data, expected, processor);
        if (Environment.GetEnvironmentVariable("JUNHENG_TEST_DB") is { Length: > 0 } server) await MeasuresSql.OnPostgres(server, data, expected, clock);
        else Console.WriteLine("PostgreSQL: not asked, JUNHENG_TEST_DB is not set");
        return good ? 0 : 1;
    }

    private static async Task<bool> InProcessOfItsOwn()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(MeasuresBench).Assembly.Location);
        start.ArgumentList.Add("measures");
        start.ArgumentList.Add("--child");
        using var child = Process.Start(start)!;
        Console.Write(await child.StandardOutput.ReadToEndAsync());
        await child.WaitForExitAsync();
        return child.ExitCode == 0;
    }

    private static int Child()
    {
        var frame = MeasuresData.Frame();
        var data = MeasuresData.Data(frame);
        var pack = MeasuresData.Pack();
        Console.WriteLine($"{MeasuresData.Schools} schools x {MeasuresData.Elements} elements x {MeasuresData.Periods} years, {MeasuresData.Ratios} ratios, {MeasuresData.Districts} districts");
        var (compiling, byHand, compiled) = (0.0, double.MaxValue, double.MaxValue);
        compiling = Time(() => Evaluation.For(pack));
        var (check, sum) = (0.0, 0.0);
        for (var turn = 0; turn < Turns; turn++)
        {
            byHand = Math.Min(byHand, Time(() => check = ByHand(data)));
            compiled = Math.Min(compiled, Time(() => sum = Compiled(pack, data)));
        }
        if (Math.Abs(check - sum) > 1e-9 * Math.Abs(check)) throw new InvalidOperationException($"by hand {check}, compiled {sum}");
        using var self = Process.GetCurrentProcess();
        var megabytes = self.PeakWorkingSet64 / 1048576.0;
        var ratio = compiled / byHand;
        Console.WriteLine($"formulas compiled once       {compiling * 1000,8:0.0} ms");
        Console.WriteLine($"loop written by hand         {byHand * 1000,8:0.0} ms");
        Console.WriteLine($"compiled formulas            {compiled * 1000,8:0.0} ms   {ratio:0.00} x by hand (limit {MostRatio:0.0}) {(ratio <= MostRatio ? "ok" : "MISSED")}");
        Console.WriteLine($"peak memory {megabytes:0} MB (limit {MostMegabytes:0}) {(megabytes < MostMegabytes ? "ok" : "MISSED")}");
        return ratio <= MostRatio && megabytes < MostMegabytes ? 0 : 1;
    }

    private static double Compiled(Pack pack, Dataset data)
    {
        var sum = 0.0;
        for (var period = 0; period < MeasuresData.Periods; period++)
            foreach (var moments in Evaluation.For(pack).Spread(data, MeasuresData.Year(period)).Indicators.Values)
                foreach (var one in moments) sum += one.Cv;
        return sum;
    }

    /// <summary>What somebody would write who knows the one question: two passes over each district's stage, the ratio computed on the way.</summary>
    private static double ByHand(Dataset data)
    {
        var segments = data.Frame.Segments.Where(s => s.Level == Level.School).ToArray();
        var total = 0.0;
        for (var period = 0; period < MeasuresData.Periods; period++)
        {
            data.TryGet(MeasuresData.Key(0), MeasuresData.Year(period), out var students);
            for (var ratio = 0; ratio < MeasuresData.Ratios; ratio++)
            {
                var (one, two) = MeasuresData.Numerator(ratio);
                data.TryGet(MeasuresData.Key(one), MeasuresData.Year(period), out var first);
                double[]? second = null;
                if (two > 0) data.TryGet(MeasuresData.Key(two), MeasuresData.Year(period), out second);
                foreach (var segment in segments) total += second is null ? One(first, students, segment) : Two(first, second, students, segment);
            }
        }
        return total;
    }

    private static double One(double[] x, double[] students, Segment segment)
    {
        var (held, all) = (0.0, 0.0);
        for (var i = segment.Start; i < segment.End; i++)
        {
            held += x[i];
            all += students[i];
        }
        var mean = held * 100 / all;
        var squares = 0.0;
        for (var i = segment.Start; i < segment.End; i++)
        {
            var d = (x[i] * 100 / students[i]) - mean;
            squares += students[i] * d * d;
        }
        return Math.Sqrt(squares / all) / mean;
    }

    private static double Two(double[] x, double[] y, double[] students, Segment segment)
    {
        var (held, all) = (0.0, 0.0);
        for (var i = segment.Start; i < segment.End; i++)
        {
            held += x[i] + y[i];
            all += students[i];
        }
        var mean = held * 100 / all;
        var squares = 0.0;
        for (var i = segment.Start; i < segment.End; i++)
        {
            var d = ((x[i] + y[i]) * 100 / students[i]) - mean;
            squares += students[i] * d * d;
        }
        return Math.Sqrt(squares / all) / mean;
    }

    /// <summary>The full evaluation of one year: every school's value of every indicator kept.</summary>
    private static void Columns(Pack pack, Dataset data)
    {
        var result = Evaluation.Of(pack, data, MeasuresData.Year(0));
        if (result.Values.Count != MeasuresData.Ratios) throw new InvalidOperationException("indicators are missing");
    }

    /// <summary>Every shipped pack on a district of 167 schools, from arrays.</summary>
    private static bool Packs()
    {
        var packs = new Packs().All.ToArray();
        var (data, period) = MeasuresDistrict.Make(packs);
        foreach (var pack in packs) Evaluation.Of(pack, data, period);
        var best = double.MaxValue;
        for (var turn = 0; turn < Turns; turn++)
            best = Math.Min(best, Elapsed(() => { foreach (var pack in packs) Evaluation.Of(pack, data, period); }));
        Console.WriteLine($"{packs.Length} packs, {MeasuresDistrict.Schools} schools   {best * 1000,8:0.0} ms (limit {MostMilliseconds:0}) {(best * 1000 < MostMilliseconds ? "ok" : "MISSED")}");
        return best * 1000 < MostMilliseconds;
    }

    /// <summary>Processor seconds of this process: ratios then hold on a machine that does other work too.</summary>
    private static double Time(Action work)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Elapsed(Action work)
    {
        var from = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(from).TotalSeconds;
    }
}
