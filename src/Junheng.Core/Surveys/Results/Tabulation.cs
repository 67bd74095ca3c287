using Junheng.Core.Surveys.Disclosures;
using Junheng.Core.Surveys.Statistics;

namespace Junheng.Core.Surveys.Results;

/// <summary>From the counts of stored cells to the figures of cuts.</summary>
internal sealed class Tabulation(Tally tally, Disclosure disclosure)
{
    private readonly CutPlan plan = new([.. tally.Questionnaire.Classes.Select(c => c.Key)], tally.Atoms);

    public SurveyResults Results()
    {
        var variables = tally.Questionnaire.Variables.Select(v => Variable(v.Index)).ToList();
        var figures = new FigureTable(tally, plan, disclosure, variables);
        return new(tally.Questionnaire, disclosure, plan.Cuts, variables, figures.Results(), new QualityTable(tally, disclosure).Lines());
    }

    private VariableResult Variable(int at)
    {
        var variable = tally.Questionnaire.Variables[at];
        var (shape, cuts, numbers) = (tally.ShapeOf(at), plan.Cuts, tally.NumbersOf(at));
        var counts = new int[cuts.Count * shape.Width];
        var moments = numbers.Length == 0 ? [] : new Moments[cuts.Count];
        var suppressed = new bool[cuts.Count];
        for (var cut = 0; cut < cuts.Count; cut++)
        {
            var mine = counts.AsSpan(cut * shape.Width, shape.Width);
            foreach (var atom in plan.Members[cut])
            {
                var more = tally.CountsOf(atom, at);
                for (var slot = 0; slot < mine.Length; slot++) mine[slot] += more[slot];
                if (moments.Length > 0) moments[cut] = moments[cut].Merge(numbers[atom]);
            }
            if (!disclosure.TooFew(mine[0])) continue;
            suppressed[cut] = true;
            mine.Clear();
            if (moments.Length > 0) moments[cut] = default;
        }
        return new(variable, cuts, counts, suppressed, moments, []);
    }
}
