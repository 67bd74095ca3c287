using Junheng.Core.Quantities;

namespace Junheng.Core.Indicators;

/// <summary>Whether a published growth can come from the published figures: both were rounded, so only a range follows from them.</summary>
public static class StatedGrowth
{
    /// <summary>Growth in percent that unrounded figures could have; <see cref="Interval.Unknown"/> unless both are positive.</summary>
    public static Interval Of(Interval now, Interval before)
    {
        var ratio = now / before;
        return new((ratio.Low - 1) * 100, (ratio.High - 1) * 100);
    }

    /// <summary>Meets when some unrounded figures give the stated growth, fails when none do, unknown without a base.</summary>
    public static Verdict Agrees(Interval stated, Interval now, Interval before)
    {
        var growth = Of(now, before);
        if (growth.Low is null || growth.High is null) return Verdict.Unknown;
        return growth.Meets(stated) ? Verdict.Meets : Verdict.Fails;
    }
}
