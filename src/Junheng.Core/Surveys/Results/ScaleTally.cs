using Junheng.Core.Surveys.Disclosures;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Core.Surveys.Statistics;

namespace Junheng.Core.Surveys.Results;

/// <summary>How far the rows of a matrix measure one thing, for a class: Cronbach's alpha over those who answered every row put to them.</summary>
/// <param name="Item">Code of the matrix.</param>
/// <param name="Class">Key.</param>
/// <param name="Rows">Rows put to the class.</param>
/// <param name="Complete">Answers with every row.</param>
/// <param name="Alpha">Not a number when nobody differs.</param>
public sealed record ScaleResult(string Item, string Class, int Rows, int Complete, double Mean, double Alpha)
{
    public bool Suppressed { get; init; }
}

/// <summary>Collects for one matrix whose options have scores.</summary>
internal sealed class ScaleTally
{
    private const int FewestRows = 3;

    private readonly Item item;
    private readonly double[] scores;
    private readonly Dictionary<string, (int[] Rows, Reliability Sums)> classes = [];
    private readonly double[] values;

    private ScaleTally(Item item, Questionnaire questionnaire)
    {
        this.item = item;
        scores = [double.NaN, .. item.Options.Select(o => o.Apart ? double.NaN : o.Score ?? double.NaN)];
        values = new double[item.Rows.Count];
        foreach (var each in questionnaire.Classes)
        {
            int[] rows = [.. questionnaire.Variables.Where(v => ReferenceEquals(v.Item, item) && v.AskedOf(each.Key)).Select(v => v.Index)];
            if (rows.Length >= FewestRows) classes[each.Key] = (rows, new(rows.Length));
        }
    }

    public static IEnumerable<ScaleTally> Of(Questionnaire questionnaire) =>
        questionnaire.Items.Where(i => i.Kind == ItemKind.Matrix && i.Rows.Count >= FewestRows && i.Options.Any(o => o is { Apart: false, Score: not null })).Select(i => new ScaleTally(i, questionnaire));

    public void Add(AnswerRow row, string respondentClass)
    {
        if (!classes.TryGetValue(respondentClass, out var own)) return;
        for (var at = 0; at < own.Rows.Length; at++)
        {
            var code = row.Codes[own.Rows[at]];
            var score = code < scores.Length ? scores[code] : double.NaN;
            if (double.IsNaN(score)) return;
            values[at] = score;
        }
        own.Sums.Add(values.AsSpan(0, own.Rows.Length));
    }

    public IEnumerable<ScaleResult> Results(Disclosure disclosure) => classes.Where(c => c.Value.Sums.Complete > 0).Select(c => disclosure.TooFew(c.Value.Sums.Complete)
        ? new ScaleResult(item.Code, c.Key, c.Value.Rows.Length, 0, double.NaN, double.NaN) { Suppressed = true }
        : new ScaleResult(item.Code, c.Key, c.Value.Rows.Length, c.Value.Sums.Complete, c.Value.Sums.Mean, c.Value.Sums.Alpha));
}
