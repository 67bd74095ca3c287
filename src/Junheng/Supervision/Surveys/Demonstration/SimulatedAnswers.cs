using Junheng.Core.Schooling;
using Junheng.Core.Surveys.Answers;
using Junheng.Core.Surveys.Questionnaires;
using Junheng.Supervision.Surveys.Frames;

namespace Junheng.Supervision.Surveys.Demonstration;

/// <summary>
/// Invents respondents: nobody has said any of it. Everyone has a mood, every class and every question a level of its own, so that classes differ and items
/// of a topic hang together; some leave questions out, some answer in one straight line, a few hurry, a few write texts with invented names and numbers in
/// them for the screening to find. The same seed gives the same answers.
/// </summary>
public sealed class SimulatedAnswers(Questionnaire questionnaire, int seed)
{
    private const double StraightLiners = 0.02, LeftOut = 0.03, Writers = 0.05, Hurried = 0.02;

    private readonly Conditions conditions = Conditions.Compile(questionnaire);
    private readonly Random random = new(seed);

    /// <summary>One answer of a class, with the time it took.</summary>
    /// <param name="stages">Keys of the stages of the respondent's school, joined by <c>;</c>; empty = of none.</param>
    public (byte[] Bytes, Pace Pace) Next(string respondents, string stages) => (AnswerCode.ToBytes(Sheet(respondents, stages)), Speed());

    public AnswerSheet Sheet(string respondents, string stages)
    {
        var sheet = new AnswerSheet(questionnaire);
        var mood = Normal() * 0.8 + Level(respondents);
        var straight = random.NextDouble() < StraightLiners ? random.Next(2) : -1;
        foreach (var variable in questionnaire.Variables)
        {
            if (!variable.AskedOf(respondents) || !conditions.Shown(variable.Index, sheet)) continue;
            if (!variable.Item.Required && variable.Kind is not (ItemKind.LongText or ItemKind.ShortText) && random.NextDouble() < LeftOut) continue;
            sheet[variable.Index] = straight >= 0 && variable.Row is not null ? Answer.Option(Math.Min(straight, variable.Options.Count - 1)) : Of(variable, respondents, stages, mood);
        }
        conditions.Settle(sheet);
        return sheet;
    }

    private Answer Of(Variable variable, string respondents, string stages, double mood)
    {
        var item = variable.Item;
        switch (variable.Kind)
        {
            case ItemKind.Single when item.Options.Any(o => o.Score is not null): return Scored(variable, respondents, mood);
            case ItemKind.Single: return Answer.Option(item.Code == SimulatedTexts.StageItem && Place(item, stages) is { } at ? at : Weighted(item, respondents));
            case ItemKind.Multiple:
                ulong chosen = 0;
                var most = (int)(item.Most ?? item.Options.Count);
                foreach (var option in Enumerable.Range(0, item.Options.Count).OrderBy(_ => random.Next()))
                    if (most > 0 && random.NextDouble() < 0.15 + 0.45 * Stable(item.Code, option)) (chosen, most) = (chosen | 1UL << option, most - 1);
                return chosen == 0 ? Answer.Options(1UL << random.Next(item.Options.Count)) : Answer.Options(chosen);
            case ItemKind.Scale:
                var (least, last) = (item.Least ?? 0, item.Most ?? 10);
                return Answer.Number(Math.Clamp(Math.Round(least + (last - least) * (0.74 + 0.11 * mood + 0.09 * Normal())), least, last));
            case ItemKind.Number:
                return Answer.Number(Amount(item));
            case ItemKind.Ranking:
                var ranked = Enumerable.Range(0, item.Options.Count).OrderBy(o => random.NextDouble() - 0.9 * Stable(item.Code + respondents, o)).Take((int)(item.Most ?? item.Options.Count)).ToArray();
                return Answer.Ranking(ranked);
            default:
                return random.NextDouble() < Writers ? Answer.Text(SimulatedTexts.Remark(random, respondents)) : default;
        }
    }

    private Answer Scored(Variable variable, string respondents, double mood)
    {
        var options = variable.Options;
        if (options.Any(o => o.Apart) && random.NextDouble() < Unsure(respondents))
            return Answer.Option(options.Select((o, at) => (o, at)).First(p => p.o.Apart).at);
        var ordered = options.Select((o, at) => (o.Score, at)).Where(p => p.Score is not null).OrderByDescending(p => p.Score).ToArray();
        var latent = 0.95 + mood + 0.6 * (Stable(variable.Code, 1) - 0.5) + 0.5 * (Stable(variable.Code + respondents, 2) - 0.5) - SimulatedTexts.Grudge(variable.Code) + 0.75 * Normal();
        var step = latent > 0.9 ? 0 : latent > -0.1 ? 1 : latent > -1.0 ? 2 : latent > -1.7 ? 3 : 4;
        return Answer.Option(ordered[Math.Min(ordered.Length - 1, step * ordered.Length / 5)].at);
    }

    private int Weighted(Item item, string respondents)
    {
        var drawn = random.NextDouble() * Enumerable.Range(0, item.Options.Count).Sum(Weight);
        for (var at = 0; at < item.Options.Count; at++)
            if ((drawn -= Weight(at)) <= 0) return at;
        return 0;

        double Weight(int at) => item.Options[at].Apart ? 0.05 : 0.15 + Stable(item.Code + respondents, at);
    }

    private double Amount(Item item)
    {
        var (least, most) = (item.Least ?? 0, item.Most ?? 100);
        var value = least + (most - least) * Math.Clamp(0.45 + 0.13 * Normal(), 0, 1);
        return Math.Round(value * Math.Pow(10, item.Decimals)) / Math.Pow(10, item.Decimals);
    }

    private static int? Place(Item item, string stages)
    {
        var named = stages.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Stages.Parse).Select(s => SimulatedTexts.StageWords[s]).FirstOrDefault();
        for (var at = 0; named is not null && at < item.Options.Count; at++)
            if (item.Options[at].Label.Contains(named)) return at;
        return null;
    }

    private Pace Speed()
    {
        var drawn = random.NextDouble();
        return drawn < Hurried / 4 ? Pace.Rushed : drawn < Hurried ? Pace.VeryFast : drawn < 0.08 ? Pace.Fast : drawn < 0.3 ? Pace.Brisk : drawn < 0.78 ? Pace.Usual : drawn < 0.96 ? Pace.Slow : Pace.VerySlow;
    }

    private static double Level(string respondents) => 0.6 * (Stable(respondents, 7) - 0.35);

    private static double Unsure(string respondents) => respondents is RespondentKeys.Congress or RespondentKeys.Cppcc or RespondentKeys.Town ? 0.11 : 0.04;

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>0 to 1, the same for the same words in every run.</summary>
    private static double Stable(string text, int salt)
    {
        var hash = 2166136261u ^ (uint)salt * 16777619u;
        foreach (var letter in text) hash = (hash ^ letter) * 16777619u;
        hash ^= hash >> 15;
        hash *= 2246822519u;
        return (hash ^ hash >> 13) / (double)uint.MaxValue;
    }
}
