using Junheng.Core.Indicators;
using Junheng.Core.Schooling;

namespace Junheng.Core.Balancing.Plans;

/// <summary>
/// Repairs of a standard's dispersions. What moves follows from the element: people transfer; things transfer, and are bought where that is not
/// enough; rooms and areas never move, so there the answer is how many to add or how many pupils to relieve. Every plan is evaluated again as a
/// whole before it is shown.
/// </summary>
public static class RepairPlans
{
    /// <summary>A CV that the evaluation sees on the other side of its limit by rounding is asked for again this much lower.</summary>
    private const double Hair = 1e-12;

    /// <summary>With fewer steps than these, rounding to whole steps would cost more than a fraction of a per cent.</summary>
    private const double LeastSteps = 2000;

    /// <exception cref="RepairObstacleException">There is nothing to compute, and why.</exception>
    public static RepairAnswer Answer(RepairQuestion question)
    {
        var today = question.Evaluate(question.Data);
        var dispersion = today.Dispersions.FirstOrDefault(it => it.District == question.District && it.Indicator == question.Indicator && it.Stage == question.Stage);
        if (dispersion?.Limit?.Value is null || today.Pack.DispersionRule is not { OfMean: false } rule) throw new RepairObstacleException(RepairObstacle.NotJudged);
        if (dispersion.Verdict == Verdict.Unknown) throw new RepairObstacleException(RepairObstacle.Unknown);
        var element = Stepped(question, ElementChoice.Of(question, today, rule.Weight));
        if (dispersion.Verdict == Verdict.Meets)
            return new(question, today, dispersion, Nothing(element, RepairStatus.Optimal, 0, dispersion.Cv), []);
        var plans = new Means(question, today, dispersion);
        var plan = element.Movability switch
        {
            Movability.Transfer => plans.Plan(RepairMeans.Transfer, element),
            Movability.TransferOrBuy => plans.Plan(RepairMeans.Transfer, element) is { Result.Reached: true } moved ? moved : plans.Plan(RepairMeans.TransferAndAdd, element),
            _ => Nothing(element, RepairStatus.Infeasible, double.NaN, dispersion.Cv),
        };
        return new(question, today, dispersion, plan, plan.Result.Reached ? [] : [.. Alternatives(plans, element, question, rule.Weight)]);
    }

    /// <summary>A district that holds few steps is planned in tenths of them, and tenths of these, down to the element's own unit.</summary>
    private static Element Stepped(RepairQuestion question, Element element)
    {
        var held = question.Data.Get(element.Key, question.Period).ToArray().Where(double.IsFinite).Sum();
        var step = element.Step;
        while (step > 1 && held / step < LeastSteps) step /= 10;
        return element with { Step = Math.Max(step, Math.Min(1, element.Step)) };
    }

    private static IEnumerable<RepairPlan> Alternatives(Means plans, Element element, RepairQuestion question, string weight)
    {
        var tried = new List<RepairPlan?>();
        var people = element.Movability is Movability.Transfer or Movability.TransferOrBuy;
        if (people && question.Terms.Any) tried.Add(plans.With(question.Terms.Open).Plan(RepairMeans.Transfer, element));
        if (people) tried.Add(plans.Plan(RepairMeans.TransferAndAdd, element));
        tried.Add(plans.With(question.Terms.Open).Plan(RepairMeans.Add, element));
        if (!people && plans.Students(weight) is { } students) tried.Add(plans.With(question.Terms.Open).Plan(RepairMeans.Relieve, students));
        return tried.OfType<RepairPlan>();
    }

    private static RepairPlan Nothing(Element element, RepairStatus status, double bound, double cv) =>
        new(RepairMeans.Transfer, element, new(status, [], [], 0, bound, cv, cv, cv) { Reached = status == RepairStatus.Optimal }, [], null);

    private sealed record Means(RepairQuestion Question, EvaluationResult Today, Dispersion Target)
    {
        public Means With(RepairTerms terms) => this with { Question = Question with { Terms = terms } };

        public Element? Students(string weight) => Today.Pack.Element(weight) is { } element ? element with { Step = 1, Companions = [] } : null;

        public RepairPlan Plan(RepairMeans means, Element element)
        {
            Element[] elements = [element, .. element.Companions.Select(Today.Pack.Element).OfType<Element>()];
            var model = new PlanModel(Question, Today, means, elements);
            var problem = model.Problem(Target);
            if (!(Math.Abs(problem.Target.Cv(new int[model.Schools.Length]) - Target.Cv) <= 1e-9)) throw new RepairObstacleException(RepairObstacle.NotLinear);
            for (var tries = 0; ; tries++)
            {
                var result = Question.Solve(problem, Question.Cancel);
                var data = result.Cost == 0 ? null : Cells.Change(Question, elements, model.Schools, i => result.Changes[i]);
                var after = data is null ? null : Question.Evaluate(data);
                if (result.Reached && after is not null && tries < 3 && After(after).Verdict != Verdict.Meets)
                {
                    problem = problem with { Target = problem.Target.Under(problem.Target.Limit - Hair) };
                    continue;
                }

                if (after is not null) result = result with { After = After(after).Cv, Reached = After(after).Verdict == Verdict.Meets };
                return new(means, element, result, model.Schools, after)
                {
                    Companions = elements[1..],
                    LeftOut = model.LeftOut,
                    Data = data,
                    Broken = after is null ? [] : Losses.Between(Today, after, Question.District),
                };
            }
        }

        private Dispersion After(EvaluationResult after) =>
            after.Dispersions.Single(it => it.District == Target.District && it.Indicator == Target.Indicator && it.Stage == Target.Stage);
    }
}
