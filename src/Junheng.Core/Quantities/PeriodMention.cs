namespace Junheng.Core.Quantities;

/// <summary>How a stretch of time is said.</summary>
public enum PeriodForm { Year, Span, Date, AsOf, Deadline, Within, Since, Past, Current, Base }

/// <summary>A period said in the text: 2018-2020年, 截至2020年末, “十三五”期间, 近三年, 到2027年底前.</summary>
/// <param name="Span">Preposition and suffix included.</param>
/// <param name="Period">2018 · 2018/2020 · 2021-03-23/2021-03-25 · @2020-12-31 · by:2025 · within:3y · 2015/ (since); null when the
/// words name no date of their own (近三年, 目前).</param>
/// <param name="First">First year, 0 when none is said.</param>
/// <param name="Last">Last year, 0 when none is said.</param>
/// <param name="Length">Years back for <see cref="PeriodForm.Past"/>.</param>
/// <param name="IsPlan">Named by a five-year plan (“十三五”期间).</param>
public readonly record struct PeriodMention(TextSpan Span, PeriodForm Form, string? Period, int First, int Last, int Length = 0, bool IsPlan = false)
{
    /// <summary>Years covered one by one: 3 for 2018至2020年; 0 when it is no series of years.</summary>
    public int Years => Form is PeriodForm.Span && First > 0 && Last > First ? Last - First + 1 : 0;
}
