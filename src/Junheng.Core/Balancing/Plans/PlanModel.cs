using Junheng.Core.Indicators;
using Junheng.Core.Schooling;

namespace Junheng.Core.Balancing.Plans;

/// <summary>Translates a standard, its data and the terms into the solver's problem.</summary>
internal sealed class PlanModel
{
    private readonly RepairQuestion _question;
    private readonly EvaluationResult _today;
    private readonly Response _response;
    private readonly SchoolBounds _bounds;
    private readonly bool[] _counted;

    /// <param name="elements">The element that moves and its companions.</param>
    public PlanModel(RepairQuestion question, EvaluationResult today, RepairMeans means, IReadOnlyList<Element> elements)
    {
        (_question, _today, Means) = (question, today, means);
        var frame = today.Frame;
        _counted = Counted(today, question.District);
        Schools = [.. Enumerable.Range(0, frame.Count).Where(row => _counted[row]).Select(row => frame.Organisations[row]).Distinct()];
        _response = new(question, today, today.Pack.DispersionRule!.Weight, elements, Schools);
        _bounds = new(question, today, means, elements, _response, _counted);
    }

    public RepairMeans Means { get; }

    public int[] Schools { get; }

    /// <summary>Schools whose indicators do not answer evenly.</summary>
    public IReadOnlyList<int> LeftOut => _bounds.LeftOut;

    public RepairProblem Problem(Dispersion target)
    {
        var total = Means is RepairMeans.Add ? int.MaxValue : (int)Math.Min(int.MaxValue, Schools.Sum(school => (long)_bounds.Out(school)));
        if (Means == RepairMeans.TransferAndAdd) total = int.MaxValue;
        Holder[] holders = [.. Schools.Select(school => Holder(school, total))];
        var kept = _today.Dispersions.Where(it => it.District == _question.District && it != target && it.Verdict == Verdict.Meets)
            .Where(it => Rows(it.Stage).Any(row => _bounds.MayChange(_today.Frame.Organisations[row]) && _response.Answers(it.Indicator, row)));
        return new(holders, Spread(target, (double)target.Limit!.Value!.Value))
        {
            Kept = [.. kept.Select(it => Spread(it, Math.Max((double)it.Limit!.Value!.Value, it.Cv)))],
            GroupCaps = GroupCaps(holders),
            Budget = _question.Terms.Budget ?? int.MaxValue,
            Supply = Means is RepairMeans.Add or RepairMeans.TransferAndAdd ? int.MaxValue : 0,
        };
    }

    private static bool[] Counted(EvaluationResult today, int district)
    {
        var counted = new bool[today.Frame.Count];
        foreach (var school in today.Schools.Where(school => school.District == district)) counted[school.Row] = true;
        foreach (var exclusion in today.Exclusions) counted[exclusion.Row] = false;
        return counted;
    }

    private Holder Holder(int school, int total)
    {
        var row = Enumerable.Range(0, _counted.Length).First(row => _counted[row] && _today.Frame.Organisations[row] == school);
        var place = _question.Places.GetValueOrDefault(school, (double.NaN, double.NaN));
        ref readonly var described = ref _today.Frame[row];
        return new(school.ToString(System.Globalization.CultureInfo.InvariantCulture), Means == RepairMeans.Add ? 0 : _bounds.Out(school), _bounds.In(school, total))
        {
            Group = Key(described.Group),
            Town = Key(described.Town),
            Latitude = place.Item1,
            Longitude = place.Item2,
        };

        static string? Key(int number) => number == 0 ? null : number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private GroupCap[] GroupCaps(Holder[] holders) =>
        _question.Terms is { GroupOut: null, GroupIn: null } || Means is RepairMeans.Add or RepairMeans.Relieve ? [] :
        [
            .. holders.Select(holder => holder.Group).OfType<string>().Distinct()
                .Select(group => new GroupCap(group, _question.Terms.GroupOut ?? int.MaxValue, _question.Terms.GroupIn ?? int.MaxValue)),
        ];

    private IEnumerable<int> Rows(Stage stage) => Enumerable.Range(0, _counted.Length).Where(row => _counted[row] && _today.Frame.Stages[row] == stage);

    private Spread Spread(Dispersion dispersion, double limit)
    {
        var (numerators, weights, steps, weightSteps) = (new double[Schools.Length], new double[Schools.Length], new double[Schools.Length], new double[Schools.Length]);
        var places = Schools.Index().ToDictionary(it => it.Item, it => it.Index);
        foreach (var row in Rows(dispersion.Stage))
        {
            var i = places[_today.Frame.Organisations[row]];
            (numerators[i], weights[i]) = (_response.Numerator(dispersion.Indicator, row), _response.Weight(row));
            if (_bounds.MayChange(Schools[i])) (steps[i], weightSteps[i]) = (_response.NumeratorStep(dispersion.Indicator, row), _response.WeightStep(row));
        }

        return new()
        {
            Key = $"{dispersion.Indicator}.{dispersion.Stage.Key()}",
            Limit = limit,
            Numerators = numerators,
            Weights = weights,
            NumeratorSteps = steps,
            WeightSteps = weightSteps.Any(step => step != 0) ? weightSteps : null,
        };
    }
}
