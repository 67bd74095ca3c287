using Junheng.Core.Periods;

namespace Junheng.Supervision.Facts.Ledger;

/// <summary>What a district's ledger holds in the touched groups of element and period after new values have joined it.</summary>
/// <param name="Rows">New versions to write, in the order of their keys.</param>
/// <param name="InForce">The version in force of every key of the groups, old and new, in the order of their keys.</param>
/// <param name="Added">New rows whose key had nothing in force.</param>
internal sealed record Merge(IReadOnlyList<Fact> Rows, IReadOnlyList<Fact> InForce, int Added)
{
    /// <summary>One pass over two sorted lists.</summary>
    /// <param name="known">The versions in force, sorted by key.</param>
    /// <param name="offered">At most one for each key, sorted.</param>
    public static Merge Of(int district, IReadOnlyList<Fact> known, IReadOnlyList<Offer> offered)
    {
        var (rows, force, added, at) = (new List<Fact>(offered.Count), new List<Fact>(known.Count + offered.Count), 0, 0);
        foreach (var offer in offered)
        {
            while (at < known.Count && known[at].Key.CompareTo(offer.Key) < 0) force.Add(known[at++]);
            var before = at < known.Count && known[at].Key == offer.Key ? known[at++] : null;
            if (before is null ? offer.Value.Withdrawn : Same(before, offer.Value))
            {
                if (before is not null) force.Add(before);
                continue;
            }
            var row = offer.Next(district, before);
            rows.Add(row);
            force.Add(row);
            if (before is null or { Withdrawn: true }) added++;
        }
        while (at < known.Count) force.Add(known[at++]);
        return new(rows, force, added);
    }

    private static bool Same(Fact before, in FactValue now) => now.Withdrawn ? before.Withdrawn : before.Says(now.Value, now.Form);
}

/// <summary>A value on its way into the ledger.</summary>
internal readonly record struct Offer(FactKey Key, FactValue Value)
{
    public Fact Next(int district, Fact? before) => new()
    {
        District = district,
        Element = Key.Element,
        PeriodKey = Key.Period.Key,
        Organisation = Key.Organisation,
        Stage = Key.Stage,
        Origin = Key.Origin,
        Basis = Key.Basis,
        Version = (before?.Version ?? 0) + 1,
        Value = Value.Value,
        Withdrawn = Value.Withdrawn,
        Form = Value.Form,
        Cell = Value.Cell?.Packed ?? 0,
    };
}

/// <summary>An element in a period: what one block holds.</summary>
internal readonly record struct Group(int Element, Period Period);
