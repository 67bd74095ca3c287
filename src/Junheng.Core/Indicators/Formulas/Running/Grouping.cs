using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators.Formulas.Running;

/// <summary>
/// Which rows are gathered for which: the schools of a district's stage for its row, the schools of a town, or a school's peers. A row without a
/// stage gathers all stages.
/// </summary>
internal sealed class Grouping
{
    private readonly List<List<int>> _groups = [];
    private readonly Dictionary<(int Container, Stage Stage), int> _numbers = [];

    /// <param name="inner">Level of the rows gathered.</param>
    /// <param name="outer">Level of the rows they are gathered for; the same as <paramref name="inner"/> = peers.</param>
    /// <param name="by">Level whose units hold them together: the outer one, or for peers what was asked for.</param>
    public Grouping(Frame frame, bool[] included, Level inner, Level outer, Level by)
    {
        GroupOf = new int[frame.Count];
        Array.Fill(GroupOf, -1);
        for (var row = 0; row < frame.Count; row++)
        {
            ref readonly var one = ref frame[row];
            if (one.Level != inner || !included[row] || (inner == Level.School && one.Stage == Stage.Shared)) continue;
            var container = Container(one, by);
            if (container == 0) continue;
            Rows(container, one.Stage).Add(row);
            if (one.Stage != Stage.Shared) Rows(container, Stage.Shared).Add(row);
        }
        for (var row = 0; row < frame.Count; row++)
        {
            ref readonly var one = ref frame[row];
            if (one.Level != outer) continue;
            if (_numbers.TryGetValue((outer == by ? one.Organisation : Container(one, by), one.Stage), out var group)) GroupOf[row] = group;
        }
    }

    /// <summary>The group of each outer row, −1 = no rows for it.</summary>
    public int[] GroupOf { get; }

    public IReadOnlyList<List<int>> Groups => _groups;

    private List<int> Rows(int container, Stage stage)
    {
        if (_numbers.TryGetValue((container, stage), out var number)) return _groups[number];
        _numbers[(container, stage)] = _groups.Count;
        _groups.Add([]);
        return _groups[^1];
    }

    private static int Container(in FrameRow row, Level by) => by switch { Level.Town => row.Town, Level.Group => row.Group, _ => row.District };
}
