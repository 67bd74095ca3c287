namespace Junheng.Core.Balancing;

/// <summary>
/// Turns net changes into moves from one school to another without changing their cost: first inside groups, then inside towns, then anywhere;
/// equal amounts are matched first, so that few pairs remain, and near ones before far ones.
/// </summary>
internal static class Pairing
{
    public static IReadOnlyList<Move> Of(IReadOnlyList<Holder> holders, int[] changes)
    {
        var left = (int[])changes.Clone();
        var moves = new List<Move>();
        foreach (var pool in Pools(holders, holder => holder.Group)) Match(holders, left, pool, moves);
        foreach (var pool in Pools(holders, holder => holder.Town)) Match(holders, left, pool, moves);
        Match(holders, left, [.. Enumerable.Range(0, holders.Count)], moves);
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] > 0) moves.Add(new(Move.Outside, i, left[i]));
        }

        return moves;
    }

    private static IEnumerable<int[]> Pools(IReadOnlyList<Holder> holders, Func<Holder, string?> key) =>
        Enumerable.Range(0, holders.Count).Where(i => !string.IsNullOrEmpty(key(holders[i])))
            .GroupBy(i => key(holders[i])!, StringComparer.Ordinal).Select(group => group.ToArray());

    private static void Match(IReadOnlyList<Holder> holders, int[] left, int[] pool, List<Move> moves)
    {
        var givers = pool.Where(i => left[i] < 0);
        var ways = givers.SelectMany(from => pool.Where(to => left[to] > 0).Select(to => (From: from, To: to)))
            .OrderBy(way => Distance(holders[way.From], holders[way.To])).ThenBy(way => way.From).ThenBy(way => way.To).ToList();
        foreach (var way in ways.Where(way => -left[way.From] == left[way.To])) Send(way);
        foreach (var way in ways) Send(way);

        void Send((int From, int To) way)
        {
            var count = Math.Min(-left[way.From], left[way.To]);
            if (count <= 0) return;
            left[way.From] += count;
            left[way.To] -= count;
            moves.Add(new(way.From, way.To, count));
        }
    }

    /// <summary>Kilometres over the ground; far beyond any district where a place is not known.</summary>
    private static double Distance(Holder one, Holder other)
    {
        const double KilometresPerDegree = 111.2, Unknown = 1e5;
        var north = (one.Latitude - other.Latitude) * KilometresPerDegree;
        var east = (one.Longitude - other.Longitude) * KilometresPerDegree * Math.Cos(one.Latitude * Math.PI / 180);
        var distance = Math.Sqrt((north * north) + (east * east));
        return double.IsNaN(distance) ? Unknown : distance;
    }
}
