namespace Junheng.Core.Balancing;

/// <summary>The range of each holder's change while a part of all answers is searched; a range without 0 is a change that is forced.</summary>
internal sealed record Bounds(int[] Low, int[] High)
{
    public static Bounds Of(RepairProblem problem) =>
        new([.. problem.Holders.Select(holder => -holder.MaxOut)], [.. problem.Holders.Select(holder => holder.MaxIn)]);

    public Bounds With(int holder, int low, int high)
    {
        var (lows, highs) = ((int[])Low.Clone(), (int[])High.Clone());
        (lows[holder], highs[holder]) = (low, high);
        return new(lows, highs);
    }
}
