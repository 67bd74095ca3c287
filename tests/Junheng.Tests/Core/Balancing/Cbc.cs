using System.Diagnostics;
using System.Globalization;
using Junheng.Core.Balancing;

namespace Junheng.Tests.Core.Balancing;

/// <summary>
/// The exact solver coinor-cbc as a second opinion. A sum of convex functions of whole numbers is a linear function of unit segments: segment t of
/// a school costs what its t-th unit changes, and because later units always cost more, segments fill in order by themselves.
/// </summary>
internal static class Cbc
{
    public static bool Installed { get; } =
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "cbc")));

    /// <summary>The least cost, or null when there is no repair. Totals must not vary.</summary>
    public static int? Cost(RepairProblem problem)
    {
        var folder = Directory.CreateTempSubdirectory("junheng-cbc");
        try
        {
            var (model, answer) = (Path.Combine(folder.FullName, "repair.lp"), Path.Combine(folder.FullName, "answer.txt"));
            File.WriteAllText(model, Model(problem));
            using var cbc = Process.Start(new ProcessStartInfo("cbc", [model, "primalT", "1e-9", "integerT", "1e-9", "sec", "60", "solve", "solution", answer])
            {
                RedirectStandardOutput = true,
            })!;
            var output = cbc.StandardOutput.ReadToEnd();
            cbc.WaitForExit();
            var first = File.Exists(answer) ? File.ReadLines(answer).First() : output;
            if (first.StartsWith("Infeasible", StringComparison.Ordinal) || first.StartsWith("Integer infeasible", StringComparison.Ordinal)) return null;
            Assert.StartsWith("Optimal", first, StringComparison.Ordinal);
            return (int)Math.Round(double.Parse(first.Split(' ')[^1], CultureInfo.InvariantCulture));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Model(RepairProblem problem)
    {
        var units = problem.Holders.SelectMany((holder, i) =>
            Enumerable.Range(1, holder.MaxOut).Select(t => (Name: $"g{i}_{t}", Holder: i, Side: -1, Unit: t))
                .Concat(Enumerable.Range(1, holder.MaxIn).Select(t => (Name: $"r{i}_{t}", Holder: i, Side: +1, Unit: t)))).ToList();
        var lines = new List<string> { "Minimize", " cost: " + Sum(units.Where(u => u.Side > 0).Select(u => (1.0, u.Name))), "Subject To" };
        lines.Add($" even: {Sum(units.Select(u => ((double)u.Side, u.Name)))} = 0");
        foreach (var spread in problem.Kept.Prepend(problem.Target))
        {
            var (total, students) = (spread.Numerators.Sum(), spread.Weights.Sum());
            double Part(int i, int change) => students * Math.Pow(spread.Numerators[i] + change, 2) / spread.Weights[i] / total / total * 1000;
            var today = problem.Holders.Select((_, i) => Part(i, 0)).Sum();
            var terms = units.Select(u => (Part(u.Holder, u.Side * u.Unit) - Part(u.Holder, u.Side * (u.Unit - 1)), u.Name));
            lines.Add($" {spread.Key}: {Sum(terms)} <= {Number(((1 + (spread.Limit * spread.Limit)) * 1000) - today)}");
        }

        foreach (var cap in problem.GroupCaps)
        {
            var inside = units.Where(u => problem.Holders[u.Holder].Group == cap.Group).Select(u => ((double)u.Side, u.Name)).ToList();
            if (inside.Count == 0) continue;
            lines.Add($" in_{cap.Group}: {Sum(inside)} <= {cap.In}");
            lines.Add($" out_{cap.Group}: {Sum(inside)} >= {-cap.Out}");
        }

        if (problem.Budget < int.MaxValue) lines.Add($" budget: {Sum(units.Where(u => u.Side > 0).Select(u => (1.0, u.Name)))} <= {problem.Budget}");
        lines.AddRange(["Binary", .. units.Select(u => " " + u.Name), "End"]);
        return string.Join('\n', lines) + "\n";
    }

    private static string Sum(IEnumerable<(double Factor, string Name)> terms) =>
        string.Join("\n  ", terms.Select(term => $"{(term.Factor < 0 ? "-" : "+")} {Number(Math.Abs(term.Factor))} {term.Name}").DefaultIfEmpty("0 nothing"));

    private static string Number(double value) => value.ToString("0.###############", CultureInfo.InvariantCulture);
}
