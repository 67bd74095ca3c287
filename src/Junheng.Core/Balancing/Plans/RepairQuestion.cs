using Junheng.Core.Indicators;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Core.Balancing.Plans;

/// <summary>What a district asks: bring one indicator's dispersion in one stage under its limit.</summary>
/// <param name="Evaluate">The pack's evaluation for the period; the plan learns from it alone how indicators depend on elements.</param>
public sealed record RepairQuestion(Func<Dataset, EvaluationResult> Evaluate, Dataset Data, Period Period, int District, string Indicator, Stage Stage)
{
    public RepairTerms Terms { get; init; } = new();

    /// <summary>Degrees by organisation, where known: near moves are preferred among equally cheap ones.</summary>
    public IReadOnlyDictionary<int, (double Latitude, double Longitude)> Places { get; init; } = new Dictionary<int, (double, double)>();

    public CancellationToken Cancel { get; init; }

    /// <summary>Finds or remembers the answer to one problem.</summary>
    public Func<RepairProblem, CancellationToken, RepairResult> Solve { get; init; } = Repair.Solve;
}

/// <summary>Who may give and take how much; null leaves it open.</summary>
public sealed record RepairTerms
{
    /// <summary>Units that may leave one school, and that may come to one.</summary>
    public int? MaxOut { get; init; }

    public int? MaxIn { get; init; }

    /// <summary>交流轮岗: at most this share of what a school holds may leave it (0.2 = 20 %), rounded down.</summary>
    public double? ShareOut { get; init; }

    /// <summary>Units more that may leave a group than come to it, and the reverse.</summary>
    public int? GroupOut { get; init; }

    public int? GroupIn { get; init; }

    /// <summary>Units that may move in all.</summary>
    public int? Budget { get; init; }

    /// <summary>Private schools neither give nor take.</summary>
    public bool PublicOnly { get; init; }

    /// <summary>Most students a school of one stage and a through-school may have when pupils are relieved (2000 and 2500 after 教督〔2017〕6号).</summary>
    public int SiteCap { get; init; } = 2000;

    public int ThroughSiteCap { get; init; } = 2500;

    public bool Any => this with { PublicOnly = false } != new RepairTerms { SiteCap = SiteCap, ThroughSiteCap = ThroughSiteCap };

    /// <summary>The same without quotas and caps on moves.</summary>
    public RepairTerms Open => new() { PublicOnly = PublicOnly, SiteCap = SiteCap, ThroughSiteCap = ThroughSiteCap };
}

/// <summary>Why there is nothing to compute.</summary>
public enum RepairObstacle : byte
{
    /// <summary>The pack does not judge the dispersion of this indicator in this stage.</summary>
    NotJudged,

    /// <summary>Values are missing, so the dispersion itself cannot be told.</summary>
    Unknown,

    /// <summary>No element that the indicator is computed from has values to change.</summary>
    NoElement,

    /// <summary>The indicator does not grow evenly with the element, so that nothing could be proven.</summary>
    NotLinear,
}

public sealed class RepairObstacleException(RepairObstacle obstacle) : Exception(obstacle.ToString())
{
    public RepairObstacle Obstacle => obstacle;
}
