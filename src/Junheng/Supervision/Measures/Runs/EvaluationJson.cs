using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Core.Indicators;
using Junheng.Core.Schooling;

namespace Junheng.Supervision.Measures.Runs;

/// <summary>What <c>junheng evaluate --json</c> prints: a public contract. Numbers are unrounded, null where they cannot be told.</summary>
internal static class EvaluationJson
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string organisation, Evaluated evaluated, EvaluatedPack one)
    {
        var result = one.Result;
        return JsonSerializer.Serialize(new
        {
            pack = one.Pack.Key,
            period = result.Period.ToString(),
            org = organisation,
            verdict = result.Verdict.Key(),
            dispersion = result.Dispersions.Select(d => Dispersion(d, evaluated)),
            schools = result.Schools.Select(s => School(s, evaluated)),
            criteria = result.Criteria.Select(c => Criterion(c, evaluated)),
            references = result.References.Select(r => Reference(r, evaluated)),
            excluded = result.Exclusions.Select(e => new { code = evaluated.CodeOf(e.Organisation), stage = e.Stage.Key(), reason = e.Reason }),
            remarks = result.Remarks.Select(r => r.Text).Distinct(),
            name = one.Pack.Pack.Name,
            schoolList = evaluated.Counted.Lists.Values.Select(l => MeasureTexts.Counted(l)),
            dataVersion = evaluated.DataVersion,
            precedence = evaluated.Precedence.Key,
            differing = evaluated.Differing.Count,
        }, Json);
    }

    private static object Dispersion(Dispersion d, Evaluated evaluated) => new
    {
        indicator = d.Indicator,
        stage = d.Stage.Key(),
        schools = d.Schools,
        mean = Known(d.Mean),
        sd = Known(d.Sd),
        cv = Known(d.Cv),
        limit = d.Limit?.Value,
        verdict = d.Verdict.Key(),
        missing = d.Missing,
        unweighted = Known(d.UnweightedCv),
        district = evaluated.CodeOf(d.District),
    };

    private static object School(SchoolResult s, Evaluated evaluated) => new
    {
        code = evaluated.CodeOf(s.Organisation),
        stage = s.Stage.Key(),
        values = s.Values.ToDictionary(v => v.Key, v => Known(v.Value)),
        met = s.Met,
        belowFloor = s.BelowFloor,
        verdict = s.Verdict.Key(),
        belowThreshold = s.BelowThreshold,
        unknown = s.Unknown,
    };

    private static object Criterion(CriterionResult c, Evaluated evaluated) => new
    {
        key = c.Key,
        name = c.Criterion.Name,
        value = Known(c.Value),
        atLeast = Known(c.AtLeast),
        threshold = c.Threshold?.ToString(),
        verdict = c.Verdict.Key(),
        source = c.Criterion.Source.Document,
        certainty = Mark(c.Criterion.Source.Certainty),
        stage = c.Stage.Key(),
        unit = c.Criterion.Unit,
        org = evaluated.CodeOf(c.Organisation),
    };

    private static object Reference(ReferenceResult r, Evaluated evaluated) => new
    {
        indicator = r.Indicator,
        stage = r.Stage.Key(),
        reference = r.Reference.Key,
        name = r.Reference.Name,
        value = Known(r.Value),
        against = Known(r.Against),
        verdict = r.Verdict.Key(),
        org = evaluated.CodeOf(r.Organisation),
    };

    /// <summary>As packs write it.</summary>
    private static string Mark(Certainty certainty) => certainty switch { Certainty.Confirmed => "C", Certainty.Secondary => "C2", Certainty.Memory => "M", _ => "X" };

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
