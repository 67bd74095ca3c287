using System.Diagnostics;
using System.Text;
using Junheng.Core.Reading;

namespace Junheng.Bench;

/// <summary>How many megabytes of UTF-8 the Reader reads in a second on one core, and whether the time grows with the text.</summary>
internal static class ReadingBench
{
    private const double Mega = 1_000_000;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(2);

    /// <param name="args">A folder of text files; without one the seeds beside the checkout, or the samples.</param>
    public static Task<int> Run(string[] args)
    {
        if (Folder(args.FirstOrDefault()) is not { } found)
        {
            Console.Error.WriteLine("no folder with .txt or .md documents; name one: reading DIR");
            return Task.FromResult(2);
        }
        var texts = Documents(found).Select(File.ReadAllText).ToList();
        var bytes = texts.Sum(t => Encoding.UTF8.GetByteCount(t));
        Console.WriteLine($"{found}: {texts.Count} documents, {bytes / Mega:F3} MB of UTF-8");
        // Enough calls for every method to be compiled again with what the first ones taught.
        for (var round = 0; round < 100; round++) Read(texts);
        var busy = Environment.CpuUsage.TotalTime;
        var (all, runs) = Seconds(() => Read(texts), Enough);
        busy = Environment.CpuUsage.TotalTime - busy;
        Console.WriteLine($"all documents in one process, after warm-up: {bytes / Mega / all:F1} MB/s by the clock, {bytes * runs / Mega / busy.TotalSeconds:F1} MB per second of one core (collection included)");
        Stages(texts, bytes);
        Growth(texts);
        return Task.FromResult(0);
    }

    /// <summary>What each stage costs alone, so that the slow one is known.</summary>
    private static void Stages(List<string> texts, int bytes)
    {
        foreach (var (name, prepare) in ReadingStages.All)
        {
            var runs = texts.ConvertAll(text => prepare(text));
            var (seconds, _) = Seconds(() => runs.ForEach(run => run()), TimeSpan.FromSeconds(1));
            Console.WriteLine($"  {name,-12} {bytes / Mega / seconds,8:F1} MB/s");
        }
    }

    private static void Growth(List<string> texts)
    {
        var (small, large) = (Repeat(texts, 1_000_000), Repeat(texts, 10_000_000));
        Reader.Read(small);
        var one = Best(() => Reader.Read(small));
        var ten = Best(() => Reader.Read(large));
        Console.WriteLine($"1 MB of repeated text: {one * 1000:F0} ms; 10 MB: {ten * 1000:F0} ms; ratio {ten / one:F1} (linear = 10, limit 11)");
    }

    private static void Read(List<string> texts)
    {
        foreach (var text in texts) Reader.Read(text);
    }

    private static string Repeat(List<string> texts, int bytes)
    {
        var text = new StringBuilder();
        for (int i = 0, written = 0; written < bytes; i++)
        {
            text.Append(texts[i % texts.Count]).Append('\n');
            written += Encoding.UTF8.GetByteCount(texts[i % texts.Count]) + 1;
        }
        return text.ToString();
    }

    /// <summary>Mean seconds of one run, over as many as fit, and how many they were.</summary>
    private static (double Mean, int Runs) Seconds(Action run, TimeSpan enough)
    {
        var runs = 0;
        var watch = Stopwatch.StartNew();
        do
        {
            run();
            runs++;
        } while (watch.Elapsed < enough);
        return (watch.Elapsed.TotalSeconds / runs, runs);
    }

    private static double Best(Action run)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            var watch = Stopwatch.StartNew();
            run();
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }
        return best;
    }

    private static string? Folder(string? named)
    {
        if (named is not null) return Directory.Exists(named) && Documents(named).Any() ? named : null;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Junheng.slnx")))
                return new[] { Path.Combine(at.FullName, "..", "shared", "seeds"), Path.Combine(at.FullName, "samples") }
                    .Select(Path.GetFullPath).FirstOrDefault(f => Directory.Exists(f) && Documents(f).Any());
        return null;
    }

    private static IEnumerable<string> Documents(string folder) =>
        Directory.EnumerateFiles(folder).Where(f => f.EndsWith(".txt", StringComparison.Ordinal) || f.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
