using System.Globalization;
using Junheng.Core.Indicators;
using Junheng.Core.Schooling;
using Junheng.Platform.Rules;

namespace Junheng.Supervision.Measures.Balance;

/// <summary>One look at a what-if: the data in question, the edits so far and those just typed, and what they lead to.</summary>
/// <param name="Ground">The data without the edits.</param>
/// <param name="Wrong">What was typed and is no value, with the reason.</param>
public sealed record WhatIf(Ground Ground, Scenario Scenario, Changed Changed, EvaluationResult After, IReadOnlyList<string> Wrong)
{
    /// <summary>Fields of the form: <c>v.STAGE.ELEMENT</c>, for the school that <c>at</c> names.</summary>
    public const string Field = "v.";

    public static WhatIf Of(Ground ground, IQueryCollection query)
    {
        var wrong = new List<string>();
        var scenario = Scenario.Empty;
        try
        {
            scenario = Scenario.Decode(query["s"]);
            if (int.TryParse(query["at"], out var school)) scenario = Typed(ground, scenario, school, query, wrong);
        }
        catch (RuleException refusal)
        {
            wrong.Add(refusal.Message);
        }

        var changed = scenario.Apply(ground);
        return new(ground, scenario, changed, changed.Elements.Count == 0 ? ground.Result : ground.Evaluate(changed.Data, changed.Elements), wrong);
    }

    /// <summary>The address that shows these edits to somebody else.</summary>
    public string Path(Scenario scenario, params (string Name, string Value)[] more) => Path(Ground, scenario, more);

    public static string Path(Ground ground, Scenario scenario, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] parts = [("period", ground.Period.ToString()), ("district", ground.District.Number.ToString(CultureInfo.InvariantCulture)), ("s", scenario.Encode()), .. more];
        return $"/measures/{ground.Pack.Key}/what-if{QueryString.Create(parts.Where(part => part.Value.Length > 0).Select(part => KeyValuePair.Create(part.Name, (string?)part.Value)))}";
    }

    /// <summary>The rows of a school: its stages, then what they share.</summary>
    public IEnumerable<int> RowsOf(int school) =>
        Stages.All.Append(Stage.Shared).Select(stage => Ground.Data.Frame.Find(school, stage)).Where(row => row >= 0);

    /// <summary>Elements that schools of this pack report for the period.</summary>
    public IEnumerable<Element> Elements => Ground.Pack.Elements.Where(element => element.Level == Level.School && Ground.Data.TryGet(element.Key, Ground.Period, out _));

    private static Scenario Typed(Ground ground, Scenario scenario, int school, IQueryCollection query, List<string> wrong)
    {
        foreach (var (name, text) in query.Where(part => part.Key.StartsWith(Field, StringComparison.Ordinal)))
        {
            if (name.Split('.') is not [_, var stageKey, var key] || !Stages.TryParse(stageKey, out var stage) || ground.Pack.Element(key) is not { } element) continue;
            var row = ground.Data.Frame.Find(school, stage);
            if (row < 0) continue;
            var written = text.ToString().Trim().Replace(",", "", StringComparison.Ordinal);
            var stored = ground.Data.Get(key, ground.Period) is { IsEmpty: false } column ? column[row] : double.NaN;
            if (written.Length == 0) scenario = scenario.Without(new(school, stage, key, 0));
            else if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)) wrong.Add(BalanceTexts.NotANumber(written));
            else if (value < 0) wrong.Add(BalanceTexts.Negative(element.Name));
            else scenario = value.Equals(stored) ? scenario.Without(new(school, stage, key, 0)) : scenario.With(new(school, stage, key, value));
        }

        return scenario;
    }
}
