using Junheng.Core.Indicators;
using Junheng.Core.Schooling;

namespace Junheng.Core.Balancing.Plans;

/// <summary>
/// How every indicator of every row answers to one step more of an element. It is measured by evaluating with one and with two steps added, so
/// that formulas, splits and companions are understood as the evaluation understands them. Values are held as numerator ÷ weight, where the
/// weight is what the dispersion weighs a school by; both must change evenly for anything to be proven.
/// </summary>
internal sealed class Response
{
    /// <summary>Relative: what lies below is rounding.</summary>
    private const double Rounding = 1e-9;

    private readonly EvaluationResult _today;
    private readonly EvaluationResult _one;
    private readonly EvaluationResult _two;
    private readonly double[] _weights;
    private readonly double[] _weightSteps;

    public Response(RepairQuestion question, EvaluationResult today, string weight, IReadOnlyList<Element> elements, IReadOnlyList<int> organisations)
    {
        var (one, two) = (Cells.Change(question, elements, organisations, _ => 1), Cells.Change(question, elements, organisations, _ => 2));
        (_today, _one, _two) = (today, question.Evaluate(one), question.Evaluate(two));
        _weights = Weights(question.Data, weight, question);
        _weightSteps = [.. Weights(one, weight, question).Zip(_weights, (after, before) => after - before)];
    }

    public double Weight(int row) => _weights[row];

    public double WeightStep(int row) => _weightSteps[row];

    public double Numerator(string indicator, int row) => _today.Values[indicator][row] * _weights[row];

    public double NumeratorStep(string indicator, int row)
    {
        var (now, then) = (Numerator(indicator, row), _one.Values[indicator][row] * (_weights[row] + _weightSteps[row]));
        return Math.Abs(then - now) <= Rounding * Math.Max(Math.Abs(now), 1e-9) ? 0 : then - now;
    }

    /// <summary>Whether the second step changes the numerator as much as the first.</summary>
    public bool Even(string indicator, int row)
    {
        var then = _two.Values[indicator][row] * (_weights[row] + (2 * _weightSteps[row]));
        var expected = Numerator(indicator, row) + (2 * NumeratorStep(indicator, row));
        return double.IsNaN(_today.Values[indicator][row]) || Math.Abs(then - expected) <= 1e-7 * Math.Max(Math.Abs(expected), 1e-6);
    }

    /// <summary>The value after whole units; exactly today's for none.</summary>
    public double Value(string indicator, int row, int units) => units == 0
        ? _today.Values[indicator][row]
        : (Numerator(indicator, row) + (units * NumeratorStep(indicator, row))) / (_weights[row] + (units * _weightSteps[row]));

    /// <summary>Whether anything of this row moves with the element.</summary>
    public bool Answers(string indicator, int row) => _weightSteps[row] != 0 || NumeratorStep(indicator, row) != 0;

    private static double[] Weights(Dataset data, string weight, RepairQuestion question)
    {
        var (frame, weights) = (data.Frame, new double[data.Frame.Count]);
        var column = data.Get(weight, question.Period);
        for (var row = 0; row < weights.Length; row++)
        {
            var cell = frame[row].Level == Level.School && frame.Stages[row] != Stage.Shared
                ? Cells.Find(frame, column, frame.Organisations[row], frame.Stages[row]) : -1;
            weights[row] = cell >= 0 ? column[cell] : double.NaN;
        }

        return weights;
    }
}
