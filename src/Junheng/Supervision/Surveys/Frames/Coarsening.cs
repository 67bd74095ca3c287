namespace Junheng.Supervision.Surveys.Frames;

/// <summary>
/// Under which number the answers of each cell are kept. A cell below the threshold, or of unknown size, would show one person: a school has one to three
/// heads. Small cells of a class are kept together by town where the town has enough of them, the others by district; when the rest of a district is itself
/// too small, the smallest towns join it, and after them the smallest schools: nine teachers of one school, kept by themselves, would still be that school.
/// </summary>
public sealed class Coarsening
{
    private readonly List<SurveyCell> groups = [];
    private readonly Dictionary<int, int> storedAs = [];
    private readonly CellPlace district;
    private readonly int threshold;
    private int next;

    /// <summary>The groups that were needed, numbered behind the cells.</summary>
    public IReadOnlyList<SurveyCell> Groups => groups;

    /// <summary>By number of the cell.</summary>
    public IReadOnlyDictionary<int, int> StoredAs => storedAs;

    private Coarsening(CellPlace district, int threshold, int next) => (this.district, this.threshold, this.next) = (district, threshold, next);

    /// <param name="cells">Of one campaign, without groups.</param>
    public static Coarsening Of(IReadOnlyList<SurveyCell> cells, CellPlace district, int threshold)
    {
        var result = new Coarsening(district, threshold, cells.Count == 0 ? 1 : cells.Max(c => c.Number) + 1);
        foreach (var cell in cells) result.storedAs[cell.Number] = cell.Number;
        // What is asked of the whole district names nothing but the class.
        var small = cells.Where(c => c.Level != CellLevel.District && !(c.Size >= threshold));
        foreach (var ofClass in small.GroupBy(c => c.Class))
            result.Merge(ofClass.Key, [.. ofClass], [.. cells.Where(c => c.Class == ofClass.Key && c.Level != CellLevel.District && c.Size >= threshold)]);
        return result;
    }

    private void Merge(string respondentClass, List<SurveyCell> small, List<SurveyCell> large)
    {
        var towns = small.GroupBy(c => c.TownId).Where(t => t.Key is not null && Size(t) >= threshold).Select(t => t.ToList()).OrderByDescending(Size).ThenBy(t => t[0].Number).ToList();
        var rest = small.Except(towns.SelectMany(t => t)).ToList();
        while (rest.Count > 0 && Size(rest) < threshold && towns.Count > 0)
        {
            rest.AddRange(towns[^1]);
            towns.RemoveAt(towns.Count - 1);
        }
        foreach (var next in large.OrderBy(c => c.Size).ThenBy(c => c.Number))
        {
            if (rest.Count == 0 || Size(rest) >= threshold) break;
            rest.Add(next);
        }
        foreach (var town in towns.OrderBy(t => t[0].Number)) Add(new(town[0].TownId!.Value, CellLevel.Town, town[0].Town!, town[0].TownId, town[0].Town), respondentClass, town);
        if (rest.Count > 0) Add(district, respondentClass, rest);
    }

    private void Add(CellPlace place, string respondentClass, List<SurveyCell> cells)
    {
        var group = SurveyCell.Group(cells[0].Campaign, next++, place, respondentClass, cells.Exists(c => c.Size is null) ? null : Size(cells));
        groups.Add(group);
        foreach (var cell in cells) storedAs[cell.Number] = group.Number;
    }

    /// <summary>Unknown sizes are no persons: nothing may lean on them.</summary>
    private static int Size(IEnumerable<SurveyCell> cells) => cells.Sum(c => c.Size ?? 0);
}
