namespace Junheng.Domains.Construction;

public enum ItemState
{
    /// <summary>无法判断: nothing is planned, or a planned number is not known.</summary>
    Unknown,
    /// <summary>In the plan, and nowhere begun.</summary>
    NotStarted,
    UnderWay,
    Finished,
    /// <summary>Finished, with more done than was planned.</summary>
    Exceeded,
}

/// <summary>An item over all its schools. Over-fulfilment in one school never makes up for a school that has not finished.</summary>
/// <param name="Planned">In the item's unit; null when a school's plan is not known.</param>
/// <param name="Waiting">Schools in the plan that have not begun.</param>
public sealed record ItemProgress(StandardItem Item, int Schools, int Finished, int Waiting, double? Planned, double Done)
{
    public ItemState State => Schools == 0 || Planned is null ? ItemState.Unknown
        : Waiting == Schools ? ItemState.NotStarted
        : Finished < Schools ? ItemState.UnderWay
        : Done > Planned ? ItemState.Exceeded
        : ItemState.Finished;

    /// <summary>Done more than planned, in the item's unit; null when the plan is not known.</summary>
    public double? Over => Planned is { } planned ? Done - planned : null;

    public static ItemProgress Of(StandardItem item, IReadOnlyCollection<StandardWork> works) => new(item, works.Count,
        works.Count(w => w.State == WorkState.Finished && w.Done >= (w.Planned ?? 0)),
        works.Count(w => w.State == WorkState.NotStarted),
        works.Any(w => w.Planned is null) ? null : works.Sum(w => w.Planned),
        works.Sum(w => w.Done ?? 0));
}
