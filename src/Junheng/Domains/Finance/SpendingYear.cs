using Junheng.Core.Indicators;

namespace Junheng.Domains.Finance;

/// <summary>One year's amount against the year before, on one basis (口径): what is budgeted is never compared with what was spent.</summary>
/// <param name="Value">Yuan, or yuan a student; null when nothing is known of the year.</param>
/// <param name="Basis">Of the value, and of <paramref name="Before"/> where there is one.</param>
/// <param name="Before">The year before on the same basis; null when there is none.</param>
/// <param name="BasisDiffers">Both years are known, but on no basis in common.</param>
public sealed record SpendingYear(int Year, double? Value, Basis Basis, double? Before, bool BasisDiffers)
{
    /// <summary>Settled figures first: what a year is told by when it is known on several bases.</summary>
    private static readonly Basis[] Preferred = [Basis.FinalAccount, Basis.None, Basis.Flash, Basis.AdjustedBudget, Basis.Budget];

    /// <summary>In percent; null when it cannot be told.</summary>
    public double? Growth => Value is { } value && Before is > 0 and var before ? ((value / before) - 1) * 100 : null;

    /// <summary>只增不减: not below the year before, compared unrounded.</summary>
    public Verdict Verdict => Value is { } value && Before is { } before ? new Threshold(Comparison.AtLeast, (decimal)before).Judge(value) : Verdict.Unknown;

    /// <summary>Every year from the first to the last of which something is known.</summary>
    public static IReadOnlyList<SpendingYear> Series(IReadOnlyDictionary<(int Year, Basis Basis), double> values)
    {
        if (values.Count == 0) return [];
        var (first, last) = (values.Keys.Min(k => k.Year), values.Keys.Max(k => k.Year));
        return [.. Enumerable.Range(first, last - first + 1).Select(year => Of(year, values))];
    }

    private static SpendingYear Of(int year, IReadOnlyDictionary<(int Year, Basis Basis), double> values)
    {
        bool Knows(int of, Basis basis) => values.ContainsKey((of, basis));
        var own = Preferred.Where(basis => Knows(year, basis)).ToList();
        if (own.Count == 0) return new(year, null, Basis.None, null, false);
        var common = own.Where(basis => Knows(year - 1, basis)).ToList();
        var basis = common.Count > 0 ? common[0] : own[0];
        return new(year, values[(year, basis)], basis, common.Count > 0 ? values[(year - 1, basis)] : null,
            common.Count == 0 && Preferred.Any(other => Knows(year - 1, other)));
    }
}
