using Junheng.Core.Balancing;
using Junheng.Core.Balancing.Plans;
using Junheng.Core.Indicators;
using Junheng.Core.Schooling;
using Junheng.Supervision.Schools;

namespace Junheng.Supervision.Measures.Balance;

/// <summary>A plan as page and workbook show it: with names instead of places.</summary>
public sealed class PlanView(RepairAnswer answer, RepairPlan plan, Ground ground)
{
    public RepairPlan Plan => plan;

    public Element Element => plan.Element;

    /// <summary>A transfer to one school from another, or what is added there.</summary>
    public IEnumerable<MoveLine> Moves => plan.Result.Moves.Select(move => new MoveLine(
        move.From == Move.Outside ? null : School(plan.Schools[move.From]), School(plan.Schools[move.To])!, move.Count));

    /// <summary>What each school gives or gets, and what becomes of it.</summary>
    public IEnumerable<SchoolLine> Schools => plan.Changes.Select(Line).OrderBy(line => line.Change);

    /// <summary>Every dispersion of the standard, before and after.</summary>
    public IEnumerable<(Dispersion Before, Dispersion After)> Dispersions => plan.After is not { } after ? [] :
        ground.Dispersions.Select(before => (before, after.Dispersions.First(it => (it.District, it.Indicator, it.Stage) == (before.District, before.Indicator, before.Stage))));

    /// <summary>Stages of schools that meet the standard before and after.</summary>
    public (int Before, int After) Meeting => (Count(ground.Result), Count(plan.After ?? ground.Result));

    public IEnumerable<string> Assumptions => BalanceTexts.Assumptions(plan, ground.Evaluated.NameOf);

    private SchoolLine Line((int School, int Change) change)
    {
        var question = answer.Question;
        var row = ground.Data.Frame.Find(change.School, question.Stage);
        var held = ground.Data.Get(plan.Element.Key, ground.Period);
        var cell = row >= 0 && !double.IsNaN(held[row]) ? row : ground.Data.Frame.Find(change.School, Stage.Shared);
        var (before, after) = (Of(ground.Result, row), Of(plan.After!, row));
        return new(School(change.School)!, held[cell], change.Change, held[cell] + (change.Change * plan.Element.Step),
            ground.Result.Values[question.Indicator][row], plan.After!.Values[question.Indicator][row], before, after);
    }

    private SchoolRow? School(int number) => ground.Evaluated.Counted.School(number);

    private static SchoolResult? Of(EvaluationResult result, int row) => result.Schools.FirstOrDefault(school => school.Row == row);

    private int Count(EvaluationResult result) => result.Schools.Count(school => school.District == ground.District.Number && school.Verdict == Verdict.Meets);
}

/// <param name="From">Null for what is bought, built or taken on.</param>
public sealed record MoveLine(SchoolRow? From, SchoolRow To, int Count)
{
    public double? Kilometres => From is { Latitude: { } north, Longitude: { } east } && To is { Latitude: { } toNorth, Longitude: { } toEast }
        ? Math.Sqrt(Math.Pow((toNorth - north) * 111.2, 2) + Math.Pow((toEast - east) * 111.2 * Math.Cos(north * Math.PI / 180), 2)) : null;

    public bool SameGroup => From?.Group is { } group && group == To.Group;

    public bool SameTown => From?.Town is { } town && town == To.Town;
}

/// <param name="Held">Of the element, before; <paramref name="Then"/> after.</param>
/// <param name="Value">Of the indicator, before; <paramref name="ValueThen"/> after.</param>
public sealed record SchoolLine(
    SchoolRow School, double Held, int Change, double Then, double Value, double ValueThen, SchoolResult? Before, SchoolResult? After);
