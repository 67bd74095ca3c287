using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators.Formulas;

/// <summary>What the rows of a frame have to do with each other: the rows of one school, and the ranges of one level.</summary>
internal sealed class Layout
{
    private readonly Frame _frame;
    private readonly Dictionary<int, int> _schools = [];

    public Layout(Frame frame)
    {
        _frame = frame;
        SchoolOf = new int[frame.Count];
        for (var row = 0; row < frame.Count; row++)
        {
            SchoolOf[row] = -1;
            if (frame[row].Level != Level.School) continue;
            if (!_schools.TryGetValue(frame.Organisations[row], out var school)) _schools[frame.Organisations[row]] = school = _schools.Count;
            SchoolOf[row] = school;
            HasShared |= frame.Stages[row] == Stage.Shared;
        }
        Masks = new int[_schools.Count];
        SharedRows = new int[_schools.Count];
        Array.Fill(SharedRows, -1);
        for (var row = 0; row < frame.Count; row++)
        {
            if (SchoolOf[row] < 0) continue;
            if (frame.Stages[row] == Stage.Shared) SharedRows[SchoolOf[row]] = row;
            else Masks[SchoolOf[row]] |= Bit(frame.Stages[row]);
        }
    }

    /// <summary>A dense number per school, −1 on rows of other levels.</summary>
    public int[] SchoolOf { get; }

    /// <summary>The stages of each school, a bit for each.</summary>
    public int[] Masks { get; }

    /// <summary>The row of what each school's stages share, or −1.</summary>
    public int[] SharedRows { get; }

    public bool HasShared { get; }

    public static int Bit(Stage stage) => 1 << (int)stage;

    public bool Has(int row, Stage stage) => SchoolOf[row] >= 0 && (Masks[SchoolOf[row]] & Bit(stage)) != 0;

    /// <summary>nine (九年一贯制), complete (完全中学), twelve (十二年一贯制) or nothing.</summary>
    public string Through(int row) => (Has(row, Stage.Primary), Has(row, Stage.Junior), Has(row, Stage.Senior)) switch
    {
        (true, true, true) => "twelve",
        (true, true, false) => "nine",
        (false, true, true) => "complete",
        _ => "",
    };

    /// <summary>The rows of a level and of these stages (none = rows without a stage), joined where they touch.</summary>
    public List<(int Start, int End)> Ranges(Level level, IReadOnlyList<Stage> stages)
    {
        var ranges = new List<(int Start, int End)>();
        foreach (var segment in _frame.Segments)
        {
            if (segment.Level != level || !(stages.Count == 0 ? segment.Stage == Stage.Shared : stages.Contains(segment.Stage))) continue;
            if (ranges.Count > 0 && ranges[^1].End == segment.Start) ranges[^1] = (ranges[^1].Start, segment.End);
            else ranges.Add((segment.Start, segment.End));
        }
        return ranges;
    }
}
