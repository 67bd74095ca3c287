using Junheng.Core.Quantities;

namespace Junheng.Core.Reading.Claims;

/// <summary>The sort of a quantity follows from its unit, unless its form (rank, frequency) already said it.</summary>
internal static class Kinds
{
    public static ClaimKind Of(Draft draft) => draft.Special ?? draft.Dimension switch
    {
        Dimension.Money => ClaimKind.Amount,
        Dimension.Count or Dimension.Persons or Dimension.PersonTimes => ClaimKind.Count,
        Dimension.Percent or Dimension.PercentPoint or Dimension.PerMille => ClaimKind.Rate,
        Dimension.Multiple or Dimension.Ratio => ClaimKind.Ratio,
        Dimension.Time or Dimension.Age => ClaimKind.Duration,
        Dimension.Area => ClaimKind.Area,
        Dimension.Rank => ClaimKind.Rank,
        Dimension.Score => ClaimKind.Score,
        Dimension.None when draft.Unit is not null => ClaimKind.Count,
        _ => ClaimKind.Other,
    };
}
