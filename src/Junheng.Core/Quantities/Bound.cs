namespace Junheng.Core.Quantities;

/// <summary>How a written number limits the true value: 以上/不低于 → <see cref="Ge"/>, 超过/多/余 → <see cref="Gt"/>,
/// 以内/不高于 → <see cref="Le"/>, 不足 → <see cref="Lt"/>, 约/近/左右 → <see cref="Approx"/>, 1-2所 → <see cref="Range"/>.</summary>
public enum Bound { Eq, Ge, Gt, Le, Lt, Approx, Range }
