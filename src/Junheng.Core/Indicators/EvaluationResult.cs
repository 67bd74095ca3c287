using Junheng.Core.Indicators.Formulas.Running;
using Junheng.Core.Periods;
using Junheng.Core.Schooling;

namespace Junheng.Core.Indicators;

/// <summary>Spread of one indicator between the schools of one stage of one district.</summary>
/// <param name="Schools">Rows counted.</param>
/// <param name="Missing">Of these, rows without a value; while there are any, mean, deviation and coefficient are missing too.</param>
/// <param name="Mean">Ratio of totals ΣX/ΣP, in the indicator's unit.</param>
/// <param name="Sd">Student-weighted population deviation.</param>
/// <param name="Cv">Sd ÷ Mean, unrounded.</param>
/// <param name="Limit">Null where the standard limits only the mean of all coefficients.</param>
/// <param name="UnweightedCv">For comparison only, to be labelled so: every school counts the same.</param>
/// <param name="KnownCv">Over the schools that have values; differs from <paramref name="Cv"/> only while values are missing.</param>
public sealed record Dispersion(
    int District, string Indicator, Stage Stage, int Schools, int Missing, double Mean, double Sd, double Cv, Threshold? Limit, Verdict Verdict, double UnweightedCv, double KnownCv);

/// <summary>One school's stage against the thresholds.</summary>
/// <param name="Row">Its row in the frame.</param>
/// <param name="Values">By indicator, in the indicator's unit; NaN = missing.</param>
/// <param name="Met">Indicators at their threshold.</param>
/// <param name="BelowThreshold">Not at the threshold, known.</param>
/// <param name="BelowFloor">Below even the floor.</param>
/// <param name="Unknown">Without a value.</param>
public sealed record SchoolResult(
    int Row, int Organisation, int District, Stage Stage, IReadOnlyDictionary<string, double> Values, int Met,
    IReadOnlyList<string> BelowThreshold, IReadOnlyList<string> BelowFloor, IReadOnlyList<string> Unknown, Verdict Verdict);

/// <summary>One item of the standard for one district (and stage, or town).</summary>
/// <param name="Organisation">The district, or the town where the criterion is judged by town.</param>
/// <param name="Value">In the criterion's unit, unrounded; NaN = missing.</param>
/// <param name="Basis">口径 of the finance figures it was computed from.</param>
public sealed record CriterionResult(
    int District, int Organisation, Criterion Criterion, Stage Stage, double Value, Threshold? Threshold, Verdict Verdict, Basis Basis)
{
    /// <summary>Of a count or sum with missing schools: what is known of it already, which may be enough to fail; NaN otherwise.</summary>
    public double AtLeast { get; init; } = double.NaN;

    /// <summary>Unique within a district: the criterion's key, with the stage where it is judged by stage.</summary>
    public string Key => Stage == Stage.Shared ? Criterion.Key : $"{Criterion.Key}.{Stage.Key()}";
}

/// <summary>A value beside one reference. 超过市颁标准 and 低于全市平均 may both be true.</summary>
/// <param name="Against">The reference's value; NaN = not known, and the verdict unknown.</param>
public sealed record ReferenceResult(
    int District, int Organisation, string Indicator, Stage Stage, Reference Reference, double Value, double Against, Verdict Verdict);

/// <summary>A row that the standard leaves out.</summary>
public sealed record Exclusion(int Row, int Organisation, int District, Stage Stage, string Reason, Source? Source);

/// <summary>What an evaluation had to assume, for the page to state: a split, a bridge between year and school year, a basis.</summary>
/// <param name="Subject">Name of the element or indicator it is about.</param>
/// <param name="Text">A whole sentence that names the subject.</param>
public sealed record Remark(int District, string Subject, string Text);

/// <summary>Everything one evaluation of a pack says about one or more districts.</summary>
public sealed class EvaluationResult
{
    public required Pack Pack { get; init; }
    public required Period Period { get; init; }
    public required Frame Frame { get; init; }

    /// <summary>By indicator key: one value per row of the frame, NaN where missing or not computed.</summary>
    public required IReadOnlyDictionary<string, double[]> Values { get; init; }

    public required IReadOnlyList<Dispersion> Dispersions { get; init; }
    public required IReadOnlyList<SchoolResult> Schools { get; init; }
    public required IReadOnlyList<CriterionResult> Criteria { get; init; }
    public required IReadOnlyList<ReferenceResult> References { get; init; }
    public required IReadOnlyList<Exclusion> Exclusions { get; init; }
    public required IReadOnlyList<Remark> Remarks { get; init; }

    /// <summary>By district number.</summary>
    public required IReadOnlyDictionary<int, Verdict> Districts { get; init; }

    /// <summary>Columns already computed, for the next what-if.</summary>
    internal Session? Session { get; init; }

    /// <summary>Of all districts together.</summary>
    public Verdict Verdict => Verdicts.All(Districts.Values);

    public EvaluationResult Of(int district) => new()
    {
        Pack = Pack,
        Period = Period,
        Frame = Frame,
        Values = Values,
        Dispersions = [.. Dispersions.Where(d => d.District == district)],
        Schools = [.. Schools.Where(s => s.District == district)],
        Criteria = [.. Criteria.Where(c => c.District == district)],
        References = [.. References.Where(r => r.District == district)],
        Exclusions = [.. Exclusions.Where(e => e.District == district)],
        Remarks = [.. Remarks.Where(r => r.District == district)],
        Districts = Districts.Where(d => d.Key == district).ToDictionary(),
        Session = Session,
    };
}
