namespace Junheng.Core.Indicators.Formulas.Running;

/// <summary>A compiled formula: the columns it reads and the steps over them. Compiled once, run for every dataset, period and basis.</summary>
internal sealed class Kernel(Node root, IReadOnlyList<Leaf> leaves)
{
    public IReadOnlyList<Leaf> Leaves => leaves;

    public bool IsElement => root is SlotNode single && single.In(leaves) is ElementLeaf;

    /// <summary>Whether it is one count or sum over rows, of which a part is known even while some rows are missing.</summary>
    public bool IsTally => root is SlotNode single && single.In(leaves) is GatheredLeaf { IsTally: true };

    /// <summary>Values of all rows; where the formula is a single column, that column itself, not to be written to.</summary>
    public double[] Run(Pass pass)
    {
        var slots = Load(pass);
        if (root is SlotNode single) return single.In(slots);
        var target = new double[pass.Frame.Count];
        Run(slots, target, 0, target.Length);
        return target;
    }

    /// <summary>Values of the rows within the ranges, missing elsewhere.</summary>
    public double[] Run(Pass pass, IReadOnlyList<(int Start, int End)> ranges)
    {
        var slots = Load(pass);
        var target = new double[pass.Frame.Count];
        var done = 0;
        foreach (var (start, end) in ranges)
        {
            target.AsSpan(done, start - done).Fill(double.NaN);
            Run(slots, target, start, end);
            done = end;
        }
        target.AsSpan(done).Fill(double.NaN);
        return target;
    }

    /// <summary>Hands the values of each segment to <paramref name="take"/> as soon as they are there; nothing is kept.</summary>
    public void Run(Pass pass, Segment[] segments, TakeValues take)
    {
        var block = new Block(Load(pass));
        var buffer = new double[Block.Rows];
        for (var first = 0; first < segments.Length;)
        {
            var (start, last) = (segments[first].Start, first);
            while (last + 1 < segments.Length && segments[last + 1].Start == segments[last].End && segments[last + 1].End - start <= Block.Rows) last++;
            var rows = segments[last].End - start;
            if (buffer.Length < rows) buffer = new double[rows];
            for (var done = 0; done < rows; done += Block.Rows)
                root.Write(block, start + done, buffer.AsSpan(done, Math.Min(Block.Rows, rows - done)));
            for (; first <= last; first++) take(first, buffer.AsSpan(segments[first].Start - start, segments[first].Count));
        }
    }

    private double[][] Load(Pass pass)
    {
        var slots = new double[leaves.Count][];
        for (var i = 0; i < slots.Length; i++) slots[i] = leaves[i].Load(pass);
        return slots;
    }

    private void Run(double[][] slots, double[] target, int from, int to)
    {
        var block = new Block(slots);
        for (var start = from; start < to; start += Block.Rows)
            root.Write(block, start, target.AsSpan(start, Math.Min(Block.Rows, to - start)));
    }
}

/// <param name="segment">Index of the segment.</param>
internal delegate void TakeValues(int segment, ReadOnlySpan<double> values);
