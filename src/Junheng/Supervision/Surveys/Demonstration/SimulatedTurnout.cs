using Junheng.Supervision.Surveys.Frames;

namespace Junheng.Supervision.Surveys.Demonstration;

/// <summary>How many of each cell answered, exactly as many altogether as wanted: small classes nearly all, parents and students fill up.</summary>
public static class SimulatedTurnout
{
    public static IReadOnlyList<(SurveyCell Cell, int Count)> Of(IReadOnlyList<SurveyCell> cells, int wanted, int seed)
    {
        var random = new Random(seed);
        var rates = cells.Select(c => (Cell: c, Rate: Willing(c.Class) * (0.75 + 0.5 * random.NextDouble()))).ToList();
        var small = rates.Where(r => !Fills(r.Cell)).Select(r => (r.Cell, Count: (int)Math.Round((r.Cell.Size ?? 0) * Math.Min(1, r.Rate)))).ToList();
        // A campaign of few answers is one that has just begun.
        var share = Math.Min(1, wanted * 0.35 / Math.Max(1, small.Sum(s => s.Count)));
        small = small.ConvertAll(s => (s.Cell, (int)Math.Floor(s.Count * share + random.NextDouble())));
        var filling = rates.Where(r => Fills(r.Cell) && r.Cell.Size > 0).Select(r => (r.Cell, Weight: r.Cell.Size!.Value * r.Rate)).ToList();
        return [.. small, .. Shared(filling, Math.Max(0, wanted - small.Sum(s => s.Count)))];
    }

    /// <summary>By weight, no cell more than its persons, the rest to the largest remainders.</summary>
    private static List<(SurveyCell, int)> Shared(List<(SurveyCell Cell, double Weight)> cells, int wanted)
    {
        var total = cells.Sum(c => c.Weight);
        if (total == 0) return [];
        var shares = cells.ConvertAll(c => (c.Cell, Exact: Math.Min(c.Cell.Size!.Value, wanted * c.Weight / total)));
        var counts = shares.ToDictionary(s => s.Cell.Number, s => (int)s.Exact);
        var missing = wanted - counts.Values.Sum();
        while (missing > 0)
        {
            var before = missing;
            foreach (var (cell, _) in shares.OrderByDescending(s => s.Exact - Math.Floor(s.Exact)).ThenBy(s => s.Cell.Number))
            {
                if (missing == 0) break;
                if (counts[cell.Number] >= cell.Size) continue;
                counts[cell.Number]++;
                missing--;
            }
            if (missing == before) break;
        }
        return shares.ConvertAll(s => (s.Cell, counts[s.Cell.Number]));
    }

    private static bool Fills(SurveyCell cell) => cell.Class is RespondentKeys.Parent or RespondentKeys.Student;

    private static double Willing(string respondents) => respondents switch
    {
        RespondentKeys.Head => 1.1,
        RespondentKeys.Teacher => 0.72,
        RespondentKeys.Student => 0.3,
        RespondentKeys.Parent => 0.34,
        RespondentKeys.Congress or RespondentKeys.Cppcc => 0.7,
        _ => 0.85,
    };
}
