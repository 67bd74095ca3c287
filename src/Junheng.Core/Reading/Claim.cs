using Junheng.Core.Quantities;

namespace Junheng.Core.Reading;

/// <summary>One quantity the text states, pinned to the number and its unit.</summary>
public sealed record Claim
{
    public required string Id { get; init; }
    public required TextSpan Span { get; init; }
    public required string Text { get; init; }
    /// <summary>As written, in <see cref="Unit"/> as written: 33.30 with 亿元, 80 with % for 八成.</summary>
    public required decimal Value { get; init; }
    /// <summary>The upper end when <see cref="Bound"/> is <see cref="Bound.Range"/>.</summary>
    public decimal? ValueMax { get; init; }
    /// <summary>As written; percent (%) and percentage point (百分点) are different units; null for a bare number.</summary>
    public string? Unit { get; init; }
    public required Bound Bound { get; init; }
    /// <summary>Digits written after the decimal point: 41.71 has 2, so it means [41.705, 41.715).</summary>
    public int Decimals { get; init; }
    /// <summary>2018 · 2018/2020 · 2021-03-23/2021-03-25 · @2020-12-31 (as of) · by:2025 · within:3y · 2015/ (since) · null.</summary>
    public string? Period { get; init; }
    /// <summary>True when the period comes from an earlier sentence or heading and is not written beside the number.</summary>
    public bool PeriodInferred { get; init; }
    public required ClaimKind Kind { get; init; }
    public required ClaimStatus Status { get; init; }
    /// <summary>Whom or what the claim is about: 小学, 松江区, 教学点 …</summary>
    public string? Subject { get; init; }
    /// <summary>What is measured: 生均支出, 增幅, 占比 …</summary>
    public string? Measure { get; init; }
    public string? Scope { get; init; }
    /// <summary>A rate of change (增幅, 增长 …%, 同比): what the audit compares with two amounts.</summary>
    public ClaimRole Role { get; init; }
}

/// <summary>What sort of quantity it is. JSON: amount, count, rate, ratio, duration, area, rank, frequency, score, other.</summary>
public enum ClaimKind { Amount, Count, Rate, Ratio, Duration, Area, Rank, Frequency, Score, Other }

/// <summary>Reported as fact, wanted, planned, demanded by a rule, or stated as missing.</summary>
public enum ClaimStatus { Actual, Target, Plan, Rule, Need }

/// <summary>The part a claim plays among its neighbours.</summary>
public enum ClaimRole { Value, Growth, Share, Part, Total, Difference }
