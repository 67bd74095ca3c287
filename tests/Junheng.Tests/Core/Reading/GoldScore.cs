using System.Text.Json;
using Junheng.Core.Quantities;
using Junheng.Core.Reading;

namespace Junheng.Tests.Core.Reading;

/// <summary>Compares a reading with hand labels: the measures of the Reader's contract. A measure without labels is absent.</summary>
public sealed class GoldScore
{
    private const string Bound = "bound", Period = "period", Unit = "unit";

    private readonly Gold _gold;
    private readonly DocumentReading _reading;
    private readonly Dictionary<string, int> _hits = [];

    public Dictionary<string, double> Figures { get; } = [];

    public GoldScore(Gold gold)
    {
        _gold = gold;
        _reading = Reader.Read(gold.Text);
        ScoreClaims();
        ScoreAttributes();
        ScoreStructure();
        ScoreBodies();
        ScoreChecks();
    }

    private static int Start(JsonElement claim) => (int)Gold.Number(claim, "value_offset")!;
    private static TextSpan Span(JsonElement claim) => new(Start(claim), Math.Max(1, Gold.String(claim, "value_text")!.Length));
    private static string Id(JsonElement claim) => Gold.String(claim, "id")!;
    private static bool IsStrict(JsonElement claim) => Gold.Number(claim, "value") is not null && !Gold.Is(claim, "implicit_value");

    private void ScoreClaims()
    {
        var used = new HashSet<int>();
        var strict = _gold.Claims.Where(IsStrict).ToList();
        foreach (var label in strict)
            for (var i = 0; i < _reading.Claims.Length; i++)
                if (!used.Contains(i) && _reading.Claims[i].Span.Overlaps(Span(label)) && IsSame(_reading.Claims[i], label))
                {
                    _hits[Id(label)] = i;
                    used.Add(i);
                    break;
                }
        var soft = _gold.Claims.Where(c => !IsStrict(c)).Select(Span).ToList();
        var free = Enumerable.Range(0, _reading.Claims.Length).Where(i => !used.Contains(i)).Select(i => _reading.Claims[i].Span).ToList();
        Add("claims F1", _hits.Count, _reading.Claims.Length - free.Count(s => soft.Any(s.Overlaps)), strict.Count);
        Figures["named non-claims taken"] = free.Count(s => _gold.NonClaims.Any(n =>
            Gold.Items(n, "offsets").Any(o => s.Overlaps(new TextSpan(o.GetInt32(), Gold.String(n, "text")!.Length)))));
    }

    private static bool IsSame(Claim claim, JsonElement label)
    {
        var (value, unit) = (Gold.Number(label, "value")!.Value, Gold.String(label, "unit"));
        var read = claim.Unit == "成" && unit == "%" ? claim.Value * 10 : claim.Value;
        return read == value || read * Scale(claim.Unit) == value * Scale(unit);
    }

    private static decimal Scale(string? unit) => unit switch
    {
        ['亿', ..] => 100_000_000,
        ['万', ..] => 10_000,
        _ => 1,
    };

    private void ScoreAttributes()
    {
        var hits = _gold.Claims.Where(c => _hits.ContainsKey(Id(c))).Select(c => (Label: c, Claim: _reading.Claims[_hits[Id(c)]])).ToList();
        Share(Bound, hits.Where(h => Gold.String(h.Label, Bound) != "*"), h => h.Claim.Bound.ToString().ToLowerInvariant() == BoundOf(h.Label));
        Share(Period, hits.Where(h => Gold.String(h.Label, Period) is { } p && !p.StartsWith('@') && !Gold.Is(h.Label, "period_inferred")), h => h.Claim.Period == Gold.String(h.Label, Period));
        Share(Unit, hits.Where(h => Gold.String(h.Label, Unit) is not null), h => IsSameUnit(h.Claim.Unit, Gold.String(h.Label, Unit)!));
    }

    private static string? BoundOf(JsonElement label) => Gold.String(label, Bound) switch
    {
        "approx_below" or "order_of_magnitude" => "approx",
        "target_eq" => "eq",
        var bound => bound,
    };

    private static bool IsSameUnit(string? read, string unit) =>
        Head(read) == Head(unit) || read == "成" && unit == "%" || (read ?? string.Empty).TrimEnd('b', 'p', 's') == unit.TrimEnd('b', 'p', 's');

    private static string? Head(string? unit) => unit switch
    {
        null => null,
        "元/生" => "元",
        "大" or "条" => "个",
        _ => unit.Split('/')[0] is { Length: > 0 } head ? head : null,
    };

    private void ScoreStructure()
    {
        Match("outline F1", _gold.Outline, [.. _reading.Outline.Select(o => o.Span.Start)], 4);
        Match("tasks F1", _gold.Tasks, [.. _reading.Tasks.Select(t => t.Span.Start)], 30);
        Match("findings F1", _gold.Findings, [.. _reading.Findings.Select(f => f.Span.Start)], 30);
        Match("single measures F1", _gold.Findings.SelectMany(f => Gold.Items(f, "suggestions")), [.. _reading.Findings.SelectMany(f => f.Measures).Select(m => m.Span.Start)], 6);
    }

    /// <summary>Each label takes the nearest free start within the slack.</summary>
    private void Match(string name, IEnumerable<JsonElement> labels, int[] starts, int slack)
    {
        var offsets = labels.Select(l => (int)Gold.Number(l, "offset")!).ToList();
        if (offsets.Count == 0) return;
        var used = new HashSet<int>();
        foreach (var offset in offsets)
            if (Enumerable.Range(0, starts.Length).Where(i => !used.Contains(i) && Math.Abs(starts[i] - offset) <= slack)
                .OrderBy(i => Math.Abs(starts[i] - offset)).Select(i => (int?)i).FirstOrDefault() is { } nearest) used.Add(nearest);
        Add(name, used.Count, starts.Length, offsets.Count);
    }

    private void ScoreBodies()
    {
        int right = 0, read = 0, labelled = 0;
        foreach (var task in _gold.Tasks)
        {
            var offset = (int)Gold.Number(task, "offset")!;
            var nearest = _reading.Tasks.Where(t => Math.Abs(t.Span.Start - offset) <= 30).MinBy(t => Math.Abs(t.Span.Start - offset));
            var bodies = nearest is null ? [] : nearest.Bodies.ToHashSet();
            var wanted = Gold.Strings(task, "responsible");
            (read, labelled) = (read + bodies.Count, labelled + wanted.Count);
            right += bodies.Count(wanted.Contains);
        }
        if (labelled > 0) Add("bodies F1", right, read, labelled);
    }

    private void ScoreChecks()
    {
        var label = _hits.ToDictionary(h => _reading.Claims[h.Value].Id, h => h.Key);
        var checks = _reading.Checks.Select(k => (Check: k, Claims: k.Claims.Where(label.ContainsKey).Select(c => label[c]).ToHashSet())).ToList();
        var wanted = _gold.Consistency.Where(IsArithmetic).ToList();
        if (wanted.Count > 0)
        {
            var found = wanted.Select(w => (Label: w, Checks: checks.Where(k => k.Claims.Intersect(Gold.Strings(w, "claims")).Count() >= 2).ToList())).ToList();
            Figures["checks wanted"] = wanted.Count;
            Figures["checks found"] = found.Count(f => f.Checks.Count > 0);
            Figures["checks right"] = found.Count(f => f.Checks.Any(k => Agrees(k.Check.Verdict, Gold.String(f.Label, "verdict"))));
        }
        var wrong = _gold.Consistency.Where(k => Gold.String(k, "verdict") == "does_not_hold").Select(k => Gold.Strings(k, "claims")).Where(c => c.Count > 0).ToList();
        Figures["false alarms"] = checks.Count(k => k.Check is { Verdict: CheckVerdict.Contradicts, Relation: not (Relation.DateSpan or Relation.Enumeration) } && !wrong.Any(k.Claims.Overlaps));
        Figures["contradictions found"] = wrong.Count(w => checks.Any(k => k.Check.Verdict == CheckVerdict.Contradicts && w.All(k.Claims.Contains)));
    }

    private static bool IsArithmetic(JsonElement label) =>
        Gold.String(label, "type") is "growth_rate" or "share" or "sum" or "difference" or "ratio" or "product" && Gold.Strings(label, "claims").Count >= 2
        && !(Gold.String(label, "verdict") == "cannot_tell" && Gold.String(label, "stated")?.StartsWith("（未", StringComparison.Ordinal) == true);

    private static bool Agrees(CheckVerdict verdict, string? label) => label switch
    {
        "holds" or "holds_within_rounding" => verdict is CheckVerdict.Holds or CheckVerdict.Rounding,
        "does_not_hold" => verdict == CheckVerdict.Contradicts,
        _ => verdict == CheckVerdict.Unknown,
    };

    private void Add(string name, int right, int read, int labelled) => Figures[name] = read + labelled == 0 ? 0 : 2.0 * right / (read + labelled);

    private void Share<T>(string name, IEnumerable<T> items, Func<T, bool> right)
    {
        var all = items.ToList();
        if (all.Count > 0) Figures[name] = (double)all.Count(right) / all.Count;
    }
}
