using Junheng.Core.Indicators.Formulas.Running;
using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators;

/// <summary>On what a figure is held: a school's stage, a group of schools, a town or the district. The order is the one of a <see cref="Frame"/>.</summary>
public enum Level : byte { School, Group, Town, District }

/// <summary>One row to be placed in a <see cref="Frame"/>.</summary>
/// <param name="Organisation">Number of the school, town, group or district itself.</param>
/// <param name="Stage"><see cref="Stage.Shared"/> holds what a school's stages use together, and what a district or town has without a stage.</param>
/// <param name="District">Number of its district root.</param>
public readonly record struct FrameRow(int Organisation, Stage Stage, int District)
{
    public Level Level { get; init; }

    /// <summary>Number of the town or of the group of schools; 0 = none.</summary>
    public int Town { get; init; }

    public int Group { get; init; }
    public SchoolNature Nature { get; init; }

    /// <summary>办学类型 as registered (code or word); null = not stated.</summary>
    public string? SchoolType { get; init; }

    /// <summary>Why a frozen list leaves this school out; null = it does not.</summary>
    public string? Excluded { get; init; }
}

/// <summary>Rows <c>[Start, End)</c> that share district, level and stage.</summary>
public readonly record struct Segment(int District, Level Level, Stage Stage, int Start, int End)
{
    public int Count => End - Start;
}

/// <summary>
/// The rows of one evaluation, sorted by district, level and stage (then in the order given), so that whatever is compared lies together. A row
/// is an organisation × stage. Columns of a <see cref="Dataset"/> are aligned with it.
/// </summary>
public sealed class Frame
{
    private readonly FrameRow[] _rows;
    private Dictionary<(int, Stage), int>? _index;
    private Layout? _layout;

    private Frame(FrameRow[] sorted)
    {
        _rows = sorted;
        Organisations = Array.ConvertAll(sorted, r => r.Organisation);
        Stages = Array.ConvertAll(sorted, r => r.Stage);
        (Segments, Districts, DistrictStarts) = Cut(sorted);
        HasShared = Segments.Any(s => s is { Level: Level.School, Stage: Stage.Shared });
    }

    public int Count => _rows.Length;

    internal Layout Layout => _layout ??= new(this);

    /// <summary>Per row.</summary>
    public int[] Organisations { get; }

    /// <summary>Per row.</summary>
    public Stage[] Stages { get; }

    /// <summary>The number of each district, in the order of the rows.</summary>
    public int[] Districts { get; }

    /// <summary>First row of each district, and <see cref="Count"/> at the end: one longer than <see cref="Districts"/>.</summary>
    public int[] DistrictStarts { get; }

    /// <summary>Every stretch of one district, level and stage, in order.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    public ref readonly FrameRow this[int row] => ref _rows[row];

    /// <summary>Whether any school has a row for what its stages share.</summary>
    internal bool HasShared { get; }

    /// <summary>Sorts the rows, and adds to each district its own: one without a stage and one for each stage of its schools, to hold what is gathered.</summary>
    public static Frame Of(IReadOnlyList<FrameRow> given)
    {
        var added = Missing(given);
        var keys = new (int District, int Part, int Order)[given.Count + added.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            var row = Row(i);
            keys[i] = (row.District, ((int)row.Level << 8) | (int)row.Stage, i);
        }
        Array.Sort(keys);
        return new(Array.ConvertAll(keys, k => Row(k.Order)));

        FrameRow Row(int i) => i < given.Count ? given[i] : added[i - given.Count];
    }

    /// <summary>The row of an organisation's stage, or −1.</summary>
    public int Find(int organisation, Stage stage) => Index().TryGetValue((organisation, stage), out var row) ? row : -1;

    private static List<FrameRow> Missing(IReadOnlyList<FrameRow> given)
    {
        var added = new List<FrameRow>();
        var held = new HashSet<(int District, Stage Stage)>();
        foreach (var row in given)
            if (row.Level == Level.District) held.Add((row.District, row.Stage));
        foreach (var row in given)
        {
            if (held.Add((row.District, Stage.Shared))) added.Add(new(row.District, Stage.Shared, row.District) { Level = Level.District });
            if (row.Level == Level.School && held.Add((row.District, row.Stage))) added.Add(new(row.District, row.Stage, row.District) { Level = Level.District });
        }
        return added;
    }

    /// <summary>The rows of a level and of these stages (none = rows without a stage), joined where they touch.</summary>
    internal List<(int Start, int End)> Ranges(Level level, IReadOnlyList<Stage> stages)
    {
        var ranges = new List<(int Start, int End)>();
        foreach (var segment in Segments)
        {
            if (segment.Level != level || !(stages.Count == 0 ? segment.Stage == Stage.Shared : stages.Contains(segment.Stage))) continue;
            if (ranges.Count > 0 && ranges[^1].End == segment.Start) ranges[^1] = (ranges[^1].Start, segment.End);
            else ranges.Add((segment.Start, segment.End));
        }
        return ranges;
    }

    /// <exception cref="ArgumentException">An organisation has two rows for one stage.</exception>
    private Dictionary<(int, Stage), int> Index()
    {
        if (_index is not null) return _index;
        var index = new Dictionary<(int, Stage), int>(Count);
        for (var i = 0; i < Count; i++)
            if (!index.TryAdd((Organisations[i], Stages[i]), i))
                throw new ArgumentException($"Organisation {Organisations[i]} has two rows of stage {Stages[i]}.");
        return _index = index;
    }

    private static (Segment[] Segments, int[] Districts, int[] Starts) Cut(FrameRow[] rows)
    {
        var segments = new List<Segment>();
        var (districts, starts) = (new List<int>(), new List<int>());
        for (var start = 0; start < rows.Length;)
        {
            ref readonly var first = ref rows[start];
            var end = start + 1;
            while (end < rows.Length && rows[end].District == first.District && rows[end].Level == first.Level && rows[end].Stage == first.Stage) end++;
            if (districts.Count == 0 || districts[^1] != first.District)
            {
                districts.Add(first.District);
                starts.Add(start);
            }
            segments.Add(new(first.District, first.Level, first.Stage, start, end));
            start = end;
        }
        return ([.. segments], [.. districts], [.. starts, rows.Length]);
    }
}
