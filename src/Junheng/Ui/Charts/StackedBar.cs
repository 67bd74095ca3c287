namespace Junheng.Ui.Charts;

/// <summary>One line of <see cref="StackedBars"/>.</summary>
/// <param name="Shares">0 to 1 by step, the most favourable first; null where nothing may be shown.</param>
/// <param name="Note">Why nothing is shown, or how many answered.</param>
public sealed record StackedBar(string Title, IReadOnlyList<double>? Shares, string Note);

/// <summary>One line of <see cref="ShareBars"/>.</summary>
/// <param name="Share">0 to 1; null where nothing may be shown.</param>
public sealed record ShareBar(string Title, double? Share, string Note);
