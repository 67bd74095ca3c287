namespace Junheng.Core.Balancing;

/// <summary>
/// Moves one unit after the other, each time along the cheapest way from a giver to a receiver. Givers, groups and receivers form a network whose
/// costs are convex, so by successive shortest paths the state after k steps has the least sum of all allowed states with k moves, group caps
/// included. A path never undoes an earlier gift or receipt, because it would pass through the source or the sink.
/// </summary>
internal sealed class Augmentation
{
    /// <summary>Makes forced changes come first; far above any real difference, which lie around 1.</summary>
    private const double Forced = 1e6;

    /// <summary>Gains below this are rounding.</summary>
    private const double NoGain = -1e-14;

    private readonly Relaxation _relaxation;
    private readonly Bounds _bounds;
    private readonly int[] _group;
    private readonly int[] _out;
    private readonly int[] _in;
    private readonly PriorityQueue<int, (double, int)>[] _givers;
    private readonly PriorityQueue<int, (double, int)>[] _receivers;
    private int _supply;
    private int _toForce;

    /// <param name="grouped">False to leave the group caps out, which gives a bound where units may also be added.</param>
    public Augmentation(RepairProblem problem, Relaxation relaxation, Bounds bounds, bool grouped)
    {
        var count = problem.Holders.Count;
        (_relaxation, _bounds, _supply, Changes) = (relaxation, bounds, problem.Supply, new int[count]);
        var caps = grouped ? problem.GroupCaps : [];
        _group = [.. problem.Holders.Select(holder => Place(caps, holder.Group))];
        _out = [.. caps.Select(cap => cap.Out), int.MaxValue];
        _in = [.. caps.Select(cap => cap.In), int.MaxValue];
        _givers = [.. _out.Select(_ => new PriorityQueue<int, (double, int)>())];
        _receivers = [.. _out.Select(_ => new PriorityQueue<int, (double, int)>())];
        Excess = relaxation.Constant;
        for (var i = 0; i < count; i++)
        {
            Excess += relaxation.Part(i, 0);
            _toForce += Math.Max(0, bounds.Low[i]) + Math.Max(0, -bounds.High[i]);
            Offer(i, -1);
            Offer(i, +1);
        }
    }

    /// <summary>Net units per holder so far.</summary>
    public int[] Changes { get; }

    /// <summary>Units moved or added so far.</summary>
    public int Cost { get; private set; }

    /// <summary>The relaxation's sum; limits hold together at 0 or less.</summary>
    public double Excess { get; private set; }

    /// <summary>Whether every forced change has been made.</summary>
    public bool Complete => _toForce == 0;

    /// <summary>Moves one more unit; false when no move lowers the sum any more.</summary>
    public bool Step()
    {
        var (giver, receiver) = Cheapest(out var price);
        if (receiver < 0 || price >= NoGain) return false;
        if (giver >= 0) Take(giver, -1);
        else _supply--;
        Take(receiver, +1);
        if (giver >= 0 && _group[giver] != _group[receiver])
        {
            Pass(_out, _in, _group[giver]);
            Pass(_in, _out, _group[receiver]);
        }

        Cost++;
        return true;
    }

    private static int Place(IReadOnlyList<GroupCap> caps, string? group)
    {
        for (var g = 0; g < caps.Count; g++)
        {
            if (caps[g].Group == group) return g;
        }

        return caps.Count;
    }

    private (int Giver, int Receiver) Cheapest(out double price)
    {
        int giver = -1, receiver = -1, anyGiver = -1, anyReceiver = -1, outsideReceiver = -1;
        double giverPrice = double.PositiveInfinity, receiverPrice = double.PositiveInfinity, outsidePrice = double.PositiveInfinity;
        price = double.PositiveInfinity;
        for (var g = 0; g < _out.Length; g++)
        {
            var (from, fromPrice) = Top(_givers[g], -1);
            var (to, toPrice) = Top(_receivers[g], +1);
            if (fromPrice + toPrice < price) (giver, receiver, price) = (from, to, fromPrice + toPrice);
            if (_out[g] > 0 && fromPrice < giverPrice) (anyGiver, giverPrice) = (from, fromPrice);
            if (_in[g] > 0 && toPrice < receiverPrice) (anyReceiver, receiverPrice) = (to, toPrice);
            if (toPrice < outsidePrice) (outsideReceiver, outsidePrice) = (to, toPrice);
        }

        if (giverPrice + receiverPrice < price) (giver, receiver, price) = (anyGiver, anyReceiver, giverPrice + receiverPrice);
        if (_supply > 0 && outsidePrice <= price) (giver, receiver, price) = (-1, outsideReceiver, outsidePrice);
        return (giver, receiver);
    }

    /// <summary>The cheapest offer; one of a holder that has since taken the other side is dropped, for undoing never pays.</summary>
    private (int Holder, double Price) Top(PriorityQueue<int, (double Price, int)> offers, int side)
    {
        while (offers.TryPeek(out var holder, out var priority))
        {
            if (Changes[holder] * side >= 0) return (holder, priority.Price);
            offers.Dequeue();
        }

        return (-1, double.PositiveInfinity);
    }

    private void Take(int holder, int side)
    {
        (side < 0 ? _givers : _receivers)[_group[holder]].Dequeue();
        Excess += _relaxation.Part(holder, Changes[holder] + side) - _relaxation.Part(holder, Changes[holder]);
        if (IsForced(holder, side)) _toForce--;
        Changes[holder] += side;
        Offer(holder, side);
    }

    private void Offer(int holder, int side)
    {
        var next = Changes[holder] + side;
        if (side < 0 ? next < _bounds.Low[holder] : next > _bounds.High[holder]) return;
        var price = _relaxation.Part(holder, next) - _relaxation.Part(holder, Changes[holder]) - (IsForced(holder, side) ? Forced : 0);
        (side < 0 ? _givers : _receivers)[_group[holder]].Enqueue(holder, (price, holder));
    }

    private bool IsForced(int holder, int side) => side < 0 ? Changes[holder] > _bounds.High[holder] : Changes[holder] < _bounds.Low[holder];

    /// <summary>A unit crosses a group's border; the group outside all caps has no border.</summary>
    private static void Pass(int[] narrower, int[] wider, int group)
    {
        if (group == narrower.Length - 1) return;
        narrower[group]--;
        if (wider[group] < int.MaxValue) wider[group]++;
    }
}
