using System.Numerics;

namespace Junheng.Core.Indicators.Formulas.Running;

/// <summary>The columns one kernel reads, by slot, and scratch space for what stands between.</summary>
internal sealed class Block(double[][] slots)
{
    /// <summary>Rows worked on at a time: a few such stretches stay in the nearest cache.</summary>
    public const int Rows = 1024;

    private readonly Stack<double[]> _free = [];

    public double[] Slot(int slot) => slots[slot];

    public double[] Rent() => _free.TryPop(out var scratch) ? scratch : new double[Rows];

    public void Return(double[] scratch) => _free.Push(scratch);
}

/// <summary>One step of a compiled formula, working on up to <see cref="Block.Rows"/> rows at a time. NaN is missing; truth is 1, 0 or missing.</summary>
internal abstract class Node
{
    public abstract void Write(Block block, int start, Span<double> target);

    /// <summary>What lies in memory already need not be copied.</summary>
    public virtual bool TryLook(Block block, int start, int length, out ReadOnlySpan<double> values)
    {
        values = default;
        return false;
    }

    /// <summary>The values, written to scratch only where they have to be computed.</summary>
    protected static ReadOnlySpan<double> Read(Node node, Block block, int start, int length, ref double[]? scratch)
    {
        if (node.TryLook(block, start, length, out var values)) return values;
        scratch = block.Rent();
        node.Write(block, start, scratch.AsSpan(0, length));
        return scratch.AsSpan(0, length);
    }
}

/// <summary>A column prepared before the blocks run: an element, an indicator or an aggregate.</summary>
internal sealed class SlotNode(int slot) : Node
{
    public T In<T>(IReadOnlyList<T> slots) => slots[slot];

    public override void Write(Block block, int start, Span<double> target) => block.Slot(slot).AsSpan(start, target.Length).CopyTo(target);

    public override bool TryLook(Block block, int start, int length, out ReadOnlySpan<double> values)
    {
        values = block.Slot(slot).AsSpan(start, length);
        return true;
    }
}

internal sealed class ConstantNode : Node
{
    private readonly double[] _filled = new double[Block.Rows];

    public ConstantNode(double value)
    {
        Value = value;
        Array.Fill(_filled, value);
    }

    public double Value { get; }

    public override void Write(Block block, int start, Span<double> target) => target.Fill(Value);

    public override bool TryLook(Block block, int start, int length, out ReadOnlySpan<double> values)
    {
        values = _filled.AsSpan(0, length);
        return true;
    }
}

/// <summary>An operation on two numbers and on two vectors of them.</summary>
internal interface IOperation
{
    static abstract double Do(double a, double b, double factor);
    static abstract Vector<double> Do(Vector<double> a, Vector<double> b, Vector<double> factor);
}

internal readonly struct Add : IOperation
{
    public static double Do(double a, double b, double factor) => a + b;
    public static Vector<double> Do(Vector<double> a, Vector<double> b, Vector<double> factor) => a + b;
}

internal readonly struct Subtract : IOperation
{
    public static double Do(double a, double b, double factor) => a - b;
    public static Vector<double> Do(Vector<double> a, Vector<double> b, Vector<double> factor) => a - b;
}

internal readonly struct Multiply : IOperation
{
    public static double Do(double a, double b, double factor) => a * b;
    public static Vector<double> Do(Vector<double> a, Vector<double> b, Vector<double> factor) => a * b;
}

/// <summary>a × factor ÷ b. The factor of the unit meets the numerator first, so that 42 of 1,000 is exactly 4.2 per hundred. Over nothing is missing.</summary>
internal readonly struct Divide : IOperation
{
    public static double Do(double a, double b, double factor) => b == 0 ? double.NaN : a * factor / b;

    public static Vector<double> Do(Vector<double> a, Vector<double> b, Vector<double> factor) =>
        Vector.ConditionalSelect(Vector.Equals(b, Vector<double>.Zero), new Vector<double>(double.NaN), a * factor / b);
}

/// <summary>(a − b) × factor ÷ b, missing unless b is positive: from nothing or from a debt nothing grows.</summary>
internal readonly struct Growth : IOperation
{
    public static double Do(double a, double b, double factor) => b > 0 ? (a - b) * factor / b : double.NaN;

    public static Vector<double> Do(Vector<double> a, Vector<double> b, Vector<double> factor) =>
        Vector.ConditionalSelect(Vector.GreaterThan(b, Vector<double>.Zero), (a - b) * factor / b, new Vector<double>(double.NaN));
}

internal sealed class ArithmeticNode<T>(Node left, Node right, double factor = 1) : Node where T : struct, IOperation
{
    public override void Write(Block block, int start, Span<double> target)
    {
        double[]? one = null, two = null;
        var a = Read(left, block, start, target.Length, ref one);
        var b = Read(right, block, start, target.Length, ref two);
        Run(a, b, target);
        if (one is not null) block.Return(one);
        if (two is not null) block.Return(two);
    }

    private void Run(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> target)
    {
        var i = 0;
        var wide = new Vector<double>(factor);
        for (; i <= target.Length - Vector<double>.Count; i += Vector<double>.Count)
            T.Do(new(a[i..]), new(b[i..]), wide).CopyTo(target[i..]);
        for (; i < target.Length; i++) target[i] = T.Do(a[i], b[i], factor);
    }
}
